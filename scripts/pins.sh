#!/usr/bin/env bash
# Asserts the versions that only work together as they are (docs/adr/0003-pinned-versions.md).
set -euo pipefail
while read -r module version; do
  found=$(go list -m -f '{{.Version}}' "$module")
  if [ "$found" != "$version" ]; then
    echo "$module is $found, pinned at $version: see docs/adr/0003-pinned-versions.md" >&2
    exit 1
  fi
done <<'PINS'
github.com/gofiber/fiber/v2 v2.52.15
github.com/valyala/fasthttp v1.69.0
github.com/danielgtaylor/huma/v2 v2.37.2
github.com/uptrace/bun v1.3.0
modernc.org/sqlite v1.60.1
modernc.org/libc v1.77.1
github.com/jackc/pgx/v5 v5.12.0
github.com/robfig/cron/v3 v3.0.1
PINS
