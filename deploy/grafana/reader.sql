-- The role with which Grafana reads CentralDB: people, health and activities, and no credential or token. Run as often as you like, in CentralDB's database, by the
-- server's administrator; password is a psql variable.
SELECT 'CREATE ROLE grafana LOGIN' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'grafana') \gexec
ALTER ROLE grafana PASSWORD :'password' CONNECTION LIMIT 10;
ALTER ROLE grafana SET default_transaction_read_only = on;
ALTER ROLE grafana SET statement_timeout = '30s';
SELECT format('GRANT CONNECT ON DATABASE %I TO grafana', current_database()) \gexec
GRANT USAGE ON SCHEMA public TO grafana;
GRANT SELECT (id, name) ON users TO grafana;
GRANT SELECT ON health_metrics, activity_overviews TO grafana;
