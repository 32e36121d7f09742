# Counted checks for a shell script; sourced by run.sh.
passed=0
failed=0

# check "what must be so" command…
check() {
  local what=$1 said
  shift
  if said=$("$@" 2>&1); then
    passed=$((passed + 1))
    echo "ok      $what"
  else
    failed=$((failed + 1))
    echo "FAILED  $what${said:+: $said}"
  fi
}

equal() { [ "$1" = "$2" ] || { echo "it is '$1', not '$2'"; return 1; }; }

# within SECONDS command…: until it succeeds
within() {
  local deadline=$((SECONDS + $1))
  shift
  until "$@"; do
    [ "$SECONDS" -lt "$deadline" ] || { echo "not in time"; return 1; }
    sleep 1
  done
}

# The value of a name in a JSON text of one line: a string without quotes in it, or a number. Of several, the last.
field() { sed -n "s/.*\"$1\": *\"\{0,1\}\([^\",}]*\).*/\1/p"; }

# What follows would only fail for the same reason.
end_if_failed() {
  if [ "$failed" != 0 ]; then
    report
    exit 1
  fi
}

report() {
  echo "$passed passed, $failed failed"
  [ "$failed" = 0 ]
}
