"""French for what people say of films."""

from collections.abc import Mapping

FRENCH_REVIEWS: Mapping[str, str | tuple[str, ...]] = {
    "reviews.lead.agree.positive": "{reviews} de {film}, et presque toutes sont conquises.",
    "reviews.lead.agree.negative": "{reviews} de {film}, et presque personne ne l'aime.",
    "reviews.lead.lean.positive": "{reviews} de {film} : la plupart l'aiment ({percent} %), d'autres non.",
    "reviews.lead.lean.negative": "{reviews} de {film} : la plupart ne l'aiment pas, {percent} % l'aiment.",
    "reviews.lead.divided": "{reviews} de {film}, et les avis sont partagés : {percent} % l'aiment.",
    "reviews.lead.one": "Une critique de {film}, {side}.",
    "reviews.lead.silent": "{reviews} de {film}, mais aucune ne prend parti, autant que je sache lire.",
    "reviews.side.positive": "favorable",
    "reviews.side.negative": "défavorable",
    "reviews.count.one": "{n} critique",
    "reviews.count.many": "{n} critiques",
    "reviews.praised": "Salué : {aspects}.",
    "reviews.blamed": "Critiqué : {aspects}.",
    "reviews.aspect": "{aspect} ({n} sur {total})",
    "reviews.quote.praise": "+ « {text} »",
    "reviews.quote.blame": "− « {text} »",
    "reviews.quote.about": "{quote} ({aspect})",
    "reviews.quote.stars": "{quote} – {stars}",
    "reviews.suits": "Pour vous, peut-être, si vous êtes sensible à ceci : {aspects}.",
    "reviews.suits.not": "Moins si ceci compte avant tout : {aspects}.",
    "reviews.compared": "Ceux qui l'ont aimé parlent aussi de {films}.",
    "reviews.unread.one": "{n} critique dans une autre langue n'est pas comptée.",
    "reviews.unread.many": "{n} critiques dans d'autres langues ne sont pas comptées.",
    "reviews.starter": (
        "Ce ne sont que des chiffres : les critiques elles-mêmes ne peuvent pas être montrées."
    ),
    "reviews.sources": "Sources : {sources}.",
    "reviews.source": "{origin} ({n})",
    "reviews.source.licence": "{origin} ({n} ; {licence})",
    "reviews.origin.member": "des membres d'ici",
    "reviews.origin.tmdb": "TMDb",
    "reviews.nothing_about": "Personne ne dit rien sur ceci : {aspects}.",
    "reviews.unknown": "Je ne sais pas distinguer les avis sur {aspects}.",
    "reviews.evidence": (
        "Voici sur quoi cela repose : {positive} critiques favorables et {negative} défavorables."
    ),
    "reviews.withheld": "Ce qui dévoilerait l'intrigue est laissé de côté.",
    "reviews.none": (
        "Je ne connais pas encore d'avis sur {film}. L'avez-vous vu ? Dites-moi ce que vous en"
        " pensez : vous serez"
        " le premier."
    ),
    "end.reviews.one": "{n} critique lue",
    "end.reviews.many": "{n} critiques lues",
    "end.reviews.none": "Pas encore d'avis",
    "button.evidence": "Montre-moi pourquoi",
    "button.reviews": "Ce qu'on en dit",
    "wish.spoilers.none": "des avis sans spoilers",
    "wish.spoilers.mild": "les rebondissements dans les avis, jamais le dénouement",
    "wish.spoilers.full": "les avis peuvent tout révéler",
    "aspect.story": "l'histoire",
    "aspect.characters": "les personnages",
    "aspect.acting": "le jeu",
    "aspect.direction": "la mise en scène",
    "aspect.photography": "la photographie",
    "aspect.music": "la musique",
    "aspect.pace": "le rythme",
    "aspect.dialogue": "les dialogues",
    "aspect.effects": "les effets",
    "aspect.humour": "l'humour",
    "aspect.ending": "la fin",
    "aspect.emotion": "l'émotion",
    "aspect.originality": "l'originalité",
    "aspect.rewatching": "le plaisir de le revoir",
}
