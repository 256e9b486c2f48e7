"""The language that a person is answered in."""

import pytest

from agent.spoken import Listener
from agent.wording.phrasebook import LANGUAGES
from memory.database import Database
from tests.agent.house import build, decide, text_of

LISTENER = Listener()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("something like heat but under two hours", "en"),
        ("quiero una comedia francesa de los 80", "es"),
        ("no me gusta el terror", "es"),
        ("quelque chose comme Heat mais plus court", "fr"),
        ("was weißt du über mich?", "de"),
        ("merci", "fr"),
        ("Hallo!", "de"),
        ("qué sabes de mí?", "es"),
        ("algo tenso", "es"),
        ("pas trop long", "fr"),
        ("garde le premier", "fr"),
        ("der zweite", "de"),
        ("kürzer bitte", "de"),
        ("ich will heute Abend was Leichtes", "de"),
        ("shorter ones", "en"),
    ],
)
def test_a_clear_language_is_heard(text: str, language: str) -> None:
    assert LISTENER.language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "",
        "👍",
        "Heat",
        "film noir",
        "Les Misérables 4.5",
        "El Mariachi",
        "la vie en rose",
        "das boot",
        "no horror",
        "vorrei un film divertente stasera",
    ],
)
def test_titles_and_languages_without_texts_tell_nothing(text: str) -> None:
    assert LISTENER.language(text) is None


async def test_a_switch_of_language_holds_in_its_conversation(database: Database) -> None:
    house = build(database, plans={"ok": decide(small_talk="thanks")})

    def in_(language: str) -> set[str]:
        return set(LANGUAGES[language]["talk.thanks"])

    assert text_of(await house.say("ok", locale="fr")) in in_("fr")
    await house.say("quiero una comedia francesa de los 80", locale="fr")
    assert text_of(await house.say("ok", locale="fr")) in in_("es")
    assert text_of(await house.say("ok", locale="fr", thread="another")) in in_("fr")
    await house.say("something like heat but under two hours", locale="fr")
    assert text_of(await house.say("ok", locale="fr")) in in_("en")
