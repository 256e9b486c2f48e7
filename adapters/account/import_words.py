"""What became of an imported file, in words and buttons. Pure."""

from collections.abc import Callable, Sequence

from adapters.account.library_import import ImportReport, answers_of
from agent.events import Choice

Said = Callable[..., str]

SHOWN = 8
"""Films or rows named of each kind; the rest is counted."""
SERVICES = {"letterboxd": "Letterboxd", "imdb": "IMDb", "movielens": "MovieLens"}


def report_text(report: ImportReport, said: Said) -> str:
    """Lines: what came in, what is unknown, what was refused and why, what is unclear."""
    brought = report.brought
    service = SERVICES[report.service]
    lines = [
        said("import.done", service=service, new=brought.new, changed=brought.changed, same=brought.same)
    ]
    if report.unknown:
        films = _some([film.label for film in report.unknown], said)
        lines.append(said("import.unknown", n=len(report.unknown), films=films))
    if report.refused:
        rows = [said("import.row", table=row.table, line=row.line, why=row.why) for row in report.refused]
        lines.append(said("import.refused", n=len(report.refused), rows=_some(rows, said)))
    if report.unclear:
        films = _some([one.listed.label for one in report.unclear], said)
        lines.append(said("import.unclear", n=len(report.unclear), films=films))
    return "\n".join(lines)


def report_choices(report: ImportReport, said: Said, limit: int) -> list[Choice]:
    """Buttons that settle what is unclear; each film at most once, as the surfaces want it."""
    found: dict[str, Choice] = {}
    for code, listed, film in answers_of(report.unclear, limit):
        found.setdefault(code, Choice(code, said("import.which", listed=listed, film=film.label)))
    return list(found.values())


def _some(names: Sequence[str], said: Said) -> str:
    shown = ", ".join(names[:SHOWN])
    return shown if len(names) <= SHOWN else f"{shown} {said('import.more', n=len(names) - SHOWN)}"
