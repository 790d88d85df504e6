"""The ways of a case: those of the table are open to its panel, and no other."""

import pytest
from django.core.exceptions import PermissionDenied

from cases import operations
from prevent_cases.operations import Refused


def test_it_goes_where_a_way_is_open_and_nowhere_else(adopted, chair, coordinator):
    with pytest.raises(Refused, match="cannot go there") as refusal:
        operations.move_case(adopted, by=chair, stage="exited")
    assert refusal.value.field == "judgement"
    with pytest.raises(PermissionDenied):
        operations.move_case(adopted, by=coordinator, stage="no_further_action")
    operations.move_case(adopted, by=chair, stage="no_further_action")
    with pytest.raises(Refused, match="has ended"):
        operations.move_case(adopted, by=chair, stage="consent_pending")
