"""The films and all that belongs to them: made together, and replaced together by newly trained ones."""

import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from threadpoolctl import threadpool_limits

from adapters.settings import Settings
from agent.planner import Planner
from data.catalogue import Catalogue
from data.errors import AppError, StarterPackError
from data.manifest import TRAINED
from data.models_folder import FOLDER, ModelsFolder
from data.pack import DEFAULT_FOLDER, StarterPack
from data.people import PeopleIndex
from data.titles import TitleIndex
from recsys.looks.folder import CARD as LOOKS_CARD
from recsys.looks.looks import Looks
from recsys.looks.palette_cards import FILE as PALETTES
from recsys.looks.palette_cards import PaletteCards
from recsys.quiz import NAME as QUIZ
from recsys.quiz import Quiz
from recsys.recommender import Recommender

log = logging.getLogger(__name__)

LOOKS = "looks"
"""Folder of a look index, in a pack and in the data folder."""


@dataclass(frozen=True, slots=True)
class Stock:
    """One version of the films, their indices, and what was learned of them."""

    version: str | None
    """Name below the models folder; None for the starter pack."""
    pack: StarterPack
    titles: TitleIndex
    people: PeopleIndex
    recommender: Recommender
    planner: Planner
    looks: Looks | None
    quiz: Quiz | None
    """None where the models were trained before there was a quiz."""

    @property
    def catalogue(self) -> Catalogue:
        """The films."""
        return self.pack.catalogue

    @classmethod
    def open(cls, settings: Settings) -> "Stock":
        """The version in use, or the starter pack where there is none or it cannot be used (with a warning).

        Raises StarterPackError with the mend if the starter pack cannot be used either.
        """
        with _without_collecting():
            version, pack, recommender = load_models(settings)
            return cls._join(settings, version, pack, recommender)

    @classmethod
    def load(cls, settings: Settings, version: str | None) -> "Stock":
        """Exactly this version. Raises AppError with the mend if it cannot be used."""
        gc.unfreeze()  # what the version before the present one left can go now
        gc.collect()
        with _without_collecting():
            pack, recommender = _load(settings, version)
            return cls._join(settings, version, pack, recommender)

    @classmethod
    def _join(
        cls, settings: Settings, version: str | None, pack: StarterPack, recommender: Recommender
    ) -> "Stock":
        titles, people = TitleIndex(pack.catalogue), PeopleIndex(pack.catalogue)
        planner = Planner(pack.catalogue, titles, people)
        quiz = Quiz.load(pack.models) if (pack.models / f"{QUIZ}.json").exists() else None
        return cls(version, pack, titles, people, recommender, planner, load_looks(settings, pack), quiz)


def load_models(settings: Settings) -> tuple[str | None, StarterPack, Recommender]:
    """The version in use with its films and models; the starter pack where there is none that can be used.

    From then on linear algebra takes one thread: the products of one question are small, and questions of
    several people run side by side. Raises StarterPackError with the mend.
    """
    threadpool_limits(limits=1)
    version, problem = trained_version(settings)
    if problem is None:
        try:
            return version, *_load(settings, version)
        except AppError as error:
            if version is None:
                raise
            problem = error
    log.warning("the models trained here cannot be used, the starter pack is: %s", problem)
    return None, *_load(settings, None)


def trained_version(settings: Settings) -> tuple[str | None, AppError | None]:
    """Name of the version in use, None for the starter pack; or why that cannot be said."""
    try:
        return ModelsFolder(settings.home / FOLDER).in_use(), None
    except StarterPackError as error:
        return None, error


def load_pack(settings: Settings, version: str | None) -> StarterPack:
    """Read and check the films of a version, None for the starter pack. Raises AppError with the mend."""
    if version is None:
        return StarterPack.load(settings.starter or DEFAULT_FOLDER)
    return StarterPack.load(ModelsFolder(settings.home / FOLDER).path(version), TRAINED)


def _load(settings: Settings, version: str | None) -> tuple[StarterPack, Recommender]:
    pack = load_pack(settings, version)
    return pack, Recommender.load(pack.catalogue, pack.models)


def load_looks(settings: Settings, pack: StarterPack) -> Looks | None:
    """The pictures' index: one's own, joined with the pack's; None where there is none.

    An index of one's own that is damaged is left out, with a warning: a chat goes on without it.
    """
    starter, own = pack.folder / LOOKS, settings.home / LOOKS
    for mine in (own, None):
        if not any(folder and (folder / LOOKS_CARD).exists() for folder in (starter, mine)):
            return None
        try:
            return Looks.load(starter, mine)
        except StarterPackError as error:
            log.warning("%s", error)
    return None


def load_palettes(settings: Settings, pack: StarterPack) -> PaletteCards | None:
    """The colours of films, of the pack or else of the starter; None where there are none."""
    for folder in (pack.folder, settings.starter or DEFAULT_FOLDER):
        if (folder / LOOKS / PALETTES).exists():
            try:
                return PaletteCards.load(folder / LOOKS)
            except StarterPackError as error:
                log.warning("%s", error)
    return None


@contextmanager
def _without_collecting() -> Iterator[None]:
    """Load without the garbage collector, and leave what was loaded out of its later rounds.

    The films and their indices are hundreds of thousands of objects that live as long as the process; looking
    through them again and again costs a third of the loading time.
    """
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()
