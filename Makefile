# Bote. Every target works first on a fresh machine: it makes .venv itself and installs what it needs.
PYTHON ?= python3
VENV := .venv
RUN := $(VENV)/bin/python
PIP := $(RUN) -m pip --disable-pip-version-check --quiet install --require-hashes
COMPILE := $(RUN) -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate

# Journeys play in real time beside each other: one that fails is tried once more, and
# listed as R where it then passes (CONTRIBUTING.md, tests).
TESTS := $(RUN) -m pytest --reruns 1 -r fER
SOAK = env BOTE_SOAK_KILLS=$(or $(kills),200) BOTE_SOAK_SEED=$(or $(seed),20261118) $(RUN) -m pytest -q tests/journeys/test_sender_killed.py tests/journeys/test_broadcast_killed.py

.DEFAULT_GOAL := help
.PHONY: help install demo test check lint bench soak format migrations requirements

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

install: $(VENV)/installed ## Install what the bot needs to run, pinned and hashed, into .venv

demo: $(VENV)/installed ## Start the demo shop and its chat in the browser
	$(RUN) main.py demo

test: $(VENV)/installed-dev ## Run the tests on SQLite, and on PostgreSQL when BOTE_TEST_DATABASE_URL is set
	env -u BOTE_TEST_DATABASE_URL $(TESTS) -n logical -m "not alone"
	env -u BOTE_TEST_DATABASE_URL $(TESTS) -m alone
	@if [ -n "$$BOTE_TEST_DATABASE_URL" ]; then set -x; $(TESTS) -n logical -m "not alone and not browser"; fi

check: lint test ## Everything CI checks: format, style, types, imports, tests

lint: $(VENV)/installed-dev
	$(RUN) -m ruff format --check .
	$(RUN) -m ruff check .
	$(RUN) -m mypy
	$(VENV)/bin/lint-imports

bench: $(VENV)/installed-bench ## Measure against baselines on this machine
	$(RUN) -m benchmarks

soak: $(VENV)/installed-dev ## Kill the sender 200 times on each database, and count what doubles: make soak [kills=20] [seed=1]
	env -u BOTE_TEST_DATABASE_URL $(SOAK)
	@if [ -n "$$BOTE_TEST_DATABASE_URL" ]; then set -x; $(SOAK); fi

format: $(VENV)/installed-dev ## Lay out the code
	$(RUN) -m ruff format .
	$(RUN) -m ruff check --fix .

migrations: $(VENV)/installed-dev ## Write the migration of changed models: make migrations name=what_changed
	@[ -n "$(name)" ] || { echo "usage: make migrations name=what_changed" >&2; exit 2; }
	$(RUN) main.py migrate --make "$(name)"
	$(RUN) -m ruff format --quiet bot/migrations

requirements: $(VENV)/installed-dev ## Pin the newest versions that pyproject.toml allows
	$(COMPILE) --upgrade pyproject.toml --output-file requirements.txt
	$(COMPILE) --upgrade --group dev --constraint requirements.txt --output-file requirements-dev.txt
	$(COMPILE) --upgrade --group bench --constraint requirements.txt --output-file requirements-bench.txt
	$(COMPILE) --upgrade pyproject.toml --extra carriers --constraint requirements.txt --output-file requirements-carriers.txt

$(VENV)/installed: requirements.txt | $(RUN)
	@echo "installing into $(VENV) …"
	@$(PIP) --requirement requirements.txt
	@touch $@

$(VENV)/installed-dev: requirements.txt requirements-dev.txt | $(RUN)
	@echo "installing into $(VENV), development tools included …"
	@$(PIP) --requirement requirements.txt --requirement requirements-dev.txt
	@touch $(VENV)/installed $@

$(VENV)/installed-bench: requirements-bench.txt | $(VENV)/installed-dev
	@echo "installing into $(VENV) what the benchmarks compare with …"
	@$(PIP) --requirement requirements-bench.txt
	@touch $@

$(RUN):
	@command -v $(PYTHON) >/dev/null || { echo "Bote needs Python 3.11 or newer; there is no $(PYTHON). Try: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Bote needs Python 3.11 or newer; $(PYTHON) is $$($(PYTHON) -V). Try: make PYTHON=python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
		{ rm -rf $(VENV); echo "python could not make $(VENV); on Debian and Ubuntu: apt install python3-venv" >&2; exit 1; }
