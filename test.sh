#!/usr/bin/env bash
# Passes all tests. Installs the servers that they need (RabbitMQ, PostgreSQL) when this machine has neither them nor an address of one.
# Arguments go to dotnet test, for example: ./test.sh --filter FullyQualifiedName~Recorded
set -euo pipefail
cd "$(dirname "$0")"

missing=()
if [ -z "${GARMINSYNC_TEST_RABBITMQ:-}" ] && [ ! -x /usr/lib/rabbitmq/bin/rabbitmq-server ] && ! command -v rabbitmq-server >/dev/null; then
  missing+=(rabbitmq-server)
fi
if [ -z "${GARMINSYNC_TEST_POSTGRES:-}" ] && ! command -v initdb >/dev/null && ! compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null; then
  missing+=(postgresql)
fi
if [ ${#missing[@]} -gt 0 ]; then
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
    echo "Installing ${missing[*]} …"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq "${missing[@]}" >/dev/null
  else
    echo "Not installed: ${missing[*]}. Without them the tests look for a Docker engine, and fail when there is none." >&2
  fi
fi

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
configuration=${CONFIGURATION:-Release}
dotnet build FitTrack.Messaging.sln --configuration "$configuration" --nologo --verbosity quiet

# One project after the other: several of them bring up brokers, databases and processes of their own.
status=0
# A filter that leaves a project without tests is no failure (8).
dotnet test --solution FitTrack.Messaging.sln --configuration "$configuration" --no-build --max-parallel-test-modules 1 \
  --report-xunit-trx --results-directory "$results" --ignore-exit-code 8 "$@" || status=$?

# Each result file has one line such as <Counters total="3" executed="3" passed="2" failed="1" …/>.
sum() { grep -ho '<Counters [^>]*' "$results"/*.trx 2>/dev/null | grep -o " $1=\"[0-9]*\"" | grep -o '[0-9]*' | awk '{n += $1} END {print n + 0}'; }
passed=$(sum passed)
failed=$(sum failed)
skipped=$(($(sum total) - $(sum executed)))
if [ "$status" != 0 ] && [ "$failed" = 0 ]; then
  echo "The test run broke off (exit code $status); see above." >&2
  failed=1
fi
[ "$skipped" = 0 ] && echo "$passed passed, $failed failed" || echo "$passed passed, $failed failed, $skipped skipped"
exit "$status"
