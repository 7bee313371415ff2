#!/usr/bin/env bash
# Installs what was built into an empty folder, then uses it as others would:
# the program with its modules, and the library through its CMake package.
#   check-consumer.sh BUILD_DIR CXX
set -euo pipefail
build=$1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cmake --install "$build" --prefix "$folder/prefix" >"$folder/install.log" || { cat "$folder/install.log"; exit 1; }
export LC_ALL=C.UTF-8 GIT_CONFIG_NOSYSTEM=1 GIT_CONFIG_GLOBAL="$folder/gitconfig"
git config --global user.name consumer
git config --global user.email consumer@example.invalid
program=$folder/prefix/bin/budgetdiff
"$program" --version
"$program" -C "$folder/store" init
"$program" -C "$folder/store" import snapshots/*/2024.json
test "$("$program" -C "$folder/store" list --json | grep -c '"year": 2024')" = 1
test -f "$folder/prefix/share/man/man1/budgetdiff.1"
sanitize=$(sed -n 's/^BUDGETDIFF_SANITIZE:[A-Z]*=//p' "$build/CMakeCache.txt")
cmake -S tests/consumer -B "$folder/build" -D CMAKE_PREFIX_PATH="$folder/prefix" -D CMAKE_CXX_COMPILER="$2" \
  ${sanitize:+-D CMAKE_CXX_FLAGS="-fsanitize=$sanitize"} >"$folder/configure.log" || { cat "$folder/configure.log"; exit 1; }
cmake --build "$folder/build" >"$folder/build.log" || { cat "$folder/build.log"; exit 1; }
"$folder/build/consumer" snapshots/*/2023-made-up.json snapshots/*/2024.json | grep 'split 机关事业单位医疗保障基金专项'
