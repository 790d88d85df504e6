"""The run without services: our own PostgreSQL, Valkey, web and workers, started, watched and stopped by one process."""
