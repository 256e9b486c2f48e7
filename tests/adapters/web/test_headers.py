"""What the headers hold the browser to."""

import pytest
from starlette.responses import Response
from starlette.testclient import TestClient

from adapters.web.headers import SecurityHeaders


@pytest.mark.parametrize(("scheme", "secure"), [("https", True), ("http", False)])
def test_cookies_stay_on_https_where_they_came_by_it(scheme: str, secure: bool) -> None:
    page = Response()
    page.set_cookie("one", "1", httponly=True)
    page.set_cookie("two", "2", secure=True)
    client = TestClient(SecurityHeaders(page), base_url=f"{scheme}://films.example")
    one, two = client.get("/").headers.get_list("set-cookie")
    assert ("; secure" in one.lower()) is secure
    assert two.lower().count("; secure") == 1
