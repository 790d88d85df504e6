"""The run without services: PostgreSQL, Valkey, web and workers, started, watched and stopped by one process."""
