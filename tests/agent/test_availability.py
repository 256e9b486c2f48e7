import socket

import pytest

from agent.availability import AUTO, Availability, has_model, probe
from tests.support.ollama_stub import ollama_stub


@pytest.mark.parametrize(
    ("name", "there"),
    [
        ("llama3", True),
        ("llama3:latest", True),
        ("LLAMA3", True),
        ("llama3:8b", False),
        ("qwen:1.5b", True),
        ("qwen", False),
        ("registry:5000/me/mine", True),
        ("", False),
    ],
)
def test_a_name_without_a_tag_means_latest(name: str, there: bool) -> None:
    assert has_model(("llama3:latest", "qwen:1.5b", "registry:5000/me/mine:latest"), name) is there


async def test_a_host_that_has_the_model() -> None:
    async with ollama_stub() as stub:
        found = await probe(stub.host, "tiny")
    assert found.reachable
    assert found.names == ("tiny:latest",)
    assert (found.cause, found.problem, found.mend) == (None, None, None)


async def test_a_host_without_the_model() -> None:
    async with ollama_stub() as stub:
        found = await probe(stub.host, "big")
        assert found.cause == "lacking"
        assert found.problem == f"Ollama at {stub.host} has no model called big."
        assert found.mend == "ollama pull big"


async def test_auto_takes_the_first_model_that_can_talk() -> None:
    chosen: list[str] = []
    async with ollama_stub() as stub:
        stub.names = ("nomic-embed-text:latest", "llama3:8b", "tiny:latest")
        there = Availability(stub.host, AUTO, choose=chosen.append)
        assert await there.away() is None
    assert chosen == ["llama3:8b"]


async def test_auto_on_a_host_without_models_says_how_to_get_one() -> None:
    async with ollama_stub() as stub:
        stub.names = ("nomic-embed-text:latest",)
        found = await probe(stub.host, AUTO)
    assert found.cause == "lacking"
    assert found.problem == f"Ollama at {stub.host} has no model yet."
    assert (found.mend or "").startswith("ollama pull ")


async def test_hosts_that_cannot_be_reached() -> None:
    with socket.socket() as silent:  # takes connections and never answers
        silent.bind(("127.0.0.1", 0))
        silent.listen()
        port = silent.getsockname()[1]
        for host in (f"http://127.0.0.1:{port}", "http://127.0.0.1:1", "http://[", "http://127.0.0.1:99999"):
            found = await probe(host, "tiny", timeout_s=0.2)
            assert found.cause == "unreachable"
            assert "OLLAMA_HOST" in (found.mend or "")


async def test_it_is_asked_now_and_then_and_recovers_by_itself() -> None:
    now = 0.0
    async with ollama_stub() as stub:
        there = Availability(stub.host, "big", clock=lambda: now, fresh_s=10)
        assert await there.away() == "lacking"
        stub.names = ("big:latest",)
        assert await there.away() == "lacking"  # believed for a while
        now = 10.0
        assert await there.away() is None


async def test_after_failures_at_work_it_rests() -> None:
    async with ollama_stub() as stub:
        there = Availability(stub.host, "tiny")
        assert await there.away() is None
        there.failed()
        assert await there.away() is None
        there.failed()
        assert await there.away() == "resting"
