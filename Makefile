# `make run` starts Mizban with everything it needs; `make test` tries all of it.

ASSETS := server/web/assets
PAGES := tests/pages
CLIENT := tests/client
CHART := $(abspath $(or $(CARGO_TARGET_DIR),target))/chart

.PHONY: run test look setup assets bench image lint sqlx

run: assets
	cargo run --locked

test: also := browser venv
test: assets $(PAGES)/node_modules/.package-lock.json $(CLIENT)/node_modules/.package-lock.json $(CHART)/bin/helm
	cargo test --locked --workspace

# The walk of the tests through every page, on the server that `make run` started: it leaves requests there.
look: $(PAGES)/node_modules/.package-lock.json
	node $(PAGES)/surfaces.mjs http://localhost:8080

# Installs what the machine lacks, or names it where that takes root.
setup:
	@.ci/setup $(also)

assets: $(ASSETS)/node_modules/.package-lock.json | setup
	cd $(ASSETS) && npm run --silent build

%/node_modules/.package-lock.json: %/package-lock.json | setup
	cd $* && npm ci --ignore-scripts --no-audit --no-fund

# helm and what judges manifests; helm itself comes last, so it stands for all of it.
$(CHART)/bin/helm: tests/chart/requirements.txt tests/chart/install | setup
	tests/chart/install $(CHART)

# Figures beside what PostgreSQL alone does with the same rows; written to target/bench.json.
bench: assets
	cargo build --locked --release --package app --package bench
	$${CARGO_TARGET_DIR:-target}/release/bench

# The release as an image that any cluster runs, built without a container daemon.
image: also := buildah
image: assets
	cargo build --locked --release --package app
	.ci/image $${CARGO_TARGET_DIR:-target}/release/mizban

lint:
	cargo fmt --all --check
	cargo clippy --locked --workspace --all-targets -- --deny warnings

# After a change of a query or a migration: what builds need to know of the database.
sqlx: setup
	.ci/sqlx
