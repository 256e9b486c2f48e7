"""Descriptions of commands and options: English, and what that is in each of `LANGUAGES`."""

from collections.abc import Mapping

from adapters.discord.texts.moderator_descriptions import DESCRIPTIONS as FOR_MODERATORS

LANGUAGES = ("es", "fr", "de")

DESCRIPTIONS: Mapping[str, tuple[str, str, str]] = {
    **FOR_MODERATORS,
    "Write what you think of a film; only you see the answer": (
        "Escribe qué te parece una película; solo tú ves la respuesta",
        "Écrire ce que vous pensez d’un film ; vous seul voyez la réponse",
        "Schreib, was du von einem Film hältst; nur du siehst die Antwort",
    ),
    "Your words; leave them out to get a form to write in": (
        "Tus palabras; sin ellas se abre un formulario",
        "Vos mots ; sans eux, un formulaire s’ouvre",
        "Deine Worte; ohne sie öffnet sich ein Formular",
    ),
    "Find films like this message": (
        "Películas como este mensaje",
        "Des films comme ce message",
        "Filme wie diese Nachricht",
    ),
    # people
    "A short quiz by which I get to know you; only you see it": (
        "Un juego corto para conocerte; solo tú lo ves",
        "Un petit quiz pour vous connaître ; vous seul le voyez",
        "Ein kurzes Quiz, um dich kennenzulernen; das siehst nur du",
    ),
    "From the first question, whatever you answered before": (
        "Desde la primera pregunta, aunque ya hayas respondido",
        "Depuis la première question, malgré les réponses déjà données",
        "Ab der ersten Frage, auch wenn du schon geantwortet hast",
    ),
    "Your friends, their films, how far you agree; only you see it": (
        "Tus amigos, sus películas, cuánto coincidís; solo tú lo ves",
        "Vos amis, leurs films, vos accords ; vous seul le voyez",
        "Deine Freunde, ihre Filme, wie einig ihr seid; das siehst nur du",
    ),
    "What you want to do or know": (
        "Qué quieres hacer o saber",
        "Ce que vous voulez faire ou savoir",
        "Was du tun oder wissen willst",
    ),
    "The friend, by name": ("El amigo, por su nombre", "L’ami, par son nom", "Der Freund, mit Namen"),
    "Films for several people together, to vote on": (
        "Películas para varias personas, para votar",
        "Des films pour plusieurs, à mettre aux voix",
        "Filme für mehrere zusammen, zum Abstimmen",
    ),
    "Who comes along, by name, with commas between": (
        "Quién viene, por nombre, separados por comas",
        "Qui vient, par nom, séparés par des virgules",
        "Wer mitkommt, mit Namen, durch Kommas getrennt",
    ),
    # films
    "Find films to watch": (
        "Encuentra películas que ver",
        "Trouver des films à voir",
        "Filme zum Anschauen finden",
    ),
    "A film it should be like": (
        "Una película a la que se parezca",
        "Un film auquel il doit ressembler",
        "Ein Film, dem er gleichen soll",
    ),
    "Another film it should be like": (
        "Otra película a la que se parezca",
        "Un autre film auquel il doit ressembler",
        "Noch ein Film, dem er gleichen soll",
    ),
    "Genres wanted, with commas between": (
        "Géneros deseados, separados por comas",
        "Genres voulus, séparés par des virgules",
        "Gewünschte Genres, mit Kommas getrennt",
    ),
    "Genres not wanted, with commas between": (
        "Géneros no deseados, separados por comas",
        "Genres à éviter, séparés par des virgules",
        "Unerwünschte Genres, mit Kommas getrennt",
    ),
    "Directors or actors wanted, with commas between": (
        "Directores o actores, separados por comas",
        "Réalisateurs ou acteurs, séparés par des virgules",
        "Regie oder Besetzung, mit Kommas getrennt",
    ),
    "Themes, settings or styles, with commas between": (
        "Temas, lugares o estilos, separados por comas",
        "Thèmes, lieux ou styles, séparés par des virgules",
        "Themen, Orte oder Stile, mit Kommas getrennt",
    ),
    "A mood: tense, cosy, lighter …": (
        "Un ambiente: tense, cosy, lighter …",
        "Une ambiance : tense, cosy, lighter …",
        "Eine Stimmung: tense, cosy, lighter …",
    ),
    "Who watches along": ("Quién la ve contigo", "Qui regarde avec vous", "Wer mitschaut"),
    "No older than this year": (
        "No anterior a este año",
        "Pas plus ancien que cette année",
        "Nicht älter als dieses Jahr",
    ),
    "No newer than this year": (
        "No posterior a este año",
        "Pas plus récent que cette année",
        "Nicht neuer als dieses Jahr",
    ),
    "No longer than this, in minutes": (
        "No más larga que esto, en minutos",
        "Pas plus long que cela, en minutes",
        "Nicht länger als so viele Minuten",
    ),
    "Original language: French, Korean …": (
        "Idioma original: francés, coreano …",
        "Langue d’origine : français, coréen …",
        "Originalsprache: Französisch, Koreanisch …",
    ),
    "Only films fit for children": (
        "Solo películas aptas para niños",
        "Seulement des films pour enfants",
        "Nur Filme, die für Kinder taugen",
    ),
    "Only from your own watchlist; only you see the answer": (
        "Solo de tu lista; solo tú ves la respuesta",
        "Seulement de votre liste ; vous seul voyez la réponse",
        "Nur von deiner Merkliste; die Antwort siehst nur du",
    ),
    "Films you have seen are welcome": (
        "Valen películas que ya has visto",
        "Les films déjà vus sont bienvenus",
        "Auch Filme, die du schon gesehen hast",
    ),
    "How many films": ("Cuántas películas", "Combien de films", "Wie viele Filme"),
    "Find films by how they look": (
        "Encuentra películas por su aspecto",
        "Trouver des films par leur image",
        "Filme nach ihrem Aussehen finden",
    ),
    "Colours, light, composition: pastel and symmetrical, neon rain at night …": (
        "Colores, luz, composición: pastel y simétrica, lluvia de neón …",
        "Couleurs, lumière, cadre : pastel et symétrique, pluie de néons …",
        "Farben, Licht, Bildaufbau: pastellig und symmetrisch, Neonregen …",
    ),
    "A film whose look you want": (
        "Una película cuyo aspecto buscas",
        "Un film dont vous voulez l’image",
        "Ein Film, der so aussieht",
    ),
    "A picture whose look you want: PNG, JPEG or WebP": (
        "Una imagen cuyo aspecto buscas: PNG, JPEG o WebP",
        "Une image dont vous voulez l’allure : PNG, JPEG ou WebP",
        "Ein Bild, das so aussieht: PNG, JPEG oder WebP",
    ),
    "What people say of a film": (
        "Qué se dice de una película",
        "Ce qu’on dit d’un film",
        "Was man über einen Film sagt",
    ),
    "The film": ("La película", "Le film", "Der Film"),
    "Only these sides: acting, pace, ending, music …": (
        "Solo estos aspectos: acting, pace, ending, music …",
        "Seulement ces aspects : acting, pace, ending, music …",
        "Nur diese Seiten: acting, pace, ending, music …",
    ),
    "How much may be given away": (
        "Cuánto se puede desvelar",
        "Ce qui peut être révélé",
        "Wie viel verraten werden darf",
    ),
    "Show the sentences that the summary rests on": (
        "Muestra las frases en que se basa el resumen",
        "Montrer les phrases sur lesquelles repose le résumé",
        "Die Sätze zeigen, auf denen das beruht",
    ),
    "Why a film was suggested to you; only you see it": (
        "Por qué se te sugirió una película; solo tú lo ves",
        "Pourquoi un film vous a été proposé ; vous seul le voyez",
        "Warum dir ein Film vorgeschlagen wurde; das siehst nur du",
    ),
    # library
    "Give a film stars; only you see it": (
        "Puntúa una película; solo tú lo ves",
        "Noter un film ; vous seul le voyez",
        "Einem Film Sterne geben; das siehst nur du",
    ),
    "0.5 to 5 stars": ("De 0,5 a 5 estrellas", "De 0,5 à 5 étoiles", "0,5 bis 5 Sterne"),
    "A watchlist: show it, add to it, take off it": (
        "Una lista: verla, añadir, quitar",
        "Une liste : la voir, y ajouter, en retirer",
        "Eine Merkliste: zeigen, ergänzen, streichen",
    ),
    "Yours, which only you see, or the one of all in this server": (
        "La tuya, que solo tú ves, o la de todos en este servidor",
        "La vôtre, que vous seul voyez, ou celle de tous sur ce serveur",
        "Deine, die nur du siehst, oder die aller auf diesem Server",
    ),
    "A film to keep for later": (
        "Una película para más tarde",
        "Un film à garder pour plus tard",
        "Ein Film für später",
    ),
    "A film to take off the list": (
        "Una película que quitar de la lista",
        "Un film à retirer de la liste",
        "Ein Film, der von der Liste soll",
    ),
    "What I know of your taste; only you see it": (
        "Qué sé de tus gustos; solo tú lo ves",
        "Ce que je sais de vos goûts ; vous seul le voyez",
        "Was ich von deinem Geschmack weiß; das siehst nur du",
    ),
    "A year to look back on": (
        "Un año para hacer balance",
        "Une année dont faire le bilan",
        "Ein Jahr im Rückblick",
    ),
    "Which part of it": ("Qué parte", "Quelle partie", "Welchen Teil davon"),
    "When it is: Friday at 8pm, or with a zone, like Europe/Madrid": (
        "Cuándo es: viernes a las 20:00, o con zona, como Europe/Madrid",
        "Quand : vendredi à 20h, ou avec un fuseau, comme Europe/Madrid",
        "Wann: Freitag um 20 Uhr, oder mit Zone, wie Europe/Madrid",
    ),
    # privacy, threads
    "What I keep of you: see, export, forget": (
        "Lo que guardo de ti: ver, exportar, olvidar",
        "Ce que je garde de vous : voir, exporter, oublier",
        "Was ich von dir weiß: sehen, exportieren, vergessen",
    ),
    "See it, get it as a file, or have me forget everything (I ask first)": (
        "Verlo, recibirlo como archivo o que lo olvide todo (pregunto antes)",
        "Le voir, le recevoir en fichier, ou tout me faire oublier (je demande d’abord)",
        "Ansehen, als Datei bekommen oder alles vergessen lassen (ich frage vorher)",
    ),
    "Open a thread to talk about films": (
        "Abre un hilo para hablar de cine",
        "Ouvrir un fil pour parler cinéma",
        "Einen Thread öffnen, um über Filme zu reden",
    ),
    # account
    "Join your accounts: get a code here, give it to me there": (
        "Une tus cuentas: pide aquí un código y dámelo allí",
        "Relier vos comptes : un code ici, à me donner là-bas",
        "Konten verbinden: hier einen Code holen, dort eingeben",
    ),
    "The code from your other account; leave it out to get one": (
        "El código de tu otra cuenta; sin él te doy uno",
        "Le code de votre autre compte ; sans lui j'en donne un",
        "Der Code vom anderen Konto; ohne ihn gebe ich einen",
    ),
    "Part this account from the others it is joined to": (
        "Separa esta cuenta de las demás",
        "Séparer ce compte des autres",
        "Dieses Konto von den anderen trennen",
    ),
    "Bring your films in, or take them along": (
        "Trae tus películas o llévatelas",
        "Apporter vos films ou les emporter",
        "Filme mitbringen oder mitnehmen",
    ),
    "Bring in your films from another service": (
        "Trae tus películas de otro servicio",
        "Apporter vos films d'un autre service",
        "Filme aus einem anderen Dienst mitbringen",
    ),
    "Export of Letterboxd (zip or csv), IMDb or MovieLens (csv)": (
        "Exportación de Letterboxd (zip o csv), IMDb o MovieLens (csv)",
        "Export de Letterboxd (zip ou csv), IMDb ou MovieLens (csv)",
        "Export von Letterboxd (zip oder csv), IMDb oder MovieLens (csv)",
    ),
    "Take your films along to another service": (
        "Llévate tus películas a otro servicio",
        "Emporter vos films vers un autre service",
        "Filme zu einem anderen Dienst mitnehmen",
    ),
    "In whose format": (
        "En qué formato",
        "Dans quel format",
        "In wessen Format",
    ),
}
