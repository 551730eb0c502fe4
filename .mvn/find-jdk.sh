# Sourced by ./isolctl, ./check and ./mvnw: where a JDK 25 is, and how to get one.
# POSIX sh; sets nothing but what its functions return.

is_jdk_25() {
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] &&
    grep -q '^JAVA_VERSION="25[".]' "$1/release"
}

# Prints the home of the first JDK 25, or fails.
find_jdk() {
  on_path=$(command -v java 2>/dev/null) && on_path=$(readlink -f -- "$on_path")
  for home in \
    "${JAVA_HOME:-}" \
    "${on_path%/bin/java}" \
    /usr/lib/jvm/* \
    "${SDKMAN_DIR:-${HOME:-/nonexistent}/.sdkman}"/candidates/java/*; do
    if [ -n "$home" ] && is_jdk_25 "$home"; then
      printf '%s\n' "$home"
      return 0
    fi
  done
  return 1
}

# Prints the name of the first package of a JDK 25 that this machine's apt knows, or fails.
apt_jdk_package() {
  for package in openjdk-25-jdk-headless temurin-25-jdk; do
    if apt-cache policy "$package" 2>/dev/null | grep -q 'Candidate: [0-9]'; then
      printf '%s\n' "$package"
      return 0
    fi
  done
  return 1
}

# Prints one sentence for a machine without a JDK 25: a command where its distribution has one.
jdk_hint() {
  like=$(. /etc/os-release 2>/dev/null && printf ' %s %s ' "${ID:-}" "${ID_LIKE:-}")
  case $like in
    *' debian '* | *' ubuntu '*)
      package=$(apt_jdk_package) && how="sudo apt-get install $package"
      ;;
    *' fedora '* | *' rhel '*) how='sudo dnf install java-25-openjdk-devel' ;;
    *' arch '*) how='sudo pacman -S jdk25-openjdk' ;;
    *' suse '*) how='sudo zypper install java-25-openjdk-devel' ;;
  esac
  if [ -n "${how:-}" ]; then
    printf 'no JDK 25 found in JAVA_HOME, PATH, /usr/lib/jvm or SDKMAN; install one: %s\n' "$how"
  else
    printf '%s\n' "no JDK 25 found in JAVA_HOME, PATH, /usr/lib/jvm or SDKMAN, and the package \
lists of this machine offer none; unpack a JDK 25 (for instance from adoptium.net) and set \
JAVA_HOME to it"
  fi
}
