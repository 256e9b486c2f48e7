"""Sentences and labels by language and key. `{name}` marks what is filled in."""
# ruff: noqa: E501 - a sentence is one line, however long

from collections.abc import Mapping

SENTENCES: Mapping[str, Mapping[str, str]] = {
    "en": {
        "table.in.private": "Films are your own business: send me that file in a direct message, or use /library import, which only you see.",
        "choose.film": "More about one of these …",
        "choose.answer": "Which one?",
        "choose.stars": "Rate it …",
        "form.review": "Your review",
        "form.words": "What did you think of it?",
        "form.stars": "Stars, if you like",
        "cannot.message": (
            "That is nobody else's business, and I can't send you a direct message. Allow them in this server's "
            "privacy settings, or use /profile and /watchlist, whose answers only you see."
        ),
        "elsewhere": "In this server we talk in {channel}.",
        "may.not.write": "I can't answer in {channel}: I lack the permission {permission} there.",
        "may.not": "I can't do that: I lack the permission {permission}.",
        "you.may.not": "For that you need the permission {permission}.",
        "servers.only": "That only works in a server.",
        "nothing.in.it": "I find nothing to go by in that message.",
        "one.needed": "Choose at least one option, for example: {example}",
        "thread.open": (
            "Here I am. Mention me or reply to me, for example: {mention} something like Heat but shorter"
        ),
        "thread.name": "Films with {name}",
        "thread.made": "Let's talk in {thread}.",
        "thread.where": "Threads can only be opened in a server's text channel.",
        "setup.cannot.write": "I may not write in {channel}: I lack the permission {permission} there.",
        "setup.daily.off": "There is no daily pick; choose a channel to start one.",
    },
    "es": {
        "table.in.private": "Tus películas son cosa tuya: envíame ese archivo por mensaje directo o usa /library import, que solo ves tú.",
        "choose.film": "Más sobre una de ellas …",
        "choose.answer": "¿Cuál?",
        "choose.stars": "Puntúala …",
        "form.review": "Tu reseña",
        "form.words": "¿Qué te pareció?",
        "form.stars": "Estrellas, si quieres",
        "cannot.message": (
            "Eso no le incumbe a nadie más y no puedo enviarte mensajes directos. Permítelos en la privacidad de "
            "este servidor, o usa /profile y /watchlist, cuyas respuestas solo ves tú."
        ),
        "elsewhere": "En este servidor hablamos en {channel}.",
        "may.not.write": "No puedo responder en {channel}: me falta allí el permiso {permission}.",
        "may.not": "No puedo hacerlo: me falta el permiso {permission}.",
        "you.may.not": "Para eso necesitas el permiso {permission}.",
        "servers.only": "Eso solo funciona en un servidor.",
        "nothing.in.it": "No encuentro nada por lo que guiarme en ese mensaje.",
        "one.needed": "Elige al menos una opción, por ejemplo: {example}",
        "thread.open": "Aquí estoy. Mencióname o respóndeme, por ejemplo: {mention} algo como Heat pero más corto",
        "thread.name": "Cine con {name}",
        "thread.made": "Hablemos en {thread}.",
        "thread.where": "Los hilos solo se abren en un canal de texto de un servidor.",
        "setup.cannot.write": "No puedo escribir en {channel}: me falta allí el permiso {permission}.",
        "setup.daily.off": "No hay película del día; elige un canal para empezar.",
    },
    "fr": {
        "table.in.private": "Vos films ne regardent que vous : envoyez-moi ce fichier en message privé, ou prenez /library import, que vous seul voyez.",
        "choose.film": "En savoir plus sur l’un d’eux …",
        "choose.answer": "Lequel ?",
        "choose.stars": "Notez-le …",
        "form.review": "Votre avis",
        "form.words": "Qu’en avez-vous pensé ?",
        "form.stars": "Des étoiles, si vous voulez",
        "cannot.message": (
            "Cela ne regarde personne d’autre, et je ne peux pas vous écrire en privé. Autorisez-le dans la "
            "confidentialité de ce serveur, ou utilisez /profile et /watchlist, dont vous seul voyez la réponse."
        ),
        "elsewhere": "Sur ce serveur, nous parlons dans {channel}.",
        "may.not.write": "Je ne peux pas répondre dans {channel} : il m’y manque la permission {permission}.",
        "may.not": "Je ne peux pas le faire : il me manque la permission {permission}.",
        "you.may.not": "Pour cela, il vous faut la permission {permission}.",
        "servers.only": "Cela ne marche que sur un serveur.",
        "nothing.in.it": "Je ne trouve rien dans ce message qui puisse me guider.",
        "one.needed": "Choisissez au moins une option, par exemple : {example}",
        "thread.open": (
            "Me voici. Mentionnez-moi ou répondez-moi, par exemple : {mention} comme Heat, mais plus court"
        ),
        "thread.name": "Cinéma avec {name}",
        "thread.made": "Parlons dans {thread}.",
        "thread.where": "On ne peut ouvrir un fil que dans un salon textuel d’un serveur.",
        "setup.cannot.write": "Je ne peux pas écrire dans {channel} : il m’y manque la permission {permission}.",
        "setup.daily.off": "Il n’y a pas de film du jour ; choisissez un salon pour commencer.",
    },
    "de": {
        "table.in.private": "Deine Filme gehen nur dich an: Schick mir die Datei als Direktnachricht oder nimm /library import, das nur du siehst.",
        "choose.film": "Mehr über einen davon …",
        "choose.answer": "Welchen meinst du?",
        "choose.stars": "Bewerten …",
        "form.review": "Deine Kritik",
        "form.words": "Wie fandest du ihn?",
        "form.stars": "Sterne, wenn du magst",
        "cannot.message": (
            "Das geht sonst niemanden etwas an, und ich kann dir keine Direktnachricht schicken. Erlaube sie in den "
            "Privatsphäre-Einstellungen dieses Servers, oder nimm /profile und /watchlist: Das siehst nur du."
        ),
        "elsewhere": "Auf diesem Server reden wir in {channel}.",
        "may.not.write": "In {channel} kann ich nicht antworten: Mir fehlt dort die Berechtigung {permission}.",
        "may.not": "Das kann ich nicht: Mir fehlt die Berechtigung {permission}.",
        "you.may.not": "Dafür brauchst du die Berechtigung {permission}.",
        "servers.only": "Das geht nur auf einem Server.",
        "nothing.in.it": "In dieser Nachricht finde ich nichts, wonach ich suchen könnte.",
        "one.needed": "Wähle mindestens eine Option, zum Beispiel: {example}",
        "thread.open": "Da bin ich. Erwähne mich oder antworte mir, zum Beispiel: {mention} wie Heat, nur kürzer",
        "thread.name": "Filme mit {name}",
        "thread.made": "Reden wir in {thread}.",
        "thread.where": "Threads lassen sich nur im Textkanal eines Servers öffnen.",
        "setup.cannot.write": "In {channel} darf ich nicht schreiben: Mir fehlt dort die Berechtigung {permission}.",
        "setup.daily.off": "Es gibt keinen Film des Tages; wähle einen Kanal, um damit anzufangen.",
    },
}
