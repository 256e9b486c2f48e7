"""French for what concerns people: the quiz, friends, movie nights."""

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
    "people.you": "vous",
    "friend.asked": "Je demande à {name}. Vous serez amis dès que la réponse sera oui.",
    "friend.waiting": "{name} a déjà reçu la demande et n'a pas encore répondu.",
    "friend.accepted": "{name} et vous êtes amis maintenant.",
    "friend.friends": "{name} et vous êtes déjà amis.",
    "friend.self": "C'est vous. Nommez quelqu'un d'autre.",
    "friend.declined": "{name} ne le souhaite pas pour l'instant. Redemandez dans une semaine.",
    "friend.often": "Vous avez demandé à beaucoup de monde aujourd'hui. Réessayez demain.",
    "friend.gone": "C'est fait : {name} et vous n'êtes plus liés.",
    "friend.blocked": "C'est fait : {name} est bloqué. Aucun de vous ne voit l'autre ici.",
    "friend.none": "{name} n'est pas de vos amis, il n'y avait rien à terminer.",
    "friend.not_yet": (
        "{name} n'est pas encore votre ami. Dites « ajoute {name} comme ami » ; il faut l'accord des deux."
    ),
    "friend.unknown": "Je ne connais personne du nom de {name}. Il faut m'avoir parlé une fois sous ce nom.",
    "friend.several": "Plusieurs personnes s'appellent {name}. Donnez le nom exact du compte.",
    "social.who": "De qui parlez-vous ? Dites-moi le nom.",
    "social.which_film": "De quel film parlez-vous ?",
    "friends.nobody": (
        "Vous n'avez pas encore d'amis ici. Dites « ajoute Ana comme amie », et je lui demanderai."
    ),
    "friends.asking": (
        "{names} souhaite être votre ami ; acceptez par un bouton, ou dites « ajoute » et le nom."
    ),
    "friends.are": "Vos amis : {names}.",
    "friends.asked": "Sans réponse encore : {names}.",
    "friends.quiet": "Aucun d'eux n'a encore rien vu, à ma connaissance.",
    "deed.seen": "- {name} a vu {film}",
    "deed.rated": "- {name} a donné {stars} à {film}",
    "match.lead": (
        "{name} et vous vous accordez à {percent} %, d'après {films} que vous connaissez tous deux."
    ),
    "match.unsure": "C'est peu, à prendre avec prudence.",
    "match.unknown": (
        "{name} et vous n'avez que {films} en commun que vous avez vus tous deux ; il m'en faut trois."
    ),
    "match.agreed": "Vous adorez tous deux {films}.",
    "match.differed": "Vos avis divergent sur {films}.",
    "seen_by.lead": "Qui de vos amis a vu {film} :",
    "seen_by.nobody": "Aucun de vos amis n'a vu {film}, à ma connaissance.",
    "similar.lead": "Les plus proches de vos goûts parmi vos amis :",
    "similar.line": "- {name} : {percent} % ({films})",
    "similar.none": "Aucun de vos amis n'a encore assez de films en commun avec vous.",
    "night.lead": "Mon choix à soumettre au vote :",
    "night.lead.friends": "Mon choix pour vous et {friends} :",
    "night.suits": "surtout pour {names}",
    "night.seen": "vu par {names}",
    "night.none": (
        "Aucun film que je connaisse ne vous convient à tous ainsi. Assouplissez un souhait et je "
        "cherche encore."
    ),
    "night.guests": (
        "Je ne connais pas les goûts de {names} : seuls comptent ceux des amis, ils viennent donc en invités."
    ),
    "night.several": "Plusieurs de vos amis s'appellent {names} ; je ne les ai pas comptés.",
    "night.poll": (
        "Votez dans le sondage ci-dessous ou dites « je vote pour le deuxième » ; « fermez le vote » "
        "y met fin."
    ),
    "night.vote": (
        "Votez avec les boutons ou dites « je vote pour le deuxième » ; « fermez le vote » y met fin."
    ),
    "button.befriend": "Accepter {name}",
    "button.unfriend": "Refuser {name}",
    "button.block": "Bloquer {name}",
    "end.night": "Choix prêt",
    "end.social": "C'est fait",
    "night.not_theirs": "Ce n’est pas un vote : ici, seuls ceux choisis par les modérateurs en ouvrent un.",
    "night.made_up_for": "Les soirées passées ont moins plu à {names} ; ce goût compte davantage ce soir.",
    "ballot.none": (
        "Aucun vote n'est ouvert ici. Dites « organise une soirée film avec Ana » et je prépare un choix."
    ),
    "ballot.which": (
        "Plusieurs votes sont ouverts pour vous. Lequel ? Nommez un film ou appuyez sur son bouton :"
    ),
    "ballot.line": "- {films}",
    "ballot.line.host": "- de {name} : {films}",
    "ballot.voted": "Votre vote : {films}.",
    "ballot.voted.guest": "{name} vote pour {films}.",
    "ballot.withdrawn": "Ce vote est retiré.",
    "ballot.vetoed": (
        "{films} est frappé d'un veto ; il ne gagne que si tous les autres le sont aussi. La même "
        "chose encore le retire."
    ),
    "ballot.unvetoed": "Le veto contre {films} est retiré.",
    "ballot.vetoed_before": "Vous avez déjà mis votre seul veto sur un autre film. Retirez-le d'abord.",
    "ballot.not_on_it": "Ce numéro n'est pas au vote. Voici ce qu'il y a :",
    "ballot.not_on_it.titles": (
        "{titles} n'est pas au vote. Appuyez sur l'un de ceux-ci, ou recommencez le choix."
    ),
    "ballot.themselves": "{name} participe et vote en personne.",
    "ballot.cancelled": "C'est annulé ; cela ne compte pour personne.",
    "ballot.left": "Vous n'en êtes plus : vos votes et vos goûts ne comptent plus. Voici où cela en est :",
    "ballot.no_member": "Seules les personnes prévues peuvent faire cela.",
    "ballot.standing": "Le vote en est là :",
    "ballot.standing_before": "On a déjà voté ici, je n'ouvre donc pas d'autre vote. Voici où cela en est :",
    "ballot.standing_before.mend": "« Fermez le vote » ou « annulez le vote » fait place à un autre.",
    "ballot.ways": (
        "Vous pouvez changer de vote jusqu'à la fin ; « veto » écarte un film, « fermez le vote » y met fin."
    ),
    "ballot.over": "Ce vote est terminé.",
    "ballot.over.won": "Ce vote est terminé : {film} a gagné.",
    "ballot.won.votes": "Le vote est terminé : ce sera {film}, avec {votes}.",
    "ballot.won.tie": "Le vote est terminé. Égalité à {votes} ; {film} vous va le mieux à tous et l'emporte.",
    "ballot.won.nobody": (
        "Le vote est terminé. Personne n'a voté : ce sera {film}, qui vous va le mieux à tous."
    ),
    "ballot.won.suits": "Il va surtout à {names}.",
    "ballot.votes.one": "{n} voix",
    "ballot.votes.many": "{n} voix",
    "ballot.vetoes.one": "{n} veto",
    "ballot.vetoes.many": "{n} vetos",
    "button.ballot.close": "Fermer le vote",
    "end.ballot": "Vote consulté",
    "button.ballot.vote": "Voter : {film}",
    "people.somebody": "quelqu'un",
    "tiding.asking": (
        "📨 {names} aimerait être votre ami ici ; acceptez avec un bouton, ou dites « ajoute » et le nom."
    ),
    "tiding.accepted": "🤝 {names} a dit oui : vous êtes amis.",
    "tiding.invited": (
        "🍿 {host} vous invite à une soirée film. Votez avec les boutons, ou dites « je vote pour le "
        "deuxième » :"
    ),
    "tiding.decided": "🍿 Le vote pour la soirée de {host} est terminé : ce sera {film}.",
    "tiding.soon": "🍿 Bientôt la soirée film de {host} : {film}, {when}.",
    "tiding.asked": (
        "🍿 Comment était {film} à la soirée de {host} ? Donnez des étoiles, ou dites-le avec vos mots."
    ),
    "done.achieved": "🏅 Nouveau : {names}.",
    "tiding.achieved": "🏅 Obtenu entre-temps : {names}.",
    "library.achievements": "Vos succès, {n} sur {of}, et les plus proches :",
    "achievement.line": "🏅 {title} – {what} : {n}",
    "achievement.ahead": "▫️ {title} – {what} : {n} sur {of}",
    "goal.rated": "films notés",
    "goal.seen": "films vus",
    "goal.distinct_stars": "notes différentes données",
    "goal.five_stars": "films à cinq étoiles",
    "goal.low_stars": "films à deux étoiles ou moins",
    "goal.reviewed": "critiques écrites",
    "goal.saved": "films dans la liste",
    "goal.countries": "pays vus à l'écran",
    "goal.languages": "langues entendues",
    "goal.decades": "décennies visitées",
    "goal.before_1930": "films d'avant 1930",
    "goal.before_1960": "films d'avant 1960",
    "goal.genres": "genres vus",
    "goal.horror": "films d'horreur vus",
    "goal.science_fiction": "films de science-fiction vus",
    "goal.western": "westerns vus",
    "goal.documentary": "documentaires vus",
    "goal.animation": "films d'animation vus",
    "goal.music": "films musicaux vus",
    "goal.long_films": "films de trois heures ou plus",
    "goal.short_films": "films de 80 minutes ou moins",
    "goal.little_known": "films que presque personne ne connaît",
    "goal.director_films": "films d'un même cinéaste",
    "goal.directors_completed": "cinéastes dont vous avez vu tout ce que je connais",
    "goal.actor_films": "films avec le même visage",
    "goal.after_midnight": "films notés après minuit",
    "goal.quiz": "questionnaire terminé",
    "goal.friends": "amis ici",
    "goal.nights": "soirées films décidées ensemble",
    "goal.followed": "fois où un ami a vu ce que vous aviez aimé",
    "end.achievements": "Succès comptés",
    "card.title": "Vos goûts en cinéma",
    "card.title.of": "Les goûts de {name} en cinéma",
    "card.year": "Votre {year} en films",
    "card.year.of": "L'année {year} de {name} en films",
    "card.hours": "{n} heures",
    "card.countries": "{n} pays",
    "card.languages": "{n} langues",
    "card.means": "Vous donnez {mine} en moyenne ; tout le monde donne aux mêmes films {theirs}",
    "card.genres": "Genres",
    "card.eras": "Époques",
    "card.ratings": "Étoiles données",
    "card.directors": "Réalisation",
    "card.loved": "Couleurs des films que vous aimez",
    "card.everybody": "tout le monde",
    "card.you": "vous",
    "card.months": "Mois par mois",
    "year.too_few": "De {year} je connais trop peu de vos films pour un bilan.",
    "year.lead": "Votre {year} : {films}, {hours} heures de cinéma.",
    "year.best": "Ce que vous avez préféré : {films}.",
    "start.my_data": "Je rassemble ce que je garde de vous…",
    "end.data": "Vos données sont prêtes",
    "data.taken": (
        "Voici tout ce que je garde de vous, {n} lignes, dans un zip : JSON, tableaux et une page qui"
        " les explique. Je le remets une fois et n'en garde pas de copie."
    ),
    "failed.doing.my_data": "rassembler vos données",
    "forgotten.nothing_left": "J'ai vérifié : il ne reste rien de vous ici.",
    "forgotten.left": "Il reste : {left}.",
    "end.control": "C'est fait",
    "control.pause": (
        "La personnalisation est en pause : je recommande comme si j'ignorais vos goûts, et ne note "
        "rien au passage. Ce que vous avez vu et ce qui n'est jamais pour vous compte toujours. « "
        "Reprends la personnalisation » y met fin."
    ),
    "control.pause.before": (
        "La personnalisation est déjà en pause. « Reprends la personnalisation » y met fin."
    ),
    "control.resume": "Vos goûts comptent de nouveau.",
    "control.resume.before": "Vos goûts comptent ; rien n'était en pause.",
    "control.private": (
        "Mode privé : à partir du prochain message, rien de cette conversation n'est noté, ni mots, "
        "ni films montrés, ni notes. Seule la recherche en cours est gardée, et « quitte le mode "
        "privé » l'efface."
    ),
    "control.private.before": "Cette conversation est déjà privée. « Quitte le mode privé » y met fin.",
    "control.public": "Le mode privé est fini, et sa recherche effacée. Je retiens de nouveau.",
    "control.public.before": "Cette conversation n'est pas privée.",
    "private.writes_nothing": (
        "En mode privé, je n'écris rien. Dites d'abord « quitte le mode privé », puis redites ce que "
        "vous voulez."
    ),
    "profile.controls": (
        "C'est à vous : « exporte mes données », « mets en pause la personnalisation », « mode privé "
        "» ou « oublie tout sur moi », quand vous voulez."
    ),
    "profile.paused": (
        "La personnalisation est en pause : rien de ceci n'influence mes choix. « Reprends la "
        "personnalisation » y met fin."
    ),
    "match.not_shared": "{name} ne partage pas ses goûts, je ne compare donc rien.",
    "match.paused": "Votre personnalisation est en pause, vos goûts ne sont donc pas comparés non plus.",
    "seen_by.lead.here": "Qui, parmi vos amis et ceux d'ici qui le partagent, a vu {film} :",
    "seen_by.nobody.here": (
        "À ma connaissance, personne ici qui le partage, ni aucun de vos amis, n'a vu {film}."
    ),
    "control.share_private": "Désormais personne ne voit ce que vous regardez, ni l'accord des goûts.",
    "control.share_private.before": "Personne ne voit ce que vous regardez ; c'était déjà le cas.",
    "control.share_friends": "Vos amis voient ce que vous avez vu et vos étoiles ; personne d'autre.",
    "control.share_friends.before": "Seuls vos amis voient ce que vous regardez ; c'était déjà le cas.",
    "control.share_server": (
        "Vos amis, et tous ceux des serveurs et groupes où vous me parlez, peuvent voir ce que vous "
        "avez vu et vos étoiles."
    ),
    "control.share_server.before": (
        "Tous ceux de vos serveurs et groupes peuvent voir ce que vous regardez ; c'était déjà le cas."
    ),
    "control.trials_out": (
        "Désormais vous ne participez à aucun essai de réglages, et ce qui était noté pour eux "
        "est effacé. « Participer aux essais » y revient."
    ),
    "control.trials_out.before": ("Vous ne participez à aucun essai de réglages ; c'était déjà le cas."),
    "control.trials_in": (
        "Vous participez de nouveau aux essais de réglages : parfois les listes sont faites "
        "autrement, pour savoir ce qui vaut mieux. « Laisse-moi hors des essais » y met fin."
    ),
    "control.trials_in.before": (
        "Vous participez aux essais de réglages ; c'était déjà le cas. « Laisse-moi hors des "
        "essais » y met fin."
    ),
    "done.room.watchlist_add": "{film} est dans la liste commune d'ici.",
    "done.room.watchlist_add.same": "{film} est déjà dans la liste commune d'ici.",
    "done.room.watchlist_remove": "J'ai retiré {film} de la liste commune d'ici.",
    "done.room.watchlist_remove.same": "{film} n'était pas dans la liste commune d'ici.",
    "library.room": "À voir ensemble ici ({films}) :",
    "library.none.room": "La liste commune d'ici est vide. « Ajoute Heat à notre liste » la commence.",
    "ballot.settled": ("La soirée cinéma est le {when}."),
    "ballot.settled.closes": ("Le vote se ferme le {when}."),
    "ballot.settled.zone": (
        "Un autre fuseau horaire ? Dites-le aussi, comme « vendredi à 20h Europe/Paris »."
    ),
    "ballot.no_moment": (
        "Je n'ai pas compris quand. Dites le jour et l'heure, comme « la soirée cinéma est vendredi à 20h »."
    ),
    "ballot.moment_past": ("C'est déjà passé. Dites un jour et une heure à venir."),
    "room.poll": "On regarde quoi ?",
    "room.no_poll": (
        "Je n'ai pas pu ouvrir de sondage ici (la permission {permission} manque peut-être) : dites « "
        "je vote pour le deuxième », ou « où en est le vote ? » pour les boutons."
    ),
    "room.closing": ("Le vote de la soirée cinéma se ferme le {when}. On peut encore voter."),
    "room.close": ("Le vote est clos : ce sera {film}."),
    "room.event": "Soirée cinéma : {film}",
    "room.no_event": (
        "Je ne peux pas créer d'événement ; avec la permission « {permission} », elle serait au calendrier."
    ),
    "room.night": ("La soirée cinéma commence le {when}. C'est {film}."),
    "room.asking": ("Comment était {film} ? Dites « je donne 4 étoiles à {title} », ici ou à moi seul."),
}
