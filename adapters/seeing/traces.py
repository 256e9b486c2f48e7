"""Traces by OpenTelemetry: a span for each turn, and below it one for each stage, tool and question."""

from collections.abc import Mapping

from opentelemetry.context import Context
from opentelemetry.sdk.resources import SERVICE_NAME, Resource
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import BatchSpanProcessor, SpanExporter
from opentelemetry.trace import Status, StatusCode, set_span_in_context

from agent.report import TurnReport


class Traces:
    """Tells an exporter of every turn that is over."""

    def __init__(self, exporter: SpanExporter) -> None:
        """`exporter` is asked in the background, so that nobody waits for it."""
        # One of our own, so that libraries which trace themselves do not put messages into ours.
        self._provider = TracerProvider(resource=Resource.create({SERVICE_NAME: "cineaesthete"}))
        self._provider.add_span_processor(BatchSpanProcessor(exporter))
        self._tracer = self._provider.get_tracer("cineaesthete")

    def told(self, report: TurnReport) -> None:
        """Make the spans of a turn."""
        turn = self._tracer.start_span(
            "turn",
            start_time=_ns(report.began),
            attributes={
                "cine.turn": report.id,
                "cine.surface": report.surface,
                "cine.outcome": report.outcome,
                "cine.decided_by": report.decided_by,
            },
        )
        if report.outcome == "broke":
            turn.set_status(Status(StatusCode.ERROR))
        below, at = set_span_in_context(turn), report.began
        for stage, ms in report.ms.items():  # one after the other
            self._span(stage, below, at, at := at + ms / 1000)
        for tool in report.tools:
            outcome = {"cine.outcome": tool.outcome}
            self._span(f"tool {tool.name}", below, tool.ended - tool.seconds, tool.ended, outcome)
        for question in report.model:
            told: dict[str, str | int] = {
                "cine.outcome": question.fault or "done",
                "gen_ai.usage.input_tokens": question.read,
                "gen_ai.usage.output_tokens": question.wrote,
            }
            self._span("model", below, question.ended - question.seconds, question.ended, told)
        turn.end(_ns(report.began + report.seconds))

    def close(self) -> None:
        """Hand over what is left."""
        self._provider.shutdown()

    def _span(
        self,
        name: str,
        below: Context,
        began: float,
        ended: float,
        attributes: Mapping[str, str | int] | None = None,
    ) -> None:
        span = self._tracer.start_span(name, below, start_time=_ns(began), attributes=attributes)
        span.end(_ns(ended))


def _ns(seconds: float) -> int:
    return round(seconds * 1_000_000_000)


def open_traces(endpoint: str) -> Traces:
    """Traces sent to an OpenTelemetry collector (OTLP over HTTP)."""
    from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter

    return Traces(OTLPSpanExporter(endpoint=f"{endpoint.rstrip('/')}/v1/traces"))
