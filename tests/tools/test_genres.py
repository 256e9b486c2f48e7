import pytest

from data.catalogue import Catalogue
from tools.genres import unwanted_kinds, wanted_kinds


@pytest.mark.parametrize(
    ("name", "genres", "themes", "unknown"),
    [
        ("sci-fi", ("Science Fiction",), (), ()),
        ("rom-com", ("Comedy", "Romance"), (), ()),
        ("heist", (), ("heist",), ()),
        ("whodunit", ("Mystery",), (), ()),
        ("neo-noir", ("Crime",), ("neo-noir",), ()),
        ("flurbish", (), (), ("flurbish",)),
    ],
)
def test_kinds_wanted(
    catalogue: Catalogue,
    name: str,
    genres: tuple[str, ...],
    themes: tuple[str, ...],
    unknown: tuple[str, ...],
) -> None:
    kinds = wanted_kinds([name], catalogue)
    assert (kinds.genres, kinds.themes, kinds.unknown) == (genres, themes, unknown)


@pytest.mark.parametrize(
    ("name", "single", "joined", "themes", "unknown"),
    [
        ("horror", ("Horror",), (), (), ()),
        ("romcoms", (), (("Comedy", "Romance"),), (), ()),
        ("zombies", (), (), ("zombies",), ()),
        ("jump scares", ("Horror",), (), (), ()),
        ("neo-noir", (), (), ("neo-noir",), ()),
        ("whodunits", (), (), (), ("whodunits",)),  # a part of its genre that nothing here tells apart
    ],
)
def test_kinds_not_wanted(
    catalogue: Catalogue,
    name: str,
    single: tuple[str, ...],
    joined: tuple[tuple[str, ...], ...],
    themes: tuple[str, ...],
    unknown: tuple[str, ...],
) -> None:
    kinds = unwanted_kinds([name], catalogue)
    assert (kinds.single, kinds.joined, kinds.themes, kinds.unknown) == (single, joined, themes, unknown)
