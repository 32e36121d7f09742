#!/bin/sh
# Run by the PostgreSQL image when its volume is empty: a role and a database each for the state store and for CentralDB.
set -e
for name in garminsync centraldb; do
  psql --quiet --username postgres --dbname postgres --set ON_ERROR_STOP=1 \
    --set name="$name" --set password="$(cat "/run/secrets/${name}_database_password")" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name";
REVOKE CONNECT ON DATABASE :"name" FROM PUBLIC;
SQL
done
