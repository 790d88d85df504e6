"""The demonstration, loaded as its command loads it."""

import io

import pytest
from django.core.management import call_command

from prevent_cases.accounts.models import User
from tests.server import restore_database


def load_demonstration() -> str:
    out = io.StringIO()
    call_command("load_demonstration", stdout=out)
    return out.getvalue()


@pytest.fixture(scope="package")
def loaded(django_db_setup, django_db_blocker):
    """The demonstration, loaded once for these tests and committed; gives back what the command printed."""
    with django_db_blocker.unblock():
        yield load_demonstration()
        restore_database()


def person(email: str) -> User:
    return User.objects.get(email=email)
