# Shared by the scripts beside it; sourced, not run.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '== %s\n' "$*" >&2; }
die() {
  printf 'budgetdiff: %s\n' "$*" >&2
  exit 2
}

# packages KIND...: the names in packages.txt that are for these kinds ("build", "test").
packages() {
  local kind
  for kind in "$@"; do
    case "$kind" in
      build) sed -e 's/#.*//' -e '/:/d' scripts/packages.txt ;;
      *) sed -n -e 's/#.*//' -e "s/^$kind: *//p" scripts/packages.txt ;;
    esac
  done | awk 'NF { print $1 }'
}

# install_packages KIND...: installs what is missing, as root or through sudo.
install_packages() {
  command -v dpkg-query >/dev/null || die "this is no Debian; install by hand: $(packages "$@" | xargs)"
  local missing=() name
  while read -r name; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null || true)" = installed ] ||
      missing+=("$name")
  done < <(packages "$@")
  if [ ${#missing[@]} -eq 0 ]; then
    return
  fi
  say "installing from Debian: ${missing[*]}"
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null ||
      die "these packages are missing and neither root nor sudo is there to install them: ${missing[*]}"
    as_root=(sudo)
  fi
  "${as_root[@]}" apt-get update -q >&2 || die "apt-get update failed (is there a network?)"
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends \
    "${missing[@]}" >&2 || die "could not install: ${missing[*]}"
}

# build_preset NAME [TARGET...]: configures and builds, on all cores.
build_preset() {
  local preset=$1
  shift
  say "configuring ($preset)"
  cmake --preset "$preset" >&2 || die "configuring failed; the messages above say why"
  say "building ($preset)"
  cmake --build --preset "$preset" -j "$(nproc)" ${1:+--target "$@"} >&2 ||
    die "the build failed; the messages above say why"
}
