#!/usr/bin/env bash
# Makes the secrets that docker-compose.yml hands out, those that are not there yet: ./deploy/make-secrets.sh [folder]
#
# The folder is for its owner alone. The files are readable, because Compose mounts them as they are and the containers run as users of their own.
set -euo pipefail
folder=${1:-$(dirname "$0")/../secrets}
mkdir -p "$folder"
chmod 700 "$folder"

keep() { # name; the secret comes on standard input
  if [ ! -s "$folder/$1" ]; then
    cat >"$folder/$1"
    chmod 644 "$folder/$1"
    echo "made $folder/$1"
  fi
}
random_hex() { head -c "$1" /dev/urandom | od -An -v -tx1 | tr -d ' \n'; }

for name in postgres_password garminsync_database_password centraldb_database_password rabbitmq_password centraldb_api_key operator_key grafana_database_password grafana_admin_password; do
  keep "$name" < <(random_hex 32)
done
keep sealing_key < <(printf '%s:%s\n' "$(random_hex 4)" "$(head -c 32 /dev/urandom | base64)")

# The same holds for these folders, and a checkout may be readable for its owner alone.
find "$(dirname "$0")/postgres" "$(dirname "$0")/grafana" ! -perm -o=r -exec chmod a+rX {} +
