"""Languages by their names, as people say them and as they are shown."""

from data.names import fold

_TABLE = """
en English ingles anglais englisch britisch
fr French frances francais franzosisch
es Spanish espanol castellano espagnol spanisch
de German aleman allemand deutsch
it Italian italiano italien italienisch
pt Portuguese portugues portugais portugiesisch brazilian
ja Japanese japones japonais japanisch
ko Korean coreano coreen koreanisch
zh Chinese chino chinois chinesisch mandarin cantonese
hi Hindi bollywood
ru Russian ruso russe russisch
sv Swedish sueco suedois schwedisch
da Danish danes danois danisch
no Norwegian noruego norvegien norwegisch
fi Finnish finlandes finnois finnisch
is Icelandic islandes islandais islandisch
nl Dutch holandes neerlandais niederlandisch flemish
pl Polish polaco polonais polnisch
cs Czech checo tcheque tschechisch
sk Slovak eslovaco slovaque slowakisch
hu Hungarian hungaro hongrois ungarisch
ro Romanian rumano roumain rumanisch
bg Bulgarian bulgaro bulgare bulgarisch
sr Serbian serbio serbe serbisch
hr Croatian croata croate kroatisch
bs Bosnian bosnio bosniaque bosnisch
sl Slovenian slovene esloveno slovene slowenisch
mk Macedonian macedonio macedonien mazedonisch
sq Albanian albanes albanais albanisch
el Greek griego grec griechisch
tr Turkish turco turc turkisch
ar Arabic arabe arabisch
he Hebrew hebreo hebreu hebraisch israeli
fa Persian persa persan persisch farsi iranian
ur Urdu
bn Bengali bengala bengalisch bangla
ta Tamil
te Telugu tollywood
ml Malayalam
kn Kannada
mr Marathi
pa Punjabi
th Thai tailandes thailandais thailandisch
vi Vietnamese vietnamita vietnamien vietnamesisch
id Indonesian indonesio indonesien indonesisch
ms Malay malayo malais malaiisch
tl Tagalog filipino
uk Ukrainian ucraniano ukrainien ukrainisch
et Estonian estonio estonien estnisch
lv Latvian leton letton lettisch
lt Lithuanian lituano lituanien litauisch
ka Georgian georgiano georgien georgisch
hy Armenian armenio armenien armenisch
kk Kazakh
mn Mongolian mongol
ne Nepali
si Sinhala
km Khmer
lo Lao
bo Tibetan
dz Dzongkha
ca Catalan
eu Basque
gl Galician
cy Welsh
ga Irish gaelic
la Latin
eo Esperanto
af Afrikaans
zu Zulu
xh Xhosa
st Sotho
wo Wolof
am Amharic
sw Swahili
rw Kinyarwanda
bm Bambara
iu Inuktitut
ku Kurdish
ps Pashto
tg Tajik
uz Uzbek
ky Kyrgyz
az Azerbaijani
ab Abkhazian
be Belarusian
lb Luxembourgish
mt Maltese
fy Frisian
fo Faroese
kl Greenlandic
jv Javanese
qu Quechua
ay Aymara
sm Samoan
mi Maori
yi Yiddish
"""
"""ISO 639-1 code, English name, then other words for it (folded)."""

_ROWS = [line.split() for line in _TABLE.strip().splitlines()]
_NAMES = {code: name for code, name, *_ in _ROWS}
_CODES = {fold(word): code for code, *words in _ROWS for word in words}


def resolve_language(text: str) -> str | None:
    """ISO 639-1 code of a language said in English, Spanish, French or German, or given as its code."""
    word = fold(text).removesuffix(" language")
    if word in _CODES:
        return _CODES[word]
    return word if word in _NAMES else None


def language_name(code: str) -> str:
    """English name of an ISO 639-1 code; the code itself where it is not known."""
    return _NAMES.get(code.lower(), code)


LANGUAGE_WORDS: frozenset[str] = frozenset(_CODES)
"""Every word by which a language is known, folded; codes are not among them."""
