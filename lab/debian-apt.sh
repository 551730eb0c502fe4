# Private lists and settings of apt, for scripts that take Debian packages apart; sourced by a POSIX
# shell. The caller sets $apt (a folder for all of it) and $suites, and has say and fail. Those of
# the system stay as they are.
# shellcheck shell=sh disable=SC2154

keyring=/usr/share/keyrings/debian-archive-keyring.gpg

# The repositories that this machine's apt takes Debian's packages with this label from.
configured() {
  apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' "Label: $1" 2>/dev/null |
    sort -u | head -n 1
}

set_up_apt() {
  command -v dpkg-deb >/dev/null && command -v apt-get >/dev/null ||
    fail 'needs apt and dpkg, to fetch and unpack Debian packages'
  [ -r "$keyring" ] || fail "no $keyring: install the package debian-archive-keyring"
  debian=${ISOLCTL_DEBIAN_MIRROR:-$(configured Debian)}
  [ -n "$debian" ] || fail 'the lists of apt name no Debian repository: run apt-get update, or set \
ISOLCTL_DEBIAN_MIRROR to the address of a Debian mirror'
  security=$(configured Debian-Security)
  mkdir -p "$apt/lists/partial" "$apt/archives/partial" || fail "cannot write to $apt"
  for suite in $suites; do
    printf 'deb [signed-by=%s] %s %s main\n' "$keyring" "$debian" "$suite"
  done >"$apt/sources.list"
  [ -z "$security" ] ||
    printf 'deb [signed-by=%s] %s bookworm-security main\n' "$keyring" "$security" \
      >>"$apt/sources.list"
  # Nobody but these scripts reads these lists, so root needs no second user to download as; what
  # is installed here is of no concern.
  cat >"$apt/apt.conf" <<CONF
Dir::Etc::sourcelist "$apt/sources.list";
Dir::Etc::sourceparts "-";
Dir::State::lists "$apt/lists";
Dir::State::status "/dev/null";
Dir::Cache "$apt";
Dir::Cache::archives "$apt/archives";
APT::Architecture "amd64";
APT::Architectures { "amd64"; };
APT::Sandbox::User "$(id -un)";
Acquire::Languages "none";
Acquire::Retries "1";
Acquire::http::Timeout "20";
Acquire::https::Timeout "20";
CONF
  export APT_CONFIG=$apt/apt.conf
  apt-get -q update >"$apt/update.log" 2>&1 ||
    say "some lists could not be fetched; $(grep -m 1 '^[EW]:' "$apt/update.log")"
  apt-cache --generate pkgnames >"$apt/names"
  [ -s "$apt/names" ] || fail "no package lists: is there a network? See $apt/update.log"
}
