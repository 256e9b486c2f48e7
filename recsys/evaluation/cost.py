"""What a piece of work costs: its time, and the most memory the process held while it ran."""

import resource
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time

PEAK_RESET = Path("/proc/self/clear_refs")


@dataclass(slots=True)
class Cost:
    """Of one piece of work."""

    seconds: float = 0.0
    peak_mb: float = 0.0
    """Resident memory of the whole process, with the data it holds. Where the system cannot forget an earlier
    peak (anything but Linux) it is the peak so far."""
    cpu_seconds: float = 0.0
    """Of all threads together: what others do to the machine hardly shows in it."""

    def __add__(self, other: "Cost") -> "Cost":
        """Of both, one after the other."""
        return Cost(
            self.seconds + other.seconds,
            max(self.peak_mb, other.peak_mb),
            self.cpu_seconds + other.cpu_seconds,
        )


@contextmanager
def metered() -> Iterator[Cost]:
    """Fills in the cost of its body on leaving it. Meters do not nest: the inner one resets the peak."""
    with suppress(OSError):  # elsewhere the peak so far is the best there is
        PEAK_RESET.write_text("5")
    cost, started, worked = Cost(), perf_counter(), process_time()
    yield cost
    cost.seconds, cost.cpu_seconds = perf_counter() - started, process_time() - worked
    cost.peak_mb = peak_mb()


def peak_mb() -> float:
    """Peak resident memory in MB since the last meter started."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (2**20 if sys.platform == "darwin" else 2**10)
