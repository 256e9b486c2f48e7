"""English for what concerns people: the quiz, friends, movie nights."""

from collections.abc import Mapping

ENGLISH_PEOPLE: Mapping[str, str | tuple[str, ...]] = {
    "quiz.begin": (
        "Let's find out what you like: five quick questions, some favourites, a mood. It takes two "
        "minutes; stop and go on whenever you like."
    ),
    "quiz.resumed": "We go on where you stopped.",
    "quiz.repeated": "That was answered already, or is not among the answers. This is the open question:",
    "quiz.unknown": "I couldn't place {titles}; try the title with its year. The others are noted.",
    "quiz.step": "({n}/{of})",
    "quiz.question": "Which of these do you like best?",
    "quiz.favourites": (
        "Name your favourites, five to ten of any film there is, or press those of these you love:"
    ),
    "quiz.mood": "Last one: what are you in the mood for?",
    "quiz.line": "{n}. {film}",
    "quiz.chosen": "Noted so far: {films}.",
    "quiz.ways": "Press a button, or say “the second”, a title, “haven't seen any” or “skip”.",
    "quiz.finished": (
        "Thank you! I know {films} that you love now. Here is your first list; tell me what you have "
        "seen and what is not for you, and it gets better."
    ),
    "quiz.finished.nothing": (
        "Thank you! Nothing of that was to your liking, so I begin with what most people love. Tell "
        "me what you make of it, and it gets better."
    ),
    "quiz.before": (
        "You have finished the quiz already. Say “start the quiz again” if you want to begin anew."
    ),
    "quiz.mood.funny": "Funny",
    "quiz.mood.tense": "Tense",
    "quiz.mood.romantic": "Romantic",
    "quiz.mood.thoughtful": "Thoughtful",
    "quiz.mood.dark": "Dark",
    "quiz.mood.uplifting": "Uplifting",
    "quiz.mood.strange": "Strange",
    "quiz.mood.epic": "Epic",
    "button.quiz.none": "None, or not seen",
    "button.quiz.skip": "Skip",
    "button.quiz.done": "That's all",
    "button.quiz.surprise": "Surprise me",
    "end.quiz.asked": "Ready",
    "end.quiz.finished": "Quiz finished",
    "people.you": "you",
    "friend.asked": "I'll ask {name}. You are friends as soon as {name} says yes.",
    "friend.waiting": "{name} has been asked already and has not answered yet.",
    "friend.accepted": "{name} and you are friends now.",
    "friend.friends": "{name} and you are friends already.",
    "friend.self": "That is you. Name somebody else.",
    "friend.declined": "{name} does not want that at present. Ask again in a week.",
    "friend.often": "You have asked many people today. Try again tomorrow.",
    "friend.gone": "Done: you and {name} are no longer connected.",
    "friend.blocked": "Done: {name} is blocked. Neither of you sees the other here.",
    "friend.none": "{name} is not a friend of yours, so there was nothing to end.",
    "friend.not_yet": (
        "{name} is not your friend yet. Say “add {name} as a friend”; it needs a yes from both."
    ),
    "friend.unknown": (
        "I don't know anybody called {name}. They must have talked to me once, under that name."
    ),
    "friend.several": "Several people are called {name}. Give me the exact name of the account.",
    "social.who": "Whom do you mean? Tell me the name.",
    "social.which_film": "Which film do you mean?",
    "friends.nobody": "You have no friends here yet. Say “add Ana as a friend”, and I'll ask her.",
    "friends.asking": (
        "{names} would like to be your friend; accept with a button, or say “add” and the name."
    ),
    "friends.are": "Your friends: {names}.",
    "friends.asked": "Not answered yet: {names}.",
    "friends.quiet": "None of them has seen anything yet that I know of.",
    "deed.seen": "- {name} has seen {film}",
    "deed.rated": "- {name} gave {film} {stars}",
    "match.lead": "You and {name} match by {percent}%, judged by {films} you both know.",
    "match.unsure": "That is few, so take it with a grain of salt.",
    "match.unknown": (
        "You and {name} have only {films} in common that both of you have seen; I need three to compare."
    ),
    "match.agreed": "You both love {films}.",
    "match.differed": "You part over {films}.",
    "seen_by.lead": "Who of your friends has seen {film}:",
    "seen_by.nobody": "None of your friends has seen {film}, as far as I know.",
    "similar.lead": "Nearest to your taste among your friends:",
    "similar.line": "- {name}: {percent}% ({films})",
    "similar.none": "None of your friends has enough films in common with you yet.",
    "night.lead": "My ballot for the evening:",
    "night.lead.friends": "My ballot for you and {friends}:",
    "night.suits": "most of all for {names}",
    "night.seen": "seen by {names}",
    "night.none": "No film I know suits all of you with that. Loosen one of the wishes and I'll look again.",
    "night.guests": "I don't know the taste of {names}: only friends' tastes count, so they come as guests.",
    "night.several": "Several of your friends are called {names}; I left them out.",
    "night.poll": "Vote in the poll below or say “I vote for the second”; “close the vote” ends it.",
    "night.vote": "Vote with the buttons or say “I vote for the second”; “close the vote” ends it.",
    "button.befriend": "Accept {name}",
    "button.unfriend": "Decline {name}",
    "button.block": "Block {name}",
    "end.night": "Ballot ready",
    "end.social": "Done",
    "night.not_theirs": "This is no vote: in this server only whom its moderators chose may start one.",
    "night.made_up_for": "Past nights went against {names}, so that taste counts for more tonight.",
    "ballot.none": "There is no vote open here. Say “plan a movie night with Ana” and I'll make a ballot.",
    "ballot.which": "Several votes are open for you. Which one do you mean? Name a film, or press it:",
    "ballot.line": "- {films}",
    "ballot.line.host": "- by {name}: {films}",
    "ballot.voted": "Your vote: {films}.",
    "ballot.voted.guest": "{name} votes for {films}.",
    "ballot.withdrawn": "That vote is taken back.",
    "ballot.vetoed": (
        "{films} is struck by a veto; it only wins if everything else is struck too. The same again "
        "takes it back."
    ),
    "ballot.unvetoed": "The veto against {films} is taken back.",
    "ballot.vetoed_before": "You have used your one veto on another film. Take that back first.",
    "ballot.not_on_it": "That number is not on the ballot. These are:",
    "ballot.not_on_it.titles": "{titles} is not on the ballot. Press one of these, or plan anew.",
    "ballot.themselves": "{name} is part of this and votes in person.",
    "ballot.cancelled": "It is called off; it counts for nobody.",
    "ballot.left": "You are out: your votes and your taste no longer count. So it stands now:",
    "ballot.no_member": "Only those it was planned for can do that.",
    "ballot.standing": "So the vote stands:",
    "ballot.standing_before": "People have already voted here, so I make no new ballot. So it stands:",
    "ballot.standing_before.mend": "“Close the vote” or “cancel the vote” makes room for another.",
    "ballot.ways": (
        "You can change your vote until it closes; “veto” strikes a film, “close the vote” ends it."
    ),
    "ballot.over": "That vote is over.",
    "ballot.over.won": "That vote is over: {film} won.",
    "ballot.won.votes": "The vote is over: it will be {film}, with {votes}.",
    "ballot.won.tie": "The vote is over. It was a tie at {votes}; {film} suits all of you best and takes it.",
    "ballot.won.nobody": "The vote is over. Nobody voted, so it is {film}, which suits all of you best.",
    "ballot.won.suits": "It suits {names} most of all.",
    "ballot.votes.one": "{n} vote",
    "ballot.votes.many": "{n} votes",
    "ballot.vetoes.one": "{n} veto",
    "ballot.vetoes.many": "{n} vetoes",
    "button.ballot.close": "Close the vote",
    "end.ballot": "Ballot looked up",
    "button.ballot.vote": "Vote: {film}",
    "people.somebody": "somebody",
    "tiding.asking": (
        "📨 {names} would like to be your friend here; accept with a button, or say “add” and the name."
    ),
    "tiding.accepted": "🤝 {names} said yes: you are friends now.",
    "tiding.invited": (
        "🍿 {host} asks you to a movie night. Vote with the buttons, or say “I vote for the second”:"
    ),
    "tiding.decided": "🍿 The vote for the movie night of {host} is over: it will be {film}.",
    "tiding.soon": "🍿 Soon is the movie night of {host}: {film}, {when}.",
    "tiding.asked": (
        "🍿 How was {film} at the movie night of {host}? Give it stars, or say it in your own words."
    ),
    "done.achieved": "🏅 New: {names}.",
    "tiding.achieved": "🏅 Achieved meanwhile: {names}.",
    "library.achievements": "Your achievements, {n} of {of}, and those you are nearest to:",
    "achievement.line": "🏅 {title} – {what}: {n}",
    "achievement.ahead": "▫️ {title} – {what}: {n} of {of}",
    "goal.rated": "films rated",
    "goal.seen": "films seen",
    "goal.distinct_stars": "different ratings given",
    "goal.five_stars": "films with five stars",
    "goal.low_stars": "films with two stars or less",
    "goal.reviewed": "reviews written",
    "goal.saved": "films on the watchlist",
    "goal.countries": "countries seen on film",
    "goal.languages": "languages heard",
    "goal.decades": "decades visited",
    "goal.before_1930": "films from before 1930",
    "goal.before_1960": "films from before 1960",
    "goal.genres": "genres seen",
    "goal.horror": "horror films seen",
    "goal.science_fiction": "science fiction films seen",
    "goal.western": "westerns seen",
    "goal.documentary": "documentaries seen",
    "goal.animation": "animated films seen",
    "goal.music": "musicals and music films seen",
    "goal.long_films": "films of three hours or more",
    "goal.short_films": "films of 80 minutes or less",
    "goal.little_known": "films that hardly anybody knows",
    "goal.director_films": "films of one director",
    "goal.directors_completed": "directors of whom you have seen everything I know",
    "goal.actor_films": "films with the same face",
    "goal.after_midnight": "films rated after midnight",
    "goal.quiz": "quiz finished",
    "goal.friends": "friends here",
    "goal.nights": "movie nights decided together",
    "goal.followed": "times a friend saw what you had liked",
    "end.achievements": "Achievements counted",
    "card.title": "Your taste in films",
    "card.title.of": "{name}’s taste in films",
    "card.year": "Your {year} in films",
    "card.year.of": "{name}’s {year} in films",
    "card.hours": "{n} hours",
    "card.countries": "{n} countries",
    "card.languages": "{n} languages",
    "card.means": "You give {mine} on average; everybody gives the same films {theirs}",
    "card.genres": "Genres",
    "card.eras": "Eras",
    "card.ratings": "Stars given",
    "card.directors": "Directors",
    "card.loved": "Colours of the films you love",
    "card.everybody": "everybody",
    "card.you": "you",
    "card.months": "Month by month",
    "year.too_few": "Of {year} I know too few films of yours to look back on.",
    "year.lead": "Your {year}: {films}, {hours} hours of cinema.",
    "year.best": "What you loved most: {films}.",
    "start.my_data": "Gathering what I keep of you…",
    "end.data": "Your data is ready",
    "data.taken": (
        "Here is everything I keep about you, {n} rows, in one zip: JSON, tables and a page that "
        "explains them. I hand it over once and keep no copy."
    ),
    "failed.doing.my_data": "gathering your data",
    "forgotten.nothing_left": "I have looked again: there is nothing left of you here.",
    "forgotten.left": "Still there: {left}.",
    "end.control": "Done",
    "control.pause": (
        "Personalisation is paused: I recommend as if I did not know your taste, and note nothing in "
        "passing. What you have seen and what is never for you still counts. “Resume personalisation”"
        " ends it."
    ),
    "control.pause.before": "Personalisation is paused already. “Resume personalisation” ends that.",
    "control.resume": "Your taste counts again.",
    "control.resume.before": "Your taste counts; it was not paused.",
    "control.private": (
        "Private mode: from the next message on, nothing of this conversation is written down, no "
        "words, no films shown, no ratings. Only the present search is kept, and that is dropped with"
        " “end private mode”."
    ),
    "control.private.before": "This conversation is private already. “End private mode” ends that.",
    "control.public": "Private mode is over, and its search is dropped. From now on I remember again.",
    "control.public.before": "This conversation is not private.",
    "private.writes_nothing": (
        "In private mode I write nothing down. Say “end private mode” first, and then again what you want."
    ),
    "profile.controls": (
        "It is yours: “export my data”, “pause personalisation”, “private mode” or “forget everything"
        " about me”, whenever you like."
    ),
    "profile.paused": (
        "Personalisation is paused: none of this shapes what I recommend. “Resume personalisation” ends that."
    ),
    "match.not_shared": "{name} does not share their taste, so I compare nothing.",
    "match.paused": "Your personalisation is paused, so your taste is not compared either.",
    "seen_by.lead.here": "Who of your friends, and of those here who share it, has seen {film}:",
    "seen_by.nobody.here": (
        "Nobody here who shares it, and none of your friends, has seen {film}, as far as I know."
    ),
    "control.share_private": "Nobody sees what you watch from now on, nor how far tastes agree.",
    "control.share_private.before": "Nobody sees what you watch; so it was already.",
    "control.share_friends": "Friends see what you have seen and the stars you gave; nobody else does.",
    "control.share_friends.before": "Friends see what you watch, and nobody else; so it was already.",
    "control.share_server": (
        "Friends, and all in the servers and groups where you talk to me, may see what you have seen "
        "and the stars you gave."
    ),
    "control.share_server.before": (
        "All in your servers and groups may see what you watch; so it was already."
    ),
    "control.trials_out": (
        "You are in no trial of settings from now on, and what was noted for them is erased. "
        "“Take part in trials” changes that."
    ),
    "control.trials_out.before": ("You are in no trial of settings; so it was already."),
    "control.trials_in": (
        "You take part in trials of settings again: now and then lists are made a little "
        "differently, to learn which way is better. “Leave me out of trials” ends that."
    ),
    "control.trials_in.before": (
        "You take part in trials of settings; so it was already. “Leave me out of trials” ends that."
    ),
    "done.room.watchlist_add": "{film} is on the list of all here.",
    "done.room.watchlist_add.same": "{film} is already on the list of all here.",
    "done.room.watchlist_remove": "Took {film} off the list of all here.",
    "done.room.watchlist_remove.same": "{film} wasn't on the list of all here.",
    "library.room": "To watch together here ({films}):",
    "library.none.room": "Nothing is on the list of all here yet. “Add Heat to our watchlist” begins it.",
    "ballot.settled": ("The movie night is on {when}."),
    "ballot.settled.closes": ("The vote closes on {when}."),
    "ballot.settled.zone": ("Another time zone? Say it along, such as “Friday at 8pm Europe/Madrid”."),
    "ballot.no_moment": (
        "I did not understand when. Say a day and a time, such as “the movie night is on Friday at 8pm”."
    ),
    "ballot.moment_past": ("That is over already. Say a day and a time to come."),
    "room.poll": "What do we watch?",
    "room.no_poll": (
        "I could not open a poll here (the permission {permission} may be missing): say “I vote for "
        "the second”, or “how is the vote going?” for buttons."
    ),
    "room.closing": ("The vote on the movie night closes on {when}. You can still vote."),
    "room.close": ("The vote is over: it will be {film}."),
    "room.event": "Movie night: {film}",
    "room.no_event": (
        "I may not make events here; with the permission {permission} I'd add the night to the calendar."
    ),
    "room.night": ("The movie night begins on {when}. It is {film}."),
    "room.asking": ("How was {film}? Say “I give {title} 4 stars”, here or to me alone."),
}
