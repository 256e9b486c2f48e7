"""Spanish for what concerns people: the quiz, friends, movie nights."""

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
    "people.you": "ti",
    "friend.asked": "Se lo preguntaré a {name}. Seréis amigos en cuanto diga que sí.",
    "friend.waiting": "Ya se lo he preguntado a {name} y aún no ha respondido.",
    "friend.accepted": "{name} y tú ya sois amigos.",
    "friend.friends": "{name} y tú ya erais amigos.",
    "friend.self": "Eso eres tú. Dime otra persona.",
    "friend.declined": "{name} no quiere por ahora. Vuelve a preguntar en una semana.",
    "friend.often": "Hoy has preguntado a mucha gente. Prueba mañana.",
    "friend.gone": "Hecho: {name} y tú ya no estáis conectados.",
    "friend.blocked": "Hecho: {name} está bloqueado. Ninguno verá al otro aquí.",
    "friend.none": "{name} no es amigo tuyo, así que no había nada que terminar.",
    "friend.not_yet": (
        "{name} aún no es amigo tuyo. Di «añade a {name} como amigo»; hace falta el sí de ambos."
    ),
    "friend.unknown": (
        "No conozco a nadie que se llame {name}. Tiene que haber hablado conmigo con ese nombre."
    ),
    "friend.several": "Varias personas se llaman {name}. Dime el nombre exacto de la cuenta.",
    "social.who": "¿A quién te refieres? Dime el nombre.",
    "social.which_film": "¿A qué película te refieres?",
    "friends.nobody": "Aún no tienes amigos aquí. Di «añade a Ana como amiga» y le preguntaré.",
    "friends.asking": "{names} quiere ser tu amigo; acepta con un botón, o di «añade» y el nombre.",
    "friends.are": "Tus amigos: {names}.",
    "friends.asked": "Sin respuesta aún: {names}.",
    "friends.quiet": "Que yo sepa, ninguno ha visto nada todavía.",
    "deed.seen": "- {name} ha visto {film}",
    "deed.rated": "- {name} dio a {film} {stars}",
    "match.lead": "{name} y tú coincidís en un {percent}%, a juzgar por {films} que ambos conocéis.",
    "match.unsure": "Son pocas, así que tómalo con cautela.",
    "match.unknown": (
        "{name} y tú solo tenéis {films} en común que ambos hayáis visto; necesito tres para comparar."
    ),
    "match.agreed": "A los dos os encanta {films}.",
    "match.differed": "No coincidís en {films}.",
    "seen_by.lead": "Quién de tus amigos ha visto {film}:",
    "seen_by.nobody": "Que yo sepa, ninguno de tus amigos ha visto {film}.",
    "similar.lead": "Tus amigos de gusto más parecido:",
    "similar.line": "- {name}: {percent}% ({films})",
    "similar.none": "Ninguno de tus amigos tiene aún bastantes películas en común contigo.",
    "night.lead": "Mi propuesta para votar:",
    "night.lead.friends": "Mi propuesta para ti y {friends}:",
    "night.suits": "sobre todo para {names}",
    "night.seen": "vista por {names}",
    "night.none": (
        "Ninguna película que conozca os va bien a todos con eso. Afloja un deseo y busco de nuevo."
    ),
    "night.guests": (
        "No conozco el gusto de {names}: solo cuenta el de los amigos, así que vienen como invitados."
    ),
    "night.several": "Varios de tus amigos se llaman {names}; no los he contado.",
    "night.poll": "Vota en la encuesta de abajo o di «voto por la segunda»; «cierra la votación» la termina.",
    "night.vote": "Vota con los botones o di «voto por la segunda»; «cierra la votación» la termina.",
    "button.befriend": "Aceptar a {name}",
    "button.unfriend": "Rechazar a {name}",
    "button.block": "Bloquear a {name}",
    "end.night": "Propuesta lista",
    "end.social": "Hecho",
    "night.not_theirs": "No es una votación: aquí solo la abren quienes eligieron los moderadores.",
    "night.made_up_for": "En noches pasadas salió perdiendo {names}; esta vez su gusto cuenta más.",
    "ballot.none": (
        "Aquí no hay ninguna votación abierta. Di «planea una noche de cine con Ana» y preparo una."
    ),
    "ballot.which": "Tienes varias votaciones abiertas. ¿Cuál dices? Nombra una película o pulsa su botón:",
    "ballot.line": "- {films}",
    "ballot.line.host": "- de {name}: {films}",
    "ballot.voted": "Tu voto: {films}.",
    "ballot.voted.guest": "{name} vota por {films}.",
    "ballot.withdrawn": "Voto retirado.",
    "ballot.vetoed": (
        "{films} queda vetada; solo gana si también se veta todo lo demás. Lo mismo otra vez lo retira."
    ),
    "ballot.unvetoed": "El veto contra {films} queda retirado.",
    "ballot.vetoed_before": "Ya usaste tu único veto con otra película. Retíralo primero.",
    "ballot.not_on_it": "Ese número no está en la votación. Hay:",
    "ballot.not_on_it.titles": "{titles} no está en la votación. Pulsa una de estas o planea otra vez.",
    "ballot.themselves": "{name} participa y vota en persona.",
    "ballot.cancelled": "Queda cancelado; no cuenta para nadie.",
    "ballot.left": "Quedas fuera: tus votos y tu gusto ya no cuentan. Así está ahora:",
    "ballot.no_member": "Solo pueden hacerlo quienes están invitados.",
    "ballot.standing": "Así va la votación:",
    "ballot.standing_before": "Aquí ya se ha votado, así que no hago otra votación. Así está:",
    "ballot.standing_before.mend": "«Cierra la votación» o «cancela la votación» deja sitio a otra.",
    "ballot.ways": (
        "Puedes cambiar tu voto hasta el cierre; «veto» tacha una película, «cierra la votación» la termina."
    ),
    "ballot.over": "Esa votación ya terminó.",
    "ballot.over.won": "Esa votación ya terminó: ganó {film}.",
    "ballot.won.votes": "Se acabó la votación: será {film}, con {votes}.",
    "ballot.won.tie": "Se acabó la votación. Hubo empate a {votes}; gana {film}, que os va mejor a todos.",
    "ballot.won.nobody": "Se acabó la votación. Nadie votó, así que será {film}, la que mejor os va a todos.",
    "ballot.won.suits": "Le va sobre todo a {names}.",
    "ballot.votes.one": "{n} voto",
    "ballot.votes.many": "{n} votos",
    "ballot.vetoes.one": "{n} veto",
    "ballot.vetoes.many": "{n} vetos",
    "button.ballot.close": "Cerrar la votación",
    "end.ballot": "Votación consultada",
    "button.ballot.vote": "Votar: {film}",
    "people.somebody": "alguien",
    "tiding.asking": "📨 {names} quiere ser tu amigo aquí; acepta con un botón o di «añade» y el nombre.",
    "tiding.accepted": "🤝 {names} dijo que sí: ya sois amigos.",
    "tiding.invited": (
        "🍿 {host} te invita a una noche de cine. Vota con los botones o di «voto por la segunda»:"
    ),
    "tiding.decided": "🍿 La votación de la noche de cine de {host} terminó: será {film}.",
    "tiding.soon": "🍿 Pronto es la noche de cine de {host}: {film}, {when}.",
    "tiding.asked": (
        "🍿 ¿Qué tal {film} en la noche de cine de {host}? Ponle estrellas o dilo con tus palabras."
    ),
    "done.achieved": "🏅 Nuevo: {names}.",
    "tiding.achieved": "🏅 Logrado entretanto: {names}.",
    "library.achievements": "Tus logros, {n} de {of}, y los que tienes más cerca:",
    "achievement.line": "🏅 {title} – {what}: {n}",
    "achievement.ahead": "▫️ {title} – {what}: {n} de {of}",
    "goal.rated": "películas puntuadas",
    "goal.seen": "películas vistas",
    "goal.distinct_stars": "notas distintas puestas",
    "goal.five_stars": "películas con cinco estrellas",
    "goal.low_stars": "películas con dos estrellas o menos",
    "goal.reviewed": "reseñas escritas",
    "goal.saved": "películas en la lista",
    "goal.countries": "países vistos en el cine",
    "goal.languages": "idiomas oídos",
    "goal.decades": "décadas visitadas",
    "goal.before_1930": "películas anteriores a 1930",
    "goal.before_1960": "películas anteriores a 1960",
    "goal.genres": "géneros vistos",
    "goal.horror": "películas de terror vistas",
    "goal.science_fiction": "películas de ciencia ficción vistas",
    "goal.western": "wésterns vistos",
    "goal.documentary": "documentales vistos",
    "goal.animation": "películas animadas vistas",
    "goal.music": "musicales vistos",
    "goal.long_films": "películas de tres horas o más",
    "goal.short_films": "películas de 80 minutos o menos",
    "goal.little_known": "películas que casi nadie conoce",
    "goal.director_films": "películas del mismo director",
    "goal.directors_completed": "directores de quienes has visto todo lo que conozco",
    "goal.actor_films": "películas con la misma cara",
    "goal.after_midnight": "películas puntuadas pasada la medianoche",
    "goal.quiz": "test terminado",
    "goal.friends": "amigos aquí",
    "goal.nights": "noches de cine decididas juntos",
    "goal.followed": "veces que un amigo vio lo que te gustó",
    "end.achievements": "Logros contados",
    "card.title": "Tu gusto en cine",
    "card.title.of": "El gusto de {name} en cine",
    "card.year": "Tu {year} en películas",
    "card.year.of": "El {year} de {name} en películas",
    "card.hours": "{n} horas",
    "card.countries": "{n} países",
    "card.languages": "{n} idiomas",
    "card.means": "Tu media es {mine}; todos dan a las mismas películas {theirs}",
    "card.genres": "Géneros",
    "card.eras": "Épocas",
    "card.ratings": "Estrellas dadas",
    "card.directors": "Dirección",
    "card.loved": "Colores de las películas que te encantan",
    "card.everybody": "todos",
    "card.you": "tú",
    "card.months": "Mes a mes",
    "year.too_few": "De {year} conozco muy pocas películas tuyas para hacer balance.",
    "year.lead": "Tu {year}: {films}, {hours} horas de cine.",
    "year.best": "Lo que más te gustó: {films}.",
    "start.my_data": "Reúno lo que guardo de ti…",
    "end.data": "Tus datos están listos",
    "data.taken": (
        "Aquí está todo lo que guardo de ti, {n} filas, en un zip: JSON, tablas y una página que las "
        "explica. Lo entrego una vez y no guardo copia."
    ),
    "failed.doing.my_data": "reunir tus datos",
    "forgotten.nothing_left": "He vuelto a mirar: aquí no queda nada de ti.",
    "forgotten.left": "Aún queda: {left}.",
    "end.control": "Hecho",
    "control.pause": (
        "La personalización está en pausa: recomiendo como si no conociera tu gusto y no apunto nada "
        "de paso. Lo que has visto y lo que nunca es para ti sigue contando. «Reanuda la "
        "personalización» la termina."
    ),
    "control.pause.before": "La personalización ya está en pausa. «Reanuda la personalización» lo termina.",
    "control.resume": "Tu gusto vuelve a contar.",
    "control.resume.before": "Tu gusto cuenta; no estaba en pausa.",
    "control.private": (
        "Modo privado: desde el próximo mensaje no se apunta nada de esta conversación, ni palabras, "
        "ni películas mostradas, ni notas. Solo se guarda la búsqueda en curso, que se borra con "
        "«termina el modo privado»."
    ),
    "control.private.before": "Esta conversación ya es privada. «Termina el modo privado» lo termina.",
    "control.public": "El modo privado terminó y su búsqueda se borró. Desde ahora vuelvo a recordar.",
    "control.public.before": "Esta conversación no es privada.",
    "private.writes_nothing": (
        "En modo privado no apunto nada. Di primero «termina el modo privado» y luego repite lo que quieres."
    ),
    "profile.controls": (
        "Es tuyo: «exporta mis datos», «pausa la personalización», «modo privado» u «olvida todo "
        "sobre mí», cuando quieras."
    ),
    "profile.paused": (
        "La personalización está en pausa: nada de esto influye en lo que recomiendo. «Reanuda la "
        "personalización» lo termina."
    ),
    "match.not_shared": "{name} no comparte su gusto, así que no comparo nada.",
    "match.paused": "Tu personalización está en pausa, así que tampoco comparo tu gusto.",
    "seen_by.lead.here": "Quién de tus amigos, y de los que aquí lo comparten, ha visto {film}:",
    "seen_by.nobody.here": (
        "Que yo sepa, nadie de aquí que lo comparta, ni ningún amigo tuyo, ha visto {film}."
    ),
    "control.share_private": "Desde ahora nadie ve lo que miras ni cuánto coinciden los gustos.",
    "control.share_private.before": "Nadie ve lo que miras; ya era así.",
    "control.share_friends": "Tus amigos ven lo que has visto y las estrellas que diste; nadie más.",
    "control.share_friends.before": "Solo tus amigos ven lo que miras; ya era así.",
    "control.share_server": (
        "Tus amigos y todos los de los servidores y grupos donde hablas conmigo pueden ver lo que has"
        " visto y tus estrellas."
    ),
    "control.share_server.before": (
        "Todos los de tus servidores y grupos pueden ver lo que miras; ya era así."
    ),
    "control.trials_out": (
        "Desde ahora no participas en pruebas de ajustes, y lo anotado para ellas se borró. "
        "«Participar en pruebas» lo cambia."
    ),
    "control.trials_out.before": ("No participas en pruebas de ajustes; ya era así."),
    "control.trials_in": (
        "Vuelves a participar en pruebas de ajustes: a veces las listas se hacen de otro modo, "
        "para saber cuál es mejor. «Déjame fuera de las pruebas» lo termina."
    ),
    "control.trials_in.before": (
        "Participas en pruebas de ajustes; ya era así. «Déjame fuera de las pruebas» lo termina."
    ),
    "done.room.watchlist_add": "{film} está en la lista de todos aquí.",
    "done.room.watchlist_add.same": "{film} ya está en la lista de todos aquí.",
    "done.room.watchlist_remove": "Quité {film} de la lista de todos aquí.",
    "done.room.watchlist_remove.same": "{film} no estaba en la lista de todos aquí.",
    "library.room": "Para ver juntos aquí ({films}):",
    "library.none.room": "La lista de todos aquí está vacía. «Añade Heat a nuestra lista» la empieza.",
    "ballot.settled": ("La noche de cine es el {when}."),
    "ballot.settled.closes": ("La votación cierra el {when}."),
    "ballot.settled.zone": ("¿Otra zona horaria? Dila también, como «el viernes a las 20:00 Europe/Madrid»."),
    "ballot.no_moment": (
        "No entendí cuándo. Di un día y una hora, como «la noche de cine es el viernes a las 20:00»."
    ),
    "ballot.moment_past": ("Eso ya pasó. Di un día y una hora por venir."),
    "room.poll": "¿Qué vemos?",
    "room.no_poll": (
        "No pude abrir una encuesta aquí (quizá falta el permiso {permission}): di «voto por la "
        "segunda», o «¿cómo va la votación?» para los botones."
    ),
    "room.closing": ("La votación de la noche de cine cierra el {when}. Aún se puede votar."),
    "room.close": ("La votación terminó: será {film}."),
    "room.event": "Noche de cine: {film}",
    "room.no_event": (
        "Aquí no puedo crear eventos; con el permiso «{permission}» la noche iría al calendario."
    ),
    "room.night": ("La noche de cine empieza el {when}. Es {film}."),
    "room.asking": ("¿Qué tal {film}? Di «le doy 4 estrellas a {title}», aquí o a solas conmigo."),
}
