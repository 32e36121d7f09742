#!/usr/bin/env bash
# Walks through the README and the docs as a newcomer and an operator do, with the usual mistakes, and reads what they would read: the demo, "by hand" with
# a broker and a database of its own, and starts that must fail. Ends with a line "N passed, N failed". It needs the .NET SDK, curl,
# RabbitMQ and PostgreSQL.
set -euo pipefail
cd "$(dirname "$0")/../.."
. tests/checks.sh

# The wrapper in the path becomes another user when root calls it.
rabbitmq=/usr/lib/rabbitmq/bin/rabbitmq-server
[ -x "$rabbitmq" ] || rabbitmq=$(command -v rabbitmq-server) || { echo "skipped: there is no RabbitMQ here."; exit 0; }
postgres=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | tail -n 1)
[ -n "$postgres" ] || { echo "skipped: there is no PostgreSQL here."; exit 0; }

# dotnet run takes it as what to build: what ./test.sh has built is used.
export Configuration=Release DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
# Nothing of whoever walks here.
unset ASPNETCORE_URLS DataFolder
scratch=$(mktemp -d)
chmod 755 "$scratch"
started=()
clean_up() {
  if [ "$failed" != 0 ]; then
    for written in "$scratch"/*; do [ ! -f "$written" ] || { echo "--- ${written##*/}" && tail -n 5 "$written"; }; done >&2
  fi
  for group in "${started[@]}"; do kill -TERM -- "-$group" 2>/dev/null || true; done
  sleep 2
  for group in "${started[@]}"; do kill -KILL -- "-$group" 2>/dev/null || true; done
  rm -rf "$scratch"
}
trap clean_up EXIT
trap 'exit 1' INT TERM

port() {
  local free
  while free=$((20000 + RANDOM % 20000)); (exec 3<>"/dev/tcp/127.0.0.1/$free") 2>/dev/null; do :; done
  echo "$free"
}

# begin NAME command…: in the background, as a group of its own; what it writes is in $scratch/NAME.
begin() {
  local name=$1
  shift
  setsid "$@" >"$scratch/$name" 2>&1 </dev/null &
  started+=("$!")
  last=$!
}
call() { curl -sS --max-time 60 "$@"; }
status() { call -o /dev/null -w '%{http_code}' "$@"; }
says() { grep -qF -- "$2" "$scratch/$1"; }
ready() { [ "$(status "$1/health/ready" 2>/dev/null)" = 200 ]; }
alive() { [ "$(status "$1/health/live" 2>/dev/null)" = 200 ]; }
login() { call -X POST "$1/api/garmin/login" -H 'Content-Type: application/json' -d "{\"username\": \"athlete@example.com\", \"password\": \"$2\"}"; }
ended() { [[ "$(call "$1/api/garmin/sync/jobs/$2" | field state)" =~ ^(completed|completed_with_errors|failed)$ ]]; }

# refused NAME "what it says" command…: one line, and not exit code 0.
refused() {
  local name=$1 words=$2 code=0
  shift 2
  timeout 120 "$@" >"$scratch/$name" 2>&1 </dev/null || code=$?
  [ "$code" != 0 ] && [ "$code" != 124 ] || { echo "it ended with $code"; return 1; }
  says "$name" "$words" || { echo "it says: $(tail -n 3 "$scratch/$name")"; return 1; }
  ! grep -qE '^ +at |Unhandled exception' "$scratch/$name" || { echo "it has a stack trace"; return 1; }
}

echo "The newcomer: the README's first command …"
gateway=http://localhost:$(port)
centraldb=http://localhost:$(port)
demo=(./run-demo.sh "--urls=$gateway" "--CentralDb:Url=$centraldb" "--DataFolder=$scratch/demo-data")
begin demo "${demo[@]}"
demo_group=$last
check "the demo syncs and stays up" within 300 says demo "stays up"
end_if_failed
check "it names the job's end" says demo "The job is completed"
check "the login of the README answers as it says" equal "$(login "$gateway" 'correct horse battery staple')" '{"message": "Garmin account linked successfully."}'
check "and so does a wrong password" equal "$(login "$gateway" wrong)" '{"detail": "Invalid Garmin credentials provided."}'
job=$(call -X POST "$gateway/api/garmin/sync" | field job_id)
check "a sync of what is new ends" within 120 ended "$gateway" "$job"
check "its status is there" equal "$(status "$gateway/api/garmin/sync/status")" 200
check "the page shows the athlete" grep -qF athlete@example.com <<<"$(call "$gateway/")"
check "the page of the API is there" equal "$(status "$gateway/docs" -L)" 200
check "the metrics are there" grep -qF resting_heart_rate <<<"$(call "$gateway/api/garmin/metrics")"

