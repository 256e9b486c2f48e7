"""Descriptions of the commands and options of moderators."""

from collections.abc import Mapping

DESCRIPTIONS: Mapping[str, tuple[str, str, str]] = {
    # setup
    "What holds in this server": (
        "Lo que vale en este servidor",
        "Ce qui vaut sur ce serveur",
        "Was auf diesem Server gilt",
    ),
    "Show what holds in this server": (
        "Muestra lo que vale en este servidor",
        "Montrer ce qui vaut sur ce serveur",
        "Zeigen, was auf diesem Server gilt",
    ),
    "Show who changed what": (
        "Muestra quién cambió qué",
        "Montrer qui a changé quoi",
        "Zeigen, wer was geändert hat",
    ),
    "Where I am talked to; leave it out to allow every channel": (
        "Dónde se me habla; omítelo para permitir todos los canales",
        "Où l’on me parle ; omettez-le pour permettre tous les salons",
        "Wo man mit mir redet; weglassen erlaubt jeden Kanal",
    ),
    "The channel": ("El canal", "Le salon", "Der Kanal"),
    "Suggest only films fit for children": (
        "Sugerir solo películas aptas para niños",
        "Ne proposer que des films pour enfants",
        "Nur Filme vorschlagen, die für Kinder taugen",
    ),
    "On or off": ("Sí o no", "Oui ou non", "An oder aus"),
    "How much of a plot may be given away where all read": (
        "Cuánto del argumento se puede desvelar donde todos leen",
        "Ce qui peut être révélé là où tous lisent",
        "Wie viel verraten werden darf, wo alle mitlesen",
    ),
    "Nothing, turns of the plot, or how it ends": (
        "Nada, giros del argumento o el final",
        "Rien, les rebondissements, ou la fin",
        "Nichts, Wendungen oder das Ende",
    ),
    "The language of answers that all read": (
        "El idioma de las respuestas que todos leen",
        "La langue des réponses que tous lisent",
        "Die Sprache der Antworten, die alle lesen",
    ),
    "Leave it out for the server's own": (
        "Omítelo para usar el del servidor",
        "Omettez-la pour celle du serveur",
        "Weglassen nimmt die des Servers",
    ),
    "A film a day in a channel; leave the channel out to end it": (
        "Una película al día en un canal; omite el canal para terminar",
        "Un film par jour dans un salon ; omettez le salon pour arrêter",
        "Ein Film am Tag in einem Kanal; ohne Kanal endet es",
    ),
    "At this hour, 0 to 23": (
        "A esta hora, de 0 a 23",
        "À cette heure, de 0 à 23",
        "Zu dieser Stunde, 0 bis 23",
    ),
    "On the clocks of this time zone, like Europe/Madrid": (
        "Según esta zona horaria, como Europe/Madrid",
        "À l’heure de ce fuseau, comme Europe/Paris",
        "Nach dieser Zeitzone, etwa Europe/Berlin",
    ),
    "Movie nights: the role of those who come, who starts votes": (
        "Noches de cine: el rol de quienes vienen, quién abre votaciones",
        "Soirées cinéma : le rôle de ceux qui viennent, qui ouvre un vote",
        "Filmabende: die Rolle derer, die kommen, und wer abstimmen lässt",
    ),
    "The role of those who come": (
        "El rol de quienes vienen",
        "Le rôle de ceux qui viennent",
        "Die Rolle derer, die kommen",
    ),
    "Have no such role any more": (
        "No tener ya ese rol",
        "Ne plus avoir ce rôle",
        "Keine solche Rolle mehr haben",
    ),
    "Who may start a vote; you always may": (
        "Quién puede abrir una votación; tú siempre puedes",
        "Qui peut ouvrir un vote ; vous le pouvez toujours",
        "Wer eine Abstimmung beginnen darf; du darfst es immer",
    ),
    # onboarding
    "Get newcomers to know by a short quiz": (
        "Conoce a los recién llegados con un cuestionario corto",
        "Faire connaissance avec les nouveaux par un petit quiz",
        "Neue durch ein kurzes Quiz kennenlernen",
    ),
    "Post a message with a button that starts the quiz in private": (
        "Publica un mensaje con un botón que empieza el cuestionario en privado",
        "Publier un message dont le bouton ouvre le quiz en privé",
        "Eine Nachricht mit Knopf posten, der das Quiz unter vier Augen beginnt",
    ),
    "Your own words above the button": (
        "Tus propias palabras encima del botón",
        "Vos propres mots au-dessus du bouton",
        "Eigene Worte über dem Knopf",
    ),
    "How many began and finished the quiz here, and where people stop": (
        "Cuántos empezaron y acabaron aquí, y dónde se paran",
        "Combien ont commencé et fini ici, et où l’on s’arrête",
        "Wie viele hier anfingen und fertig wurden, und wo sie aufhören",
    ),
    "A role for those who finish the quiz; leave it out for none": (
        "Un rol para quien acabe el cuestionario; omítelo para ninguno",
        "Un rôle pour qui finit le quiz ; omettez-le pour aucun",
        "Eine Rolle für alle, die fertig werden; weglassen heißt keine",
    ),
    "The role": ("El rol", "Le rôle", "Die Rolle"),
    "Send those who stopped one gentle message, once": (
        "Envía un mensaje amable, una sola vez, a quienes se pararon",
        "Envoyer une fois un message aimable à ceux qui se sont arrêtés",
        "Allen, die aufhörten, einmal freundlich schreiben",
    ),
    "Let a member begin the quiz anew": (
        "Permite a un miembro empezar de nuevo",
        "Laisser un membre recommencer le quiz",
        "Ein Mitglied das Quiz neu beginnen lassen",
    ),
    "The member": ("El miembro", "Le membre", "Das Mitglied"),
    # moderate
    "What members reported": (
        "Lo que denunciaron los miembros",
        "Ce que des membres ont signalé",
        "Was Mitglieder gemeldet haben",
    ),
    "Reviews that members reported, to hide here or to keep": (
        "Reseñas denunciadas, para ocultarlas aquí o dejarlas",
        "Les critiques signalées, à masquer ici ou à garder",
        "Gemeldete Kritiken, um sie hier zu verbergen oder zu behalten",
    ),
    "Those reported, or those hidden": (
        "Las denunciadas o las ocultas",
        "Celles signalées, ou celles masquées",
        "Die gemeldeten oder die verborgenen",
    ),
}
"""English, and what that is in Spanish, French and German."""
