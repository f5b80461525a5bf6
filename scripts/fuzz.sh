#!/usr/bin/env bash
# Runs every fuzz target of the tree, one after the other. usage: fuzz.sh DURATION
set -euo pipefail
duration=$1
go list ./... | while read -r package; do
  go test -list '^Fuzz' "$package" | { grep '^Fuzz' || true; } | while read -r target; do
    echo "== $package $target"
    go test -run '^$' -fuzz "^$target\$" -fuzztime "$duration" "$package"
  done
done
