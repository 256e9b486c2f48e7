"""/start and /help, and where the links lead that open our chat."""

from adapters.telegram.commands.account import AccountCommands
from adapters.telegram.conversation import Asked, Conversation
from adapters.telegram.delivery import Delivery
from adapters.telegram.keyboards import FILM
from adapters.telegram.texts.commands import COMMANDS
from adapters.telegram.waiting import WAITING
from agent.actions import Action
from tools.arguments import StartQuiz

QUIZ = "quiz"
LINK = "link_"
"""With the code of another account behind."""


class StartCommand:
    """Begins where the person came from."""

    def __init__(self, conversation: Conversation, account: AccountCommands) -> None:
        self._conversation = conversation
        self._account = account

    async def run(self, asked: Asked, payload: str) -> None:
        """Go where a link leads; without one, say who we are."""
        if asked.spot.group or not payload:
            await self.help(asked)
        elif payload == WAITING:
            await self._waiting(asked)
        elif payload == QUIZ:
            await self._conversation.answer(asked, text="/start quiz", call=StartQuiz())
        elif payload.startswith(LINK):
            await self._account.link(asked, payload.removeprefix(LINK))
        elif payload.startswith(FILM):
            action = Action("details", payload.removeprefix(FILM)).encode()
            await self._conversation.answer(asked, text=f"/start {payload}", action=action)
        else:
            await self.help(asked)

    async def help(self, asked: Asked) -> None:
        """What we can do."""
        listed = COMMANDS[asked.said.language]
        commands = "\n".join(f"/{name}: {words}" for name, words in listed.items())
        key = "welcome.group" if asked.spot.group else "welcome"
        await self._conversation.say(asked, asked.said(key, bot=asked.bot.username, commands=commands))

    async def _waiting(self, asked: Asked) -> None:
        pages = self._conversation.waiting.fetch(asked.user.id)
        if pages:
            await Delivery(asked.bot, asked.spot).show(pages)
        else:
            await self._conversation.say(asked, asked.said("waiting.none"))
