"""Spanish for what concerns people: the quiz."""

from collections.abc import Mapping

SPANISH_PEOPLE: Mapping[str, str | tuple[str, ...]] = {
    "quiz.begin": (
        "Veamos qué te gusta: cinco preguntas rápidas, algunas favoritas y un estado de ánimo. Son "
        "dos minutos; puedes parar y seguir cuando quieras."
    ),
    "quiz.resumed": "Seguimos donde lo dejaste.",
    "quiz.repeated": "Eso ya estaba respondido, o no es una de las respuestas. Esta es la pregunta abierta:",
    "quiz.unknown": "No he sabido ubicar {titles}; prueba con el título y el año. Las demás quedan anotadas.",
    "quiz.step": "({n}/{of})",
    "quiz.question": "¿Cuál de estas te gusta más?",
    "quiz.favourites": (
        "Dime tus favoritas, de cinco a diez de cualquier película, o pulsa las que te encanten de estas:"
    ),
    "quiz.mood": "La última: ¿de qué tienes ganas?",
    "quiz.line": "{n}. {film}",
    "quiz.chosen": "Anotadas hasta ahora: {films}.",
    "quiz.ways": "Pulsa un botón, o di «la segunda», un título, «no he visto ninguna» o «saltar».",
    "quiz.finished": (
        "¡Gracias! Ya sé de {films} que te encantan. Aquí está tu primera lista; dime qué has visto "
        "y qué no es para ti, y mejorará."
    ),
    "quiz.finished.nothing": (
        "¡Gracias! Nada de eso era de tu gusto, así que empiezo por lo que más gusta a todos. Dime "
        "qué te parece y mejorará."
    ),
    "quiz.before": "Ya has terminado el juego. Di «empezar el juego de nuevo» si quieres volver a hacerlo.",
    "quiz.mood.funny": "Divertida",
    "quiz.mood.tense": "Tensa",
    "quiz.mood.romantic": "Romántica",
    "quiz.mood.thoughtful": "Que haga pensar",
    "quiz.mood.dark": "Oscura",
    "quiz.mood.uplifting": "Que anime",
    "quiz.mood.strange": "Extraña",
    "quiz.mood.epic": "Épica",
    "button.quiz.none": "Ninguna, o no vistas",
    "button.quiz.skip": "Saltar",
    "button.quiz.done": "Eso es todo",
    "button.quiz.surprise": "Sorpréndeme",
    "end.quiz.asked": "Listo",
    "end.quiz.finished": "Juego terminado",
}
