"""French for what concerns people: the quiz."""

from collections.abc import Mapping

FRENCH_PEOPLE: Mapping[str, str | tuple[str, ...]] = {
    "quiz.begin": (
        "Voyons ce que vous aimez : cinq questions rapides, quelques favoris, une humeur. Deux "
        "minutes suffisent ; arrêtez et reprenez quand vous voulez."
    ),
    "quiz.resumed": "Nous reprenons où vous vous étiez arrêté.",
    "quiz.repeated": "C'était déjà répondu, ou ce n'est pas l'une des réponses. Voici la question ouverte :",
    "quiz.unknown": "Je n'ai pas trouvé {titles} ; essayez le titre avec son année. Les autres sont notés.",
    "quiz.step": "({n}/{of})",
    "quiz.question": "Lequel de ces films préférez-vous ?",
    "quiz.favourites": (
        "Citez vos favoris, de cinq à dix parmi tous les films, ou choisissez ceux que vous adorez "
        "parmi ceux-ci :"
    ),
    "quiz.mood": "La dernière : de quoi avez-vous envie ?",
    "quiz.line": "{n}. {film}",
    "quiz.chosen": "Notés jusqu'ici : {films}.",
    "quiz.ways": (
        "Appuyez sur un bouton, ou dites « le deuxième », un titre, « je n'en ai vu aucun » ou « passer »."
    ),
    "quiz.finished": (
        "Merci ! Je connais maintenant {films} que vous adorez. Voici votre première liste ; "
        "dites-moi ce que vous avez vu et ce qui n'est pas pour vous, elle s'améliorera."
    ),
    "quiz.finished.nothing": (
        "Merci ! Rien de tout cela ne vous plaisait, je commence donc par ce que la plupart des gens "
        "aiment. Dites-moi ce que vous en pensez, elle s'améliorera."
    ),
    "quiz.before": "Vous avez déjà terminé le quiz. Dites « recommencer le quiz » pour le refaire.",
    "quiz.mood.funny": "Drôle",
    "quiz.mood.tense": "Tendu",
    "quiz.mood.romantic": "Romantique",
    "quiz.mood.thoughtful": "Qui fait réfléchir",
    "quiz.mood.dark": "Sombre",
    "quiz.mood.uplifting": "Réconfortant",
    "quiz.mood.strange": "Étrange",
    "quiz.mood.epic": "Épique",
    "button.quiz.none": "Aucun, ou pas vus",
    "button.quiz.skip": "Passer",
    "button.quiz.done": "C'est tout",
    "button.quiz.surprise": "Surprenez-moi",
    "end.quiz.asked": "Prêt",
    "end.quiz.finished": "Quiz terminé",
}
