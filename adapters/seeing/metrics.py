"""Figures for Prometheus, in a registry of our own: one a process, gathered by its address."""

from collections.abc import Callable, Iterator

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest
from prometheus_client.gc_collector import GCCollector
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.platform_collector import PlatformCollector
from prometheus_client.process_collector import ProcessCollector
from prometheus_client.registry import Collector

from agent.report import TurnReport
from memory.jobs import JobState

CONTENT_TYPE = "text/plain; version=1.0.0; charset=utf-8"
_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 40, 80)

Reading = Callable[[], float]


class Metrics:
    """What has been counted since this process began."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        for collector in (ProcessCollector, PlatformCollector, GCCollector):
            collector(registry=self._registry)
        self._turns = self._counter("turns", "Turns by how they ended", "surface", "outcome")
        self._decisions = self._counter("decisions", "Decisions by who made them", "decider")
        self._turn_seconds = self._histogram("turn_seconds", "A whole turn", "surface")
        self._stage_seconds = self._histogram("stage_seconds", "A stage of turns", "surface", "stage")
        self._tools = self._counter("tools", "Calls of tools by how they ended", "tool", "outcome")
        self._tool_seconds = self._histogram("tool_seconds", "A call of a tool", "tool")
        self._questions = self._counter("model_questions", "Questions to the language model", "outcome")
        self._tokens = self._counter("model_tokens", "Tokens that it read and wrote", "direction")
        self._jobs = self._counter("jobs", "Jobs run here by how they ended", "job", "outcome")
        self._job_seconds = self._histogram("job_seconds", "A job", "job")
        self._job_done = self._moment("job_done", "When a job last ended well, whoever ran it")
        self._job_due = self._moment("job_due", "When a job is due next")
        self._model_seconds = self._histogram("model_seconds", "A question to the language model")

    def told(self, report: TurnReport) -> None:
        """Count a turn that is over."""
        self._turns.labels(report.surface, report.outcome).inc()
        self._turn_seconds.labels(report.surface).observe(report.seconds)
        if report.decided_by:
            self._decisions.labels(report.decided_by).inc()
        for stage, ms in report.ms.items():
            self._stage_seconds.labels(report.surface, stage).observe(ms / 1000)
        for tool in report.tools:
            self._tools.labels(tool.name, tool.outcome).inc()
            self._tool_seconds.labels(tool.name).observe(tool.seconds)
        for question in report.model:
            self._questions.labels("kept" if question.kept else question.fault or "done").inc()
            self._tokens.labels("read").inc(question.read)
            self._tokens.labels("wrote").inc(question.wrote)
            if not question.kept:
                self._model_seconds.observe(question.seconds)

    def job_ended(self, name: str, outcome: str, seconds: float) -> None:
        """Count a job that ended in this process."""
        self._jobs.labels(name, outcome).inc()
        self._job_seconds.labels(name).observe(seconds)

    def job_stands(self, state: JobState) -> None:
        """Show how a job stands in the database."""
        self._job_due.labels(state.name).set(state.due_at.timestamp())
        if state.ended_at and state.outcome == "done":
            self._job_done.labels(state.name).set(state.ended_at.timestamp())

    def gauge(self, name: str, about: str, read: Reading) -> None:
        """Show a figure that is read whenever somebody asks."""
        self._registry.register(_Gauge(f"cine_{name}", about, read))

    def exposition(self) -> bytes:
        """Everything, as Prometheus reads it."""
        return generate_latest(self._registry)

    def _counter(self, name: str, about: str, *labels: str) -> Counter:
        return Counter(f"cine_{name}", about, labels, registry=self._registry)

    def _moment(self, name: str, about: str) -> Gauge:
        """By job, in seconds since 1970."""
        return Gauge(f"cine_{name}_timestamp_seconds", about, ("job",), registry=self._registry)

    def _histogram(self, name: str, about: str, *labels: str) -> Histogram:
        return Histogram(f"cine_{name}", about, labels, registry=self._registry, buckets=_SECONDS)


class _Gauge(Collector):
    def __init__(self, name: str, about: str, read: Reading) -> None:
        self._name, self._about, self._read = name, about, read

    def collect(self) -> Iterator[Metric]:
        yield GaugeMetricFamily(self._name, self._about, value=self._read())
