# `make demo` answers a question from the example posts; `make test` runs every check.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/ready
BENCH := .bench
WORKERS ?= auto

# Tests and their rewritten assertions are compiled once, not in every process of every run.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: demo eval newcomer bench test quick setup check-format lint types imports tests second-opinion format clean lock chaos load fuzz

# Where the second model cannot be installed, the bundled one answers alone.
demo: export PULLQUOTE_DATA := .demo
demo: $(READY)
	$(BIN)/pullquote import examples/posts
	-$(BIN)/pullquote refine
	$(BIN)/pullquote ask "why were the backups empty?"
	$(BIN)/pullquote ask "why did Ilya Sutskever leave?"

MEASURED := $(if $(REFINING),--refining $(REFINING)) $(if $(KEEP),--keep $(KEEP))

# With REFINING=e5 a second model reads the posts first, and KEEP=FOLDER keeps what was read.
# Without DATA the development sets are skipped, and the example questions are asked instead.
eval: export PULLQUOTE_DATA := .demo
eval: $(READY)
ifdef DATA
	$(BIN)/python -m training.calibrate $(DATA) $(MEASURED)
	$(BIN)/python -m training.marked $(DATA) $(MEASURED)
else
	@echo "No DATA=FOLDER was given: the development sets are skipped, the examples are asked."
	$(BIN)/pullquote import examples/posts
	$(BIN)/pullquote eval examples/questions.jsonl
	$(BIN)/pullquote eval examples/off-topic.jsonl
	$(BIN)/pullquote eval examples/off-topic-aside.jsonl
endif

# What a newcomer asks of short posts in two languages; the second set is looked at only at the end,
# the third asks mostly in the other language, and for what the posts do not tell of their subjects.
newcomer: export PULLQUOTE_DATA := .newcomer
newcomer: $(READY)
	$(BIN)/pullquote import examples/makerspace/posts.jsonl
	$(BIN)/pullquote eval examples/makerspace/questions.jsonl
	$(BIN)/pullquote eval examples/makerspace/questions-aside.jsonl
	$(BIN)/pullquote eval examples/makerspace/questions-across.jsonl

# The same posts for Pullquote and its peers: DATA=FILE of JSON lines, POSTS=NUMBER, PEERS="NAME …",
# and AGAIN=ROW to measure a row once more. What was measured is kept, so that a run goes on.
bench: $(READY) $(BENCH)/env/ready
	$(BIN)/python -m bench.comparison $(if $(DATA),--data $(DATA)) $(if $(POSTS),--posts $(POSTS)) \
		$(if $(PEERS),--peers $(PEERS)) $(if $(AGAIN),--again "$(AGAIN)")

# The peers live apart, PyTorch first; none of them is needed to build or test Pullquote.
$(BENCH)/env/ready: bench/requirements.txt
	$(PYTHON) -m venv $(BENCH)/env
	$(BENCH)/env/bin/pip install --quiet --disable-pip-version-check $$(grep '^torch==' bench/requirements.txt)
	$(BENCH)/env/bin/pip install --quiet --disable-pip-version-check -r bench/requirements.txt
	touch $(BENCH)/env/ready

test: check-format lint types imports tests

# What can be run after every change: all but the types and the slow tests, in under a minute.
quick: check-format lint imports $(READY)
	$(BIN)/pytest -q -m "not slow and not second_opinion" --hypothesis-profile=quick -n $(WORKERS) --dist worksteal

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
	$(BIN)/pytest -n $(WORKERS) --dist worksteal --cov --cov-report=term

# The bot against servers from npm; needs node and, the first time, the registry.
second-opinion: $(READY)
	$(BIN)/pytest -m second_opinion tests/second_opinion

# Kills of each kind of work, and power cuts: KILLS and CUTS say how many, SEED repeats a former run.
chaos: $(READY)
	CHAOS_KILLS=$(or $(KILLS),100) CHAOS_CUTS=$(or $(CUTS),1000) CHAOS_SEED=$(or $(SEED),$$(date +%s)) \
		$(BIN)/pytest -n 0 tests/e2e/crashes/test_chaos.py

# An hour of a large community in minutes; PLATFORM=discord or slack plays one of them.
load: $(READY)
	$(BIN)/python -m bench.load $(PLATFORM)

# Each parser, payload, filter and setting is fed odd things: SECONDS of each, TARGETS="NAME" …
fuzz: $(READY)
	$(BIN)/python -m tests.fuzz.guided --seconds $(or $(SECONDS),600) $(TARGETS)

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

clean:
	rm -rf $(VENV) $(BENCH) .demo .newcomer build dist

# Needs the registry: the hashes of all files of the versions in constraints.txt.
lock: $(READY)
	$(BIN)/pip install --quiet --require-hashes --constraint hashes.txt --group lock
	$(BIN)/python .ci/lock.py

# Only files whose hashes are known are installed, pip and the build backend too. With CPU=1 PyTorch
# is its build for the CPU; otherwise, on Linux, it is the one for CUDA, of some gigabytes.
$(READY): pyproject.toml constraints.txt hashes.txt .ci/install.py
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'Python 3.11 or newer is needed: make PYTHON=python3.11')"
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python .ci/install.py $(if $(CPU),--cpu)
	touch $(READY)
