"""What Python's zip reader raises for an archive that is damaged, locked, or packed in an unknown way."""

import lzma
import struct
import zipfile
import zlib

UNREADABLE: tuple[type[Exception], ...] = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,  # a way of packing
    RuntimeError,  # a password
    ValueError,  # places outside the file
)
"""Found by cutting and overwriting archives at random; see `tests/fuzz`."""

UNREADABLE_IN_MEMORY: tuple[type[Exception], ...] = (*UNREADABLE, OSError)
"""Of an archive in memory; for one in a file OSError says that the disk is full or the like."""
