"""Accounts of the web chat, made and ended on the command line."""

from tests.support.command import Run

GOOD = {"CINE_PASSWORD": "correct horse battery"}


def test_an_account_is_made_changed_and_ended(run: Run) -> None:
    made = run("account", "add", "Ana", "--admin", env=GOOD)
    assert (made.status, made.out) == (0, "Ana can sign in at /account.\n")
    listed = run("account", "list").out
    assert "Ana" in listed
    assert "admin" in listed
    assert run("account", "add", "ANA", env=GOOD).err == "cineaesthete: That name is taken; choose another.\n"
    assert run("account", "admin", "ana", "--off").out == "ana is no admin any more.\n"
    assert run("account", "password", "Ana", env=GOOD).out == "Ana has a new password.\n"
    assert run("account", "remove", "Ana").status == 0
    assert "There is no account called Ana" in run("account", "remove", "Ana").err


def test_what_cannot_be_is_said(run: Run) -> None:
    short = run("account", "add", "Ana", env={"CINE_PASSWORD": "short"})
    assert (short.status, short.err) == (
        1,
        "cineaesthete: A password has 10 to 200 characters; a few words in a row are good.\n",
    )
    assert "3 to 32 letters" in run("account", "add", "<b>", env=GOOD).err
