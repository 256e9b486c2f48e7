"""Moods in the languages of our replies, by the word that the planner and the recommender know."""

from collections.abc import Mapping

_MOODS = """
tense | tensa | tendu | spannend
exciting | emocionante | passionnant | aufregend
intense | intensa | intense | intensiv
scary | de miedo | effrayant | gruselig
funny | divertida | drôle | lustig
fun | entretenida | amusant | unterhaltsam
feel-good | alegre | joyeux | gut gelaunt
light | ligera | léger | leicht
lighthearted | desenfadada | insouciant | unbeschwert
lighter | más ligera | plus léger | leichter
easy | fácil | facile | mühelos
uplifting | que anima | réconfortant | aufbauend
heartwarming | tierna | chaleureux | herzerwärmend
comforting | reconfortante | apaisant | wohltuend
cosy | acogedora | douillet | gemütlich
cozy | acogedora | douillet | gemütlich
relaxing | relajante | reposant | entspannend
calm | tranquila | calme | ruhig
slow | lenta | lent | langsam
slow-burn | de fuego lento | à combustion lente | langsam brennend
sad | triste | triste | traurig
tearjerker | para llorar | tire-larmes | zum Weinen
moving | conmovedora | émouvant | bewegend
dark | oscura | sombre | düster
darker | más oscura | plus sombre | düsterer
serious | seria | sérieux | ernst
romantic | romántica | romantique | romantisch
weird | rara | étrange | seltsam
mind-bending | que da vueltas a la cabeza | vertigineux | verschachtelt
thought-provoking | que hace pensar | qui fait réfléchir | zum Nachdenken
violent | violenta | violent | brutal
less violent | menos violenta | moins violent | weniger brutal
less scary | menos miedo | moins effrayant | weniger gruselig
less gory | menos sangrienta | moins sanglant | weniger blutig
not violent | sin violencia | sans violence | nicht brutal
not scary | que no dé miedo | pas effrayant | nicht gruselig
not gory | sin sangre | pas sanglant | nicht blutig
silly | tonta | loufoque | albern
hilarious | desternillante | hilarant | zum Totlachen
"""
_LANGUAGES = ("en", "es", "fr", "de")


def _table() -> Mapping[str, Mapping[str, str]]:
    tables: dict[str, dict[str, str]] = {language: {} for language in _LANGUAGES}
    for line in _MOODS.strip().splitlines():
        mood, *others = (word.strip() for word in line.split("|"))
        for language, word in zip(_LANGUAGES, (mood, *others), strict=True):
            tables[language][f"mood.{mood}"] = word
    return tables


MOODS: Mapping[str, Mapping[str, str]] = _table()
"""Phrases by language: the key "mood.tense" is "spannend" in German."""
