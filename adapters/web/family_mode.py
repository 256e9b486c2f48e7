"""Family mode as a switch: a lasting preference like one said in words, written and taken back as one."""

from memory.database import Database
from memory.people import People
from memory.preferences import Preferences
from tools.rule import Rule

WISH = "Family mode: only films fit for children."
"""The preference as it stands in "what do you know about me?"; forgetting it there switches the mode off."""


class FamilyMode:
    """Reads and sets a web visitor's family mode."""

    def __init__(self, surface: str, database: Database) -> None:
        self._surface = surface
        self._people = People(database)
        self._preferences = Preferences(database)

    async def is_on(self, user: str) -> bool:
        """Whether the switch is on."""
        person = await self._people.resolve(self._surface, user)
        return any(kept.text == WISH for kept in await self._preferences.all(person.id))

    async def switch(self, user: str, *, on: bool) -> None:
        """Switch it on or off; switching twice is the same as once."""
        person = await self._people.resolve(self._surface, user)
        if on:
            await self._preferences.add(person.id, WISH, Rule(family_safe=True).stored())
            return
        for kept in await self._preferences.all(person.id):
            if kept.text == WISH:
                await self._preferences.remove(person.id, kept.id)
