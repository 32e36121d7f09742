#!/usr/bin/env bash
# Builds and starts docker-compose.yml with the simulator and three consumers, does the main job on it with curl, kills a consumer in the middle,
# and takes everything down again. Ends with a line "N passed, N failed", or with "skipped: why" where no container engine can be had.
# The images that it builds are removed with the rest. With --no-build it takes those that are there.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/compose/engine.sh
. tests/checks.sh

if ! find_engine; then
  echo "skipped: no container engine here, $no_engine."
  exit 0
fi

scratch=$(mktemp -d)
# docker-compose 1 gives up after a minute, which a busy machine may need for one container.
export COMPOSE_HTTP_TIMEOUT=600
# Slow enough to be met in the middle.
export SECRETS_FOLDER=$scratch/secrets GATEWAY_PORT=0 RABBITMQ_PORT=0 CENTRALDB_PORT=0 GATEWAY_HOSTS=sync.example.com Simulator__DefaultActivities=120 Garmin__RequestsPerSecond=1.5
stack=("${compose[@]}" --project-name "garminsync-test-$$" --env-file sandbox.env --profile sandbox --file docker-compose.yml --file deploy/integrators.yml --file tests/compose/ports.yml)
build=1
if [ "${1:-}" = --no-build ]; then
  build=
else
  # Not the images that somebody built to use.
  export GARMINSYNC_TAG=test-$$
fi
quietly() { "$@" >>"$scratch/log" 2>&1 || { tail -n 40 "$scratch/log" >&2; return 1; }; }
# An engine without build cache of its own keeps each step as an image; those of the build stages bear a label (Dockerfile). Those that were there before are somebody's.
steps() { "${engine[@]}" images --quiet --no-trunc --filter dangling=true --filter label=org.fittrack.stage=build | sort -u; }
remove_images() {
  # Names in the form of the engine: Podman's begin with a registry.
  "${engine[@]}" images --format '{{.Repository}}:{{.Tag}}' | grep -E "(^|/)fittrack/[^:]+:$GARMINSYNC_TAG\$" | xargs -r "${engine[@]}" rmi --force
  comm -13 "$scratch/steps-before" <(steps) | xargs -r "${engine[@]}" rmi --force
}
take_down() {
  quietly "${stack[@]}" down --volumes --timeout 5 || true
  [ -z "$build" ] || quietly remove_images || true
  rm -rf "$scratch"
}
trap take_down EXIT

address() { echo "http://$("${stack[@]}" port "$1" 8080)"; }
up() { quietly "${stack[@]}" up --detach --scale consumers=3; }
find_addresses() { gateway=$(address gateway) centraldb=$(address centraldb) simulator=$(address simulator); }
is_ready() { curl -fs "$gateway/health/ready" >/dev/null; }
call() { curl -sS --max-time 60 "$@"; }
central() { call -H "X-Api-Key: $(cat "$SECRETS_FOLDER/centraldb_api_key")" "$centraldb$1"; }
login() { call -X POST "$gateway/api/garmin/login" -H 'Content-Type: application/json' -d "{\"username\": \"athlete@example.com\", \"password\": \"$1\"}"; }
answers() { equal "$(login "$1")" "$2"; }
job() { call "$gateway/api/garmin/sync/jobs/$job_id"; }
status_for() { call -o /dev/null -w '%{http_code}' -H "Host: $1" "$gateway/health/live"; }
database() { "${engine[@]}" exec "$(containers postgres)" psql --username postgres --tuples-only --no-align --command "$1"; }
containers() { "${stack[@]}" ps -q "$@"; }

echo "Building and starting with ${compose[*]} …"
./deploy/make-secrets.sh "$SECRETS_FOLDER" >/dev/null
if [ -n "$build" ]; then
  steps >"$scratch/steps-before"
  check "the images are built" quietly "${stack[@]}" build
  end_if_failed
fi
check "the stack starts, each part when those that it needs are healthy" up
end_if_failed
find_addresses
check "the gateway is ready" within 120 is_ready
check "there are three consumers" equal "$(containers consumers | wc -l)" 3

