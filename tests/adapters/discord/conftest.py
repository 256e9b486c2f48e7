from collections.abc import AsyncIterator

import discord
import pytest
import simcord
from discord.app_commands import CommandInvokeError

from adapters.discord.client import Client
from memory.database import Database
from tests.adapters.discord.place import Place
from tests.support.films import HEAT
from tests.support.surfaces import Parts, answer, parts_of


@pytest.fixture
def parts(database: Database) -> Parts:
    return parts_of(database, answer("How about this?", HEAT))


@pytest.fixture
async def env(parts: Parts) -> AsyncIterator[simcord.Env]:
    env = simcord.Env(Client(parts, shard_count=2))
    await env.start()
    yield env
    await env.shutdown()
    # What a command raises is told by our error door, and tests look at what it said.
    assert [error for error in env.errors if not isinstance(error, CommandInvokeError)] == []


@pytest.fixture
def place(env: simcord.Env, parts: Parts) -> Place:
    guild = env.create_guild()
    channel = guild.create_text_channel("films")
    mods = guild.create_role("Mods", permissions=discord.Permissions(manage_guild=True))
    ana = guild.add_member(env.create_user("ana"))
    luis = guild.add_member(env.create_user("luis"))
    mod = guild.add_member(env.create_user("mod"), roles=[mods])
    return Place(env, parts, channel, guild, ana, luis, mod)
