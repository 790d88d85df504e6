#!/bin/bash
# Run once, when the database is first made: `owner` owns the tables and migrates them, `app` is what web and workers use.
set -e
psql --set=ON_ERROR_STOP=1 --username postgres --set=owner_password="$OWNER_PASSWORD" --set=app_password="$APP_PASSWORD" <<'SQL'
CREATE ROLE owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'owner_password';
CREATE ROLE app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'app_password';
CREATE DATABASE prevent_cases OWNER owner;
SQL
