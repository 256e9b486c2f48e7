"""German for what concerns people: the quiz, friends, movie nights."""

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
    "people.you": "dich",
    "friend.asked": "Ich frage {name}. Ihr seid befreundet, sobald {name} ja sagt.",
    "friend.waiting": "{name} ist schon gefragt und hat noch nicht geantwortet.",
    "friend.accepted": "{name} und du seid jetzt befreundet.",
    "friend.friends": "{name} und du seid schon befreundet.",
    "friend.self": "Das bist du selbst. Nenne jemand anderen.",
    "friend.declined": "{name} möchte das gerade nicht. Frag in einer Woche wieder.",
    "friend.often": "Du hast heute schon viele gefragt. Versuch es morgen wieder.",
    "friend.gone": "Erledigt: {name} und du seid nicht mehr verbunden.",
    "friend.blocked": "Erledigt: {name} ist blockiert. Ihr seht einander hier nicht mehr.",
    "friend.none": "{name} ist nicht mit dir befreundet, es gab nichts zu beenden.",
    "friend.not_yet": (
        "{name} ist noch nicht mit dir befreundet. Sag „füge {name} als Freund hinzu“; beide müssen ja sagen."
    ),
    "friend.unknown": (
        "Ich kenne niemanden namens {name}. Man muss unter dem Namen einmal mit mir gesprochen haben."
    ),
    "friend.several": "Mehrere heißen {name}. Nenne mir den genauen Namen des Kontos.",
    "social.who": "Wen meinst du? Nenne mir den Namen.",
    "social.which_film": "Welchen Film meinst du?",
    "friends.nobody": (
        "Du hast hier noch keine Freunde. Sag „füge Ana als Freundin hinzu“, dann frage ich sie."
    ),
    "friends.asking": "Mit dir befreundet sein möchte: {names}. Nimm per Knopf an oder sag „füge … hinzu“.",
    "friends.are": "Deine Freunde: {names}.",
    "friends.asked": "Noch keine Antwort: {names}.",
    "friends.quiet": "Keiner von ihnen hat schon etwas gesehen, soweit ich weiß.",
    "deed.seen": "- {name} hat {film} gesehen",
    "deed.rated": "- {name} gab {film} {stars}",
    "match.lead": "{name} und du stimmt zu {percent} % überein, nach {films}, die ihr beide kennt.",
    "match.unsure": "Das sind wenige, also nimm es nicht zu genau.",
    "match.unknown": "{name} und du habt erst {films} gemeinsam gesehen; zum Vergleichen brauche ich drei.",
    "match.agreed": "Ihr liebt beide {films}.",
    "match.differed": "Uneins seid ihr bei {films}.",
    "seen_by.lead": "Wer von deinen Freunden {film} gesehen hat:",
    "seen_by.nobody": "Keiner deiner Freunde hat {film} gesehen, soweit ich weiß.",
    "similar.lead": "Deinem Geschmack am nächsten unter deinen Freunden:",
    "similar.line": "- {name}: {percent} % ({films})",
    "similar.none": "Keiner deiner Freunde hat schon genug Filme mit dir gemeinsam.",
    "night.lead": "Mein Vorschlag zur Abstimmung:",
    "night.lead.friends": "Mein Vorschlag für dich und {friends}:",
    "night.suits": "vor allem für {names}",
    "night.seen": "gesehen von {names}",
    "night.none": (
        "Kein Film, den ich kenne, passt euch allen damit. Lockere einen Wunsch, dann suche ich wieder."
    ),
    "night.guests": (
        "Den Geschmack von {names} kenne ich nicht: nur der von Freunden zählt, also kommen sie als Gäste."
    ),
    "night.several": "Mehrere deiner Freunde heißen {names}; die habe ich weggelassen.",
    "night.poll": (
        "Stimm in der Umfrage unten ab oder sag „ich stimme für den zweiten“; „Abstimmung beenden“ "
        "schließt sie."
    ),
    "night.vote": (
        "Stimm mit den Knöpfen ab oder sag „ich stimme für den zweiten“; „Abstimmung beenden“ schließt sie."
    ),
    "button.befriend": "{name} annehmen",
    "button.unfriend": "{name} ablehnen",
    "button.block": "{name} blockieren",
    "end.night": "Vorschlag fertig",
    "end.social": "Erledigt",
    "night.not_theirs": "Das ist keine Abstimmung: Hier beginnt sie nur, wen die Moderatoren bestimmt haben.",
    "night.made_up_for": "Bei früheren Abenden kam {names} zu kurz; dieser Geschmack zählt heute mehr.",
    "ballot.none": (
        "Hier läuft keine Abstimmung. Sag „plane einen Filmabend mit Ana“, und ich mache einen Vorschlag."
    ),
    "ballot.which": (
        "Für dich laufen mehrere Abstimmungen. Welche meinst du? Nenn einen Film oder drück seinen Knopf:"
    ),
    "ballot.line": "- {films}",
    "ballot.line.host": "- von {name}: {films}",
    "ballot.voted": "Deine Stimme: {films}.",
    "ballot.voted.guest": "{name} stimmt für {films}.",
    "ballot.withdrawn": "Die Stimme ist zurückgenommen.",
    "ballot.vetoed": (
        "Gegen {films} steht ein Veto; gewinnen kann der Film nur, wenn alle anderen auch eines "
        "haben. Dasselbe noch einmal nimmt es zurück."
    ),
    "ballot.unvetoed": "Das Veto gegen {films} ist zurückgenommen.",
    "ballot.vetoed_before": "Dein eines Veto steht schon gegen einen anderen Film. Nimm das zuerst zurück.",
    "ballot.not_on_it": "Diese Nummer steht nicht zur Wahl. Zur Wahl stehen:",
    "ballot.not_on_it.titles": "{titles} steht nicht zur Wahl. Drück einen von diesen, oder plane neu.",
    "ballot.themselves": "{name} gehört dazu und stimmt selbst ab.",
    "ballot.cancelled": "Es ist abgesagt und zählt für niemanden.",
    "ballot.left": "Du bist raus: Deine Stimmen und dein Geschmack zählen nicht mehr. So steht es jetzt:",
    "ballot.no_member": "Das können nur die, für die sie geplant ist.",
    "ballot.standing": "So steht die Abstimmung:",
    "ballot.standing_before": (
        "Hier wurde schon abgestimmt, deshalb mache ich keinen neuen Vorschlag. So steht es:"
    ),
    "ballot.standing_before.mend": (
        "„Abstimmung beenden“ oder „Abstimmung absagen“ macht Platz für eine neue."
    ),
    "ballot.ways": (
        "Bis zum Schluss kannst du deine Stimme ändern; „Veto gegen …“ streicht einen Film, "
        "„Abstimmung beenden“ schließt."
    ),
    "ballot.over": "Diese Abstimmung ist vorbei.",
    "ballot.over.won": "Diese Abstimmung ist vorbei: Gewonnen hat {film}.",
    "ballot.won.votes": "Die Abstimmung ist vorbei: Es wird {film} mit {votes}.",
    "ballot.won.tie": (
        "Die Abstimmung ist vorbei. Gleichstand bei {votes}; {film} passt euch allen am besten und gewinnt."
    ),
    "ballot.won.nobody": (
        "Die Abstimmung ist vorbei. Niemand hat abgestimmt, also wird es {film}, was euch allen am "
        "besten passt."
    ),
    "ballot.won.suits": "Er passt vor allem zu {names}.",
    "ballot.votes.one": "{n} Stimme",
    "ballot.votes.many": "{n} Stimmen",
    "ballot.vetoes.one": "{n} Veto",
    "ballot.vetoes.many": "{n} Vetos",
    "button.ballot.close": "Abstimmung beenden",
    "end.ballot": "Abstimmung nachgesehen",
    "button.ballot.vote": "Stimme: {film}",
    "people.somebody": "jemand",
    "tiding.asking": (
        "📨 {names} möchte hier mit dir befreundet sein; nimm per Knopf an, oder sag „füge … hinzu“ "
        "mit dem Namen."
    ),
    "tiding.accepted": "🤝 {names} hat ja gesagt: Ihr seid jetzt befreundet.",
    "tiding.invited": (
        "🍿 {host} lädt dich zu einem Filmabend ein. Stimm per Knopf ab, oder sag „ich stimme für den "
        "zweiten“:"
    ),
    "tiding.decided": "🍿 Die Abstimmung für den Filmabend von {host} ist vorbei: Es wird {film}.",
    "tiding.soon": "🍿 Bald ist der Filmabend von {host}: {film}, {when}.",
    "tiding.asked": "🍿 Wie war {film} beim Filmabend von {host}? Gib Sterne, oder sag es mit deinen Worten.",
    "done.achieved": "🏅 Neu: {names}.",
    "tiding.achieved": "🏅 Inzwischen erreicht: {names}.",
    "library.achievements": "Deine Erfolge, {n} von {of}, und die nächsten:",
    "achievement.line": "🏅 {title} – {what}: {n}",
    "achievement.ahead": "▫️ {title} – {what}: {n} von {of}",
    "goal.rated": "Filme bewertet",
    "goal.seen": "Filme gesehen",
    "goal.distinct_stars": "verschiedene Noten vergeben",
    "goal.five_stars": "Filme mit fünf Sternen",
    "goal.low_stars": "Filme mit höchstens zwei Sternen",
    "goal.reviewed": "Kritiken geschrieben",
    "goal.saved": "Filme auf der Merkliste",
    "goal.countries": "Länder im Film gesehen",
    "goal.languages": "Sprachen gehört",
    "goal.decades": "Jahrzehnte besucht",
    "goal.before_1930": "Filme von vor 1930",
    "goal.before_1960": "Filme von vor 1960",
    "goal.genres": "Genres gesehen",
    "goal.horror": "Horrorfilme gesehen",
    "goal.science_fiction": "Science-Fiction-Filme gesehen",
    "goal.western": "Western gesehen",
    "goal.documentary": "Dokumentarfilme gesehen",
    "goal.animation": "Animationsfilme gesehen",
    "goal.music": "Musikfilme gesehen",
    "goal.long_films": "Filme ab drei Stunden",
    "goal.short_films": "Filme bis 80 Minuten",
    "goal.little_known": "Filme, die kaum jemand kennt",
    "goal.director_films": "Filme derselben Regie",
    "goal.directors_completed": "Regien, von denen du alles gesehen hast, was ich kenne",
    "goal.actor_films": "Filme mit demselben Gesicht",
    "goal.after_midnight": "Filme nach Mitternacht bewertet",
    "goal.quiz": "Quiz beendet",
    "goal.friends": "Freunde hier",
    "goal.nights": "Filmabende gemeinsam entschieden",
    "goal.followed": "Mal sah jemand, was dir gefallen hatte",
    "end.achievements": "Erfolge gezählt",
    "card.title": "Dein Filmgeschmack",
    "card.title.of": "Filmgeschmack von {name}",
    "card.year": "Dein Filmjahr {year}",
    "card.year.of": "Das Filmjahr {year} von {name}",
    "card.hours": "{n} Stunden",
    "card.countries": "{n} Länder",
    "card.languages": "{n} Sprachen",
    "card.means": "Du gibst im Mittel {mine}; alle geben denselben Filmen {theirs}",
    "card.genres": "Genres",
    "card.eras": "Epochen",
    "card.ratings": "Vergebene Sterne",
    "card.directors": "Regie",
    "card.loved": "Farben der Filme, die du liebst",
    "card.everybody": "alle",
    "card.you": "du",
    "card.months": "Monat für Monat",
    "year.too_few": "Von {year} kenne ich zu wenige deiner Filme für einen Rückblick.",
    "year.lead": "Dein {year}: {films}, {hours} Stunden Kino.",
    "year.best": "Am liebsten waren dir {films}.",
    "start.my_data": "Ich suche zusammen, was ich von dir aufbewahre…",
    "end.data": "Deine Daten liegen bereit",
    "data.taken": (
        "Hier ist alles, was ich über dich aufbewahre, {n} Zeilen, in einer Zip-Datei: JSON, Tabellen"
        " und eine Seite, die sie erklärt. Ich gebe sie einmal heraus und behalte keine Kopie."
    ),
    "failed.doing.my_data": "deine Daten zusammenzusuchen",
    "forgotten.nothing_left": "Ich habe noch einmal nachgesehen: Hier ist nichts mehr von dir.",
    "forgotten.left": "Noch da: {left}.",
    "end.control": "Erledigt",
    "control.pause": (
        "Die Personalisierung ist angehalten: Ich empfehle, als würde ich deinen Geschmack nicht "
        "kennen, und merke mir nichts nebenbei. Was du gesehen hast und was nie für dich ist, zählt "
        "weiter. „Personalisierung fortsetzen“ beendet das."
    ),
    "control.pause.before": (
        "Die Personalisierung ist schon angehalten. „Personalisierung fortsetzen“ beendet das."
    ),
    "control.resume": "Dein Geschmack zählt wieder.",
    "control.resume.before": "Dein Geschmack zählt; angehalten war nichts.",
    "control.private": (
        "Privater Modus: Ab der nächsten Nachricht wird von diesem Gespräch nichts aufgeschrieben, "
        "keine Worte, keine gezeigten Filme, keine Noten. Nur die laufende Suche bleibt, und die "
        "verschwindet mit „privaten Modus beenden“."
    ),
    "control.private.before": "Dieses Gespräch ist schon privat. „Privaten Modus beenden“ beendet das.",
    "control.public": (
        "Der private Modus ist vorbei, seine Suche gelöscht. Ab jetzt merke ich mir wieder etwas."
    ),
    "control.public.before": "Dieses Gespräch ist nicht privat.",
    "private.writes_nothing": (
        "Im privaten Modus schreibe ich nichts auf. Sag erst „privaten Modus beenden“ und dann noch "
        "einmal, was du willst."
    ),
    "profile.controls": (
        "Es gehört dir: „exportiere meine Daten“, „Personalisierung pausieren“, „privater Modus“ oder"
        " „vergiss alles über mich“, wann du willst."
    ),
    "profile.paused": (
        "Die Personalisierung ist angehalten: Nichts davon prägt, was ich empfehle. „Personalisierung"
        " fortsetzen“ beendet das."
    ),
    "match.not_shared": "{name} teilt den eigenen Geschmack nicht, deshalb vergleiche ich nichts.",
    "match.paused": (
        "Deine Personalisierung ist angehalten, deshalb wird auch dein Geschmack nicht verglichen."
    ),
    "seen_by.lead.here": "Wer von deinen Freunden, und von denen hier, die es teilen, {film} gesehen hat:",
    "seen_by.nobody.here": (
        "Soviel ich weiß, hat niemand hier, der es teilt, und keiner deiner Freunde {film} gesehen."
    ),
    "control.share_private": (
        "Ab jetzt sieht niemand, was du schaust, und auch nicht, wie weit Geschmäcker übereinstimmen."
    ),
    "control.share_private.before": "Niemand sieht, was du schaust; so war es schon.",
    "control.share_friends": "Freunde sehen, was du gesehen hast und welche Sterne du gabst; sonst niemand.",
    "control.share_friends.before": "Nur Freunde sehen, was du schaust; so war es schon.",
    "control.share_server": (
        "Freunde und alle in Servern und Gruppen, in denen du mit mir sprichst, dürfen sehen, was du "
        "gesehen hast und welche Sterne du gabst."
    ),
    "control.share_server.before": (
        "Alle in deinen Servern und Gruppen dürfen sehen, was du schaust; so war es schon."
    ),
    "control.trials_out": (
        "Ab jetzt bist du in keinem Versuch mit Einstellungen, und was dafür notiert war, ist "
        "gelöscht. „An Versuchen teilnehmen“ ändert das."
    ),
    "control.trials_out.before": ("Du bist in keinem Versuch mit Einstellungen; so war es schon."),
    "control.trials_in": (
        "Du nimmst wieder an Versuchen mit Einstellungen teil: Listen entstehen dann manchmal "
        "etwas anders, um zu lernen, was besser ist. „Lass mich aus Versuchen raus“ beendet das."
    ),
    "control.trials_in.before": (
        "Du nimmst an Versuchen mit Einstellungen teil; so war es schon. „Lass mich aus Versuchen"
        " raus“ beendet das."
    ),
    "done.room.watchlist_add": "{film} steht auf der gemeinsamen Liste hier.",
    "done.room.watchlist_add.same": "{film} steht schon auf der gemeinsamen Liste hier.",
    "done.room.watchlist_remove": "{film} ist von der gemeinsamen Liste hier genommen.",
    "done.room.watchlist_remove.same": "{film} stand nicht auf der gemeinsamen Liste hier.",
    "library.room": "Hier gemeinsam zu sehen ({films}):",
    "library.none.room": "Die gemeinsame Liste hier ist leer. „Setz Heat auf unsere Liste“ beginnt sie.",
    "ballot.settled": ("Der Filmabend ist am {when}."),
    "ballot.settled.closes": ("Die Abstimmung schließt am {when}."),
    "ballot.settled.zone": ("Eine andere Zeitzone? Sag sie dazu, etwa „Freitag um 20 Uhr Europe/Berlin“."),
    "ballot.no_moment": (
        "Wann, habe ich nicht verstanden. Nenne Tag und Uhrzeit, „der Filmabend ist am Freitag um 20 Uhr“."
    ),
    "ballot.moment_past": ("Das ist schon vorbei. Nenne einen Tag und eine Uhrzeit, die noch kommen."),
    "room.poll": "Was schauen wir?",
    "room.no_poll": (
        "Ich konnte hier keine Umfrage öffnen (vielleicht fehlt die Berechtigung {permission}): Sag "
        "„ich stimme für den zweiten“, oder „wie steht die Abstimmung?“ für Knöpfe."
    ),
    "room.closing": ("Die Abstimmung zum Filmabend schließt am {when}. Noch kann abgestimmt werden."),
    "room.close": ("Die Abstimmung ist vorbei: Es wird {film}."),
    "room.event": "Filmabend: {film}",
    "room.no_event": (
        "Ich darf hier keine Events anlegen; mit dem Recht „{permission}“ stünde der Filmabend im Kalender."
    ),
    "room.night": ("Der Filmabend beginnt am {when}. Es ist {film}."),
    "room.asking": ("Wie war {film}? Sag „ich gebe {title} 4 Sterne“, hier oder mir allein."),
}
