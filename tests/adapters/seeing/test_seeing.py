"""Health, figures, logs and traces of an opened App with a small catalogue."""

import io
import json
import logging
import re
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI

from adapters.app import App
from adapters.seeing.health import Health, Part, State
from adapters.seeing.listening import watched
from adapters.seeing.logs import formatter, with_turn
from adapters.seeing.metrics import Metrics
from adapters.seeing.routes import seeing_routes
from adapters.settings import Settings
from agent.report import CURRENT, ModelUse, ToolUse, TurnReport
from agent.turn import Turn
from data.errors import BadInput
from tests.support.packs import write_pack

ROOT = Path(__file__).parents[3]
WORDS = "Quorvath the Unspeakable"


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pack(tmp_path_factory.mktemp("starter"))


@pytest.fixture
def settings(tmp_path: Path, starter: Path) -> Settings:
    return Settings(home=tmp_path, starter=starter, model="none")


@pytest.fixture
async def app(settings: Settings) -> AsyncIterator[App]:
    async with App.open(settings) as app:
        yield app


@pytest.fixture
def lines() -> Iterator[io.StringIO]:
    """What is logged as JSON from INFO on."""
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.addFilter(with_turn)
    handler.setFormatter(formatter(Settings(log_format="json")))
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel("INFO")
    yield written
    root.removeHandler(handler)
    root.setLevel(level)


def client(app: App, token: str | None = None) -> httpx.AsyncClient:
    web = FastAPI()
    web.include_router(seeing_routes(app.health, app.metrics, token))
    return httpx.AsyncClient(transport=httpx.ASGITransport(web), base_url="http://here")


async def ask(app: App, text: str) -> None:
    async for _ in app.agent.stream(Turn("cli", "ana", "t", text)):
        pass


def sample(text: str, name: str) -> float:
    found = re.search(rf"^{re.escape(name)} (\S+)$", text, re.MULTILINE)
    assert found, name
    return float(found[1])


async def test_health_names_each_part(app: App) -> None:
    async with client(app) as asked:
        found = (await asked.get("/health")).json()
        assert (found["status"], found["ready"]) == ("ok", True)
        assert found["parts"]["database"]["state"] == "ok"
        assert found["parts"]["model"] == {"state": "off", "needed": False, "ms": pytest.approx(0, abs=1000)}
        assert (await asked.get("/health/ready")).status_code == 200
        app.health.stopping = True
        assert (await asked.get("/health/ready")).status_code == 503
        assert (await asked.get("/health/live")).status_code == 200


@pytest.mark.parametrize(("needed", "status", "ready"), [(True, "away", False), (False, "degraded", True)])
async def test_a_part_that_is_away(needed: bool, status: str, ready: bool) -> None:
    async def broken() -> State:
        raise BadInput("gone")

    found = await Health({"part": Part(broken, needed)}).look()
    assert (found["status"], found["ready"]) == (status, ready)


async def test_turns_are_counted(app: App) -> None:
    await ask(app, "a western")
    await ask(app, "thank you")
    text = app.metrics.exposition().decode()
    assert sample(text, 'cine_turns_total{outcome="done",surface="cli"}') == 2
    assert sample(text, 'cine_turn_seconds_count{surface="cli"}') == 2
    assert sample(text, 'cine_decisions_total{decider="planner"}') == 2
    assert sample(text, 'cine_tools_total{outcome="done",tool="recommend_films"}') == 1
    assert sample(text, 'cine_stage_seconds_count{stage="act",surface="cli"}') == 2
    assert sample(text, "cine_films") == len(app.catalogue)
    assert sample(text, "cine_conversations_busy") == 0
    assert sample(text, "cine_database_connections_used") == 0
    assert sample(text, "process_resident_memory_bytes") > 0


async def test_a_turn_that_nobody_waits_for_is_counted_so(app: App) -> None:
    stream = app.agent.stream(Turn("cli", "ana", "t", "a western"))
    await anext(stream)
    await stream.aclose()
    assert sample(app.metrics.exposition().decode(), 'cine_turns_total{outcome="left",surface="cli"}') == 1
    assert app.agent.under_way == 0


def test_what_the_model_did_is_counted() -> None:
    metrics = Metrics()
    report = TurnReport("web", outcome="broke", model=[ModelUse(2.0, None, 800, 40), ModelUse(9.0, "slow")])
    report.tools.append(ToolUse("film_details", "broke", 0.1))
    metrics.told(report)
    text = metrics.exposition().decode()
    assert sample(text, 'cine_model_tokens_total{direction="read"}') == 800
    assert sample(text, 'cine_model_questions_total{outcome="slow"}') == 1
    assert sample(text, 'cine_tools_total{outcome="broke",tool="film_details"}') == 1
    assert sample(text, 'cine_turns_total{outcome="broke",surface="web"}') == 1


