#!/usr/bin/env bash
# Fails where clang-format would change a source file, and shows where.
set -euo pipefail
mapfile -t files < <(find include src tests bench -name '*.hpp' -o -name '*.cpp' | sort)
[ ${#files[@]} -gt 0 ] || { echo "no sources found"; exit 1; }
if ! clang-format --dry-run --Werror "${files[@]}" 2>&1 | grep -E 'error:' | head -20; then
  echo "${#files[@]} files are formatted"
  exit 0
fi
echo "run: clang-format -i on the files above"
exit 1
