# `make run` starts Mizban with everything it needs; `make test` tries all of it.

ASSETS := server/web/assets
PAGES := tests/pages
CLIENT := tests/client

.PHONY: run test setup assets bench lint sqlx

run: assets
	cargo run --locked

test: browser := browser
test: assets $(PAGES)/node_modules/.package-lock.json $(CLIENT)/node_modules/.package-lock.json
	cargo test --locked --workspace

# Installs what the machine lacks, or names it where that takes root.
setup:
	@.ci/setup $(browser)

assets: $(ASSETS)/node_modules/.package-lock.json | setup
	cd $(ASSETS) && npm run --silent build

%/node_modules/.package-lock.json: %/package-lock.json | setup
	cd $* && npm ci --ignore-scripts --no-audit --no-fund

# Figures beside what PostgreSQL alone does with the same rows; written to target/bench.json.
bench: assets
	cargo build --locked --release --package app --package bench
	$${CARGO_TARGET_DIR:-target}/release/bench

lint:
	cargo fmt --all --check
	cargo clippy --locked --workspace --all-targets -- --deny warnings

# After a change of a query or a migration: what builds need to know of the database.
sqlx: setup
	.ci/sqlx
