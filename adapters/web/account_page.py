"""The pages of signing in, as HTML. Pure."""

from collections.abc import Sequence
from html import escape
from pathlib import Path
from string import Template

from memory.logins import Login

_PAGE = Template((Path(__file__).parent / "template" / "account.html").read_text("utf-8"))
_NAME = (
    '<label>Name<input name="name" autocomplete="username" required minlength="3" maxlength="32"'
    ' value="{name}"></label>'
)
_HIDDEN_FIELD = (
    '<label>{label}<input name="{field}" type="password" autocomplete="{kind}" required minlength="10"'
    ' maxlength="200"></label>'
)
_KEEP = (
    '<label class="tick"><input type="checkbox" name="keep" checked> Keep what I told you here as a guest'
    "</label>"
)


def sign_in_page(*, may_join: bool, guest: bool, sites: Sequence[str], said: str = "", name: str = "") -> str:
    """For somebody who is not signed in; `sites` may vouch for them."""
    keep = _KEEP if guest else ""
    named = _NAME.format(name=escape(name))
    forms = [
        _form(
            "/account/sign-in",
            "Sign in",
            [named, _password("Password", "password", "current-password"), keep],
        )
    ]
    if sites:
        links = "".join(
            f'<a class="button" href="/auth/oauth/{escape(site)}">With {escape(site.title())}</a> '
            for site in sites
        )
        forms.append(f"<section><h2>Or through another site</h2>{links}</section>")
    if may_join:
        fresh = [_NAME.format(name=""), _password("Password", "password", "new-password"), keep]
        forms.append(_form("/account/join", "Make an account", fresh))
    return _page("Your account", "".join(forms), said)


def signed_in_page(login: Login, said: str = "") -> str:
    """For somebody who is."""
    parts = [
        f"<section><p>You are signed in as <b>{escape(login.name)}</b>.</p>"
        + ('<p><a href="/account/admin">Look after this place</a></p>' if login.admin else "")
        + "</section>"
    ]
    if login.password_hash is not None:
        fields = [
            _password("Password now", "password", "current-password"),
            _password("New password", "fresh", "new-password"),
        ]
        parts.append(_form("/account/password", "Change the password", fields))
    parts.append(_form("/account/sign-out", "Sign out", []))
    return _page("Your account", "".join(parts), said)


def admin_page(parts: dict[str, str], jobs: Sequence[Sequence[str]], logins: Sequence[Login]) -> str:
    """How the place is doing, for those who look after it."""
    body = (
        _table("Parts", ("part", "state"), list(parts.items()))
        + _table("Jobs", ("job", "last run", "result", "next run"), jobs)
        + _table(
            "Accounts",
            ("name", "by", ""),
            [
                (
                    login.name,
                    "password" if login.password_hash else "another site",
                    "admin" if login.admin else "",
                )
                for login in logins
            ],
        )
    )
    return _page("Looking after this place", body, "")


def _page(title: str, body: str, said: str) -> str:
    told = f'<p class="said" role="alert">{escape(said)}</p>' if said else ""
    return _PAGE.substitute(title=escape(title), body=body, said=told)


def _form(action: str, title: str, fields: Sequence[str]) -> str:
    return (
        f'<form method="post" action="{action}"><h2>{title}</h2>{"".join(fields)}'
        f"<button>{title}</button></form>"
    )


def _password(label: str, field: str, kind: str) -> str:
    return _HIDDEN_FIELD.format(label=label, field=field, kind=kind)


def _table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    heads = "".join(f"<th>{escape(name)}</th>" for name in head)
    lines = "".join("<tr>" + "".join(f"<td>{escape(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<section><h2>{escape(title)}</h2><table><tr>{heads}</tr>{lines}</table></section>"
