"""Buttons and menus whose ids carry all they need: they work after a restart, for their owner alone."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, Self, cast

import discord
from discord import ButtonStyle, SelectOption, ui

from adapters.discord.codes import Strand, encode, strand_of, template
from adapters.discord.texts.said import Said
from adapters.messaging.splitting import shorten
from agent.actions import Action, Verb, is_anybodys
from agent.events import Choice, FilmCard

OPTIONS_AT_MOST = 25
"""Options of a menu, Discord's limit."""
BUTTONS_OF_CHOICE = 5
"""More choices than one row holds become a menu."""
STARS = tuple(half / 2 for half in range(10, 0, -1))
LABEL_LIMIT = 80

Click = discord.Interaction[Any]


@dataclass(frozen=True, slots=True)
class Marks:
    """What the person did with a film, as its buttons show it."""

    seen: bool = False
    saved: bool = False
    rating: float | None = None


class Presser(Protocol):
    """What a pressed button is handed to."""

    async def press(self, interaction: Click, strand: Strand, code: str, label: str) -> None:
        """Do what the code says and answer."""

    async def refuse(self, interaction: Click) -> None:
        """Tell somebody that the button is not theirs."""


class PressedOnce(ui.DynamicItem[ui.Item[Any]], template="never this"):
    """What all buttons and menus share: a press that comes twice counts once."""

    async def interaction_check(self, interaction: Click, /) -> bool:
        """Let each press pass the first time it comes."""
        first: bool = interaction.client.once.first(interaction.id)
        return first


class _Owned(PressedOnce, template="never"):
    """What buttons and menus of a person share: whose they are, where they belong."""

    strand: Strand

    @property
    def anybodys(self) -> bool:
        """Whether whoever sees it may press it."""
        return False

    async def interaction_check(self, interaction: Click, /) -> bool:
        """Let only the owner pass, where it is not for anybody; and each press once."""
        if not await super().interaction_check(interaction):
            return False
        if interaction.user.id == self.strand.owner or self.anybodys:
            return True
        await _presser(interaction).refuse(interaction)
        return False


class ActionButton(_Owned, template=template("b")):
    """A button that stands for an action's code."""

    def __init__(self, strand: Strand, code: str, item: ui.Button[Any]) -> None:
        self.strand, self.code = strand, code
        item.custom_id = encode("b", strand, code)
        super().__init__(item)

    @property
    def anybodys(self) -> bool:
        """As the action says."""
        return is_anybodys(self.code)

    @classmethod
    async def from_custom_id(
        cls,
        interaction: Click,  # noqa: ARG003 - their form
        item: ui.Item[Any],
        match: re.Match[str],
        /,
    ) -> Self:
        """Read a button that was pressed."""
        strand = strand_of(match["owner"], match["thread"])
        return cls(strand, match["rest"], cast("ui.Button[Any]", item))

    async def callback(self, interaction: Click) -> None:
        """Press it."""
        label = cast("ui.Button[Any]", self.item).label or ""
        await _presser(interaction).press(interaction, self.strand, self.code, label)


class _Menu(_Owned, template="never either"):
    """A menu; each option's value is an action's code."""

    def __init__(self, strand: Strand, rest: str, item: ui.Select[Any]) -> None:
        self.strand, self.rest = strand, rest
        super().__init__(item)

    @property
    def anybodys(self) -> bool:
        """As the actions say that were chosen."""
        values = cast("ui.Select[Any]", self.item).values
        return bool(values) and all(map(is_anybodys, values))

    @classmethod
    async def from_custom_id(
        cls,
        interaction: Click,  # noqa: ARG003 - their form
        item: ui.Item[Any],
        match: re.Match[str],
        /,
    ) -> Self:
        """Read a menu that was used."""
        strand = strand_of(match["owner"], match["thread"])
        return cls(strand, match["rest"], cast("ui.Select[Any]", item))

    async def callback(self, interaction: Click) -> None:
        """Take what was chosen."""
        menu = cast("ui.Select[Any]", self.item)
        (code,) = menu.values
        labels = [option.label for option in menu.options if option.value == code]
        await _presser(interaction).press(interaction, self.strand, code, "".join(labels))


