"""Whether this process can serve: asked by whoever starts, watches or balances it."""

import redis
from django.conf import settings
from django.db import Error as DatabaseError
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from prevent_cases.audit.rights import check_rights

READY, DEGRADED, NOT_READY = "ready", "degraded", "not ready"


def state() -> str:
    """Ready; degraded while only the bell is away, since work waits in the outbox; otherwise not ready."""
    try:
        if not all_migrations_applied() or check_rights(["default"]):
            return NOT_READY
    except DatabaseError:
        return NOT_READY
    return READY if redis_answers() else DEGRADED


def all_migrations_applied() -> bool:
    executor = MigrationExecutor(connection)
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())


def redis_answers() -> bool:
    try:
        with redis.Redis.from_url(settings.REDIS_URL, socket_timeout=1, socket_connect_timeout=1) as client:
            return client.ping()
    except redis.RedisError:
        return False
