"""Names that one can sign in by."""

import re

from data.errors import BadInput

_NAME = re.compile(r"\w(?:[\w .-]{1,30})\w")


def require_name(name: str) -> None:
    """Raises BadInput for one that cannot be signed in by."""
    if not _NAME.fullmatch(name):
        raise BadInput("A name has 3 to 32 letters or digits, with spaces, dots or hyphens between them.")
