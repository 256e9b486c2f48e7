"""Words by which a person holds sway over what is kept of them: "export my data", "private mode"."""

import re
from typing import Literal

from agent.decision import Decision, ToolCall
from data.names import fold
from tools.arguments import MyData

Kind = Literal[
    "export",
    "pause",
    "resume",
    "private",
    "public",
    "share_private",
    "share_friends",
    "share_server",
    "trials_out",
    "trials_in",
]


def _any(words: str) -> str:
    """One of the phrases between bars, of which an underscore stands for a space."""
    return f"(?:{'|'.join(words.split()).replace('_', ' ')})"


_THE = r"(?: the| le| la| el| den| die| du| al| del)?"
_PERSONALISATION = _any(
    r"personali[sz]ation personali[sz]acion personnalisation personalisierung using_my_taste"
)
_MODE = _any(
    r"private_mode incognito(?:_mode)? modo_(?:privado|incognito) mode_prive navigation_privee"
    r" privat(?:er|en)?_modus inkognito(?:_?modus)?"
)
_HAND_OVER = _any(r"export download send_me give_me hand_over get exporta\w* descarga\w* dame enviame")
_HAND_OVER_FR = _any(r"export\w* telecharge\w* donne[rz]?(?:_moi)? envoie[rz]?(?:_moi)?")
_HAND_OVER_DE = _any(r"exportier\w* schick_mir gib_mir lad\w*")
_END = _any(
    r"end leave exit stop quit turn_off switch_off no_more termina\w* sal salir desactiva\w* quitte[rz]?"
    r" arrete[rz]? fini[rs]? desactive[rz]? beende\w* verlass\w*"
)
_BEGIN = _any(
    r"please start go go_into turn_on enable lets_go activa activar entra_en entrar_en active[rz]?"
    r" passe[rz]?_en schalte?_in"
)
_PAUSE = _any(
    r"pause stop suspend turn_off switch_off disable pausa\w* desactiva\w* suspend\w* mets_en_pause"
    r" mettez_en_pause arrete[rz]?"
)
_RESUME = _any(
    r"resume restart turn_on switch_on enable reanuda\w* reactiva\w* activa\w* repren\w* reactive[rz]?"
)

_ACTIVITY = _any(
    r"(?:my_)?activity what_i_(?:watch|see|rate) (?:mi_)?actividad lo_que_veo (?:mon_)?activite"
    r" ce_que_je_regarde (?:meine_)?aktivitat was_ich_(?:sehe|schaue)"
)
_SHARE = _any(r"share show comparte muestra partage montre teile zeig")
_WITH = r"(?:(?: with| to| con| a| avec| mit)? (?:only |my |mis? |mes |meinen )*)"
_ALL = r"(?:all |everybody |everyone )?(?:in |on |of )?(?:the |this |our |den |der |la |el |le )?"
_ROOM = _any(r"servers? groups? servidor grupo serveur groupe gruppe")

_TRIALS = _any(
    r"trials? experiments? (?:a_?b_)?tests? pruebas? experimentos? essais? experiences versuche?n?"
    r" experimenten?"
)
_OF = r"(?: (?:of|from|in|any|all|your|these|the|las|los|en|de|des|les|aux?|hors|aus|an|den|deinen))*"

_SAID: tuple[tuple[Kind, re.Pattern[str]], ...] = (
    (
        "export",
        re.compile(
            rf"\b(?:{_HAND_OVER}(?: me)?(?: a copy of)?(?: all| todos)?(?: of)? (?:my data|mis datos)"
            r"|(?:my data|everything you (?:know|have|keep)(?: (?:about|on|of) me)?)"
            r" (?:as a (?:file|zip)|in a file)"
            rf"|{_HAND_OVER_FR}(?: toutes)? mes donnees|{_HAND_OVER_DE}(?: alle)? meine daten"
            r"|meine daten (?:export\w*|herunterladen))\b"
        ),
    ),
    ("public", re.compile(rf"\b(?:{_END}{_THE} {_MODE}|{_MODE} {_any('off over aus beenden verlassen')})\b")),
    (
        "private",
        re.compile(
            rf"(?:{_BEGIN} )*(?:el |le |den )?{_MODE}(?: {_any('on an please por_favor bitte')})*"
            r"|(?:this is |keep this )?off the record|go private"
        ),
    ),
    (
        "share_server",
        re.compile(
            rf"\b{_SHARE} {_ACTIVITY}{_WITH}(?:{_ALL}{_ROOM}|everybody|everyone|todos|tout le monde|allen)\b"
        ),
    ),
    ("share_friends", re.compile(rf"\b{_SHARE} {_ACTIVITY}{_WITH}(?:friends|amigos|amis|freunden?)\b")),
    (
        "share_private",
        re.compile(
            rf"\b(?:(?:hide|oculta|cache[rz]?|verbirg) {_ACTIVITY}"
            rf"|{_SHARE} {_ACTIVITY}{_WITH}(?:nobody|no one|nadie|personne|niemand\w*)"
            rf"|(?:keep|make) {_ACTIVITY} (?:private|to myself)|(?:dont|do not) {_SHARE} {_ACTIVITY})\b"
        ),
    ),
    (
        "trials_out",
        re.compile(
            rf"\b(?:(?:leave|keep|take|count) me out{_OF} {_TRIALS}|opt(?: me)? out{_OF} {_TRIALS}"
            rf"|(?:no|stop) {_TRIALS} (?:on|with) me|(?:dont|do not) (?:test|experiment) on me"
            rf"|dejame fuera{_OF} {_TRIALS}|laisse[rz]? moi{_OF} {_TRIALS}|lass mich{_OF} {_TRIALS} raus)\b"
        ),
    ),
    (
        "trials_in",
        re.compile(
            rf"\b(?:(?:take part|participate|count me|let me take part|opt(?: me)?){_OF} {_TRIALS}"
            rf"|participar{_OF} {_TRIALS}|participer{_OF} {_TRIALS}"
            rf"|an{_OF} {_TRIALS} teilnehmen)\b"
        ),
    ),
    (
        "resume",
        re.compile(
            rf"\b(?:{_RESUME}{_THE} {_PERSONALISATION}|use my taste again"
            rf"|{_PERSONALISATION} {_any('on again wieder fortsetzen')})\b"
        ),
    ),
    (
        "pause",
        re.compile(
            rf"\b(?:{_PAUSE}{_THE} {_PERSONALISATION}|(?:dont|do not) use my taste"
            rf"|{_PERSONALISATION} {_any('off pausieren aus anhalten')})\b"
        ),
    ),
)
_WHOLE = frozenset({"private"})
"""Said by these words and hardly another: an incognito may be what a film is about."""
_WORDS_AT_MOST = 12


def control_said(text: str) -> Decision | None:
    """What they want done with what is kept of them; None where the message is about something else."""
    said = fold(text)
    if len(said.split()) > _WORDS_AT_MOST:
        return None
    for kind, pattern in _SAID:
        if pattern.fullmatch(said) if kind in _WHOLE else pattern.search(said):
            return Decision(calls=(ToolCall(arguments=MyData(kind=kind)),))
    return None
