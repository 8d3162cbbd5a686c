# Works on a machine with only python3 (3.11 or later), pip and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.DEFAULT_GOAL := help
.PHONY: help bench brief check clean eval format generate lock measure record screenshot test test-web test-browser wheel

help: ## this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 15

# pip is upgraded first: the one that comes with an old python can't resolve these dependencies.
$(READY): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip
	$(BIN)/python -m pip install --quiet -c constraints.txt --build-constraint constraints.txt -e . --group dev
	@touch $@

brief: $(READY) ## fetch the embedded model once, then brief examples/ into briefing.json and briefing.md
	$(BIN)/conspectus model fetch 1.5b
	$(BIN)/conspectus brief examples -o briefing.json -o briefing.md

test: $(READY) ## all tests with coverage; no network, no key, no model
	$(BIN)/pytest -n auto --dist worksteal --cov --cov-report=term

test-browser: $(READY) ## the page in a real browser: needs a Chromium (Debian: chromium), installs nothing but Python packages
	$(BIN)/python -m pip install --quiet -c constraints.txt --group browser
	$(BIN)/pytest -m browser tests/browser

screenshot: $(READY) ## docs/briefing.png from the recorded answers to examples/; needs a Chromium
	$(BIN)/python -m pip install --quiet -c constraints.txt --group browser
	$(BIN)/python scripts/screenshot.py

check: $(READY) ## format, lint, types, import contracts, schemas and docs in step
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/generate.py --check

test-web: $(READY) ## the program fetching pages that this machine serves: sockets, TLS, Ctrl-C; loopback only
	$(BIN)/python scripts/try_web.py

format: $(READY) ## format the code and sort its imports
	$(BIN)/ruff check --fix-only --quiet .
	$(BIN)/ruff format .

generate: $(READY) ## write schemas/ and the command reference from the code
	$(BIN)/python scripts/generate.py

bench: $(READY) ## Conspectus and its peers on a simulated endpoint, as tables; loopback only, about 15 minutes
	$(BIN)/python -m bench.load

measure: $(READY) ## what the gates catch, what counts as agreement, as conflict and as one event, into eval/*/results.md; no model, no network
	$(BIN)/python -m conspectus.evaluation.verification
	$(BIN)/python -m conspectus.evaluation.agreement
	$(BIN)/python -m conspectus.evaluation.relations
	$(BIN)/python -m conspectus.evaluation.plain
	$(BIN)/python -m conspectus.evaluation.feeds

eval: $(READY) ## replay the evaluation suite into eval/RESULTS.md; fails beneath a floor; no model, no network
	$(BIN)/conspectus eval --gate -o eval/RESULTS.md

record: $(READY) ## record cassettes/ again from the embedded model; no key
	$(BIN)/conspectus model fetch 1.5b
	$(BIN)/pytest -m vcr --record-mode=rewrite -p no:cacheprovider

wheel: $(READY) ## build the wheel and run it from a clean venv outside the checkout
	scripts/try-wheel "$(BIN)/python"

# A clean install, unpinned, decides what is pinned from now on; tests then say whether it holds.
lock: ## resolve the dependencies anew into constraints.txt
	rm -rf .venv-lock
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip install --quiet --upgrade pip
	.venv-lock/bin/python -m pip install --quiet -e . --group dev --group browser hatchling
	{ echo "# Written by 'make lock': what is installed, exactly."; \
	  .venv-lock/bin/python -m pip freeze --exclude-editable --exclude pip --exclude setuptools; } > constraints.txt
	rm -rf .venv-lock

clean: ## remove what make made, except the model's weights
	rm -rf $(VENV) dist build .coverage .pytest_cache .mypy_cache .ruff_cache .hypothesis .import_linter_cache
