# Sourced by mvnw and dev: puts a JDK 25 or newer first on the PATH and into JAVA_HOME, or stops with one line.
# POSIX sh; honours the caller's `set -f`. JAVA25_HOME, if set, is looked at first.
jdk_major() { # $1 = java home; prints the major version
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
  sed -n 's/^JAVA_VERSION="\(1\.\)\{0,1\}\([0-9]*\).*/\2/p' "$1/release"
}
select_jdk() {
  sj_need=25
  sj_cur="${JAVA_HOME-}"
  if [ -z "$sj_cur" ] && sj_java="$(command -v java)"; then
    sj_java="$(readlink -f "$sj_java")" && sj_cur="${sj_java%/bin/java}"
  fi
  sj_v="$( [ -z "$sj_cur" ] || jdk_major "$sj_cur")" || sj_v=''
  if [ "${sj_v:-0}" -ge "$sj_need" ]; then
    JAVA_HOME="$sj_cur"; PATH="$sj_cur/bin:$PATH"; export JAVA_HOME PATH; return 0
  fi
  sj_best='' sj_bestv=0
  set +f
  for sj_d in "${JAVA25_HOME-}" /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
      "$HOME"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
    [ -n "$sj_d" ] && sj_v="$(jdk_major "$sj_d")" || continue
    if [ "${sj_v:-0}" -ge "$sj_need" ] && [ "$sj_v" -gt "$sj_bestv" ]; then sj_best=$sj_d sj_bestv=$sj_v; fi
  done
  set -f
  if [ -n "$sj_best" ]; then
    JAVA_HOME="$sj_best"; PATH="$JAVA_HOME/bin:$PATH"; export JAVA_HOME PATH
  else
    echo "siyu needs a JDK $sj_need or newer: install one (for example Temurin 25) under /usr/lib/jvm, or set JAVA_HOME to it" >&2
    exit 1
  fi
}
select_jdk
