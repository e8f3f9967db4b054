#!/usr/bin/env bash
# Installs the programs that tests read our exports with, where this machine can (Debian, as root). Tests of a program
# that is missing are skipped by name.
set -u
programs=(
  calcurse chromium jq khal pandoc taskwarrior todoman todotxt-cli topydo vdirsyncer w3m
  expect fish mandoc strace tmux zsh
)
if [ "$(id -u)" != 0 ] || ! command -v apt-get > /dev/null; then
  echo "not installed here: ${programs[*]}"
  exit 0
fi
export DEBIAN_FRONTEND=noninteractive
installed=$(dpkg-query -W -f '${db:Status-Abbrev} ${Package}\n' "${programs[@]}" 2> /dev/null | grep -c '^ii')
[ "$installed" = "${#programs[@]}" ] && exit 0
apt-get update -q > /dev/null 2>&1
for program in "${programs[@]}"; do
  apt-get install -qy --no-install-recommends "$program" > /dev/null 2>&1 || echo "not installed here: $program"
done
exit 0
