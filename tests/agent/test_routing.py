from langgraph.checkpoint.memory import InMemorySaver

from agent.decision import Decision
from agent.graph import build_graph
from agent.routing import after_act, after_decide
from tests.agent.house import call, decide


def test_calls_are_made_and_small_talk_is_answered() -> None:
    assert after_decide({"decision": decide(call(tool="start_quiz"))}) == "act"
    assert after_decide({"decision": Decision(small_talk="thanks")}) == "answer"


def test_back_to_the_model_only_where_it_asked_for_that() -> None:
    assert after_act({"decision": decide(call(tool="start_quiz"))}) == "answer"
    assert after_act({"decision": decide(call(tool="start_quiz"), again=True)}) == "decide"


def test_the_graph_is_the_one_of_the_plan() -> None:
    edges = {(edge.source, edge.target) for edge in build_graph(InMemorySaver()).get_graph().edges}
    assert edges == {
        ("__start__", "recall"),
        ("recall", "decide"),
        ("decide", "act"),
        ("decide", "answer"),
        ("act", "decide"),
        ("act", "answer"),
        ("answer", "record"),
        ("record", "__end__"),
    }
