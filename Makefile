# make run | make check | make test-one T=… | make test | make bench | make picture | make lock | make clean
# A fresh machine needs python3 >= 3.11 and make; everything else is put into .venv here.
PYTHON ?= python3
PY := .venv/bin/python
BENCH := .venv-bench/bin/python
# Runs JavaScript without a browser; it fetches nothing, and keeps what it keeps in .venv.
DENO := DENO_DIR=.venv/deno DENO_NO_UPDATE_CHECK=1 .venv/bin/deno
# Every loss with every penalty, rule and model: where the breadth is, and nothing that the others do not reach.
BREADTH := tests/core/test_trace.py tests/core/test_family.py tests/core/test_without_bias.py
# What takes minutes and is left to make test: that breadth, and every mistake on every problem.
MINUTES := $(BREADTH) tests/core/test_updates.py tests/core/diagnose/test_mistakes.py tests/core/diagnose/test_promise.py
DENO_TEST := --no-config --no-remote --no-npm --allow-read=static,tests --reporter=dot
# The lists are complete, so nothing is resolved: a resolver would take a newer release of an extra past its pin, and refuse it.
PIP := -m pip --disable-pip-version-check install --quiet --no-deps
PIP_CHECK := -m pip --disable-pip-version-check check

.DEFAULT_GOAL := run
.DELETE_ON_ERROR:
.PHONY: run check test-one test bench picture lock clean

run: .venv/.run
	@exec $(PY) -m app

# What linters, formatters and types say of the text, and the page's modules by themselves: seconds.
define written
$(PY) -m ruff check .
$(PY) -m ruff format --check --quiet .
$(DENO) fmt --check --quiet --config .deno.json
$(DENO) lint --quiet --config .deno.json
$(DENO) check --quiet --config .deno.json $$(find static -name '*.js')
$(DENO) test $(DENO_TEST) tests/js
endef

# A minute before a commit: what formatters, linters and types say, the core and the page's modules by themselves. What
# has the greatest breadth in the core is left to make test.
check: .venv/.test
	$(written)
	@echo "$(PY) -m mypy beside $(PY) -m pytest tests/core"; $(PY) -m mypy & types=$$!; \
	$(PY) -m pytest -q -n 2 $(MINUTES:%=--ignore=%) tests/core tests/test_architecture.py tests/test_walls.py \
		tests/test_project.py tests/js; rest=$$?; \
	wait $$types && test $$rest -eq 0

# One file, one folder or one test: make test-one T=tests/core/check, T="tests/api -k gradient", T=tests/js/csv.test.js
test-one: .venv/.test
	@case "$(T)" in \
	"") echo "Say which: make test-one T=tests/core/check" >&2; exit 1;; \
	*.js) $(DENO) test $(DENO_TEST) $(T);; \
	*browser*) $(PY) tests/browser/chromium.py && $(PY) -m pytest $(T);; \
	*) $(PY) -m pytest $(T);; esac

# The tests of the page are the long part: two of them at a time run beside the others, to which they give way, and
# are shown after them. Those with the greatest breadth are not measured: that would double their time.
test: .venv/.test
	@$(PY) tests/browser/chromium.py
	$(written)
	@echo "$(PY) -m mypy; $(PY) -m pytest, tests/browser beside the others"; \
	nice $(PY) -m pytest tests/browser -n 2 --dist worksteal > .venv/page.log 2>&1 & page=$$!; \
	$(PY) -m mypy && $(PY) -m pytest $(BREADTH) && \
	$(PY) -m pytest --cov --ignore=tests/browser $(BREADTH:%=--ignore=%); rest=$$?; \
	wait $$page; page=$$?; cat .venv/page.log; test $$rest -eq 0 -a $$page -eq 0

bench: .venv-bench/.bench .venv/.test
	@$(BENCH) -m benchmarks
	@$(BENCH) -m benchmarks.programs
	@$(BENCH) -m benchmarks.api_rate
	@$(PY) -m benchmarks.diagnose
	@$(PY) -m benchmarks.diagnose_answers
	@$(PY) -m benchmarks.links
	@$(PY) -m benchmarks.shared
	@$(BENCH) -m benchmarks.pictures
	@$(PY) tests/browser/chromium.py
	@$(PY) -m benchmarks.page

picture: .venv/.test
	@$(PY) tests/browser/chromium.py
	$(PY) -m tests.browser.picture static/img/lab.png

# $(call venv,folder): leave a working venv alone, make a new one otherwise, and say what is missing.
define venv
@$(1)/bin/python -m pip --version >/dev/null 2>&1 || { \
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "Hingelab needs Python 3.11 or later as $(PYTHON); another one is chosen by: make PYTHON=python3.12" >&2; exit 1; }; \
	$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
		|| { echo "This Python cannot make a virtual environment. On Debian or Ubuntu: apt-get install python3-venv" >&2; exit 1; }; \
	echo "Making $(1)"; $(PYTHON) -m venv --clear $(1); }
endef

# $(call install,python,list,more): what the list pins, and why not in a sentence or two, with more to say.
define install
@echo "Installing $(2)"; $(1) $(PIP) --require-hashes -r $(2) || { \
	echo "The packages of $(2) could not be installed; the lines above say why. They come from the network," >&2; \
	echo "or from a folder that has their wheels: PIP_NO_INDEX=1 PIP_FIND_LINKS=folder make" $(3) >&2; exit 1; }
endef

TORCH = "If torch is what failed: the default Linux build brings CUDA along, and the list wants the CPU build." \
	"Install torch 2.13.0 for CPU by hand with $(BENCH) -m pip, then run make bench again."

# The stamps: installed once, and again whenever a pinned list or the package's own description changes.
.venv/.run: requirements.txt pyproject.toml
	$(call venv,.venv)
	$(call install,$(PY),requirements.txt)
	$(PY) $(PIP) --no-build-isolation --editable .
	@$(PY) $(PIP_CHECK)
	@touch $@

.venv/.test: requirements-test.txt .venv/.run
	$(call install,$(PY),requirements-test.txt)
	@$(PY) $(PIP_CHECK)
	@touch $@

.venv-bench/.bench: requirements-bench.txt
	$(call venv,.venv-bench)
	$(call install,$(BENCH),requirements-bench.txt,$(TORCH))
	@$(BENCH) $(PIP_CHECK)
	@touch $@

# Pins again from pyproject.toml; needs uv. The bench list is resolved as for macOS, whose torch brings no CUDA.
UV_LOCK = uv pip compile --quiet pyproject.toml --group build --generate-hashes --python-version 3.11 --no-annotate \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"
lock:
	$(UV_LOCK) --universal --fork-strategy fewest -o requirements.txt
	$(UV_LOCK) --universal --fork-strategy fewest -c requirements.txt --extra test -o requirements-test.txt
	MACOSX_DEPLOYMENT_TARGET=14.0 $(UV_LOCK) --python-platform macos -c requirements.txt --extra bench \
		--no-emit-package torch -o requirements-bench.txt
	cat benchmarks/torch.txt >> requirements-bench.txt

clean:
	rm -rf .venv .venv-bench .coverage .mypy_cache .pytest_cache .ruff_cache .hypothesis
