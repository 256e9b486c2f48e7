"""The tool remember."""

from tools.arguments import Remember
from tools.base import Caller
from tools.preference_rules import read_rule
from tools.results import Remembered
from tools.rule import Rule
from tools.services import Services


async def remember(arguments: Remember, caller: Caller, services: Services) -> Remembered:
    """Keep a lasting preference in the person's own words, and follow it from now on.

    Call it for what should hold beyond this conversation: "I can't stand musicals", "no horror, ever",
    "my kids watch with me", "nothing over two hours", "I don't mind spoilers". A wish for tonight only
    belongs in recommend_films, a word on one film in update_library.
    """
    rule = read_rule(arguments.preference, services.catalogue, services.people)
    if rule.spoilers:
        await _drop_earlier_levels(arguments.preference, caller, services)
    kept, is_new = await services.preferences.add(caller.person_id, arguments.preference, rule.stored())
    return Remembered(
        kept.text,
        rule.constraints,
        already_known=not is_new,
        themes_avoided=rule.themes_avoided,
        spoilers=rule.spoilers,
        weekdays=rule.weekdays,
    )


async def _drop_earlier_levels(said: str, caller: Caller, services: Services) -> None:
    """Only one level of spoilers can hold: what was said of nothing else before makes room."""
    for earlier in await services.preferences.all(caller.person_id):
        rule = Rule.load(earlier.rule)
        if rule.spoilers and rule == Rule(spoilers=rule.spoilers) and earlier.text != said:
            await services.preferences.remove(caller.person_id, earlier.id)
