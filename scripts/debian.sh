#!/usr/bin/env bash
# Installs a Debian package unless what it brings is already there.
# usage: debian.sh PACKAGE COMMAND-OR-PATH-PATTERN
set -euo pipefail
package=$1 wanted=$2
if command -v "$wanted" >/dev/null 2>&1 || compgen -G "$wanted" >/dev/null; then exit 0; fi
if [ "$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then
  echo "The tests need Debian's package '$package', which is not installed here. As root: apt-get install $package" >&2
  exit 1
fi
echo "Installing Debian's package $package for the tests" >&2
export DEBIAN_FRONTEND=noninteractive
apt-get update -qq
apt-get install -y -qq --no-install-recommends "$package" >/dev/null
