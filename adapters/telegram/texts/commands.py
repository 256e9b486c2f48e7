"""The commands as Telegram lists them, in four languages. Names are the same everywhere."""

from collections.abc import Mapping

COMMANDS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "recommend": "Films to watch: /recommend like Heat but shorter",
        "look": "Films by how they look: /look neon rain at night",
        "reviews": "What people say of a film: /reviews Alien",
        "watchlist": "Your watchlist, or a film onto it: /watchlist Heat",
        "rate": "Give a film stars: /rate Heat 4.5",
        "why": "Why a film was picked: /why Heat",
        "export": "Take your films along: letterboxd, imdb or movielens",
        "link": "Join your accounts: get a code here, give it to me there",
        "unlink": "Part this account from the others",
        "privacy": "What I keep of you: show, export, forget",
        "help": "What I can do",
        "setup": "What holds in this chat; in groups for admins",
    },
    "es": {
        "recommend": "Películas que ver: /recommend como Heat pero más corta",
        "look": "Películas por su aspecto: /look lluvia y neón de noche",
        "reviews": "Qué se dice de una película: /reviews Alien",
        "watchlist": "Tu lista, o una película más: /watchlist Heat",
        "rate": "Puntúa una película: /rate Heat 4.5",
        "why": "Por qué se eligió una película: /why Heat",
        "export": "Llévate tus películas: letterboxd, imdb o movielens",
        "link": "Une tus cuentas: pide aquí un código y dámelo allí",
        "unlink": "Separa esta cuenta de las demás",
        "privacy": "Lo que guardo de ti: show, export, forget",
        "help": "Lo que sé hacer",
        "setup": "Lo que vale en este chat; en grupos, para administradores",
    },
    "fr": {
        "recommend": "Des films à voir : /recommend comme Heat en plus court",
        "look": "Des films par leur image : /look pluie et néons la nuit",
        "reviews": "Ce qu'on dit d'un film : /reviews Alien",
        "watchlist": "Votre liste, ou un film de plus : /watchlist Heat",
        "rate": "Notez un film : /rate Heat 4.5",
        "why": "Pourquoi un film a été choisi : /why Heat",
        "export": "Emportez vos films : letterboxd, imdb ou movielens",
        "link": "Reliez vos comptes : un code ici, à me donner là-bas",
        "unlink": "Séparez ce compte des autres",
        "privacy": "Ce que je garde de vous : show, export, forget",
        "help": "Ce que je sais faire",
        "setup": "Ce qui vaut ici ; dans un groupe, pour les admins",
    },
    "de": {
        "recommend": "Filme zum Anschauen: /recommend wie Heat, nur kürzer",
        "look": "Filme nach ihrem Aussehen: /look Neon und Regen bei Nacht",
        "reviews": "Was man über einen Film sagt: /reviews Alien",
        "watchlist": "Deine Merkliste, oder ein Film dazu: /watchlist Heat",
        "rate": "Gib einem Film Sterne: /rate Heat 4.5",
        "why": "Warum ein Film vorgeschlagen wurde: /why Heat",
        "export": "Nimm deine Filme mit: letterboxd, imdb oder movielens",
        "link": "Verbinde deine Konten: hier ein Code, dort gibst du ihn mir",
        "unlink": "Trenne dieses Konto von den anderen",
        "privacy": "Was ich von dir weiß: show, export, forget",
        "help": "Was ich kann",
        "setup": "Was in diesem Chat gilt; in Gruppen für Admins",
    },
}
"""By language and name, in the order in which they are listed."""

FOR_MODERATORS = "setup"
"""The one command that members of a group need not see."""