async def test_figures_are_for_who_shows_the_token(app: App) -> None:
    async with client(app, "t") as asked:
        assert (await asked.get("/metrics")).status_code == 404
        assert (await asked.get("/metrics", headers={"Authorization": "Bearer x"})).status_code == 404
        shown = await asked.get("/metrics", headers={"Authorization": "Bearer t"})
        assert shown.headers["content-type"].startswith("text/plain; version=")
        assert "cine_films" in shown.text


async def test_a_port_of_its_own_for_processes_without_a_web_chat(settings: Settings) -> None:
    from adapters.cli.listening import listen

    with listen("127.0.0.1", 0, "") as free:
        port = free.getsockname()[1]
    async with (
        App.open(settings.model_copy(update={"watch_port": port})) as app,
        watched(app),
        httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as asked,
    ):
        assert (await asked.get("/health/ready")).json()["ready"]  # the port is bound before it is served
        assert "cine_films" in (await asked.get("/metrics")).text


async def test_lines_of_a_turn_are_json_carry_its_id_and_never_its_words(
    app: App, lines: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(*_: object) -> None:
        logging.getLogger("memory.somewhere").warning("deep below")
        raise RuntimeError("a fault of ours")

    monkeypatch.setattr("memory.threads.Threads.record_turn", broken)
    await ask(app, f"something like {WORDS}")
    await ask(app, f"I rate {WORDS} 9/10")
    logged = [json.loads(line) for line in lines.getvalue().splitlines()]
    deep = [line for line in logged if line["message"] == "deep below"]
    broke = [line for line in logged if line["message"] == "a turn broke"]
    assert [line["turn"] for line in deep] == [line["turn"] for line in broke]
    assert len({line["turn"] for line in deep}) == 2
    assert {"time", "level", "logger", "surface"} <= deep[0].keys()
    assert "a fault of ours" in broke[0]["exc_info"]
    assert WORDS not in lines.getvalue()
    assert CURRENT.get() is None


async def test_faults_are_reported_without_words(monkeypatch: pytest.MonkeyPatch) -> None:
    import sentry_sdk
    from sentry_sdk.transport import Transport

    from adapters.seeing.faults import report_faults

    sent: list[str] = []

    class Kept(Transport):
        def capture_envelope(self, envelope: sentry_sdk.envelope.Envelope) -> None:
            sent.append(envelope.serialize().decode())

    report_faults("http://key@127.0.0.1:1/1", Kept)
    CURRENT.set(TurnReport("web", "turn-id"))
    logging.getLogger("agent").error("a turn broke", exc_info=RuntimeError(WORDS), extra={"text": WORDS})
    CURRENT.set(None)
    sentry_sdk.init()  # none any more
    (report,) = sent
    assert "a turn broke" in report
    assert "turn-id" in report
    assert WORDS not in report


def test_a_turn_is_a_trace() -> None:
    from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

    from adapters.seeing.traces import Traces

    exporter = InMemorySpanExporter()
    traces = Traces(exporter)
    report = TurnReport("web", "id", ms={"decide": 10.0, "act": 20.0}, seconds=0.05)
    report.tools.append(ToolUse("recommend_films", "done", 0.02))
    report.model.append(ModelUse(0.01, None, 8, 4))
    traces.told(report)
    traces.close()
    spans = {span.name: span for span in exporter.get_finished_spans()}
    assert set(spans) == {"turn", "decide", "act", "tool recommend_films", "model"}
    turn = spans.pop("turn")
    assert turn.attributes is not None
    assert turn.attributes["cine.turn"] == "id"
    assert {span.parent.span_id for span in spans.values() if span.parent} == {turn.context.span_id}
    assert spans["decide"].end_time == spans["act"].start_time


def test_the_dashboard_shows_only_figures_that_there_are() -> None:
    metrics = Metrics()
    metrics.told(TurnReport("web", decided_by="planner", ms={"act": 1.0}))
    source = (ROOT / "adapters" / "app.py").read_text()
    known = set(re.findall(r"# TYPE (\w+)", metrics.exposition().decode()))
    known |= {f"cine_{name}" for name in re.findall(r'gauge\("(\w+)"', source)}
    dashboard = json.loads((ROOT / "deploy/grafana/cineaesthete.json").read_text())
    shown = [target["expr"] for panel in dashboard["panels"] for target in panel["targets"]]
    names = set(re.findall(r"\b(?:cine|process)_\w+", " ".join(shown)))
    assert names
    for name in names:
        assert name.removesuffix("_bucket") in known or name.removesuffix("_total") in known, name
    ids = [panel["id"] for panel in dashboard["panels"]]
    assert len(set(ids)) == len(ids)