echo "Mistakes at the HTTP API …"
user=$(call "$gateway/api/garmin/accounts" | field user_id)
check "a job that there is not is a 404" equal "$(status "$gateway/api/garmin/sync/jobs/00000000-0000-0000-0000-000000000001")" 404
check "half a JSON is a 400" equal "$(status -X POST "$gateway/api/garmin/sync" -H 'Content-Type: application/json' -d '{"user_id": ')" 400
check "a mistyped metric is a 422" equal "$(status -X POST "$gateway/api/garmin/sync/health-metrics" -H 'Content-Type: application/json' -d '{"metrics": ["slep"]}')" 422
check "a cursor that is none is a 422" equal "$(status "$gateway/api/garmin/sync/jobs?cursor=abc")" 422
check "an impossible date is a 422" equal "$(status -X POST "$gateway/api/garmin/sync" -H 'Content-Type: application/json' -d '{"start_date": "0001-01-01"}')" 422
check "capitals in a user id are the same user" equal "$(status -X POST "$gateway/api/garmin/sync" -H 'Content-Type: application/json' -d "{\"user_id\": \"${user^^}\"}")" 202
check "and make no second account" equal "$(call "$gateway/api/garmin/accounts" | grep -o '"user_id"' | wc -l)" 1
check "another site's page is refused" equal "$(status -X POST "$gateway/api/garmin/sync" -H 'Origin: https://evil.example.com' -H 'Sec-Fetch-Site: cross-site')" 403
check "a foreign host is refused" equal "$(status -H 'Host: rebind.evil.example' "$centraldb/users")" 421
check "the same demo twice says which port is taken" refused demo-twice "Another program listens at" "${demo[@]}"

echo "The demo is stopped and started again …"
# A shell that asks nobody has its children pass over Ctrl+C.
kill -TERM -- "-$demo_group"
stopped() { ! kill -0 "$demo_group" 2>/dev/null; }
check "it ends when it is told to" within 60 stopped
begin demo-again "${demo[@]}"
demo_group=$last
check "it starts again on its data" within 300 says demo-again "stays up"
check "and fetches nothing twice" grep -qE "0 activities fetched, [1-9]" "$scratch/demo-again"
kill -TERM -- "-$demo_group"
check "and ends" within 60 stopped

echo "The operator, by hand: a broker, a database, and each process …"
broker_port=$(port)
printf 'listeners.tcp.1 = 127.0.0.1:%s\ndisk_free_limit.absolute = 10MB\n' "$broker_port" >"$scratch/rabbitmq.conf"
: >"$scratch/plugins"
begin broker env HOME="$scratch" ERL_EPMD_ADDRESS=127.0.0.1 ERL_EPMD_PORT="$(port)" RABBITMQ_NODENAME="walk-$$@localhost" RABBITMQ_DIST_PORT="$(port)" \
  RABBITMQ_CONFIG_FILE="$scratch/rabbitmq.conf" RABBITMQ_ENABLED_PLUGINS_FILE="$scratch/plugins" RABBITMQ_MNESIA_BASE="$scratch/mnesia" RABBITMQ_LOG_BASE="$scratch/log" \
  sh -c 'epmd & exec "$0"' "$rabbitmq"
as_postgres=()
if [ "$(id -u)" = 0 ]; then
  install -d -o postgres "$scratch/pg"
  as_postgres=(runuser -u postgres --)
else
  mkdir "$scratch/pg"
