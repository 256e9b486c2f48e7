from tests.adapters.discord.place import Place
from tests.support.films import HEAT, RONIN, SUSPIRIA_1977

LETTERBOXD = "Date,Name,Year,Letterboxd URI,Rating\n"


def code_in(text: str) -> str:
    return text.split("**")[1]


async def test_two_accounts_are_joined_and_parted(place: Place) -> None:
    people, library = place.parts.people, place.parts.library
    await library.rate((await people.resolve("discord", str(place.ana.id))).id, HEAT.id, 4)
    offered = await place.ana.slash(place.channel, "link")
    assert offered.ephemeral
    luis = await people.resolve("discord", str(place.luis.id))
    await library.save(luis.id, RONIN.id)
    joined = await place.luis.slash(place.channel, "link", code=code_in(offered.response.content))
    assert "films: 2; from this account: 1" in joined.response.content
    ana = await people.resolve("discord", str(place.ana.id))
    assert await people.resolve("discord", str(place.luis.id)) == ana
    parted = await place.luis.slash(place.channel, "unlink")
    assert "its own again" in parted.response.content
    assert (await people.resolve("discord", str(place.luis.id))).id != ana.id
    alone = await place.luis.slash(place.channel, "unlink")
    assert "no other" in alone.response.content


async def test_a_code_that_fits_nothing_is_said(place: Place) -> None:
    result = await place.ana.slash(place.channel, "link", code="NO-SUCH-CODE")
    assert "fits nothing" in result.response.content
    assert result.ephemeral


async def test_a_library_comes_in_and_what_is_unclear_is_asked(place: Place) -> None:
    table = LETTERBOXD + "2024-01-02,Heat,1995,x,4.5\n2024-01-02,Suspiria,,x,4\n2024-01-02,Nowhere,1999,x,3\n"
    result = await place.ana.slash(place.channel, "library import", file=("ratings.csv", table.encode()))
    assert result.ephemeral
    said = result.response.content
    assert "new in your library 1" in said
    assert "Nowhere (1999)" in said
    ana = await place.parts.people.resolve("discord", str(place.ana.id))
    assert (await place.parts.library.row(ana.id, HEAT.id)).rating == 4.5
    (row,) = result.response.components
    assert [button["label"] for button in row["components"]] == [
        "Suspiria → Suspiria (1977)",
        "Suspiria → Suspiria (2018)",
    ]
    await place.ana.click(result.response, label="Suspiria → Suspiria (1977)")
    assert place.agent.turns[-1].action == f"rate:{SUSPIRIA_1977.id}:4"


async def test_other_files_are_refused_with_what_is_taken(place: Place) -> None:
    picture = await place.ana.slash(place.channel, "library import", file=("still.png", b"png"))
    assert "Letterboxd" in picture.response.content
    table = await place.ana.slash(place.channel, "library import", file=("a.csv", b"colour\nred\n"))
    assert "colour" in table.response.content


async def test_a_library_goes_out_in_each_format(place: Place) -> None:
    ana = await place.parts.people.resolve("discord", str(place.ana.id))
    await place.parts.library.rate(ana.id, HEAT.id, 4.5)
    for service, name in (
        ("letterboxd", "letterboxd.zip"),
        ("imdb", "imdb-ratings.csv"),
        ("movielens", "movielens-ratings.csv"),
    ):
        result = await place.ana.slash(place.channel, "library export", service=service)
        (file,) = result.response.attachments
        assert file.filename == name
    assert b"Heat (1995)" in await file.read()


async def test_a_file_in_a_direct_message_needs_no_command(place: Place) -> None:
    table = LETTERBOXD + "2024-01-02,Heat,1995,x,4.5\n2024-01-02,Suspiria,,x,4\n"
    backend = place.env.backend
    direct = backend.get_dm_channel(place.ana.id)
    files = backend.store_attachments(direct.id, [("ratings.csv", table.encode())])
    await place.ana.send_dm("here", attachments=files)
    told = place.ana.user.dm_channel.last_message
    assert "new in your library 1" in told.content
    ana = await place.parts.people.resolve("discord", str(place.ana.id))
    assert (await place.parts.library.row(ana.id, HEAT.id)).rating == 4.5
    await place.ana.user.click(told, label="Suspiria → Suspiria (1977)")
    assert place.agent.turns[-1].action == f"rate:{SUSPIRIA_1977.id}:4"


async def test_a_file_among_others_is_not_read(place: Place) -> None:
    reply = await place.say("my films", attachments=[("ratings.csv", LETTERBOXD.encode())])
    assert "/library import" in reply.content
    assert place.agent.turns == []
