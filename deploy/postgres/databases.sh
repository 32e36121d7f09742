#!/bin/sh
# Run by the PostgreSQL image when its volume is empty: a role and a database each for the state store and for CentralDB.
# Locale C: the order of any other comes from the image's C library, and an image with another version of that leaves indexes in the wrong order.
set -e
for name in garminsync centraldb; do
  psql --quiet --username postgres --dbname postgres --set ON_ERROR_STOP=1 \
    --set name="$name" --set password="$(cat "/run/secrets/${name}_database_password")" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
CREATE DATABASE :"name" OWNER :"name" TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C';
REVOKE CONNECT ON DATABASE :"name" FROM PUBLIC;
SQL
done
