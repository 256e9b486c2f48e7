"""What is taken of pictures and tables: looked at by what is said of a file, before it is fetched."""

from adapters.messaging.said import Sentences
from data.errors import BadInput
from data.sources.library_files import BYTES_AT_MOST

PICTURE_MB_AT_MOST = 8
_PICTURES = ("image/png", "image/jpeg", "image/webp")


def require_picture(name: str, kind: str | None, size: int, said: Sentences) -> None:
    """`name` as it may be shown, `kind` a MIME type, `size` in bytes. Raises BadInput."""
    if (kind or "").partition(";")[0] not in _PICTURES:
        raise BadInput(said("not.a.picture", name=name))
    if size > PICTURE_MB_AT_MOST * 2**20:
        raise BadInput(said("large.picture", mb=round(size / 2**20), limit=PICTURE_MB_AT_MOST))


def is_table(name: str) -> bool:
    """Whether it may be an export of films, by its name."""
    return name.casefold().endswith((".zip", ".csv"))


def require_table(name: str, size: int, said: Sentences) -> None:
    """`name` as it may be shown, `size` in bytes, of an export of films. Raises BadInput."""
    if not is_table(name):
        raise BadInput(said("not.a.table", name=name))
    if size > BYTES_AT_MOST:
        raise BadInput(said("large.table", mb=round(size / 2**20), limit=BYTES_AT_MOST // 2**20))
