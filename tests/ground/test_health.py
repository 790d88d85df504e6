"""Whether the service lives and can serve, for whoever watches it."""

import pytest
from django.db import connection

from prevent_cases import health
from tests.server import as_superuser


@pytest.fixture
def ready(client):
    def ask():
        answer = client.get("/health/ready", headers={"host": "anything.example"})
        return answer.status_code, answer.json()

    return ask


def test_living_asks_nothing_of_anything(client):
    # Without the database fixture any query would fail.
    answer = client.get("/health/live", headers={"host": "anything.example"})
    assert (answer.status_code, answer.json()) == (200, {"status": "live"})


def test_ready_when_everything_answers(db, ready):
    assert ready() == (200, {"status": "ready"})


def test_degraded_and_still_ready_without_the_bell(db, ready, settings):
    settings.REDIS_URL = "unix:///nowhere.sock"
    assert ready() == (200, {"status": "degraded"})


def test_not_ready_before_the_migrations(committed, ready):
    with as_superuser(connection.settings_dict["NAME"]) as cursor:
        cursor.execute("DELETE FROM django_migrations WHERE app = 'later'")
    assert ready() == (503, {"status": "not ready"})


def test_not_ready_with_wrong_rights(committed, ready):
    with as_superuser(connection.settings_dict["NAME"]) as cursor:
        cursor.execute("GRANT DELETE ON audit_auditentry TO app")
    assert ready() == (503, {"status": "not ready"})


def test_not_ready_without_the_database(committed, ready):
    name = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = "nowhere"
    try:
        assert ready() == (503, {"status": "not ready"})
    finally:
        connection.settings_dict["NAME"] = name
        connection.close()


def test_a_moment_without_the_database_is_forgotten(db, ready):
    assert health.state() == health.READY
    assert ready()[0] == 200