fi
pg_port=$(port)
"${as_postgres[@]}" "$postgres/initdb" --pgdata "$scratch/pg/data" --auth-local trust --auth-host scram-sha-256 --username postgres >"$scratch/initdb" 2>&1
begin postgres "${as_postgres[@]}" "$postgres/postgres" -D "$scratch/pg/data" -p "$pg_port" -k "$scratch/pg" -c listen_addresses=127.0.0.1 -c fsync=off
sql() { "$postgres/psql" --quiet --host "$scratch/pg" --port "$pg_port" --username postgres --set ON_ERROR_STOP=1 "$@"; }
database_answers() { sql --command 'SELECT 1' >/dev/null 2>&1; }
check "PostgreSQL is up" within 60 database_answers
# The first block of SQL of the chapter, as it stands.
sed -n '/^## By hand/,/^## /{/^```sql/,/^```$/p}' docs/operations.md | sed '/^```/d' >"$scratch/roles.sql"
check "the SQL of docs/operations.md makes roles and databases" sql --file "$scratch/roles.sql"

simulator=http://localhost:$(port)
gateway=http://localhost:$(port)
centraldb=http://localhost:$(port)
begin simulator dotnet run --project sandbox/GarminConnect.Simulator -- "--urls=$simulator" --Simulator:DefaultActivities=5
begin centraldb env CentralDbServer__Provider=PostgreSql "CentralDbServer__ConnectionString=Host=localhost;Port=$pg_port;Database=centraldb;Username=centraldb" CentralDbServer__Password=another \
  "DataFolder=$scratch/centraldb-data" dotnet run --project src/CentralDb -- "--urls=$centraldb"
# Of one user of Garmin in a sandbox. Gateway__Url is an option of none of them, as others have it in an environment that they share.
services=("RabbitMq__Url=amqp://guest:guest@localhost:$broker_port/" "Secrets__KeyFile=$scratch/garminsync.key" "CentralDb__Url=$centraldb" "Gateway__Url=$gateway"
  State__Provider=PostgreSql "State__ConnectionString=Host=localhost;Port=$pg_port;Database=garminsync;Username=garminsync" "State__Password=one of your own"
  Garmin__Sandbox=true "Garmin__SsoUrl=$simulator" "Garmin__DiAuthUrl=$simulator" "Garmin__ConnectApiUrl=$simulator" "Garmin__ConnectUrl=$simulator" Garmin__RequestsPerSecond=100
  "DataFolder=$scratch/data")
consumers=("http://localhost:$(port)" "http://localhost:$(port)")
check "CentralDB is up" within 120 alive "$centraldb"
for number in 0 1; do
  begin "consumers-$number" env "${services[@]}" dotnet run --project src/GarminSync.Consumers -- "--urls=${consumers[$number]}"
  check "consumers $((number + 1)) are up" within 180 ready "${consumers[$number]}"
done
begin gateway env "${services[@]}" dotnet run --project src/GarminSync.Gateway -- "--urls=$gateway"
check "the gateway is ready" within 180 ready "$gateway"
end_if_failed
check "an account is linked" equal "$(login "$gateway" 'correct horse battery staple')" '{"message": "Garmin account linked successfully."}'
job=$(call -X POST "$gateway/api/garmin/sync/activities" | field job_id)
check "its activities are synced" within 120 ended "$gateway" "$job"
check "all of them" equal "$(call "$gateway/api/garmin/sync/jobs/$job" | field state)" completed

echo "Starts that must fail …"
run() { echo dotnet run --project "src/GarminSync.$1" --; }
check "the gateway for all the world without an answer to who may call" refused world "Gateway__Auth__Mode" env "${services[@]}" $(run Gateway) "--urls=http://0.0.0.0:$(port)"
check "a taken port" refused taken "${gateway##*:}" env "${services[@]}" $(run Gateway) "--urls=$gateway"
check "a mistyped option" refused typo "There is no option Gateway__Auth__Operator" env "${services[@]}" $(run Gateway) --Gateway:Auth:Operator=x
check "a word that is no option" refused word "'dmeo' is no option" $(run Gateway) dmeo
check "a number that is none" refused number Garmin__RequestsPerSecond env "${services[@]}" Garmin__RequestsPerSecond=1,5 $(run Consumers)
check "a folder for the key that there is not" refused key "$scratch/typo" env "${services[@]}" "Secrets__KeyFile=$scratch/typo/key" $(run Consumers)
check "a password of the database that is another" refused password "State__Password" env "${services[@]}" State__Password=wrong $(run Consumers)

report
