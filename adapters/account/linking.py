"""/link and /unlink as every surface answers them."""

from collections.abc import Callable

from memory.linking import VALID, Linking, LinkRefused
from memory.people import People

Said = Callable[..., str]
"""A sentence by its key, in the person's language."""

MINUTES = int(VALID.total_seconds() // 60)


class Accounts:
    """Joins and parts a person's accounts, in words."""

    def __init__(self, people: People, linking: Linking) -> None:
        self._people = people
        self._linking = linking

    async def link(self, surface: str, user: str, code: str | None, said: Said) -> str:
        """Without a code: one to type on the other account. With one: join this account to that person."""
        person = await self._people.resolve(surface, user)
        try:
            if not code:
                return said("link.code", code=await self._linking.offer(person.id), minutes=MINUTES)
            merged = await self._linking.redeem(person.id, code)
        except LinkRefused as refused:
            return said(f"link.{refused.why}", minutes=MINUTES)
        return said("link.done", films=merged.films, brought=merged.brought, both=merged.both)

    async def unlink(self, surface: str, user: str, said: Said) -> str:
        """Make this account a person of its own again."""
        return said("unlink.done" if await self._linking.part(surface, user) else "unlink.alone")
