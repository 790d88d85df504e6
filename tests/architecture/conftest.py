"""The world that the rules are asked about: made once, and each test finds it as it was made."""

import pytest
from django.db import transaction

from tests.architecture.world import make_world


@pytest.fixture(scope="package")
def made_once(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_world()
        transaction.set_rollback(True)


@pytest.fixture
def world(made_once):
    with transaction.atomic():
        yield made_once
        transaction.set_rollback(True)
