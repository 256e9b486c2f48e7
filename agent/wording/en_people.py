"""English for what concerns people: the quiz."""

from collections.abc import Mapping

ENGLISH_PEOPLE: Mapping[str, str | tuple[str, ...]] = {
    "quiz.begin": (
        "Let's find out what you like: five quick questions, some favourites, a mood. It takes two "
        "minutes; stop and go on whenever you like."
    ),
    "quiz.resumed": "We go on where you stopped.",
    "quiz.repeated": "That was answered already, or is not among the answers. This is the open question:",
    "quiz.unknown": "I couldn't place {titles}; try the title with its year. The others are noted.",
    "quiz.step": "({n}/{of})",
    "quiz.question": "Which of these do you like best?",
    "quiz.favourites": (
        "Name your favourites, five to ten of any film there is, or press those of these you love:"
    ),
    "quiz.mood": "Last one: what are you in the mood for?",
    "quiz.line": "{n}. {film}",
    "quiz.chosen": "Noted so far: {films}.",
    "quiz.ways": "Press a button, or say “the second”, a title, “haven't seen any” or “skip”.",
    "quiz.finished": (
        "Thank you! I know {films} that you love now. Here is your first list; tell me what you have "
        "seen and what is not for you, and it gets better."
    ),
    "quiz.finished.nothing": (
        "Thank you! Nothing of that was to your liking, so I begin with what most people love. Tell "
        "me what you make of it, and it gets better."
    ),
    "quiz.before": (
        "You have finished the quiz already. Say “start the quiz again” if you want to begin anew."
    ),
    "quiz.mood.funny": "Funny",
    "quiz.mood.tense": "Tense",
    "quiz.mood.romantic": "Romantic",
    "quiz.mood.thoughtful": "Thoughtful",
    "quiz.mood.dark": "Dark",
    "quiz.mood.uplifting": "Uplifting",
    "quiz.mood.strange": "Strange",
    "quiz.mood.epic": "Epic",
    "button.quiz.none": "None, or not seen",
    "button.quiz.skip": "Skip",
    "button.quiz.done": "That's all",
    "button.quiz.surprise": "Surprise me",
    "end.quiz.asked": "Ready",
    "end.quiz.finished": "Quiz finished",
}
