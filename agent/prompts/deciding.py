"""The prompt by which a model chooses tools.

Everything but the last message is the same for everybody, so that a server reads it once and keeps it.
"""

from collections.abc import Sequence
from typing import Final

RULES: Final = """\
You turn a message to a film companion into tool calls, as JSON. Never answer the message itself.

recommend_films: find films. like = films it should be like. mood, keywords, genres, people, years, runtime \
in minutes. family_safe for children. from_watchlist to choose among what they saved.
search_by_look: only when they describe pictures: colours, light, how it looks.
film_details: facts about one film: who made it, who plays in it, length, year.
summarise_reviews: what people or critics think of one film, whether it is good.
update_library: they saw, rate, save, like or dislike one film, or want it off their list. rating 0.5 to 5.
show_library: show their own watchlist, ratings, seen films, achievements or profile.
explain_pick: why a film was recommended.
remember: a lasting preference: "I can't stand musicals", "I always watch with my kids".
forget: forget a preference, a film or everything.
start_quiz: they want the taste quiz. social: friends. plan_movie_night: one film for several people, by name.
none: no tool fits. talk = greeting, thanks, farewell, help, declined, off_topic, other.

Copy titles, names and words from the message as they stand. Leave out what is not said. When they go on \
about the last search, repeat its arguments with the change. Numbers and "that one" mean the films shown."""

EXAMPLES: Final[Sequence[tuple[str, str]]] = (
    (
        "Message: smth like heat but under 2 hours",
        '{"calls":[{"tool":"recommend_films","like":["heat"],"max_runtime":120}]}',
    ),
    (
        (
            "Last search: like heat, max_runtime 120\nShown: 1 Collateral (2004), 2 Ronin (1998)\n"
            "Message: older ones please, and no war films"
        ),
        (
            '{"calls":[{"tool":"recommend_films","like":["heat"],"exclude_genres":["war"],"max_year":1997,'
            '"max_runtime":120}]}'
        ),
    ),
    (
        "Message: hey what's up",
        '{"calls":[{"tool":"none","talk":"greeting"}]}',
    ),
    (
        "Message: I need a good cry tonight with my girlfriend, something french from the 60s",
        (
            '{"calls":[{"tool":"recommend_films","mood":"sad","company":"date","min_year":1960,"max_year":1969,'
            '"languages":["french"]}]}'
        ),
    ),
    (
        "Message: Just saw Arrival. Wow!! 9/10",
        '{"calls":[{"tool":"update_library","action":"rate","title":"Arrival","rating":4.5}]}',
    ),
    (
        "Shown: 1 Collateral (2004), 2 Ronin (1998)\nMessage: save the second one. who's in the first?",
        (
            '{"calls":[{"tool":"update_library","action":"watchlist_add","title":"Ronin","year":1998},'
            '{"tool":"film_details","title":"Collateral","year":2004}]}'
        ),
    ),
    (
        "Message: what do people say about the ending of Inception?",
        '{"calls":[{"tool":"summarise_reviews","title":"Inception","aspects":["ending"]}]}',
    ),
    (
        "Message: gore makes me sick, never show me that",
        '{"calls":[{"tool":"remember","preference":"no gore"}]}',
    ),
    (
        "Message: soft pink light, symmetrical, like a dollhouse",
        '{"calls":[{"tool":"search_by_look","look":"soft pink light, symmetrical, like a dollhouse"}]}',
    ),
    (
        "Shown: 1 Collateral (2004), 2 Ronin (1998)\nMessage: why ronin?",
        '{"calls":[{"tool":"explain_pick","title":"ronin"}]}',
    ),
    (
        "Message: anything by Hitchcock about spies, at least 2h",
        '{"calls":[{"tool":"recommend_films","people":["Hitchcock"],"keywords":["spies"],"min_runtime":120}]}',
    ),
    (
        "Message: what have I got on my list",
        '{"calls":[{"tool":"show_library","kind":"watchlist"}]}',
    ),
    (
        "Message: Titanic is not for me",
        '{"calls":[{"tool":"update_library","action":"dislike","title":"Titanic"}]}',
    ),
    (
        "Message: pick something from my watchlist, not too dark",
        '{"calls":[{"tool":"recommend_films","mood":"not too dark","from_watchlist":true}]}',
    ),
    (
        "Message: rough week, I just want to switch off",
        '{"calls":[{"tool":"recommend_films","mood":"light"}]}',
    ),
    (
        "Message: movie night with Tom and Eva, a comedy, nothing over 100 min",
        '{"calls":[{"tool":"plan_movie_night","genres":["comedy"],"max_runtime":100,"people":["Tom","Eva"]}]}',
    ),
    (
        "Message: what do you remember about me",
        '{"calls":[{"tool":"show_library","kind":"profile"}]}',
    ),
    (
        "Message: can you fix my printer",
        '{"calls":[{"tool":"none","talk":"off_topic"}]}',
    ),
)
