"""What holds for the whole suite."""

import os

from hypothesis import settings

# The same examples in every run of CI, so that a red run is about the change; new ones elsewhere.
settings.register_profile("ci", derandomize=True, print_blob=True)
if os.environ.get("CI"):
    settings.load_profile("ci")
