"""Models with thinking, with tools of their own form and with neither, through the real client over HTTP."""

import pytest

from agent.decision import Decision
from agent.facts import Facts
from agent.language_model import connect_ollama
from agent.speaking import Patience
from agent.thoughts import Unthinking
from tests.agent.house import call, decide
from tests.support.ollama_stub import NAME, ollama_stub

PATIENCE = Patience(first_token_s=5, whole_s=10)
OURS = '{"calls": [{"tool": "film_details", "title": "Heat"}]}'
NATIVE = '{"name": "film_details", "arguments": {"title": "Heat"}}'
HEAT = call(tool="film_details", title="Heat")
ALIEN = call(tool="film_details", title="Alien")


@pytest.mark.parametrize(
    ("thinking", "answer", "decided"),
    [
        ("", OURS, decide(HEAT)),
        ("They ask for a film.", OURS, decide(HEAT)),
        ("", f"<think>\nThey ask {{about}} a film.\n</think>\n\n{OURS}", decide(HEAT)),
        ("", f"<think></think>{OURS}", decide(HEAT)),
        ("", f"```json\n{OURS}\n```", decide(HEAT)),
        ("", NATIVE, decide(HEAT)),
        ("", f"<tool_call>\n{NATIVE}\n</tool_call>", decide(HEAT)),
        (
            "",
            f"<tool_call> {NATIVE} </tool_call> <tool_call> {NATIVE.replace('Heat', 'Alien')} </tool_call>",
            decide(HEAT, ALIEN),
        ),
        ("", f"[{NATIVE}]", decide(HEAT)),
        ("", "<think>and on and on", None),
        ("", f"I would call {NATIVE}", None),
        ("", '{"name": "no_such_tool", "arguments": {}}', None),
    ],
)
async def test_every_kind_of_model_decides(thinking: str, answer: str, decided: Decision | None) -> None:
    async with ollama_stub() as stub:
        stub.thinking = thinking
        stub.answers.append(answer)
        model = connect_ollama(host=stub.host, name=NAME)
        assert await model.decider.decide("who is in Heat", "", PATIENCE) == decided
        await model.aclose()


@pytest.mark.parametrize(
    ("thinking", "answer"),
    [
        ("", "Noir suits that."),
        ("Rain?", "Noir suits that."),
        ("", "<think>Rain? Yes.</think> Noir suits that."),
    ],
)
async def test_no_thought_reaches_the_person(thinking: str, answer: str) -> None:
    async with ollama_stub() as stub:
        stub.thinking = thinking
        stub.answers.append(answer)
        model = connect_ollama(host=stub.host, name=NAME)
        facts = Facts("rain?", ("Facts: rain",))
        said = [sentence async for sentence in model.writer.write(facts, PATIENCE)]
        await model.aclose()
    assert "".join(said).strip() == "Noir suits that."


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<think>a</think>b", "b"),
        ("  <think>a</think>\n\nb", "b"),
        ("b <think>a</think>", "b <think>a</think>"),
        ("<thin air", "<thin air"),
        ("<thi", "<thi"),
        ("<think>a", ""),
        ("", ""),
    ],
)
def test_thoughts_are_left_out_wherever_the_pieces_break(text: str, left: str) -> None:
    for size in range(1, len(text) + 1):
        unthinking = Unthinking()
        pieces = [text[at : at + size] for at in range(0, len(text), size)]
        assert "".join(map(unthinking.heard, pieces)) + unthinking.rest() == left
