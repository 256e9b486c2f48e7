import io
import zipfile
from typing import Any

import pytest

from tests.adapters.telegram.place import ANA, GROUP, Place, buttons
from tests.support.films import HEAT, SUSPIRIA_1977

TABLE = b"Date,Name,Year,Letterboxd URI,Rating\n2024-01-02,Heat,1995,x,4.5\n2024-01-02,Suspiria,,x,4\n"


def document(place: Place, name: str, content: bytes, kind: str = "text/csv", size: int | None = None) -> Any:
    place.server.files[name] = content
    return {
        "document": {
            "file_id": name,
            "file_unique_id": "u",
            "file_name": name,
            "mime_type": kind,
            "file_size": len(content) if size is None else size,
        },
    }


def zipped(**tables: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, table in tables.items():
            archive.writestr(f"{name}.csv", table)
    return packed.getvalue()


async def test_a_library_comes_in_and_what_is_unclear_is_asked(place: Place) -> None:
    reply = await place.say("", **document(place, "ratings.csv", TABLE))
    assert "new in your library 1" in reply["text"]
    ana = await place.parts.people.resolve("telegram", str(ANA))
    assert (await place.parts.library.row(ana.id, HEAT.id)).rating == 4.5
    shown = buttons(reply)
    assert shown[f"rate:{SUSPIRIA_1977.id}:4"] == "Suspiria → Suspiria (1977)"
    await place.press(reply, f"rate:{SUSPIRIA_1977.id}:4")
    assert place.agent.turns[-1].action == f"rate:{SUSPIRIA_1977.id}:4"


async def test_the_same_file_again_changes_nothing(place: Place) -> None:
    await place.say("", **document(place, "export.zip", zipped(ratings=TABLE), "application/zip"))
    again = await place.say("", **document(place, "export.zip", zipped(ratings=TABLE), "application/zip"))
    assert "new in your library 0, brought up to date 0, known already 1" in again["text"]


async def test_a_file_in_a_group_is_reported_to_the_person_alone(place: Place) -> None:
    file = document(place, "ratings.csv", TABLE)
    mention = {"type": "mention", "offset": 0, "length": 9}
    told = await place.say("", where=GROUP, **file, caption="@cine_bot", caption_entities=[mention])
    assert "Heat" not in told["text"]
    assert "new in your library 1" in place.server.in_chat(ANA)[0]["text"]


async def test_a_large_file_is_refused_before_it_is_fetched(place: Place) -> None:
    file = document(place, "ratings.csv", b"", size=10 * 2**20 + 1)
    assert "I take up to 10 MB" in (await place.say("", **file))["text"]
    picture = document(place, "still.png", b"", "image/png", size=9 * 2**20)
    assert "I take up to 8 MB" in (await place.say("", **picture))["text"]
    assert place.server.made("getFile") == []


async def test_a_file_of_ten_megabytes_is_read(place: Place) -> None:
    row = b"2024-01-02,Ronin,1998," + b"x" * 8000 + b",3\n"
    table = TABLE + row * ((10 * 2**20 - len(TABLE)) // len(row))
    reply = await place.say("", **document(place, "ratings.csv", table))
    assert "new in your library 2" in reply["text"]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("bomb.zip", zipped(ratings=b"Name,Year\n" + b"a,1999\n" * 9_000_000), "MB"),
        ("broken.zip", b"PK\x03\x04 and no more", "zip"),
        ("empty.csv", TABLE + b"\n" * 9 * 2**20, "50,000"),
        ("colours.csv", b"colour\nred\n", "colour"),
        ("long.csv", TABLE + b"2024-01-02,Heat,1995,x,4\n" * 200_000, "50,000"),
    ],
)
async def test_files_that_cannot_be_used_are_refused_in_a_sentence(
    place: Place, name: str, content: bytes, why: str
) -> None:
    reply = await place.say("", **document(place, name, content, "application/octet-stream"))
    assert why in reply["text"]
    assert "went wrong" not in reply["text"]
    ana = await place.parts.people.resolve("telegram", str(ANA))
    assert await place.parts.library.rows(ana.id) == []


async def test_other_files_are_refused_with_what_is_taken(place: Place) -> None:
    reply = await place.say("", **document(place, "paper.pdf", b"%PDF", "application/pdf"))
    assert reply["text"] == "I can't read paper.pdf: I take pictures, as PNG, JPEG or WebP."
    assert place.server.made("getFile") == []


async def test_a_photo_is_searched_by_its_look(place: Place) -> None:
    place.server.files["large"] = b"\x89PNG-large"
    sizes = [
        {"file_id": one, "file_unique_id": one, "width": 1, "height": 1, "file_size": size}
        for one, size in (("small", 100), ("large", 1000), ("huge", 9 * 2**20))
    ]
    await place.say("", photo=sizes, caption="like this, but older")
    (turn,) = place.agent.turns
    assert turn.attachment == b"\x89PNG-large"
    assert (turn.text, turn.call.tool, turn.call.look) == (  # type: ignore[union-attr]
        "like this, but older",
        "search_by_look",
        "like this, but older",
    )
