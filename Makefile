# Two commands do everything: `make demo` shows the archive at work, `make test` runs its tests.
# Each sets up .venv by itself, once; constraints.txt holds the exact versions.

PYTHON ?= python3
BIN := .venv/bin
EXTRAS ?= dev
STAMP := .venv/.installed

.PHONY: demo test check clean

demo: $(STAMP)
	@$(BIN)/vusta demo

test: $(STAMP)
	$(BIN)/pytest -n auto

check: $(STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto tests/house

clean:
	rm -rf .venv .pytest_cache .mypy_cache .ruff_cache .hypothesis dist
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
		{ echo "Python 3.11 or newer is needed; name it with: make PYTHON=python3.12 ..." >&2; exit 2; }
	@test -d .venv || $(PYTHON) -m venv .venv
	@echo "Setting up .venv (once, about a minute) ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --upgrade 'pip>=25'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[$(EXTRAS)]'
	@touch $@
