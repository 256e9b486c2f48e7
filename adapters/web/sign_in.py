"""The addresses of signing in: with a password, by what another site vouches for, and out again."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Literal
from urllib.parse import parse_qs, urlsplit

from chainlit.auth import clear_auth_cookie
from chainlit.user import User
from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from adapters.seeing.health import Health
from adapters.web.account_page import admin_page, sign_in_page, signed_in_page
from adapters.web.names import require_name
from adapters.web.passwords import Passwords, require_password
from adapters.web.visitor import guest, session_of, signed_in, welcome
from data.errors import AppError, BadInput
from memory.database import Database
from memory.jobs import JobBook
from memory.logins import Login, Logins
from memory.sign_in_tries import SignInTries

_BODY_AT_MOST = 4096
_NO_MATCH = "That name and password do not match."
_PRIVATE = {"Cache-Control": "no-store"}

Joining = Literal["invited", "open"]


class SignIn:
    """Signing in to the web chat, where it is on."""

    def __init__(
        self, database: Database, health: Health, *, joining: Joining, sites: Sequence[str] = ()
    ) -> None:
        """`joining`: who may make an account; `sites`: those that Chainlit is set up for."""
        self.logins = Logins(database)
        self._tries = SignInTries(database)
        self._jobs = JobBook(database)
        self._health = health
        self._passwords = Passwords()
        self._open = joining == "open"
        self._sites = tuple(sites)

    def router(self) -> APIRouter:
        """All its pages; forms are taken from our own pages only."""
        router = APIRouter()
        router.add_api_route("/account", self._account, methods=["GET"])
        router.add_api_route("/account/admin", self._admin, methods=["GET"])
        router.add_api_route("/login/callback", self._vouched_for, methods=["GET"])
        for name, handler in (
            ("sign-in", self._sign_in),
            ("join", self._join),
            ("password", self._change_password),
            ("sign-out", self._sign_out),
        ):
            router.add_api_route(f"/account/{name}", handler, methods=["POST"])
        return router

    async def vouch(self, site: str, raw: dict[str, str], user: User) -> User | None:
        """Whom another site let in, as Chainlit asks; None for strangers where only the invited may come."""
        subject = str(raw.get("sub") or raw.get("id") or user.identifier)
        name = str(raw.get("name") or raw.get("preferred_username") or raw.get("login") or "You")
        login = await self.logins.vouched(site, subject, name[:32], make=self._open)
        return None if login is None else session_of(login)

    async def _account(self, request: Request) -> Response:
        login = await signed_in(request, self.logins)
        return _html(signed_in_page(login)) if login else self._ask(request)

    async def _sign_in(self, request: Request) -> Response:
        form = await _form(request)
        name, address = form.get("name", "").strip(), _address(request)
        if busy := self._patience(request, await self._tries.wait(name, address), name):
            return busy
        login = await self.logins.find(name)
        fits = await self._passwords.fits(login.password_hash if login else None, form.get("password", ""))
        if login is None or not fits:
            await self._tries.failed(name, address)
            return self._ask(request, _NO_MATCH, name, status=403)
        await self._tries.succeeded(name, address)
        return await self._enter(request, login, keep="keep" in form)

    def _patience(self, request: Request, wait: timedelta, name: str) -> Response | None:
        """The page that says how long to wait; None where there is no need to."""
        if wait.total_seconds() <= 0:
            return None
        minutes = -(-int(wait.total_seconds()) // 60)
        return self._ask(request, f"Too many tries. Please wait {minutes} min.", name, status=429)

    async def _join(self, request: Request) -> Response:
        form = await _form(request)
        if not self._open:
            return self._ask(request, "Accounts are made by whoever runs this place.", status=403)
        name, password = form.get("name", "").strip(), form.get("password", "")
        if busy := self._patience(request, await self._tries.wait_to_join(_address(request)), name):
            return busy
        try:
            require_name(name)
            require_password(password)
            login = await self.logins.add(name, await self._passwords.hash(password))
        except AppError as error:
            return self._ask(request, str(error), name, status=400)
        await self._tries.joined(_address(request))
        return await self._enter(request, login, keep="keep" in form)

    async def _change_password(self, request: Request) -> Response:
        form = await _form(request)
        login = await signed_in(request, self.logins)
        if login is None:
            return self._ask(request, "Please sign in first.", status=403)
        address = _address(request)
        if (await self._tries.wait(login.name, address)).total_seconds() > 0:
            return _html(signed_in_page(login, "Too many tries. Please wait a while."), status=429)
        if not await self._passwords.fits(login.password_hash, form.get("password", "")):
            await self._tries.failed(login.name, address)
            return _html(signed_in_page(login, "That is not the password so far."), status=403)
        try:
            require_password(form.get("fresh", ""))
        except BadInput as error:
            return _html(signed_in_page(login, str(error)), status=400)
        renewed = await self.logins.set_password(login.id, await self._passwords.hash(form["fresh"]))
        if renewed is None:
            return self._ask(request)
        response = _html(signed_in_page(renewed, "The password is changed; all other sessions are over."))
        welcome(request, response, renewed)
        return response

    async def _sign_out(self, request: Request) -> Response:
        await _form(request)
        response = RedirectResponse("/account", status_code=303)
        clear_auth_cookie(request, response)
        return response

    async def _vouched_for(self, request: Request) -> Response:
        """Where Chainlit sends those whom another site let in: what they told as a guest comes along."""
        login = await signed_in(request, self.logins)
        if login is None:
            return self._ask(
                request, "That site did not let you in, or you have no account here.", status=403
            )
        return await self._enter(request, login, keep=True)

    async def _admin(self, request: Request) -> Response:
        login = await signed_in(request, self.logins)
        if login is None or not login.admin:
            return self._ask(request, "That page is for those who look after this place.", status=403)
        seen = await self._health.look()
        parts = {name: part["state"] for name, part in seen["parts"].items()}
        jobs = [
            (job.name, _moment(job.ended_at), job.outcome or "", _moment(job.due_at))
            for job in await self._jobs.all()
        ]
        return _html(admin_page(parts, jobs, await self.logins.all()))

    async def _enter(self, request: Request, login: Login, *, keep: bool) -> Response:
        visitor = guest(request)
        if keep and visitor:
            await self.logins.claim(login, visitor)
        response = RedirectResponse("/", status_code=303, headers=_PRIVATE)
        welcome(request, response, login)
        return response

    def _ask(self, request: Request, said: str = "", name: str = "", status: int = 200) -> Response:
        page = sign_in_page(
            may_join=self._open, guest=guest(request) is not None, sites=self._sites, said=said, name=name
        )
        return _html(page, status=status)


async def _form(request: Request) -> dict[str, str]:
    """The fields of a form of ours. Raises BadInput where another site sent it, or it is too long."""
    origin = request.headers.get("origin")
    site = request.headers.get("sec-fetch-site", "same-origin")
    if (origin and urlsplit(origin).netloc != request.headers.get("host")) or site not in (
        "same-origin",
        "none",
    ):
        raise BadInput("That form came from another page; please open ours and try again.")
    body = b""
    async for piece in request.stream():
        body += piece
        if len(body) > _BODY_AT_MOST:
            raise BadInput("That is too long for this form.")
    fields = parse_qs(body.decode("utf-8", "replace"), keep_blank_values=True)
    return {name: values[0] for name, values in fields.items()}


def _address(request: Request) -> str:
    return request.client.host if request.client else ""


def _moment(at: datetime | None) -> str:
    return f"{at.astimezone(UTC):%Y-%m-%d %H:%M} UTC" if at else "–"


def _html(page: str, status: int = 200) -> HTMLResponse:
    return HTMLResponse(page, status_code=status, headers=_PRIVATE)
