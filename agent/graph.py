"""The agent as a graph. Read it from the foot."""

from langgraph.checkpoint.base import BaseCheckpointSaver
from langgraph.graph import END, START, StateGraph
from langgraph.graph.state import CompiledStateGraph

from agent.nodes.act import act
from agent.nodes.answer import answer
from agent.nodes.decide import decide
from agent.nodes.recall import recall
from agent.nodes.record import record
from agent.routing import after_act, after_decide
from agent.state import State, TurnContext

Graph = CompiledStateGraph[State, TurnContext, State, State]

STEPS_AT_MOST = 16
"""LangGraph's recursion limit: recall, answer, record and the most rounds there can be, with room."""


def build_graph(checkpointer: BaseCheckpointSaver[str]) -> Graph:
    """Compile the graph. Collaborators come with each turn, in `TurnContext.parts`."""
    graph = StateGraph(State, context_schema=TurnContext)

    graph.add_node(recall)  # what is known of the person and the conversation
    graph.add_node(decide)  # which tools to call: a button, the planner, the model
    graph.add_node(act)  # call them
    graph.add_node(answer)  # say what came of it
    graph.add_node(record)  # write the turn down

    graph.add_edge(START, "recall")
    graph.add_edge("recall", "decide")
    graph.add_conditional_edges("decide", after_decide)  # → act, or → answer where there is nothing to do
    graph.add_conditional_edges("act", after_act)  # → answer, or → decide where results are needed first
    graph.add_edge("answer", "record")
    graph.add_edge("record", END)

    return graph.compile(checkpointer=checkpointer)
