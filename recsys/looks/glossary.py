"""Words of looks in Spanish, French and German, put into English before anything else is read.

The sentence encoder knows English only. Words that are English too ("hell", "see") are translated only where
another word of the phrase shows that it is not English. What is not listed stays as it is.
"""

import re
from collections.abc import Mapping

PLAIN: Mapping[str, str] = {
    # light and dark
    r"noirs? et blancs?|blanco y negro|schwarz[- ]?(?:und[- ])?weiss\w*": "black and white",
    r"oscur[oa]s?|obscures?|dunkel|dunkle[nrs]?|düster\w*|finster\w*": "dark",
    r"oscuridad|ténèbres|dunkelheit|finsternis": "darkness",
    r"sombras|ombres|schatten": "shadows",
    r"luminos[oa]s?|lumineu(?:x|ses?)|claires?|brillantes|hell[- ]?erleuchtet\w*": "bright",
    r"minimalistas?|minimalistisch\w*|minimalistes|épurée?s?|schlicht\w*": "minimal",
    r"vac[ií][oa]s?|vides?|leer(?:e[nrs]?)?": "empty",
    r"simétric[oa]s?|symétriques?|symmetrisch\w*": "symmetrical",
    r"(?:mucho|alto|fort) contrastes?|contrastes? (?:fort|fuerte)e?s?|(?:harte|starke)[rn]? kontrast\w*": (
        "high contrast"
    ),
    # colours
    r"rouges?|roj[oa]s?|rote[nrs]?|rottönen?|in rot": "red",
    r"bleus? canards?": "teal",
    r"bleue?s?|azul(?:es)?|blau(?:e[nrs]?)?|blautönen?": "blue",
    r"vertes?|verdes?|grün(?:e[nrs]?)?": "green",
    r"jaunes?|amarill[oa]s?|gelb(?:e[nrs]?)?": "yellow",
    r"naranjas?|anaranjad[oa]s?|orangen?farben\w*": "orange",
    r"rosad[oa]s?|rosa": "pink",
    r"violette[nrs]?|morad[oa]s?": "purple",
    r"turquesas?|türkis\w*": "turquoise",
    r"blancs?|blanches?|blanc[oa]s|weiss(?:e[nrs]?)": "white",
    r"negr[oa]s|noires?|schwarz(?:e[nrs]?)?": "black",
    r"grau(?:e[nrs]?)?|grises": "grey",
    r"pastell?(?:farben|töne|tönen)|colores? pastel(?:es)?|couleurs? pastel|pasteles": "pastel colours",
    r"dorad[oa]s?|dorée?s?|goldene[mnrs]?": "golden",
    r"luz|luces|lumières?|licht(?:er)?": "light",
    r"helad[oa]s?|glacée?s?|eisig\w*|eisblau\w*": "icy blue",
    r"neonlicht\w*|neonreklame\w*|(?:luces|lumières|letreros) (?:de |au )?n[ée][óo]ns?|neón|néons?": (
        "neon lights"
    ),
    r"fr[ií][oa]s?|froide?s?|kalt(?:e[nrs]?)?|kühl(?:e[nrs]?)?": "cold",
    r"cálid[oa]s?|chaude?s?|warme[nrs]": "warm",
    r"colorid[oa]s?|colorée?s?|bunt(?:e[nrs]?)?|farbenfroh\w*": "colourful",
    r"farben|colores|couleurs": "colours",
    # places and things
    r"(?:im )?(?:weltraum|weltall)|(?:en )?el espacio|dans l['’]espace|espacio exterior": "in outer space",
    r"(?:au bord de )?la mer|auf hoher see|am meer|meer|el mar|alta mar|océanos?|ozean": "the sea",
    r"nieve|neige|schnee|nevad[oa]s?|enneigée?s?|verschneit\w*": "snow",
    r"invierno|hiver|winterlich\w*": "winter",
    r"hielo|und eis|eis und": "ice",
    r"désert|desierto|wüste": "desert",
    r"ciudad(?:es)?|villes?|(?:gross)?st[aä]dte?": "city",
    r"noches?|nuits?|nachts?|nächtlich\w*": "night",
    r"lluvia|pluie|regen": "rain",
    r"bosques?|forêts?|wälder|im wald": "forest",
    r"dibujos animados|dessins? animés?|zeichentrick\w*|animación|trickfilm\w*": "animated cartoon",
    r"(?:una )?(?:películas? )?del oeste|vaqueros?|cow-boys?": "western with cowboys",
    r"guerra|guerre|krieg": "war",
    r"soldados?|soldats?|soldaten": "soldiers",
    r"paisajes?|paysages?|landschaft(?:en)?": "landscape",
    r"playas?|plages?|strand": "beach",
    # asking by a picture
    r"(?:que )?se parezcan? a|(?:qui )?ressemblent? à|(?:die )?(?:so )?aussehen wie": "like",
    r"esta imagen|cette image|diese[sm]? bild": "this picture",
}
"""Expressions that no English phrase holds, to their English, tried in this order."""

DOUBTFUL: Mapping[str, str] = {
    r"hell(?:e[nrs]?)?|brillante": "bright",
    r"sombres?": "dark",
    r"rot": "red",
    r"roses?": "pink",
    r"gris": "grey",
    r"noirs?|negr[oa]": "black",
    r"blanc[oa]": "white",
    r"mar": "the sea",
    r"minimaliste": "minimal",
    r"und|con|avec|mit|sur|unter|sous|bajo|entre|todo|tout|en|predomina|domina|el|la|le|los|las|les|des|du|de|"
    r"del|die|der|das|dem|den|ein(?:e[nmrs]?)?|une?|una?|im|auf|bei|am|wie|como|comme|et|y|sehr|ganz|muy|très|"
    r"películas?|filme|bilder|imágenes|dans|aux?": " ",
}
"""Likewise, of words that may be English; small words fall away."""


def in_english(phrase: str) -> str:
    """The phrase in lower case (ß as ss), its Spanish, French and German words of looks put into English."""
    text = phrase.casefold()
    translated = text
    for pattern, english in _PLAIN:
        translated = pattern.sub(f" {english} ", translated)
    if translated == text:
        return text
    for pattern, english in _DOUBTFUL:
        translated = pattern.sub(f" {english} ", translated)
    return " ".join(translated.split())


def _compiled(words: Mapping[str, str]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"(?<!\w)(?:{expression})(?!\w)"), english) for expression, english in words.items()
    )


_PLAIN, _DOUBTFUL = _compiled(PLAIN), _compiled(DOUBTFUL)
