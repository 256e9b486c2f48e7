"""The data folder."""

from adapters.settings import Settings
from data.errors import DatabaseError


def make_home(settings: Settings) -> None:
    """Make the data folder, readable by its owner alone. Raises DatabaseError with the mend."""
    try:
        settings.home.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseError(
            f"The data folder {settings.home} cannot be made ({error.strerror}); "
            "set CINE_HOME to a folder that you may write to."
        ) from None