class FilmMenu(_Menu, template=template("f")):
    """The films of a list, to look at one more closely."""


class ChoiceMenu(_Menu, template=template("c")):
    """Choices that are too many for buttons."""


class StarMenu(_Menu, template=template("s")):
    """Stars for one film."""


ITEMS = (ActionButton, FilmMenu, ChoiceMenu, StarMenu)
"""To be made known to the client, so that messages of an earlier process work."""


def view_of(
    strand: Strand, cards: Sequence[FilmCard], choices: Sequence[Choice], said: Said
) -> ui.View | None:
    """The buttons below an answer: of its one film or its list, then those of a question of ours."""
    view = ui.View(timeout=None)
    if len(cards) == 1:
        card = cards[0]
        _add_film(view, strand, card.film.id, Marks(card.seen, card.saved, card.rating), said)
    elif cards:
        _add_list(view, strand, cards, said)
    _add_choices(view, strand, choices, said)
    return view if view.children else None


def film_view(strand: Strand, film_id: str, marks: Marks, said: Said) -> ui.View:
    """The buttons of one film as they should stand now."""
    view = ui.View(timeout=None)
    _add_film(view, strand, film_id, marks, said)
    return view


def _add_film(view: ui.View, strand: Strand, film_id: str, marks: Marks, said: Said) -> None:
    verbs: list[tuple[Verb, ButtonStyle]] = [
        ("unsave" if marks.saved else "save", ButtonStyle.primary),
        ("unseen" if marks.seen else "seen", ButtonStyle.secondary),
        ("nope", ButtonStyle.secondary),
        ("more", ButtonStyle.success),
        ("why", ButtonStyle.secondary),
    ]
    for verb, style in verbs:
        button = ui.Button[Any](label=said(f"button.{verb}"), style=style, row=0)
        view.add_item(ActionButton(strand, Action(verb, film_id).encode(), button))
    options = [
        SelectOption(
            label=said("stars", stars=f"{stars:g}"),
            value=Action("rate", film_id, stars).encode(),
            default=stars == marks.rating,
        )
        for stars in STARS
    ]
    view.add_item(_menu(StarMenu, strand, film_id, said("choose.stars"), options, row=1))


def _add_list(view: ui.View, strand: Strand, cards: Sequence[FilmCard], said: Said) -> None:
    labels: dict[str, str] = {}  # Discord takes no value twice, and two tools may find the same film
    for number, card in enumerate(cards, 1):
        labels.setdefault(Action("details", card.film.id).encode(), f"{number}. {card.film.label}")
    view.add_item(_menu(FilmMenu, strand, "", said("choose.film"), _options(labels), row=0))


def _add_choices(view: ui.View, strand: Strand, choices: Sequence[Choice], said: Said) -> None:
    labels = {choice.id: choice.label for choice in choices}
    if len(labels) > BUTTONS_OF_CHOICE:
        view.add_item(_menu(ChoiceMenu, strand, "", said("choose.answer"), _options(labels), row=2))
        return
    for code, label in labels.items():
        button = ui.Button[Any](label=shorten(label, LABEL_LIMIT), style=ButtonStyle.primary, row=2)
        view.add_item(ActionButton(strand, code, button))


def _options(labels: Mapping[str, str]) -> list[SelectOption]:
    """Options by their codes, as many as Discord takes."""
    options = [SelectOption(label=shorten(label, 100), value=code) for code, label in labels.items()]
    return options[:OPTIONS_AT_MOST]


def _menu(
    kind: type[_Menu], strand: Strand, rest: str, placeholder: str, options: list[SelectOption], row: int
) -> _Menu:
    letter = {FilmMenu: "f", ChoiceMenu: "c", StarMenu: "s"}[kind]
    custom_id = encode(letter, strand, rest)  # type: ignore[arg-type]
    return kind(
        strand, rest, ui.Select(custom_id=custom_id, placeholder=placeholder, options=options, row=row)
    )


def _presser(interaction: Click) -> Presser:
    presser: Presser = interaction.client.conversation
    return presser
