"""What people say of a film, in the web chat: the grounds of a summary, and what gives the film away."""

import os
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.pages import ChatPage
from tests.support.web_server import web_server

PRAISE = "The acting is superb and the music is wonderful."
BLAME = "The pace is awful and the middle hour is boring."
PLOT = "The wonderful cast makes it hurt when Neil is killed at the very end."
ASKED = "what do people think of Heat?"


def test_show_me_why_by_button_and_in_words_and_spoilers_covered(
    chromium: Browser, home: Path, tmp_path: Path
) -> None:
    file = tmp_path / "own.csv"
    file.write_text(f"film,year,review\nHeat,1995,{PRAISE}\nHeat,1995,{BLAME}\nHeat,1995,{PLOT}\n")
    ingest = [sys.executable, "-m", "adapters.cli", "ingest", "reviews", str(file)]
    subprocess.run(
        [*ingest, "--quotable", "--licence", "ours"], check=True, env=os.environ | {"CINE_HOME": str(home)}
    )
    context = chromium.new_context()
    with web_server(home) as address:
        chat = ChatPage.open(context, address)
        told = chat.say(ASKED)
        expect(told).to_contain_text("3 reviews of Heat (1995)")
        expect(told).not_to_contain_text("Neil")
        shown = chat.answer_to(chat.page.get_by_role("button", name="Show me why").click)
        for part in (PRAISE, BLAME, "own.csv (3; ours)", "left out"):
            expect(shown).to_contain_text(part)
        chat.say(ASKED)
        asked = chat.say("why do you say that?")
        expect(asked).to_contain_text(BLAME)

        told = chat.say("spoilers are fine")
        covered = told.locator('a[href$="#spoiler"]')
        expect(covered).to_have_text(PLOT)
        expect(covered).to_have_css("color", "rgba(0, 0, 0, 0)")
        covered.click()
        expect(covered).not_to_have_css("color", "rgba(0, 0, 0, 0)")
        assert len(context.pages) == 1
        assert chat.faults == []
    context.close()
