"""The world that the rules are asked about: made once, and each test finds it as it was made."""

import pytest
from django.db import transaction

from tests.architecture.world import make_world, put_on_hold


@pytest.fixture(scope="package")
def made_once(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def on_hold(made_once, django_db_blocker):
    """The same when the police have put its person on hold."""
    with django_db_blocker.unblock(), transaction.atomic():
        put_on_hold(made_once)
        yield made_once
        transaction.set_rollback(True)


@pytest.fixture
def world(on_hold):
    with transaction.atomic():
        yield on_hold
        transaction.set_rollback(True)
