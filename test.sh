#!/usr/bin/env bash
# Runs all tests: on two cores half an hour after the build. --quick leaves out those that need RabbitMQ, PostgreSQL, a browser or a process of ours,
# and takes three to four minutes. Other arguments go to dotnet test, for example: ./test.sh --filter-class '*When_recorded*'
# Installs RabbitMQ, PostgreSQL, Chromium, Prometheus and npm when this machine has neither them nor an address of one. TEST_RESULTS keeps the result files in a folder.
set -euo pipefail
cd "$(dirname "$0")"

quick=
arguments=()
for argument in "$@"; do
  if [ "$argument" = --quick ]; then quick=1; else arguments+=("$argument"); fi
done

# A tenth of the processor time of programs that live for seconds goes into mapping each compiled method twice.
export DOTNET_EnableWriteXorExecute=0

missing=()
if [ -n "$quick" ]; then
  # Whatever would start a server skips its test instead.
  export GARMINSYNC_TEST_QUICK=1
  echo "The tests that need no server: three to four minutes after the build."
else
  # A full run leaves nothing out, whatever the environment says.
  unset GARMINSYNC_TEST_QUICK
  echo "All tests: about half an hour after the build on two cores. (--quick: three to four minutes, without servers.)"
  if [ -z "${GARMINSYNC_TEST_RABBITMQ:-}" ] && [ ! -x /usr/lib/rabbitmq/bin/rabbitmq-server ] && ! command -v rabbitmq-server >/dev/null; then
    missing+=(rabbitmq-server)
  fi
  if [ -z "${GARMINSYNC_TEST_POSTGRES:-}" ] && ! command -v initdb >/dev/null && ! compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; then
    missing+=(postgresql)
  fi
  if [ ! -x /usr/bin/prometheus ] && [ ! -x /usr/local/bin/prometheus ]; then
    missing+=(prometheus)
  fi
  if [ -z "${GARMINSYNC_TEST_CHROMIUM:-}" ] && [ ! -x /usr/bin/chromium ] && [ ! -x /usr/bin/chromium-browser ] && [ ! -x /usr/bin/google-chrome ]; then
    missing+=(chromium)
  fi
  # The S3 server of the tests is an npm package, which they install themselves.
  if ! command -v npm >/dev/null; then
    missing+=(nodejs npm)
  fi
fi
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing ${missing[*]} …"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq "${missing[@]}" >/dev/null
  else
    echo "Not installed: ${missing[*]}. Without servers the tests look for a container engine, and fail when there is none; without Chromium those of the page are skipped, without Prometheus that of the alerts, without npm those of files in a bucket." >&2
  fi
fi

if [ -n "${TEST_RESULTS:-}" ]; then
  mkdir -p "$TEST_RESULTS"
  results=$(cd "$TEST_RESULTS" && pwd)
  rm -f "$results"/*.trx
else
  results=$(mktemp -d)
fi
log=$(mktemp)
trap 'rm -f "$log"; [ -n "${TEST_RESULTS:-}" ] || rm -rf "$results"' EXIT
configuration=${CONFIGURATION:-Release}
dotnet build FitTrack.Messaging.sln --configuration "$configuration" --nologo --verbosity quiet

# Two projects at a time: while the tests of one wait for a broker or a kill, those of the other compute.
status=0
# With a filter a project may have no test to run (8); without one that is a failure.
[ -z "$quick" ] && [ ${#arguments[@]} = 0 ] || arguments+=(--ignore-exit-code 8)
DOTNET_CLI_UI_LANGUAGE=en dotnet test --solution FitTrack.Messaging.sln --configuration "$configuration" --no-build --max-parallel-test-modules 2 \
  --report-xunit-trx --results-directory "$results" ${arguments[@]+"${arguments[@]}"} 2>&1 | tee "$log" || status=$?

# The summary ends with lines such as "  total: 12". The result files are no measure: two projects that begin in the same instant write the same one.
count() { { grep -E "^ +$1: [0-9]+$" "$log" || true; } | tail -n 1 | { grep -o '[0-9]*' || echo 0; }; }
passed=$(count succeeded)
failed=$(count failed)
skipped=$(count skipped)
if [ "$status" = 0 ] && [ "$(count total)" = 0 ]; then
  echo "No test fits these arguments." >&2
  status=1
elif [ "$status" != 0 ] && [ "$failed" = 0 ]; then
  echo "The test run broke off (exit code $status); see above." >&2
  failed=1
fi
[ "$skipped" = 0 ] && echo "$passed passed, $failed failed" || echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
