"""A server of files on the loopback address: with ranges, checksums, and every fault on demand."""

import hashlib
import re
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


@dataclass
class FileServer:
    """What is served, what goes wrong, and what was asked."""

    address: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    faults: deque[str] = field(default_factory=deque)
    """For the next requests, in order: "cut" (after half of what is left), "503", "429", "" for none."""
    ranges: bool = True
    requests: list[tuple[str, str | None]] = field(default_factory=list)
    """Path and Range header."""

    def add(self, name: str, content: bytes, *, md5: bool = False) -> None:
        self.files[f"/{name}"] = content
        if md5:
            digest = hashlib.md5(content, usedforsecurity=False).hexdigest()
            self.files[f"/{name}.md5"] = f"MD5 ({name}) = {digest}\n".encode()

    def answer(self, handler: BaseHTTPRequestHandler) -> None:
        wanted = handler.headers.get("Range")
        self.requests.append((handler.path, wanted))
        fault = self.faults.popleft() if self.faults and not handler.path.endswith(".md5") else ""
        content = self.files.get(handler.path)
        if fault.isdigit() or content is None:
            handler.send_response(int(fault or 404))
            handler.send_header("Retry-After", "0")
            handler.send_header("Content-Length", "0")
            handler.end_headers()
            return
        tag = f'"{hashlib.sha256(content).hexdigest()[:8]}"'
        start = 0
        part = re.fullmatch(r"bytes=(\d+)-", wanted or "")
        if part and self.ranges and handler.headers.get("If-Range") == tag:
            start = int(part[1])
        if start and start >= len(content):
            handler.send_response(416)
            handler.send_header("Content-Range", f"bytes */{len(content)}")
            handler.send_header("Content-Length", "0")
            handler.end_headers()
            return
        handler.send_response(206 if start else 200)
        if start:
            handler.send_header("Content-Range", f"bytes {start}-{len(content) - 1}/{len(content)}")
        handler.send_header("ETag", tag)
        handler.send_header("Content-Length", str(len(content) - start))
        handler.end_headers()
        rest = content[start:]
        handler.wfile.write(rest[: len(rest) // 2] if fault == "cut" else rest)


@contextmanager
def file_server() -> Iterator[FileServer]:
    served = FileServer()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            served.answer(self)
            self.close_connection = True

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    served.address = f"http://127.0.0.1:{server.server_port}"
    try:
        yield served
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
