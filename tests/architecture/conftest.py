"""The world that the rules are asked about, made once: the tests here only read."""

import pytest
from django.db import transaction

from tests.architecture.world import make_world


@pytest.fixture(scope="package")
def world(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)