check "the gateway answers under a name of GATEWAY_HOSTS" equal "$(status_for sync.example.com)" 200
check "and under no other" equal "$(status_for elsewhere.example.com)" 400
check "the database has connections for five consumers and CentralDB" equal "$(database 'SHOW max_connections')" 200

for service in gateway consumers centraldb simulator; do
  container=$(containers $service | sed -n 1p)
  check "$service runs as a user without rights, on files that it cannot change" \
    equal "$("${engine[@]}" inspect --format '{{.Config.User}} {{.HostConfig.ReadonlyRootfs}}' "$container")" "1654 true"
done

check "a wrong password is refused with the fixed body" within 120 answers wrong '{"detail": "Invalid Garmin credentials provided."}'
check "the right one links the account" within 120 answers 'correct horse battery staple' '{"message": "Garmin account linked successfully."}'
end_if_failed
# It is a client of the gateway's API, at the address that the image listens at.
page_shows() { call "$gateway/" | grep -q "$1"; }
check "the page shows it" within 60 page_shows athlete@example.com

started=$(call -X POST "$gateway/api/garmin/sync/activities")
job_id=$(field job_id <<<"$started")
user_id=$(field user_id <<<"$started")
has_begun() { [ "$(job | field done)" -ge 10 ] 2>/dev/null; }
has_ended() { [[ "$(job | field state)" =~ ^(completed|completed_with_errors|failed)$ ]]; }
check "a sync begins" within 60 has_begun
victim=$(containers consumers | sed -n 1p)
check "a consumer is killed in the middle" quietly "${engine[@]}" kill --signal KILL "$victim"
check "the job is not over yet" equal "$(job | field status)" in_progress
check "the job ends all the same" within 300 has_ended
# One of the 120 is a triathlon: its three legs are records of their own.
check "every activity is done" equal "$(job | field state) $(job | field done) $(job | field failed)" "completed 123 0"
check "CentralDB has each of them once" equal "$(central "/activities/$user_id?limit=1" | field total)" 123
# The broker answers what is no AMQP with the version that it speaks, AMQP 0-9-1.
broker_answers() { local at; at=$("${stack[@]}" port rabbitmq 5672); [[ "$at" == 127.0.0.1:* ]] && printf 'HELLO\0\0\0' | timeout 10 bash -c "exec 3<>/dev/tcp/127.0.0.1/${at##*:}; cat >&3; head -c 4 <&3" | grep -q AMQP; }
check "services on this machine reach the broker" broker_answers
check "CentralDB wants its key" equal "$(call -o /dev/null -w '%{http_code}' "$centraldb/users")" 401

all=$("${stack[@]}" logs --no-color 2>&1; containers | xargs "${engine[@]}" inspect)
has_no_secret() {
  local secret
  for secret in "$SECRETS_FOLDER"/* <(echo 'correct horse battery staple'); do
    if grep -qF "$(cat "$secret")" <<<"$all"; then
      echo "found: $secret"
      return 1
    fi
  done
}
check "no secret is in a log or in what the engine tells of a container" has_no_secret

check "nobody was without a connection to the database" equal "$(grep -ciE 'too many clients|connection pool has been exhausted' <<<"$all")" 0
mounts=$("${engine[@]}" inspect --format '{{range .Mounts}}{{.Type}} {{.Destination}};{{end}}' "$(containers consumers | sed -n 1p)")
check "downloads on their way lie on disk, not in memory" grep -q 'volume /data;' <<<"$mounts"

survivor=$(containers consumers | grep -v "$victim" | sed -n 1p)
quietly "${stack[@]}" stop
check "a consumer that is told to end ends by itself" equal "$("${engine[@]}" inspect --format '{{.State.ExitCode}}' "$survivor")" 0

quietly "${stack[@]}" down
check "it starts again on the same volumes" up
end_if_failed
find_addresses
check "and is ready" within 120 is_ready
check "the job is still known" equal "$(job | field state)" completed
check "and so are the activities" equal "$(central "/activities/$user_id?limit=1" | field total)" 123

report
