"""`cineaesthete evaluate`: the recommender and the agent held against their goals."""

import click

from adapters.cli.lazy import Lazy, LazyGroup

COMMANDS: dict[str, Lazy] = {
    "ranking": Lazy("adapters.cli.evaluate_recommender", "ranking", "Protocol A: known users."),
    "cold-start": Lazy("adapters.cli.evaluate_recommender", "cold_start", "Protocol C: newcomers."),
    "quiz": Lazy("adapters.cli.evaluate_recommender", "quiz", "Newcomers met by the quiz."),
    "groups": Lazy("adapters.cli.evaluate_recommender", "groups", "Movie nights of several people."),
    "published": Lazy("adapters.cli.evaluate_recommender", "published", "The split of published figures."),
    "ratings": Lazy("adapters.cli.evaluate_recommender", "ratings", "Star prediction by Surprise's folds."),
    "moving": Lazy("adapters.cli.evaluate_recommender", "moving", '"Like that, but lighter".'),
    "speed": Lazy("adapters.cli.evaluate_recommender", "speed", "One question, by the catalogue's size."),
    "trials": Lazy("adapters.cli.experiments", "evaluate", "Trials of nothing: how often they are wrong."),
    "decisions": Lazy("adapters.cli.evaluate_agent", "decisions", "Right tool, right arguments."),
    "dialogues": Lazy("adapters.cli.evaluate_agent", "dialogues", "Whole conversations."),
    "attacks": Lazy("adapters.cli.evaluate_agent", "attacks", "Attacks by words."),
    "random-turns": Lazy("adapters.cli.evaluate_agent", "random_turns", "What no turn may do."),
    "sentiment": Lazy("adapters.cli.evaluate_reviews", "sentiment", "How well reviews are read."),
    "summaries": Lazy("adapters.cli.evaluate_reviews", "summaries", "How far summaries keep to the reviews."),
    "looks": Lazy(
        "adapters.cli.evaluate_looks", "evaluate_looks", "Rank pictures for phrases, or measure that."
    ),
}


@click.group(cls=LazyGroup, lazy=COMMANDS)
def evaluate() -> None:
    """Measure the recommender and the agent; each prints JSON that can be compared."""
