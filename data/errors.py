"""The one error family whose text is meant for the person reading it.

    AppError                 its text says what was wrong and what to do
    ├── StarterPackError     the starter pack is missing, damaged or of another version
    ├── DatabaseError        the database cannot be opened, read or written
    ├── ModelAway            the language model cannot be reached, or lacks the name asked for
    ├── SourceError          a source of films or ratings cannot be fetched or read
    └── BadInput             what the person sent cannot be used as it is

Anything else is a fault of ours: logged in full and answered with an apology.
"""


class AppError(Exception):
    """Base of errors whose text may be shown to a user as it stands: what was wrong, what to do."""


class StarterPackError(AppError):
    """The starter pack is missing, damaged or of another version."""


class DatabaseError(AppError):
    """The database cannot be opened, read or written."""


class ModelAway(AppError):
    """The language model cannot be reached in time, or the host lacks the model asked for."""


class SourceError(AppError):
    """A source of films or ratings cannot be fetched or read."""


class BadInput(AppError):
    """What the person sent cannot be used as it is."""
