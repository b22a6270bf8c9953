# Every target does its own set-up. All that is needed: Python 3.11 or later, make and a network.
#   make serve   build the site and serve it (SITE_BASE=/some-repo/ serves it under that path)
#   make test    run every test, the browser's included
#   make site    build to build/site/          make check   linters, types, links, second generator
#   make bench   measure                       make lock    choose the locked versions anew
#   make packages   for learning systems, to build/packages (ONLY="missing the-last-train" makes those alone)
PYTHON ?= python3
BIN := $(CURDIR)/.venv/bin
PY := $(BIN)/python
# Stamps: what is set up lies with the environment, what is built with the build.
DONE := .venv/done
BUILT := build/done
# Not the file that npm keeps there itself: npm writes that also when it only writes the lock file.
NODE_MODULES := node_modules/.done

export PATH := $(BIN):$(PATH)
export PYTHONPATH := $(CURDIR)/src:$(CURDIR)
# Keeps the source folders free of caches, so that their dates say what a person changed.
export PYTHONPYCACHEPREFIX := $(CURDIR)/build/pycache
export PIP_DISABLE_PIP_VERSION_CHECK := 1
export NO_MKDOCS_2_WARNING := 1
# Dates inside archives, so that the same source gives the same bytes.
export SOURCE_DATE_EPOCH := 1735689600

everything_in = $(shell find $(1) -name __pycache__ -prune -o -print 2>/dev/null)
CORE := $(call everything_in,src) pyproject.toml
PAGES := $(call everything_in,docs site_widgets) $(wildcard mkdocs.yml board.toml CHANGELOG.md)
BUNDLER := $(wildcard site_widgets/build/runtime* site_widgets/browser/python/* site_widgets/build/*.mjs)

.PHONY: serve site test check bench packages lock clean
.DELETE_ON_ERROR:

serve: site
	@$(PY) -m site_widgets.build.serve build/site

site: $(BUILT)/site

test: site $(DONE)/browser $(DONE)/schemas
	@$(PY) -m pytest -n auto --maxprocesses 4 --dist loadscope --no-loadscope-reorder

check: site $(DONE)/pip-check $(DONE)/browser
	$(BIN)/ruff check --exclude .venv,node_modules,$(CURDIR)/build .
	$(BIN)/mypy --strict
	$(PY) -m site_widgets.build.links build/site
	$(PY) -m site_widgets.build.reading_ease build/site
	@$(PY) -m site_widgets.build.law_age
	$(BIN)/node site_widgets/build/workflows.mjs .github/workflows/*.yml
	$(PY) -m site_widgets.build.compare build/site build/zensical

bench: site $(DONE)/browser
	@$(PY) -m bench

packages: $(DONE)/core
	@$(PY) -m site_widgets.packages build/packages $(ONLY)

clean:
	rm -rf build

# --- the site -----------------------------------------------------------------

$(BUILT)/wheel: $(DONE)/core $(CORE)
	@rm -rf build/wheel && mkdir -p build/wheel
	$(PY) -m build --wheel --no-isolation --outdir build/wheel . >build/wheel/build.log || (cat build/wheel/build.log; exit 1)
	@mkdir -p $(BUILT) && touch $@

$(BUILT)/runtime: $(BUILT)/wheel $(NODE_MODULES) $(BUNDLER)
	$(PY) -m site_widgets.build.runtime build/wheel build/runtime
	@touch $@

# The rules of each instrument as SVG, for the pages that show them.
$(BUILT)/pictures: $(DONE)/core $(NODE_MODULES) $(CORE) $(wildcard site_widgets/build/picture*)
	$(PY) -m site_widgets.build.pictures build/pictures
	@mkdir -p $(BUILT) && touch $@

# The address in board.toml, if a board gave one; without it every link stays relative.
$(BUILT)/site: export SITE_URL = $(shell sed -n 's/^site_url *= *"\(.*\)".*/\1/p' board.toml)
$(BUILT)/site: $(BUILT)/runtime $(BUILT)/pictures $(PAGES)
	$(PY) -m mkdocs --quiet build --strict --site-dir build/site
	$(PY) -m site_widgets.build.finish build/site
	@$(PY) -m site_widgets.build.search_terms build/search-terms.json
	@$(BIN)/node --disable-warning=MODULE_TYPELESS_PACKAGE_JSON site_widgets/build/search_index.mjs build/site build/search-terms.json
	@touch $@

# --- set-up -------------------------------------------------------------------

$(DONE)/venv:
	@command -v $(PYTHON) >/dev/null || { echo "Set-up stopped: no $(PYTHON). Install Python 3.11 or later."; exit 1; }
	$(PYTHON) site_widgets/build/setup_venv.py
	@mkdir -p $(DONE) && touch $@

$(DONE)/pip-site: requirements/site.txt $(DONE)/venv
$(DONE)/pip-test: requirements/test.txt $(DONE)/pip-site
$(DONE)/pip-check: requirements/check.txt $(DONE)/pip-test
$(DONE)/pip-%: requirements/%.txt
	$(PY) -m pip install --quiet --require-hashes -r $<
	@touch $@

# The command `cse-core`, in the environment.
$(DONE)/core: $(DONE)/pip-site pyproject.toml
	$(PY) -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

$(NODE_MODULES): package.json package-lock.json $(DONE)/pip-site
	$(BIN)/npm ci --loglevel=error
	@touch $@

$(DONE)/browser: $(DONE)/pip-test site_widgets/build/setup_browser.py
	$(PY) -m site_widgets.build.setup_browser
	@touch $@

# What the tests of the packages are checked against.
$(DONE)/schemas: tests/packages/setup_schemas.py $(DONE)/pip-test
	$(PY) -m tests.packages.setup_schemas
	@touch $@

lock: $(DONE)/pip-check
	for name in site test check; do \
	  $(BIN)/uv pip compile --quiet --upgrade --universal --generate-hashes --no-emit-index-url \
	    --python-version 3.11 --custom-compile-command "make lock" \
	    requirements/$$name.in --output-file requirements/$$name.txt || exit 1; \
	done
	$(BIN)/npm update --package-lock-only
