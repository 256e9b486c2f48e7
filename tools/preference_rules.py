"""What a lasting preference means: from a person's words to the rule that is enforced."""

import re
from collections.abc import Iterator

from data.catalogue import Catalogue
from data.genres import GENRE_ALIASES
from data.languages import LANGUAGE_WORDS, language_name, resolve_language
from data.names import fold
from data.people import PeopleIndex
from tools import preference_limits as limits
from tools.genres import STARTLING, unwanted_kinds, wanted_kinds
from tools.preference_cues import Attitude, clauses, cues
from tools.rule import Rule
from tools.spoiler_wish import spoiler_wish
from tools.themes import themes_of

_WORD = re.compile(r"[\w'-]+")
_LONGEST_GENRE = 3
_CLOSELY = 3
"""Words that may stand between a thing and the cue that trails it."""
_COMMA = re.compile(r"[,/]")
_AND = re.compile(r"\b(?:and|or|nor|plus|as well as)\b")
_COMPOUND = re.compile(r"(?<=\w{3})(?:film|filme|filmen|streifen)$")
_ELISION = re.compile(r"^[dl]'")
_BREAK = re.compile(rf"{_COMMA.pattern}|{_AND.pattern}")
_FILLER_WORDS = """
a an the any anything all some something stuff things thing films film movies movie flicks flick ones one
cinema pictures scenes stories about with of by from in on where that which who when there is are has have
having too very really so much many lots lot full graphic excessive overly extreme extremely gratuitous
please ever at to for i it me you we they always usually just only kind kinds sort type types genre genres
content ok tonight again anymore more most lately these those featuring starring involving includes
including
"""
_FILLER = frozenset(_FILLER_WORDS.split())
_OWN = re.compile(r"\b(?:my|your|his|her|our|their)\b")
_AS_THEME = {"violent": "violence", "gory": "gore", "bloody": "blood", "sexual": "sex", "nude": "nudity"}
_HARM_TO_ANIMALS = re.compile(
    r"\b(?:dead|dying|hurt|killed|abused|harmed) (?:dogs?|animals?|pets?|cats?|puppies|horses?)\b"
    r"|\b(?:dogs?|animals?|pets?|cats?|puppies|horses?) (?:that |who |getting |being |are |get )*(?:die"
    r"|dies|dying|hurt"
    r"|killed|abused|harmed|suffer\w*)\b|\banimal (?:cruelty|abuse|death|deaths)\b"
)
_ANIMALS_HARMED = ("animal abuse", "dead animal", "killing a dog", "animal experimentation")
_CHILDREN = frozenset({"kid", "kids", "child", "children"})
_SUBTITLES = frozenset({"subtitles", "reading subtitles", "subtitled"})
"""Who says in English that they do not want these wants films in English."""
_FILM_NOUN = frozenset(
    {"film", "films", "movie", "movies", "cinema", "flicks", "language", "subtitles", "speaking"}
)


def read_rule(text: str, catalogue: Catalogue, people: PeopleIndex) -> Rule:
    """The rule in a sentence of lasting preference; an empty one where it is only a note.

    Understood are genres, people, themes and languages liked or not, only-wishes, limits of length and
    years, children who watch along, days of the week ("my kid watches with me on Sundays"), and how much
    reviews may give away.
    """
    said = " ".join(text.replace("’", "'").replace("`", "'").split())
    lower = said.lower() if len(said.lower()) == len(said) else said
    rule = Rule(family_safe=limits.children_watch(lower), spoilers=spoiler_wish(lower))
    for number, (start, end) in enumerate(clauses(lower)):
        clause = _Clause(said[start:end], lower[start:end], is_first=number == 0)
        for part in clause.rules(catalogue, people):
            rule = rule.joined(part)
    if rule == Rule():
        return rule
    return rule.model_copy(update={"weekdays": limits.weekdays(lower)})


