# `make help` lists every target. Nothing here needs more than Python 3.11+, git and make.
PYTHON := $(shell for p in python3.11 python3.12 python3.13 python3; do command -v $$p >/dev/null 2>&1 && $$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)
PORT ?= 8080
DEMO ?= yes
PROFILE ?= development
SIZE ?= small
export PORT DEMO PROFILE SIZE

.DEFAULT_GOAL := help
.PHONY: help install start test test-sso test-scaled lint format i18n theme check load bench bench-short lock python

help: ## list the targets
	@grep -hE '^[a-z0-9-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:[^#]*## /\t/' | expand -t 12

python:
	@test -n "$(PYTHON)" || { echo "BlueGether needs Python 3.11 or later: install it (Debian: apt-get install python3 python3-venv) and run make again." >&2; exit 1; }

install: python ## set up the virtual environment and zc.buildout, without starting
	@$(PYTHON) scripts/start.py --install

start: python ## set up what is missing and serve the site (PORT=8080 DEMO=yes|no PROFILE=development|single|production|sso)
	@$(PYTHON) scripts/start.py

test: python ## set up what tests need and run every test
	@$(PYTHON) scripts/test.py

test-sso: python ## test single sign-on and LDAP, in an environment of its own
	@$(PYTHON) scripts/test_sso.py

test-scaled: python ## test PostgreSQL, several processes, nginx, backups, in an environment of its own
	@$(PYTHON) scripts/scaled.py --test

lint: python ## check format, types of mistakes, layers
	@$(PYTHON) scripts/test.py --install
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	.venv/bin/zpretty --check src
	bin/lint-imports --no-cache 2>&1

format: python ## mend the format
	@$(PYTHON) scripts/test.py --install
	.venv/bin/ruff check --fix .
	.venv/bin/ruff format .
	.venv/bin/zpretty --inplace src

check: lint bench-short test ## lint, a short benchmark, tests: what CI runs

i18n: python ## collect the texts into the catalogs
	@$(PYTHON) scripts/test.py --install
	.venv/bin/python scripts/i18n.py

theme: ## compile the SCSS (the only target that needs Node)
	cd src/bluegether.theme && npm install --no-audit --no-fund && npm run build

load: python ## fill a database of its own with a big company (SIZE=small|medium|large)
	@$(PYTHON) scripts/test.py --install
	PYTHONPATH=tests/load bin/python-bluegether tests/load/load.py $(SIZE)

bench: python ## starts, single questions, every page beside plain Plone, growth to SIZE
	@$(PYTHON) scripts/test.py --install
	PYTHONPATH=tests/benchmarks:tests/load bin/python-bluegether tests/benchmarks/bench.py --size $(SIZE)

bench-short: python ## every page beside plain Plone, a few times each: is any refused? is matching quick?
	@$(PYTHON) scripts/test.py --install
	PYTHONPATH=tests/benchmarks:tests/load bin/python-bluegether tests/benchmarks/sides.py --clients 1,4 --each 4
	PYTHONPATH=tests/benchmarks:tests/load bin/python-bluegether tests/benchmarks/matching.py --assert

lock: ## compile requirements into constraints.txt and profiles/versions.cfg
	.venv/bin/uv pip compile -q --upgrade --no-header --no-annotate --python-version 3.11 requirements-test.in -o constraints.txt
	grep -v "^setuptools==" constraints.txt > var/.common.txt
	.venv/bin/uv pip compile -q --upgrade --no-header --no-annotate --python-version 3.11 -c var/.common.txt requirements-sso.in requirements-test.in -o constraints-sso.txt
	.venv/bin/uv pip compile -q --upgrade --no-header --no-annotate --python-version 3.11 -c constraints.txt requirements-scaled.in requirements-test.in -o constraints-scaled.txt
	$(PYTHON) scripts/lock.py
