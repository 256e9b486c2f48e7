"""Answer: say what came of it. Facts, cards and lists come from code; a model may open the reply."""

import logging
from collections.abc import AsyncGenerator, Sequence
from contextlib import AbstractAsyncContextManager, aclosing

from langgraph.runtime import Runtime

from agent.cards import cards, choices, takeable, taste_counted
from agent.condensing import Condenser
from agent.discretion import shareable
from agent.events import Choices, FileMade, FilmCards, Notice, TasteCard, TextDelta, Working
from agent.facts import Facts, facts_of, small_talk
from agent.grounding import Ungrounded
from agent.kept_words import KeptWords
from agent.language_model import LanguageModel
from agent.model_pool import ModelPool
from agent.nodes.stopwatch import spent
from agent.reply import Reply
from agent.speaking import ModelBroke
from agent.standing import wishes_of
from agent.state import State, TurnContext, focus_of
from agent.wording.passage import Passage
from agent.wording.results import passage
from agent.wording.search import about_search
from agent.wording.taste_card import taste_card
from agent.wording.tidings import Tiding, tiding
from agent.wording.tidings import buttons as tiding_buttons
from agent.wording.words import Words
from tools.results import DataTaken, LibraryShown, LibraryUpdated, ToolFailed, ToolResult

log = logging.getLogger(__name__)

_OPEN_TALK = frozenset({"other", "off_topic"})
"""Small talk that has no good answer ready, so that a model may give one."""

LAST_SAID_KEPT = 160
"""Characters of our last reply that a model reads before it answers small talk."""


async def answer(state: State, runtime: Runtime[TurnContext]) -> State:
    """Word the outcomes, stream the text, hand over cards and buttons."""
    context = runtime.context
    began = context.parts.clock()
    results = [outcome.result for outcome in state["outcomes"]]
    known = state["known"]
    if context.turn.place.public:
        results, known = [shareable(result, context.parts.catalogue) for result in results], {}
    taste_known = not context.person.paused and any(entry.tells_of_taste for entry in known.values())
    words = Words(state["book"], context.parts.catalogue.films, known, context.parts.palettes, taste_known)
    shown = tuple(card for result in results for card in cards(result, words))
    buttons = tuple(choice for result in results for choice in choices(result, words))
    if shown:
        runtime.stream_writer(FilmCards(shown, taste_counted(results)))
    for beside in _beside(results, context, words):
        runtime.stream_writer(beside)
    teller = _Teller(state, runtime, words)
    if asked := state["decision"].search:
        request = focus_of(state).request
        wishes = wishes_of(request, words, context.parts.catalogue) if request else None
        buttons = takeable(wishes or (), words) if asked == "shown" else ()
        await teller.tell(Passage(lead=about_search(asked, wishes, words)), None)
    elif results:
        passages = [passage(result, words) for result in results]
        facts = [facts_of(context.text, result, words) for result in results]
        opened = max((number for number, fact in enumerate(facts) if fact), default=None)
        for number, said in enumerate(passages):
            together = number > 0 and isinstance(results[number], LibraryUpdated | ToolFailed)
            await teller.tell(said, facts[number] if number == opened else None, together=together)
    else:
        talk = state["decision"].small_talk or "other"
        phrase = state.get("refusal") or state["book"](f"talk.{talk}")
        open_talk = talk in _OPEN_TALK and "refusal" not in state
        fact = small_talk(context.text, _last_said(state)) if open_talk else None
        await teller.tell(Passage(lead=phrase), fact)
    for news in await _news(context, results):
        if (said := tiding(news, words, context.parts.catalogue)) == Passage():
            continue
        await teller.tell(said, None)
        buttons += tiding_buttons(news, words, context.parts.catalogue)
    if buttons:
        runtime.stream_writer(Choices(buttons))
    reply = Reply(teller.text, shown, buttons, by_model=teller.by_model)
    return {"reply": reply, "noticed": teller.noticed, "ms": spent("answer", began, state, context)}


def _beside(results: Sequence[ToolResult], context: TurnContext, words: Words) -> list[TasteCard | FileMade]:
    """What a surface is to draw, or to hand over as a file."""
    found: list[TasteCard | FileMade] = []
    for result in results:
        if isinstance(result, DataTaken):
            found.append(FileMade(result.name, result.content))
        elif isinstance(result, LibraryShown) and (card := taste_card(result, context.person.name, words)):
            found.append(card)
    return found


