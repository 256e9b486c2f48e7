"""What a phrase names that can be measured: "dark and empty, teal and orange" in words to aspects.

Colour, light, balance and emptiness are measured better than any embedding knows them; everything else in the
phrase ("desert", "like a doll's house") is left to the embedding.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

WORDS: Mapping[str, Mapping[str, float]] = {
    "black[- ]and[- ]white|black & white|b&w|monochrom(?:e|atic)|gr[ea]yscale|film noir|silver screen": {
        "black_and_white": 1.0
    },
    "deep shadows?|hard shadows?|shadows|shadowy|chiaroscuro": {"dark": 0.5, "contrasty": 0.7},
    "low[- ]key(?: light| lighting)?|dimly lit|dim|murky|gloomy|gloom|sombre|somber|bleak": {
        "dark": 1.0,
        "muted": 0.3,
    },
    "(?:very |really |mostly |almost )?(?:dark|black|darkness|pitch[- ]black|unlit)": {"dark": 1.0},
    "high[- ]key|bright|brightly lit|light|luminous|airy|sunlit|daylight": {"bright": 1.0},
    "white": {"bright": 0.8, "muted": 0.4},
    "minimal(?:ist|istic|ism)?|empty|emptiness|sparse|bare|uncluttered|clean|negative space|simple|spare": {
        "minimal": 1.0
    },
    "busy|cluttered|crowded|chaotic|packed|ornate|detailed|baroque": {"busy": 1.0},
    "symmetric(?:al|ally)?|symmetry|centred|centered|mirrored|balanced|one[- ]point perspective": {
        "symmetrical": 1.0
    },
    "pastels?|candy[- ]colou?red|cotton candy|powdery": {"pastel": 1.0},
    "teal (?:and|&) orange|orange (?:and|&) teal|teal[/-]orange|orange[/-]teal": {"teal_and_orange": 1.0},
    "golden(?: hour| light)?|gold|honey|amber": {"golden": 1.0},
    "sun[- ]bleached|sun[- ]baked|sun[- ]drenched|sun[- ]burnt|sunburnt": {"golden": 0.7, "bright": 0.6},
    "sunset|sundown|dusk": {"orange": 0.7, "golden": 0.4},
    "icy(?: blue)?|ice[- ]blue|frosty|frozen blue|cold blue|pale blue|steel blue": {"icy": 1.0},
    "neons?|neon[- ]lit|cyberpunk|blacklight|fluorescent": {"neon": 1.0},
    "night|nighttime|nocturnal|midnight|moonlit": {"dark": 0.8, "cool": 0.2},
    "sepia|faded brown|old photograph": {"sepia": 1.0},
    "warm(?:er)?|warm[- ]toned|cosy colou?rs": {"warm": 1.0},
    "cool(?:er)?|cool[- ]toned|cold|cold[- ]toned|chilly": {"cool": 1.0},
    "colou?rful|rainbow|multicolou?red|kaleidoscopic|psychedelic": {"colourful": 1.0},
    "vivid|saturated|vibrant|bold colou?rs|punchy|technicolou?r|garish|lurid": {"vivid": 1.0},
    "muted|desaturated|washed[- ]out|faded|drab|understated|subdued": {"muted": 1.0},
    "high[- ]contrast|contrasty|stark": {"contrasty": 1.0},
    "low[- ]contrast|soft|hazy|misty|foggy|dreamy|gauzy": {"soft": 1.0},
    "grainy|gritty|textured|rough": {"textured": 1.0},
    "red|crimson|scarlet|blood[- ]red|ruby": {"red": 1.0},
    "orange|tangerine|rust": {"orange": 1.0},
    "yellow|lemon|mustard": {"yellow": 1.0},
    "green|emerald|olive|jade": {"green": 1.0},
    "teal|turquoise|cyan|aqua": {"teal": 1.0},
    "blue|azure|navy|cobalt|indigo": {"blue": 1.0},
    "purple|violet|lavender|lilac": {"purple": 1.0},
    "pink|rose|magenta|fuchsia": {"pink": 1.0},
    "brown|earthy|earth tones?": {"sepia": 0.7, "orange": 0.4},
    "grey|gray|silver": {"muted": 1.0},
    "happier|happy|cheerful|joyful|sunny|upbeat|playful": {"bright": 0.6, "vivid": 0.5, "warm": 0.3},
    "sadder|sad|melancholy|melancholic|moody": {"dark": 0.5, "muted": 0.5, "cool": 0.3},
    "lighter": {"bright": 1.0},
    "darker": {"dark": 1.0},
}
"""Expressions (alternatives of a regular expression) to the aspects they name, tried in this order."""

NOT_FILM = re.compile(
    r"\b(?:a|an|and|or|the|with|of|in|on|at|to|very|really|mostly|mainly|all|but|more|much|bit|some|lots?|full|"
    r"colou?rs?|colou?red|tones?|toned|look(?:s|ing)?|style|styled|films?|movies?|posters?|pictures?|images?|"
    r"frames?|shots?|stills?|palette|light(?:ing)?|that|which|is|are|it|like|something|i|want|show|me|find|please|"
    r"shades?|hues?|everything|nothing|everywhere|just|only|deep|strong|photo(?:s|graphs?|graphy)?|"
    r"cinematograph(?:y|ic)|scenes?|scenery|background|lights|lit|glow(?:ing)?|dominat(?:ed|ing)|dominant|by|"
    r"almost|entirely|completely|heavy|heavily|mood|atmosphere|visuals?|aesthetics?|design|composition|"
    r"artwork|art|cover|feel(?:ing)?|vibes?|big|large|areas?|lots|plenty|frame|drenched|soaked|bathed|"
    r"one|its|own|from|for|me|my|taste|please|same|this|these|those|there|where)\b"
)
"""Words that say nothing by themselves of what is in a picture."""

MEDIUM = re.compile(
    r"\b(?:(?:something|films?|movies?|posters?|pictures?|images?|frames?|shots?|stills?|show me|find me|"
    r"i want|i'd like|please)(?: (?:that|which) (?:looks?|is|are)| that| which)?|"
    r"(?:the )?looks? (?:of|like))\b"
)
"""Words about the asking and the medium, not about the look."""

_NEGATION = re.compile(r"(?:\bnot|\bno|\bnot too|\bless|\bwithout|\bnon|\bnever)[\s-]+(?:\w+\s+)?$")
_PATTERNS = tuple((re.compile(rf"\b(?:{words})\b"), aspects) for words, aspects in WORDS.items())


@dataclass(frozen=True, slots=True)
class Reading:
    """A phrase taken apart."""

    aspects: Mapping[str, float]
    """What is to be measured and how strongly; negative where the phrase refuses it."""
    plain: str
    """The phrase without words about asking and about films, for the embedding."""
    rest: str
    """What of it cannot be measured; empty where everything can."""
    coverage: float
    """Share of the phrase's words of substance that are measured, 0 to 1."""


def read(phrase: str) -> Reading:
    """Take a phrase apart. Never fails; a phrase that names nothing measurable has coverage 0."""
    text = phrase.casefold()
    aspects: dict[str, float] = {}
    named = 0
    for pattern, weights in _PATTERNS:
        for match in pattern.finditer(text):
            sign = -1.0 if _NEGATION.search(text[: match.start()]) else 1.0
            for aspect, weight in weights.items():
                aspects[aspect] = aspects.get(aspect, 0.0) + sign * weight
            named += 1
        text = pattern.sub(lambda match: "\0" * len(match.group()), text)
    rest = " ".join(NOT_FILM.sub(" ", re.sub(r"[\0,;.:!?]+", " ", text)).split())
    rest = re.sub(r"\b(?:not|no|too|less|without|non)\b", " ", rest).strip()
    others = len(re.findall(r"\w{2,}", rest))
    substance = named + others
    plain = " ".join(MEDIUM.sub(" ", phrase.casefold()).split())
    return Reading(aspects, plain or phrase, " ".join(rest.split()), named / substance if substance else 0.0)
