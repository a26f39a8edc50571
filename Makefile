# Everything a newcomer, a developer and CI need; CI runs `make test` and nothing else.
# On a fresh machine: git, make and Python 3.11 or newer.

PYTHON ?= $(shell for p in python3.11 python3.12 python3.13 python3; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo $$p; break; }; done)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
GOLD ?= ../shared/gold
SAMPLES := $(filter-out samples/expected.jsonl,$(sort $(wildcard samples/*.txt samples/*.html samples/*.jsonl)))

.PHONY: demo test lint types imports unit bench readme docs lock clean

demo: $(READY)  ## read the sample pages and print what they claim
	@$(BIN)/reportedly read $(SAMPLES) --format table

test: lint types imports unit  ## everything that must hold

$(READY): pyproject.toml requirements-dev.txt
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed; name it with make PYTHON=..."; exit 1; }
	$(PYTHON) -m venv --clear $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

lint: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(READY)
	$(BIN)/mypy

imports: $(READY)
	$(BIN)/lint-imports --no-cache

unit: $(READY)
	$(BIN)/pytest

bench: $(READY)  ## measure against the gold and refuse a drop
	$(BIN)/python -m bench.gate --gold $(GOLD)

docs readme: $(READY)  ## write the reference pages and the README's output and figures anew
	$(BIN)/python -m docs.generate

lock: $(READY)  ## renew the locked versions
	$(BIN)/pip-compile --quiet --upgrade --generate-hashes --allow-unsafe --strip-extras --extra dev \
		--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --output-file requirements-dev.txt pyproject.toml

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
