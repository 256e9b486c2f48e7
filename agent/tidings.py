"""What waits to be told to a person, whatever they say: told below the next answer that only they read."""

from collections.abc import Sequence
from dataclasses import dataclass

from agent.wording.tidings import Tiding
from data.achievements import Achievement
from memory.achievements import Achievements
from memory.ballot_news import BallotNews, News
from memory.friends import FriendNews, Friends
from tools.ballot_results import BallotTold
from tools.results import ToolResult
from tools.social_results import FriendsShown


@dataclass(frozen=True, slots=True)
class Tidings:
    """Where such things are kept; each is handed out once."""

    ballots: BallotNews
    friends: Friends
    achievements: Achievements
    goals: tuple[Achievement, ...]

    async def of(self, person_id: int, answered: Sequence[ToolResult]) -> tuple[Tiding, ...]:
        """All that is new to them, less what the answer itself tells."""
        told_of = {result.ballot.id for result in answered if isinstance(result, BallotTold)}
        seen_requests = any(isinstance(result, FriendsShown) for result in answered)
        found: list[Tiding] = []
        friends = await self.friends.news(person_id)
        if seen_requests:
            friends = FriendNews(accepted=friends.accepted)
        if friends != FriendNews():
            found.append(friends)
        found += [news for news in await self.ballots.news(person_id) if not _known(news, told_of)]
        if achieved := await self.achievements.news(person_id):
            found.append(tuple(goal for goal in self.goals if goal.id in achieved))
        return tuple(found)


def _known(news: News, told_of: set[int]) -> bool:
    return news.ballot.id in told_of
