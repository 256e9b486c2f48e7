"""A command as the line that is written down of it."""

from data.catalogue import Catalogue
from tools.arguments import Arguments


def as_typed(command: str, arguments: Arguments, catalogue: Catalogue) -> str:
    """Such as "/recommend like: Heat (1995), max_runtime: 120"; films by their titles."""
    given = arguments.model_dump(mode="json", exclude_defaults=True, exclude={"tool"})
    options = [f"{name}: {_shown(value, catalogue)}" for name, value in given.items()]
    return f"/{command} {', '.join(options)}".rstrip()


def _shown(value: object, catalogue: Catalogue) -> str:
    if isinstance(value, list):
        return " + ".join(_shown(part, catalogue) for part in value)
    film = catalogue.get(str(value))
    return film.label if film else str(value)
