#!/usr/bin/env bash
# Fails where clang-format would change a source file, and shows where.
set -euo pipefail
mapfile -t files < <(find include src tests bench -name '*.hpp' -o -name '*.cpp' | sort)
[ ${#files[@]} -gt 0 ] || { echo "no sources found"; exit 1; }
# Not in a condition: with pipefail a pipe to grep fails where files are formatted and where not.
found=$(clang-format --dry-run --Werror "${files[@]}" 2>&1 | grep -E 'error:' || true)
if [ -n "$found" ]; then
  head -20 <<<"$found"
  echo "run: clang-format -i on the files above"
  exit 1
fi
echo "${#files[@]} files are formatted"
