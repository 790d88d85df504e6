"""What the tests of accounts share."""

import pytest

from prevent_cases.accounts import operations as accounts
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry


@pytest.fixture
def new_person():
    return {"email": "nina.new@area.example", "name": "Nina New"}


@pytest.fixture
def waiting(area, administrator, new_person):
    """A post that opens cases, given by the first administrator and not confirmed yet."""
    return accounts.give_post(area, by=administrator, kind=PostKind.COORDINATOR, **new_person)


@pytest.fixture
def sentences_in_history():
    """The sentences of the entries about a record, newest first."""
    return lambda record: list(AuditEntry.objects.about(record).acts().values_list("sentence", flat=True))
