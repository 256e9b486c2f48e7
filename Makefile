# `make run` starts the web chat, `make test` runs the tests; both build what they need first.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
INSTALL = $(BIN)/uv pip install --quiet --compile-bytecode --python $(BIN)/python
PORT ?= 8000

.PHONY: setup run test fuzz check audit train lock clean browser

run: $(VENV)/.base
	$(BIN)/cineaesthete run --port $(PORT)

setup: $(VENV)/.dev browser

test: setup
	$(BIN)/pytest

# The property tests with ten times the cases, other ones each night: 100,000.
fuzz: setup
	CINE_FUZZ_CASES=9000 $(BIN)/pytest tests/fuzz --timeout=3600

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	@if $(BIN)/python -c 'import httpx; httpx.get("https://pypi.org/pypi/pip/26.0/json", timeout=5).json()["vulnerabilities"]' 2>/dev/null; \
		then $(MAKE) --no-print-directory audit; else echo "No list of known faults is reachable: dependencies are not audited (make audit)."; fi

# Known faults of what is installed, by PyPI's advisories.
audit: setup
	$(BIN)/pip-audit --progress-spinner=off --disable-pip --no-deps -r requirements.lock

train: $(VENV)/.dev
	$(BIN)/cineaesthete starter build

$(BIN)/uv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "CineAesthete needs Python 3.11 or later; set PYTHON=/path/to/it")'
	@echo "Making $(VENV) …"
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==0.13.9

# What a chat process needs: no torch.
$(VENV)/.base: requirements.lock pyproject.toml | $(BIN)/uv
	@echo "Installing CineAesthete …"
	@$(INSTALL) -r requirements.lock
	@$(INSTALL) --no-deps -e .
	@touch $@

# Everything for development: the `train` extra and the tools.
$(VENV)/.dev: requirements-dev.lock pyproject.toml | $(BIN)/uv
	@echo "Installing everything for development (about 7 GB, some minutes) …"
	@$(INSTALL) -r requirements-dev.lock
	@$(INSTALL) --no-deps -e .
	@touch $@ $(VENV)/.base

# The browser tests drive Debian's Chromium; without it they skip and say so.
browser:
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null \
		&& echo "Installing Chromium for the browser tests …" \
		&& apt-get update -qq && apt-get install -y -qq chromium >/dev/null 2>&1; } \
		|| echo "No Chromium: the browser tests will be skipped (Debian: apt-get install chromium)."

# Versions only, no index or file addresses.
lock: $(BIN)/uv
	$(BIN)/uv pip compile --quiet --upgrade --python-version 3.11 --no-emit-index-url --no-emit-find-links \
		--custom-compile-command "make lock" pyproject.toml -o requirements.lock
	$(BIN)/uv pip compile --quiet --python-version 3.11 --no-emit-index-url --no-emit-find-links \
		--custom-compile-command "make lock" pyproject.toml -c requirements.lock --all-extras --group dev \
		-o requirements-dev.lock

clean:
	rm -rf $(VENV) *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis
