"""Chainlit reads its folder and its secret from the environment when it is first imported: make both before.

The folder lies in the data folder, since Chainlit also writes to it (translations, files in transit), and is
filled afresh at every start with what this package ships.
"""

import json
import os
import secrets
import shutil
import tempfile
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from data.errors import DatabaseError

HERE = Path(__file__).parent
LANGUAGE = "en-US"
KEY_FILE = "web-secret"
_ACCOUNT_LINK = """
[[UI.header_links]]
name = "Account"
display_name = "Account"
icon_url = "/public/account.svg"
url = "/account"
target = "_self"
"""


def prepare_chainlit(home: Path, *, secret: str | None = None, accounts: bool = False) -> None:
    """Fill Chainlit's folder below `home` and point Chainlit to it. Call before anything imports Chainlit.

    `secret` signs the sessions, one in `home` where there is none; with `accounts` there is a link to them.

    Raises DatabaseError, with the mend, where `home` cannot be written to.
    """
    root = home / "web"
    try:
        _fill(root, accounts=accounts)
        secret = secret or _secret(home / KEY_FILE)
    except OSError as error:
        raise DatabaseError(
            f"The data folder {home} cannot be written to ({error.strerror}); "
            "make it writable or set CINE_HOME to another one."
        ) from None
    os.environ["CHAINLIT_APP_ROOT"] = str(root)
    os.environ["CHAINLIT_AUTH_SECRET"] = secret
    os.environ["CHAINLIT_CUSTOM_AUTH"] = "true"  # we set the session's cookie ourselves: see visitor.py


def _fill(root: Path, *, accounts: bool) -> None:
    translations = root / ".chainlit" / "translations"
    translations.mkdir(mode=0o700, parents=True, exist_ok=True)
    config = (HERE / "template" / "config.toml").read_text("utf-8")
    (root / ".chainlit" / "config.toml").write_text(config + (_ACCOUNT_LINK if accounts else ""), "utf-8")
    shutil.copyfile(HERE / "template" / "chainlit.md", root / f"chainlit_{LANGUAGE}.md")
    shutil.copytree(HERE / "public", root / "public", dirs_exist_ok=True)
    (translations / f"{LANGUAGE}.json").write_text(json.dumps(_wording(), indent=1), "utf-8")


def _wording() -> dict[str, Any]:
    """Chainlit's own words for its buttons and menus, with ours laid over them."""
    spec = find_spec("chainlit")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("chainlit is not installed")
    theirs = Path(spec.origin).parent / "translations" / f"{LANGUAGE}.json"
    ours = HERE / "template" / "wording.json"
    return _laid_over(json.loads(theirs.read_text("utf-8")), json.loads(ours.read_text("utf-8")))


def _laid_over(base: dict[str, Any], over: dict[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in over.items():
        merged[key] = _laid_over(base[key], value) if isinstance(value, dict) else value
    return merged


def _secret(file: Path) -> str:
    """The secret that signs web sessions: made once, readable by its owner alone."""
    if not file.exists():
        descriptor, temporary = tempfile.mkstemp(dir=file.parent, prefix=file.name)  # mode 0600
        with os.fdopen(descriptor, "w", encoding="ascii") as handle:
            handle.write(secrets.token_urlsafe(48))
        Path(temporary).replace(file)
    return file.read_text("ascii")
