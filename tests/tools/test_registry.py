import inspect
from typing import get_args, get_type_hints

from tools.arguments import Forget, ToolArguments
from tools.base import Caller
from tools.registry import TOOLS, build_tools
from tools.results import NothingToForget, ToolResult
from tools.services import Services


def test_every_tool_is_named_after_its_arguments_and_told_to_the_model() -> None:
    for arguments, function in TOOLS:
        assert arguments in get_args(ToolArguments)
        assert function.__name__ == arguments.model_fields["tool"].default
        assert len(inspect.getdoc(function) or "") > 100
        hints = get_type_hints(function)
        assert hints["arguments"] is arguments
        returned = set(get_args(hints["return"])) or {hints["return"]}
        assert returned <= set(get_args(ToolResult))


async def test_a_tool_runs_with_its_services_joined(ana: Caller, services: Services) -> None:
    tools = build_tools(services)
    assert set(tools) == {
        *("recommend_films", "film_details", "update_library", "show_library", "explain_pick"),
        *("remember", "forget", "search_by_look", "summarise_reviews", "start_quiz"),
        *("social", "plan_movie_night", "my_data"),
    }
    assert await tools["forget"].run(Forget(what="the weather"), ana) == NothingToForget("the weather")
