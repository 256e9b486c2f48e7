"""What the tools work with; made once in the composition root."""

from dataclasses import dataclass

from data.achievements import Achievement
from data.catalogue import Catalogue
from data.people import PeopleIndex
from data.titles import TitleIndex
from memory.achievements import Achievements
from memory.ballots import Ballots
from memory.follow_ups import FollowUps
from memory.friends import Friends
from memory.library import Library
from memory.people import People
from memory.preferences import Preferences
from memory.privacy import Privacy
from memory.quizzes import Quizzes
from memory.room_lists import RoomLists
from memory.rooms import Rooms
from memory.threads import Threads
from memory.trials import Trials
from recsys.looks.looks import Looks
from recsys.quiz import Quiz
from recsys.recommender import Recommender
from recsys.trials.definitions import Experiment
from tools.review_desk import ReviewDesk


@dataclass(frozen=True, slots=True)
class Services:
    """The parts below the tools."""

    catalogue: Catalogue
    titles: TitleIndex
    people: PeopleIndex
    recommender: Recommender
    library: Library
    preferences: Preferences
    threads: Threads
    privacy: Privacy
    follow_ups: FollowUps
    quizzes: Quizzes
    friends: Friends
    ballots: Ballots
    rooms: Rooms
    room_lists: RoomLists
    accounts: People
    """Who speaks to us; `people` are those who make films."""
    achievements: Achievements
    goals: tuple[Achievement, ...]
    """What can be achieved."""
    trials: Trials
    experiments: tuple[Experiment, ...] = ()
    """The trials of settings that are defined."""
    review_desk: ReviewDesk | None = None
    """None where the starter pack has no reader of reviews."""
    looks: Looks | None = None
    """None where there is no look index."""
    quiz: Quiz | None = None
    """None where the models have none."""
