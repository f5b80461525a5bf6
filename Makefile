# Maillage: everything a developer or a build machine types. `make help` lists it.
# Needs Go, Node, npm and make. What the tests need besides (Chromium, PostgreSQL) is installed from Debian's packages when missing.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
export CGO_ENABLED ?= 0

TOOLS := $(CURDIR)/.tools
GOLANGCI_VERSION := v2.15.0
GOLANGCI := $(TOOLS)/golangci-lint-$(GOLANGCI_VERSION)
NODE_STAMP := frontend/node_modules/.installed
DIST_STAMP := frontend/dist/index.html
FRONTEND_SOURCES := $(shell find frontend/src frontend/public frontend/build frontend/*.ts frontend/*.js frontend/*.html -type f 2>/dev/null)
GO_SOURCES := $(shell find . -name '*.go' -not -path './frontend/node_modules/*') go.mod go.sum
ADDR ?= 127.0.0.1:8080
DB ?= sqlite:maillage.db
FUZZTIME ?= 20s

.PHONY: help run build check check/go check/frontend verify test test/go test/frontend test/race test/pg e2e fuzz bench bench/go bench/frontend screenshots clean chromium postgres poppler frontend

help: ## Show this list
	@awk 'BEGIN {FS = ":.*## "} /^[a-z\/]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

## --- main job ---------------------------------------------------------------------------------------------------

run: build ## Build everything and serve the demo house (ADDR, DB)
	./bin/maillage serve --demo --addr $(ADDR) --db $(DB)

build: frontend bin/maillage ## Build the front end and bin/maillage

bin/maillage: $(GO_SOURCES) $(DIST_STAMP)
	go build -trimpath -ldflags="-s -w" -o $@ .

frontend: $(DIST_STAMP)

$(DIST_STAMP): $(NODE_STAMP) $(FRONTEND_SOURCES)
	cd frontend && npm run --silent build
	@touch $@

$(NODE_STAMP): frontend/package.json frontend/package-lock.json
	cd frontend && npm ci --no-audit --no-fund
	@touch $@

## --- checks -----------------------------------------------------------------------------------------------------

check: check/go check/frontend verify ## Format, linters, types, generated files, pinned versions

check/go: $(GOLANGCI)
	$(GOLANGCI) fmt --diff
	$(GOLANGCI) run ./...
	go vet ./...
	@changes=$$(go fix -diff ./... 2>&1 || true); if [ -n "$$changes" ]; then echo "$$changes"; echo "go fix has something to say: run 'go fix ./...'" >&2; exit 1; fi

check/frontend: $(NODE_STAMP)
	cd frontend && npm run --silent check
	cd frontend && npm run --silent lint
	cd frontend && npm run --silent format:check

verify: $(NODE_STAMP) ## Generated files are fresh, versions are the pinned ones
	./scripts/pins.sh
	go mod verify
	go mod tidy -diff
	go test -count=1 -run 'Fresh$$' ./...
	cd frontend && npm run --silent api:check

$(GOLANGCI):
	mkdir -p $(TOOLS)
	GOBIN=$(TOOLS) go install github.com/golangci/golangci-lint/v2/cmd/golangci-lint@$(GOLANGCI_VERSION)
	mv $(TOOLS)/golangci-lint $@

## --- tests ------------------------------------------------------------------------------------------------------

test: test/frontend test/go e2e ## All tests: Go on SQLite and PostgreSQL, front end, end to end in Chromium

test/go: $(DIST_STAMP) postgres poppler
	go test ./...

test/frontend: $(NODE_STAMP)
	cd frontend && npm run --silent test

test/race: $(DIST_STAMP) postgres poppler ## Go tests with the race detector (needs a C compiler)
	CGO_ENABLED=1 go test -race -short ./...

test/pg: $(DIST_STAMP) postgres ## Only the store's tests, on SQLite and PostgreSQL
	go test -count=1 ./models/...

e2e: build chromium ## The three users' journeys in Chromium, by mouse and by keyboard, with axe
	cd frontend && npm run --silent e2e

fuzz: ## Each fuzz target for FUZZTIME
	./scripts/fuzz.sh $(FUZZTIME)

bench: bench/go bench/frontend ## Benchmarks whose figures stand in docs/benchmarks.md

bench/go:
	go test -run '^$$' -bench . -benchmem ./...

bench/frontend: $(NODE_STAMP) chromium
	cd frontend && npm run --silent bench

screenshots: build chromium ## Pictures of every screen at both widths into frontend/e2e/screenshots
	cd frontend && npm run --silent screenshots

## --- what the tests need besides --------------------------------------------------------------------------------

chromium:
	@./scripts/debian.sh chromium chromium

postgres:
	@./scripts/debian.sh postgresql '/usr/lib/postgresql/*/bin/initdb'

poppler:
	@./scripts/debian.sh poppler-utils pdftotext

clean: ## Remove what was built
	rm -rf bin .tools frontend/node_modules frontend/dist/assets $(DIST_STAMP)
