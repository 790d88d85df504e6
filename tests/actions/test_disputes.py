"""What is disputed of an action: kept as it was said, and answered once. Its pages are tested with those of panels."""

from datetime import timedelta

import pytest

from actions import operations
from prevent_cases import clock
from prevent_cases.operations import Refused
from tests import factories
from tests.cases.raw import refused


def test_it_is_kept_as_it_was_said_and_answered_once(case, childrens_services, coordinator, representative):
    factories.share(case, childrens_services, coordinator)
    action = factories.action(case, childrens_services, coordinator)
    said = {"whose": "person", "words": "Nobody asked me."}
    with pytest.raises(Refused, match="future"):
        operations.record_action_dispute(action, by=coordinator, said_on=clock.today() + timedelta(days=1), **said)
    dispute = operations.record_action_dispute(action, by=representative, said_on=clock.today(), **said)
    refused("UPDATE actions_actiondispute SET words = 'x'", match="Cannot update")
    refused("UPDATE actions_actiondispute SET answered_at = now()", match="says_what_came_of")
    operations.answer_action_dispute(dispute, by=coordinator, outcome="unclear", answer="It was long ago.")
    with pytest.raises(Refused, match="has been answered"):
        operations.answer_action_dispute(dispute, by=coordinator, outcome="wrong", answer="No.")
    refused("UPDATE actions_actiondispute SET answer = 'x'", match="Cannot update")
