"""Words beside which a title is likely: "watched …", "something like …", "… to my watchlist"."""

from collections.abc import Sequence

from data.evidence import Cue
from data.names import number_of
from data.tokens import Token


def _phrases(text: str) -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.split()) for phrase in text.split("|"))


_STRONG_BEFORE = _phrases(
    """
adored | bookmark | called | comme | disliked | enjoyed | film | finished | gesehen | hated | liked |
loved | movie | named | rate | rated | rating | recommended | regarde | review | reviewed | rewatch |
rewatched | rewatching | seen | titled | unsave | unsee | vi | viste | vu | watched | watching | a movie |
ahnlich wie | algo como | le genre | come | simile a | qualcosa come | parecido com | tipo | algo como o
| anything but | anything like | better than | cast of | check out | darker than |
director of | ending of | ever seen | everything but | fan of | feels like | film like | film wie |
filme wie | films like | finished watching | go see | he visto | heard about | heard of | know about |
length of | lighter than | more like | movie like | movies like | must see | newer than | nothing like |
older than | one like | ones like | parecida a | parecido a | plot of | remake of | runtime of |
semblable a | sequel to | shorter than | similar a | similar to | smth like | something like | starred in
| stars of | sth like | story of | stuff like | the film | the movie | things like | think about |
think of | to see | when was | who directed | who made | whos in | worse than | you like | you seen |
you watched | another one is | as good as | did you see | how long is | how old is | one is called |
reminded me of | reminds me of | so etwas wie | so was wie | tell me about | went to see | what year is |
who acts in | who is in | who plays in | who stars in | along the lines of | in the style of |
in the vein of
"""
)
_WEAK_BEFORE = _phrases(
    """
about | add | adore | suggest | recommending | after | besides | both | como | delete | did | enjoy |
except | explain | find |
forget | get | hate | is | like | love | not | of | put | recommend | remove | save | saw | than | versus
| vs | was | watch | why | wie | how about | instead of | show me | what about | why not | did you see
"""
)
_ONLY_BY_TELLING = frozenset({"about", "after", "both", "did", "find", "get", "is", "not", "of", "was"})
"""Cues so weak that they help only telling words along."""

_PLACE_BEFORE = _phrases("set in|filmed in|shot in|place in|happens in|located in|based in")

_FILLERS = frozenset({"a", "an", "called", "film", "movie", "that", "the", "this"})

_STRONG_BEHIND = _phrases(
    """
as seen | as watched | is amazing | is another | is awesome | is good | is great | is my | out of |
to watchlist | was amazing | was awesome | was bad | was boring | was good | was great | was terrible |
from my list | from my watchlist | off my watchlist | off the list | off the watchlist | from the list |
 is a classic | is a great | is a masterpiece | is my fave |
is my favorite | is my favourite | is one of | off my list | on my list | on my watchlist | to my list |
to my watchlist | to the list | was one of
"""
)
_RATING_JOINTS = frozenset({"a", "an", "as", "at", "deserves", "gets", "is", "with"})
_CLOSERS = frozenset(
    word
    for phrase in _phrases(
        """
aber | actually | after | again | already | also | and | are | as | at | because | before | but | by | can
| could | darker | did | do | does | et | ever | except | film | for | from | fur | gets | had | has |
have | i | if | in | instead | is | it | just | last | lately | less | lighter | longer | mais | more |
movie | my | n | ed | e | nao | newer | not | now | o | oder | older | on | one | only | or | ou | over |
para | pero |
please | pls | pour | really | recently | shorter | should | since | so | sounds | star | stars | thanks |
that | then | this | though | to | today | tonight | too | und | under | versus | very | vs | was | were |
when | where | which | who | will | with | without | would | y | yesterday | yet | you
"""
    )
    for word in phrase
)
LIST_JOINTS = frozenset({"and", "e", "et", "nor", "oder", "or", "ou", "plus", "und", "y"})
"""Words between the titles of a list."""


def cue_before(tokens: Sequence[Token], first: int, *, telling: bool) -> Cue:
    """What the words before position `first` promise. `telling`: the title itself is of uncommon words."""
    if any(_two_before(tokens, at) in _PLACE_BEFORE for at in (first, first + (tokens[first].word == "in"))):
        return Cue.AGAINST
    if first and tokens[first - 1].closed and tokens[first - 1].word != "called":
        return Cue.NONE
    stop = first
    while stop and tokens[stop - 1].word in _FILLERS and _phrase_before(tokens, stop) is Cue.NONE:
        stop -= 1
    return _phrase_before(tokens, stop, telling=telling)


def _two_before(tokens: Sequence[Token], stop: int) -> tuple[str, ...]:
    return tuple(token.word for token in tokens[max(0, stop - 2) : stop])


def _phrase_before(tokens: Sequence[Token], stop: int, *, telling: bool = True) -> Cue:
    for length in range(min(4, stop), 0, -1):
        phrase = tuple(token.word for token in tokens[stop - length : stop])
        if phrase in _STRONG_BEFORE:
            return Cue.STRONG
        if phrase in _WEAK_BEFORE and (telling or phrase[0] not in _ONLY_BY_TELLING):
            return Cue.WEAK
    return Cue.NONE


def cue_behind(tokens: Sequence[Token], end: int) -> Cue:
    """What the words from position `end` on promise."""
    words = [token.word for token in tokens[end : end + 3]]
    if any(tuple(words[:length]) in _STRONG_BEHIND for length in (2, 3)):
        return Cue.STRONG
    place = words[:1] == ["at"]
    if words and words[0] in _RATING_JOINTS:
        words = words[1:]
    if place and words[1:2] not in (["stars"], ["out"]):
        return Cue.NONE  # "I have to be up at 6"
    rated = words and (number_of(words[0]) or "").isdecimal() and int(number_of(words[0]) or 99) <= 10
    if rated and (len(words) == 1 or words[1] in ("stars", "star", "out", "10", "5") or words[1] in _CLOSERS):
        return Cue.STRONG
    return Cue.NONE


def is_closed(tokens: Sequence[Token], end: int) -> bool:
    """Whether the phrase ends before position `end`: punctuation, a number or a joining word follows."""
    if end >= len(tokens) or tokens[end - 1].closed:
        return True
    word = tokens[end].word
    return word in _CLOSERS or word in LIST_JOINTS or word[0].isdecimal() or bool(number_of(word))
