"""German for what concerns people: the quiz."""

from collections.abc import Mapping

GERMAN_PEOPLE: Mapping[str, str | tuple[str, ...]] = {
    "quiz.begin": (
        "Finden wir heraus, was dir gefällt: fünf kurze Fragen, ein paar Lieblingsfilme, eine "
        "Stimmung. Das dauert zwei Minuten; du kannst jederzeit aufhören und weitermachen."
    ),
    "quiz.resumed": "Wir machen weiter, wo du aufgehört hast.",
    "quiz.repeated": "Das war schon beantwortet oder ist keine der Antworten. Offen ist diese Frage:",
    "quiz.unknown": (
        "{titles} konnte ich nicht zuordnen; versuch es mit Titel und Jahr. Die anderen sind notiert."
    ),
    "quiz.step": "({n}/{of})",
    "quiz.question": "Welcher von diesen gefällt dir am besten?",
    "quiz.favourites": (
        "Nenne deine Lieblingsfilme, fünf bis zehn beliebige, oder drücke die, die du von diesen liebst:"
    ),
    "quiz.mood": "Die letzte: Wonach ist dir?",
    "quiz.line": "{n}. {film}",
    "quiz.chosen": "Bisher notiert: {films}.",
    "quiz.ways": (
        "Drück einen Knopf oder sag „der zweite“, einen Titel, „keinen gesehen“ oder „überspringen“."
    ),
    "quiz.finished": (
        "Danke! Ich kenne jetzt {films}, die du liebst. Hier ist deine erste Liste; sag mir, was du "
        "gesehen hast und was nichts für dich ist, dann wird sie besser."
    ),
    "quiz.finished.nothing": (
        "Danke! Davon gefiel dir nichts, also beginne ich mit dem, was die meisten lieben. Sag mir, "
        "was du davon hältst, dann wird es besser."
    ),
    "quiz.before": "Du hast das Quiz schon beendet. Sag „Quiz von vorn“, wenn du neu beginnen willst.",
    "quiz.mood.funny": "Lustig",
    "quiz.mood.tense": "Spannend",
    "quiz.mood.romantic": "Romantisch",
    "quiz.mood.thoughtful": "Nachdenklich",
    "quiz.mood.dark": "Düster",
    "quiz.mood.uplifting": "Aufbauend",
    "quiz.mood.strange": "Seltsam",
    "quiz.mood.epic": "Episch",
    "button.quiz.none": "Keinen oder nicht gesehen",
    "button.quiz.skip": "Überspringen",
    "button.quiz.done": "Das ist alles",
    "button.quiz.surprise": "Überrasch mich",
    "end.quiz.asked": "Bereit",
    "end.quiz.finished": "Quiz beendet",
}