async def _news(context: TurnContext, results: Sequence[ToolResult]) -> tuple[Tiding, ...]:
    """What happened meanwhile: below words of theirs, where nobody else reads."""
    turn, tidings = context.turn, context.parts.tidings
    if tidings is None or turn.place.public or turn.action is not None:
        return ()
    return await tidings.of(context.person.id, results)


def _last_said(state: State) -> str:
    """The end of our last reply: that is where a question would stand."""
    exchanges = state.get("exchanges", [])
    return exchanges[-1]["reply"][-LAST_SAID_KEPT:] if exchanges else ""


class _Teller:
    """Sends passages as text events, and keeps the text they make."""

    def __init__(self, state: State, runtime: Runtime[TurnContext], words: Words) -> None:
        self.text = ""
        self.by_model = False
        self.noticed = state.get("noticed", False)
        self._runtime = runtime
        self._words = words
        self._model = runtime.context.parts.model if state.get("model_works") else None

    async def tell(self, said: Passage, facts: Facts | None, *, together: bool = False) -> None:
        """Send a passage; where a model works and has facts, the lead is in its words.

        `together`: a sentence that goes with the one before, without a blank line between.
        """
        if self.text:
            self._send("\n" if together else "\n\n")
        begun = len(self.text)
        self._line(said.head, begun)
        if not (self._model and facts and await self._told_by_model(self._model, facts, begun)):
            self._line(said.lead, begun)
        for line in said.body:
            self._line(line, begun, listing=said.listing)
        self._line(said.tail, begun)

    async def _told_by_model(self, model: ModelPool, facts: Facts, begun: int) -> bool:
        """Stream the model's opening; False where it gave none that code could vouch for."""
        shelf = self._shelf(model, facts)
        if shelf and (kept := await shelf.sentences()):
            self._line(" ".join(kept), begun)
            self.by_model = True
            return True
        spoke: list[str] = []
        try:
            async with self._lent(model) as host, aclosing(self._opening(host, facts)) as opening:
                async for sentence in opening:
                    if spoke:
                        self._send(" " + sentence)
                    else:
                        self._line(sentence, begun)
                    spoke.append(sentence)
            if shelf and spoke:
                await shelf.keep(spoke)
        except Ungrounded as error:
            log.info("the model's words were left out", extra={"cause": str(error)})
        except ModelBroke as broken:
            log.warning("answering without the model", extra={"fault": broken.fault})
            if broken.fault != "busy":  # that is nothing gone wrong, and the reply is as good
                self._notice("cut" if spoke else "slow" if broken.fault == "slow" else "failed")
        self.by_model = self.by_model or bool(spoke)
        return bool(spoke)

    def _lent(self, model: ModelPool) -> AbstractAsyncContextManager[LanguageModel]:
        asking = self._runtime.context.asking
        return model.lend(asking.person, asking.wait_s)

    async def _opening(self, host: LanguageModel, facts: Facts) -> AsyncGenerator[str, None]:
        context = self._runtime.context
        condenser = Condenser(context.deadline, context.parts.limits, self._progress)
        facts = await host.writer.condense(facts, condenser)
        async with aclosing(host.writer.write(facts, context.asking.answer, context.parts.titles)) as said:
            async for sentence in said:
                yield sentence

    def _shelf(self, model: ModelPool, facts: Facts) -> KeptWords | None:
        reviews = self._runtime.context.parts.reviews
        if reviews is None or facts.keepsake is None:
            return None
        return KeptWords(reviews, facts.keepsake, model.talking_to)

    def _progress(self, read: int, total: int) -> None:
        label = self._words.book("working.reviews", n=read, total=total)
        self._runtime.stream_writer(Working("summarise_reviews", label))

    def _line(self, text: str, begun: int, *, listing: bool = False) -> None:
        if text:
            self._send(text if len(self.text) == begun else f"\n{text}", listing=listing)

    def _send(self, text: str, *, listing: bool = False) -> None:
        self.text += text
        self._runtime.stream_writer(TextDelta(text, listing=listing))

    def _notice(self, key: str) -> None:
        if not self.noticed:
            self.noticed = True
            self._runtime.stream_writer(Notice(self._words.book(f"model.{key}")))
