# ruff: noqa: SIM905  (lists of words are best read as text)
"""Words that praise or blame whatever they stand beside, and what turns them round.

The classifier learned from whole reviews, where "good" and "acting" say little; in one clause they say a lot.
"""

from collections.abc import Sequence

_PRAISE = frozenset(
    """good great excellent superb brilliant wonderful fantastic amazing perfect perfectly
        outstanding terrific marvelous marvellous magnificent masterful masterfully
        masterpiece beautiful beautifully lovely delightful enjoyable enjoyed enjoy enjoys
        fun charming impressive impressed best better fine fascinating interesting
        compelling convincing convincingly believable likable likeable solid strong
        strongest love loved loves liked memorable unforgettable stunning gorgeous
        breathtaking hilarious funny witty clever cleverly smart intelligent moving touching
        poignant powerful gripping riveting engaging engrossing captivating exciting
        thrilling entertaining refreshing original inventive creative fresh realistic
        authentic credible haunting catchy heartwarming uplifting rich effective well nicely
        superbly brilliantly wonderfully excellently worthy worth shines shine steals
        incredible remarkable exceptional extraordinary favorite favourite recommend
        recommended highly classic gem treat joy triumph genius flawless top-notch praise
        kudos commended deserves award awards talented versatile charismatic charisma
        sublime spectacular awesome cool cute sweet nice happy pleasure pleasant pleasantly
        satisfying captures succeeds delivers hooked glad thanks rewarding underrated""".split()
)
_BLAME = frozenset(
    """bad badly terrible awful horrible horribly poor poorly worst worse weak weakest lame dull
        boring bored stupid ridiculous ridiculously pathetic dreadful atrocious abysmal
        horrendous laughable cheesy cheap annoying irritating unbelievable unconvincing
        unrealistic implausible wooden flat lifeless shallow bland mediocre forgettable
        disappointing disappointed disappointment disappoints waste wasted fails failed
        failure lacks lack lacking lacked mess messy confusing confused pointless nonsense
        nonsensical senseless silly idiotic moronic dumb inane trite tedious slow
        predictable cliched unfunny unoriginal derivative contrived uninspired uneven sloppy
        choppy scrappy sketchy amateur amateurish laughably hate hated hates dislike
        disliked avoid crap crappy garbage trash rubbish sucks sucked suck ruined ruins ruin
        spoiled overacting overacted overrated hammy thin tired unlikable unlikeable
        incoherent disjointed problem problems flaw flaws flawed worthless unwatchable
        painful painfully excruciating embarrassing embarrassingly offensive repulsive
        unbearable insult insulting insufferable naff dire bore bores shame unfortunately
        sadly nothing useless unnecessary overdone overlong incomprehensible miscast
        incompetent awkward fake disgusting mindless joke copied stolen shameless""".split()
)
_NEGATORS = frozenset(
    """not never no isn't wasn't aren't weren't don't doesn't didn't won't can't cannot couldn't
        wouldn't shouldn't hardly barely neither nor without haven't hasn't ain't""".split()
)
_DAMPERS = frozenset("too could should would supposed tries trying try if wish".split())
_REACH = 3


def lean(tokens: Sequence[str]) -> int:
    """Praising words less blaming ones, -3 to 3; a negator up to three words before turns one round."""
    if _PRAISE.isdisjoint(tokens) and _BLAME.isdisjoint(tokens):
        return 0
    total = 0
    for place, word in enumerate(tokens):
        side = (word in _PRAISE) - (word in _BLAME)
        if not side:
            continue
        before = tokens[max(0, place - _REACH) : place]
        if not _NEGATORS.isdisjoint(before):
            total -= side
        elif side < 0 or _DAMPERS.isdisjoint(before):
            total += side
    return max(-3, min(3, total))
