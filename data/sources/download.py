"""Fetching a large file: goes on where it stopped, and is whole at the end or not there at all."""

import errno
import hashlib
import re
import shutil
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import httpx

from data.errors import SourceError

TRIES = 4
"""In a row without getting any further."""

SPARE = 50_000_000
"""Bytes of the disk that are left free."""

Progress = Callable[[int, int | None], None]
"""Told the bytes there are and the bytes there will be, None where the server does not say."""

_TOTAL = re.compile(r"bytes (?:(\d+)-\d+|\*)/(\d+)")
_MD5 = re.compile(r"\b[0-9a-f]{32}\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Downloader:
    """Downloads over one HTTP client."""

    client: httpx.Client
    sleep: Callable[[float], None] = time.sleep

    def fetch(self, url: str, target: Path, progress: Progress) -> None:
        """Have the file of `url` at `target`.

        What a run cut short left beside it (`.part`) is gone on with, if the server still has the same file.
        Raises SourceError, with what to do; what was fetched so far is kept.
        """
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f"{target.name}.part")
        failures = 0
        while failures < TRIES:
            before = _size(part)
            try:
                if self._go_on(url, part, progress):
                    part.replace(target)
                    _tag(part).unlink(missing_ok=True)
                    return
                wait = 2.0**failures
            except _Refused as refused:
                wait = refused.wait_s
            except httpx.TransportError:
                wait = 2.0**failures
            except OSError as error:
                raise _disk_error(error, part) from error
            failures = 0 if _size(part) > before else failures + 1
            if failures < TRIES:
                self.sleep(wait)
        fetched = f"; {_size(part) / 1e6:.1f} MB are there" if part.exists() else ""
        raise SourceError(
            f"{url} cannot be fetched at the moment: the network or the server fails{fetched}. "
            "Run the command again later; it goes on where it stopped."
        )

    def published_md5(self, url: str) -> str | None:
        """The MD5 that is published beside a file (`URL.md5`), None where there is none."""
        try:
            answer = self.client.get(f"{url}.md5")
        except httpx.TransportError:
            return None
        found = _MD5.search(answer.text) if answer.status_code == httpx.codes.OK else None
        return found[0].lower() if found else None

    def _go_on(self, url: str, part: Path, progress: Progress) -> bool:
        """One request; whether the file is whole now."""
        start = _size(part)
        headers = {"Accept-Encoding": "identity"}
        known = _tag(part).read_text(encoding="utf-8") if _tag(part).exists() else ""
        if start and known:
            headers |= {"Range": f"bytes={start}-", "If-Range": known}
        with self.client.stream("GET", url, headers=headers) as answer:
            if answer.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
                told = _TOTAL.match(answer.headers.get("Content-Range", ""))
                if told and int(told[2]) == start:
                    return True
                part.unlink(missing_ok=True)
                return False
            _check(answer, url)
            told = _TOTAL.match(answer.headers.get("Content-Range", ""))
            if answer.status_code == httpx.codes.PARTIAL_CONTENT and told and told[1] == str(start):
                mode = "ab"
                total: int | None = int(told[2])
            else:
                start, mode = 0, "wb"
                length = answer.headers.get("Content-Length", "")
                total = int(length) if length.isdigit() else None
            _check_space(part, start, total)
            tag = answer.headers.get("ETag") or answer.headers.get("Last-Modified") or ""
            # A weak tag promises the same meaning, not the same bytes: such a file is fetched from the start.
            _tag(part).write_text("" if tag.startswith("W/") else tag, encoding="utf-8")
            done = start
            with part.open(mode) as file:
                for piece in answer.iter_raw():
                    file.write(piece)
                    done += len(piece)
                    progress(done, total)
        return total is None or done == total


class _Refused(Exception):
    """The server asks to come again."""

    def __init__(self, wait_s: float) -> None:
        super().__init__(wait_s)
        self.wait_s = wait_s


def verify_md5(path: Path, expected: str) -> None:
    """Hold a file against its MD5, and delete it if it is another. Raises SourceError then."""
    with path.open("rb") as file:
        found = hashlib.file_digest(file, lambda: hashlib.md5(usedforsecurity=False)).hexdigest()
    if found != expected:
        path.unlink()
        raise SourceError(
            f"{path.name} does not have the checksum that its publisher states ({found}, not {expected}). "
            "It was deleted; run the command again to fetch it anew."
        )


def _check(answer: httpx.Response, url: str) -> None:
    """Raise SourceError for what no waiting mends, _Refused for what it may."""
    status = answer.status_code
    if status in (httpx.codes.OK, httpx.codes.PARTIAL_CONTENT):
        return
    if status == httpx.codes.TOO_MANY_REQUESTS or status >= httpx.codes.INTERNAL_SERVER_ERROR:
        told = answer.headers.get("Retry-After", "")
        raise _Refused(min(float(told), 60.0) if told.isdigit() else 2.0)
    if status == httpx.codes.NOT_FOUND:
        raise SourceError(
            f"There is no {url} (any more). Give another address, or a file that you have, with --from."
        )
    raise SourceError(f"{url} is refused by the server with status {status}.")


def _check_space(part: Path, start: int, total: int | None) -> None:
    free = shutil.disk_usage(part.parent).free
    if total is not None and free < total - start + SPARE:
        raise SourceError(
            f"The disk of {part.parent} has {free / 1e6:,.0f} MB free; "
            f"{(total - start + SPARE) / 1e6:,.0f} are needed. Make room, or set CINE_HOME to another disk."
        )


def _disk_error(error: OSError, part: Path) -> SourceError:
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return SourceError(
            f"The disk of {part.parent} is full; {_size(part) / 1e6:.1f} MB are fetched. "
            "Make room and run the command again; it goes on where it stopped."
        )
    return SourceError(f"{part} cannot be written: {error.strerror}.")


def _tag(part: Path) -> Path:
    return part.with_name(f"{part.name}.tag")


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
