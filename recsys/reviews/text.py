"""Review text as it comes from strangers, made plain: no markup, no control characters, bounded."""

import re
import unicodedata
from html import unescape

CHARACTERS = 20_000
"""More than nearly every review has; what a flood of text has beyond that is not read."""

_SCRIPTS = re.compile(r"(?is)<(script|style)\b.*?(</\1\s*>|$)")
_TAGS = re.compile(r"<!--.*?(?:-->|$)|</?[a-zA-Z][^<>]{0,400}>", re.DOTALL)
_BREAKS = re.compile(r"(?i)<\s*/?\s*(?:br|p|div|li)\b[^<>]{0,40}>")
_SPACES = re.compile(r"[^\S\n]+")
_LINES = re.compile(r"\s*\n\s*")
_MOJIBAKE = re.compile(r"[ÃÂâ][\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")


def clean(text: str) -> str:
    """The words alone: tags and entities resolved, invisible characters gone, lines kept, spaces single."""
    text = _mended(text[: CHARACTERS * 2])
    text = _TAGS.sub("", _BREAKS.sub("\n", _SCRIPTS.sub(" ", text)))
    text = unicodedata.normalize("NFC", unescape(text).replace("\r\n", "\n").replace("\r", "\n"))
    if not text.replace("\n", "").isprintable():
        text = "".join(character for character in text if _visible(character))
    return _LINES.sub("\n", _SPACES.sub(" ", text)).strip()[:CHARACTERS]


def decode(raw: bytes) -> tuple[str, bool]:
    """Text of a file's bytes, and whether it was sound UTF-8; if not, it is read as Windows-1252."""
    try:
        return raw.decode("utf-8-sig"), True
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace"), False


def _visible(character: str) -> bool:
    # Cc control, Cf format (zero width, text direction), Co private, Cs surrogate, Cn unassigned
    return character == "\n" or unicodedata.category(character) not in {"Cc", "Cf", "Co", "Cs", "Cn"}


def _mended(text: str) -> str:
    """UTF-8 that was once read as Windows-1252 ("donâ€™t"), turned back where that works cleanly."""
    if not _MOJIBAKE.search(text):
        return text
    try:
        return text.encode("cp1252").decode("utf-8")
    except UnicodeError:
        return text