class _Clause:
    """A part of the sentence in which one attitude follows another."""

    def __init__(self, said: str, lower: str, *, is_first: bool) -> None:
        self._said = said
        self._lower = lower
        self._is_first = is_first
        self._cues = cues(lower)
        self._taken: list[tuple[int, int]] = [(cue.start, cue.end) for cue in self._cues]

    def rules(self, catalogue: Catalogue, people: PeopleIndex) -> Iterator[Rule]:
        """What each limit, person, language, genre and theme adds, in the attitude in which it stands.

        What one reading has taken, the later ones leave alone.
        """
        low, high = limits.minutes(self._lower, self.attitude)
        yield Rule(min_runtime=low, max_runtime=high)
        low, high = limits.years(self._lower, self.attitude)
        yield Rule(min_year=low, max_year=high)
        for mention in people.mentions(self._said):
            self._taken.append((mention.start, mention.end))
            if self.attitude(mention.start) == "dislikes":
                yield Rule(exclude_people=(mention.name,))
        for start, end, name in self._languages():
            self._taken.append((start, end))
            yield _on_language(name, self.attitude(start))
        for start, end, name in self._genres():
            self._taken.append((start, end))
            yield _on_genre(name, self.attitude(start), catalogue)
        for start, theme in self._themes(catalogue):
            if self._cues:
                yield _on_theme(theme, self.attitude(start), catalogue)

    def attitude(self, place: int) -> Attitude | None:
        """How what stands at `place` is meant: by a cue closely behind it, else by the last one before it.

        A clause without any cue names something liked, if it is the first.
        """
        before = [cue for cue in self._cues if cue.start < place and not cue.trails]
        after = next((cue for cue in self._cues if cue.start > place and cue.trails), None)
        if after is not None:
            between = self._lower[place : after.start]
            if not before or not (_BREAK.search(between) or len(between.split()) > _CLOSELY):
                return after.attitude
        if before:
            only_of_dislikes = before[-1].attitude == "only" and any(c.attitude == "dislikes" for c in before)
            return "dislikes" if only_of_dislikes else before[-1].attitude
        return "likes" if self._is_first and not self._cues else None

    def _free(self, start: int, end: int) -> bool:
        return all(end <= taken_start or start >= taken_end for taken_start, taken_end in self._taken)

    def _languages(self) -> Iterator[tuple[int, int, str]]:
        """Words for languages that are said of films: "French films", "in Korean"."""
        words = [(match.start(), match.end(), fold(match.group())) for match in _WORD.finditer(self._lower)]
        for place, (start, end, word) in enumerate(words):
            nearby = {follower for _, _, follower in words[place + 1 : place + 3]}
            spoken = place > 0 and words[place - 1][2] == "in"
            if word in LANGUAGE_WORDS and (spoken or nearby & _FILM_NOUN) and self._free(start, end):
                yield start, end, word

    def _genres(self) -> Iterator[tuple[int, int, str]]:
        """Names of genres, the longest at each place."""
        words = list(_WORD.finditer(self._lower))
        for place in range(len(words)):
            for last in range(min(place + _LONGEST_GENRE, len(words)), place, -1):
                start, end = words[place].start(), words[last - 1].end()
                name = self._lower[start:end]
                called = _genre_called(name) if self._free(start, end) else None
                genres = GENRE_ALIASES[fold(called)] if called else ()
                if genres == ("Family",):  # "my kids" are no genre, "kids' films" are
                    following = self._lower[end:].lstrip("' ").split(maxsplit=1)
                    genres = genres if following and following[0] in _FILM_NOUN else ()
                if called and genres:
                    yield start, end, called
                    break

    def _themes(self, catalogue: Catalogue) -> Iterator[tuple[int, str]]:
        """What is left between the cues, piece by piece, without filler; nothing that is their own.

        A piece is not divided at "and" where it is a theme as a whole: "black and white".
        """
        left = list(self._lower)
        for start, end in self._taken:
            left[start:end] = "," * (end - start)
        text = "".join(left)
        for piece in _pieces(text, 0, len(text), _COMMA):
            whole = _bare(text, *piece)
            parts = [whole] if themes_of(catalogue).meaning(whole[1]) else []
            for start, theme in parts or [_bare(text, *part) for part in _pieces(text, *piece, _AND)]:
                if theme:
                    yield start, theme


def _pieces(text: str, start: int, end: int, divider: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for match in divider.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _bare(text: str, start: int, end: int) -> tuple[int, str]:
    """Where a piece begins to tell, and the piece without filler around; empty for "my …" and mere kids."""
    words = list(_WORD.finditer(text, start, end))
    while words and words[0].group() in _FILLER:
        words.pop(0)
    while words and words[-1].group() in _FILLER:
        words.pop()
    if not words or _OWN.search(text, start, end):
        return start, ""
    theme = text[words[0].start() : words[-1].end()]
    return words[0].start(), "" if theme in _CHILDREN else theme


def _genre_called(name: str) -> str | None:
    """That name of a genre; of a German compound its first part: "horrorfilme" is "horror"."""
    forms = (name, _COMPOUND.sub("", name), _ELISION.sub("", name))
    return next((form for form in forms if fold(form) in GENRE_ALIASES), None)


def _on_language(name: str, attitude: Attitude | None) -> Rule:
    code = resolve_language(name)
    if code is None or attitude not in ("only", "dislikes"):
        return Rule()
    if attitude == "only":
        return Rule(languages=(code,))
    return Rule(exclude_languages=(code,), themes_avoided=(language_name(code),))


def _on_genre(name: str, attitude: Attitude | None, catalogue: Catalogue) -> Rule:
    if attitude in ("likes", "only"):
        wanted = wanted_kinds([name], catalogue)
        genres = {"genres": wanted.genres} if attitude == "only" else {"like_genres": wanted.genres}
        return Rule(**genres, like_keywords=wanted.themes)
    if attitude != "dislikes":
        return Rule()
    kinds = unwanted_kinds([name], catalogue)
    return Rule(
        exclude_genres=kinds.single,
        exclude_blends=kinds.joined,
        exclude_keywords=tuple(sorted(kinds.keywords)),
        themes_avoided=(name,) if kinds.joined or kinds.keywords else (),
    )


def _on_theme(theme: str, attitude: Attitude | None, catalogue: Catalogue) -> Rule:
    if theme in _SUBTITLES and attitude == "dislikes":
        return Rule(languages=("en",))
    if theme in STARTLING and attitude == "dislikes":
        return Rule(exclude_genres=("Horror",), themes_avoided=(theme,))
    if _HARM_TO_ANIMALS.fullmatch(theme) and attitude == "dislikes":
        known = themes_of(catalogue)
        harmed = frozenset().union(*(known.meaning(keyword) for keyword in _ANIMALS_HARMED))
        return Rule(exclude_keywords=tuple(sorted(harmed)), themes_avoided=(theme,) if harmed else ())
    keywords = themes_of(catalogue).meaning(_AS_THEME.get(theme, theme))
    if not keywords or attitude not in ("likes", "dislikes"):
        return Rule()
    if attitude == "likes":
        return Rule(like_keywords=(theme,))
    return Rule(exclude_keywords=tuple(sorted(keywords)), themes_avoided=(theme,))
