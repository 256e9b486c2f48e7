# ruff: noqa: SIM905  (lists of words are best read as text)
"""What a review speaks of: fourteen sides of a film, known by the words people use for them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

Side = Literal[1, -1]
"""Praise or blame."""

_NAMES: Mapping[str, str] = {
    "story": """story stories storyline storylines plot plots plotting subplot subplots script scripts
        scripted screenplay screenplays narrative premise storytelling plotline plotlines scenario
        twists writing writer writers written concept plausibility""",
    "characters": """character characters protagonist protagonists characterization characterizations
        characterisation hero heroes heroine villain villains antagonist personalities""",
    "acting": """acting actor actors actress actresses performance performances cast casting acted
        portrayal portrayals performer performers portrays portrayed presence overacting overacts acts
        thespian role roles""",
    "direction": """direction directions director directors directed directing directs directorial
        filmmaker filmmaking""",
    "photography": """cinematography cinematographer photography photographed camerawork camera visuals
        visually scenery lighting lit framing imagery images landscapes filmed photographic picturesque
        shots colours colors widescreen zoom photographed""",
    "music": """music musical soundtrack score songs song scored composer theme tunes sing sings singing
        vocals choreography melodies tracks""",
    "pace": "pace pacing paced tempo editing",
    "dialogue": "dialogue dialogues dialog dialogs lines oneliners banter conversations",
    "effects": "effects effect cgi fx animation makeup gore stunts puppets explosions costumes",
    "humour": """humor humour humorous comedy comedic jokes joke gags gag laughs laugh laughed laughing
        laughter wit satire slapstick""",
    "ending": "ending endings finale conclusion climax denouement resolution",
    "emotion": "emotion emotions emotional emotionally feelings tears heart passion sentiment",
    "originality": "originality idea ideas remake ripoff copy formula",
    "rewatching": "rewatch rewatched rewatchable rewatching",
}
"""Words that name an aspect; whether it is praised or blamed, the rest of the clause tells."""

_PHRASES: Mapping[str, str] = {
    "soap opera": "", "silent film": "", "first act": "", "act of": "", "camera phone": "", "plays a": "",
    "special effects": "effects", "visual effects": "effects", "running time": "pace",
    "one liners": "dialogue", "production design": "photography", "main theme": "music",
    "fight scenes": "effects", "the end": "", "camera work": "photography", "rip off": "originality",
    "in character": "", "title role": "acting", "of laughs": "humour", "stop motion": "effects",
    "make up": "", "plot twist": "story", "at heart": "", "by heart": "", "no idea": "", "any idea": "",
    "good idea": "", "the idea": "", "an idea": "", "the original": "", "original music": "",
    "music score": "music", "acting skills": "acting", "the lines": "", "along lines": "", "lines of": "",
    "time lines": "", "love story": "story", "a copy": "", "my copy": "", "directed by": "",
    "written by": "", "in theaters": "",
}  # fmt: skip
"""Pairs of words that mean something else than the single word says; "" takes its meaning away."""

_PRAISE: Mapping[str, str] = {
    "story": "gripping compelling engrossing riveting intriguing captivating suspenseful",
    "pace": "fastpaced brisk fast-paced pacy",
    "humour": "hilarious funny hysterical witty funniest hilariously sidesplitting chuckle",
    "emotion": "moving touching heartwarming poignant heartbreaking touched haunting tearjerker uplifting",
    "originality": "original inventive unique refreshing innovative groundbreaking imaginative fresh",
    "photography": "gorgeous stunning breathtaking",
    "music": "catchy",
    "dialogue": "quotable",
}
_BLAME: Mapping[str, str] = {
    "story": """predictable contrived convoluted incoherent implausible disjointed nonsensical
        farfetched plotless pointless senseless illogical""",
    "acting": "wooden overacted hammy miscast",
    "pace": "boring bored slow dull tedious dragged drags draggy overlong slowly boredom sluggish",
    "humour": "unfunny humorless humourless",
    "originality": "cliche cliches cliched clichéd clichés derivative unoriginal formulaic generic rehash",
    "emotion": "melodramatic sappy soulless mawkish schmaltzy",
    "characters": "unlikable unlikeable onedimensional stereotypical",
}
"""Words that both name an aspect and judge it."""

ASPECTS: tuple[str, ...] = tuple(_NAMES)
"""In the order in which they are told."""

_NEGATORS = frozenset(
    """not never no hardly barely isn't wasn't aren't weren't don't doesn't didn't won't can't
        cannot couldn't wouldn't without nothing neither nor far""".split()
)
_REACH = 3
"""Words before a judging word in which a negator turns it round."""

_AGAIN = {("again", "watch"), ("again", "see"), ("again", "view"), ("times", "seen"), ("times", "watched")}


def _index(table: Mapping[str, str]) -> dict[str, int]:
    return {word: ASPECTS.index(aspect) for aspect, words in table.items() for word in words.split()}


_NAMED = _index(_NAMES)
_JUDGING: dict[str, tuple[int, Side]] = {
    **{word: (aspect, 1) for word, aspect in _index(_PRAISE).items()},
    **{word: (aspect, -1) for word, aspect in _index(_BLAME).items()},
}
_PAIRS = {tuple(pair.split()): ASPECTS.index(aspect) if aspect else None for pair, aspect in _PHRASES.items()}
_KNOWN = frozenset(_NAMED) | frozenset(_JUDGING) | {"again", "times"}


def aspects_of(tokens: Sequence[str]) -> dict[int, Side | None]:
    """Positions in `ASPECTS` that a clause speaks of, with the side where its own words give it.

    `tokens` are words in lower case. Where two judging words of an aspect disagree, the later one counts.
    """
    if _KNOWN.isdisjoint(tokens):
        return {}
    found: dict[int, Side | None] = {}
    for place, word in enumerate(tokens):
        if word not in _KNOWN:
            continue
        if judged := _JUDGING.get(word):
            aspect, side = judged
            negated = not _NEGATORS.isdisjoint(tokens[max(0, place - _REACH) : place])
            found[aspect] = (-1 if side == 1 else 1) if negated else side
        elif (aspect_named := _named(tokens, place)) is not None:
            found.setdefault(aspect_named, None)
        elif word in ("again", "times") and any((word, other) in _AGAIN for other in tokens[:place]):
            found.setdefault(ASPECTS.index("rewatching"), None)
    return found


def resolve_aspects(said: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Names of aspects for what a person called them ("the ending", "soundtrack"), and what is none."""
    names: list[str] = []
    unknown: list[str] = []
    for text in said:
        tokens = text.casefold().replace("-", " ").split()
        found = [name for name in ASPECTS if name in tokens] or [
            ASPECTS[aspect]
            for word in tokens
            if (aspect := _NAMED.get(word, _JUDGING.get(word, (None,))[0])) is not None
        ]
        names += found[:1]
        if not found:
            unknown.append(text)
    return tuple(dict.fromkeys(names)), tuple(unknown)


def _named(tokens: Sequence[str], place: int) -> int | None:
    word = tokens[place]
    before = (tokens[place - 1], word) if place else ("", word)
    after = (word, tokens[place + 1]) if place + 1 < len(tokens) else (word, "")
    for pair in (before, after):
        if pair in _PAIRS:
            return _PAIRS[pair]
    return _NAMED.get(word)
