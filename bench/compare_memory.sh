#!/usr/bin/env bash
# Runs the benchmarks of the memory room and, beside them, ts-fsrs from npm,
# which is installed into a folder that is removed afterwards.
set -euo pipefail
cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")/.."

cmake --preset bench >/dev/null
cmake --build --preset bench --target wengu_memory_bench >/dev/null
build/bench/bench/wengu_memory_bench

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
npm install --silent --no-fund --no-audit --prefix "$folder" ts-fsrs@5.4.2
node bench/yardstick_ts_fsrs.mjs "$folder"
