"""No referral takes a way that is not in the table, whoever does whatever in whichever order."""

from collections import Counter
from functools import cache

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from prevent_cases.accounts.models import Area
from prevent_cases.operations import NotVisible, Refused
from referrals.models import LIVE, TRANSITIONS, GatewayAnswer, GatewayRequest, Referral, Stage
from tests import factories
from tests.architecture import product

SIDES = ("what_worries", "what_speaks_against", "what_protects", "what_would_change_your_mind")
TOLD = {"rationale": "Why.", "words_for_referrer": "Thank you."}
# Which may be carried out on a referral without moving it: no way for them is in the table.
STAYS = {
    "referrals.acknowledge_additions",
    "referrals.add_files",
    "referrals.add_to_referral",
    "referrals.answer_feedback",
    "referrals.ask_referrer",
    "referrals.bring_along",
    "referrals.disclose_copy",
    "referrals.give_feedback",
    "referrals.let_lead_know",
    "referrals.move_deadline",
    "referrals.move_gateway_deadline",
    "referrals.record_concern_type",
    "referrals.record_monitoring",
    "referrals.record_own_words",
    "referrals.record_national_reference",
    "referrals.request_early_help_form",
    "referrals.request_own_copy",
    "referrals.tell_best_placed",
    "referrals.tell_colleagues",
    "referrals.tell_gateway",
    "referrals.tell_of_addition",
    "referrals.tell_of_withdrawal",
    "referrals.tell_receivers",
    "referrals.tell_receiving_area",
    "referrals.tell_referrer",
    "referrals.tell_sender",
    # Read second, or waiting for it, it stands where it stood.
    "referrals.ask_second_reader",
    "referrals.give_second_reading",
    "referrals.tell_second_reader",
    "panels.ask_for_conference",
    # Whom it is about, and whether it was found untrue: no stage.
    "cases.confirm_same_person",
    "cases.undo_same_person",
    "referrals.record_same_person",
    "referrals.record_separation",
    "referrals.say_different_person",
    "referrals.propose_found_untrue",
    "referrals.answer_found_untrue",
    "referrals.note_untrue_elsewhere",
}
# Called by ``panels.accept_referral``, which is tried instead.
INNER = {"referrals.record_acceptance", "cases.open_case"}
MOVES = {
    "referrals.judge_urgency",
    "referrals.record_parallel_referral",
    "referrals.assess_referral",
    "referrals.end_referral",
    "referrals.propose_no_further_action",
    "referrals.confirm_no_further_action",
    "referrals.send_back_to_triage",
    "panels.accept_referral",
    "referrals.return_to_referrer",
    "referrals.go_on_without_answers",
    "referrals.answer_questions",
    "referrals.withdraw_referral",
    "referrals.answer_withdrawal",
    "referrals.offer_transfer",
    "referrals.take_back_transfer",
    "referrals.accept_transfer",
    "referrals.decline_transfer",
    "referrals.ask_gateway",
    "referrals.recall_from_gateway",
    "referrals.answer_for_gateway",
    "referrals.sign_gateway_answer",
}

ASSESSED = ["referrals.judge_urgency", "referrals.record_parallel_referral", "referrals.assess_referral"]
WITHDRAWN = ["referrals.withdraw_referral", "referrals.answer_withdrawal"]
RETURNED = [*ASSESSED, "referrals.return_to_referrer"]
ENDING = [*ASSESSED, "referrals.propose_no_further_action"]
OFFERED = [*ASSESSED, "referrals.offer_transfer"]
THROUGH_GATEWAY = ["referrals.ask_gateway", "referrals.answer_for_gateway", "referrals.sign_gateway_answer"]
# What can come of a referral, from the start; together they take every way of the table.
ROUTES = [
    [*ASSESSED, *WITHDRAWN],
    [*RETURNED, "referrals.answer_questions", "referrals.end_referral"],
    [*RETURNED, "referrals.go_on_without_answers", *THROUGH_GATEWAY, "panels.accept_referral"],
    [*ASSESSED, "referrals.ask_gateway", "referrals.recall_from_gateway", "referrals.end_referral"],
    [*ENDING, "referrals.confirm_no_further_action"],
    [*ENDING, "referrals.send_back_to_triage"],
    [*OFFERED, "referrals.take_back_transfer"],
    [*OFFERED, "referrals.decline_transfer"],
    [*OFFERED, "referrals.accept_transfer"],
]


RIGHTLY = "whoever does this"
# Who does it, where it is not the coordinator.
WHO = {
    "referrals.answer_questions": "officer",
    "referrals.withdraw_referral": "officer",
    "referrals.confirm_no_further_action": "second",
    "referrals.send_back_to_triage": "second",
    "referrals.accept_transfer": "receiver",
    "referrals.decline_transfer": "receiver",
    "referrals.answer_for_gateway": "gateway",
    "referrals.sign_gateway_answer": "supervisor",
}
# What an operation that may move a referral is carried out on.
RECORDS = {
    Referral: lambda referral: referral,
    GatewayRequest: lambda referral: referral.gateway_requests.last(),
    GatewayAnswer: lambda referral: GatewayAnswer.objects.filter(request__referral=referral).last(),
}


@cache
def of_referrals() -> dict:
    return {operation.name: operation for operation in product.operations() if operation.model in RECORDS}


def arguments_of(what: str, referral: Referral, panel, agency, police) -> dict:
    waiting = referral.questions.filter(answered_at=None).values_list("reference", flat=True)
    return {
        "referrals.judge_urgency": {
            "urgency": "usual", "reason": "No danger.", "best_placed": agency, "social_care": "children",
        },
        "referrals.record_parallel_referral": {"answer": "both"},
        "referrals.assess_referral": dict.fromkeys(SIDES, "A word.") | {"kind_of_need": "child", "complex_needs": "no"},
        "referrals.end_referral": TOLD
        | {"end_reason": "signposted", "onward_service": "school", "arranged": "A mentor."},
        "referrals.propose_no_further_action": TOLD | {"end_reason": "explained"},
        "referrals.confirm_no_further_action": {"why_still": "The school knows him."},
        "referrals.send_back_to_triage": {"answer": "Ask the school."},
        "panels.accept_referral": TOLD | {"panel": panel, "panel_reason": "The school asks for it."},
        "referrals.return_to_referrer": {"questions": ["When was this?"]},
        "referrals.answer_questions": dict.fromkeys(waiting, "In March."),
        "referrals.withdraw_referral": {"reason": "It was somebody else."},
        "referrals.answer_withdrawal": TOLD | {"goes_on": False},
        "referrals.offer_transfer": {"to_area": Area.objects.get(name="Eastvale"), "reason": "He lives there."},
        "referrals.decline_transfer": {"answer": "He does not."},
        "referrals.ask_gateway": {"agency": police, "asked": "Is it clear?"},
        "referrals.answer_for_gateway": {
            "deconfliction": "clear", "category": "not_appropriate", "reasons": "Known as a witness.",
            "earlier_checked": True, "no_intelligence": True,
        },
        "referrals.sign_gateway_answer": {"agrees": True},
    }.get(what, {})  # fmt: skip


def test_every_operation_on_a_referral_is_tried_or_said_to_leave_it_where_it_stands():
    assert of_referrals().keys() == STAYS | INNER | MOVES


def test_every_way_of_the_table_ends_at_a_stage_and_every_stage_is_reached():
    reached = {stage for ways in TRANSITIONS.values() for stage in ways}
    assert TRANSITIONS.keys() == set(Stage) == reached | {Stage.SUBMITTED}


class Ways(RuleBasedStateMachine):
    """Somebody tries something on a referral; either it is refused and nothing moved, or it took an open way."""

    people: dict
    made = panel = agency = police = None
    taken: set = set()

    def __init__(self):
        super().__init__()
        self.undone = transaction.atomic()
        self.undone.__enter__()
        self.referral = Referral.objects.get(pk=self.made.pk)
        self.stage = self.referral.stage

    @precondition(lambda self: self.stage == Stage.SUBMITTED)
    @rule()
    def receive_and_assess(self):
        """Most of what can be tried needs this first."""
        factories.assessed(self.referral, self.people["coordinator"])
        self.taken.add((self.stage, self.referral.stage))
        self.stage = self.referral.stage

    @rule(
        what=st.sampled_from(sorted(MOVES)),
        who=st.just(RIGHTLY)
        | st.sampled_from(
            ["coordinator", "second", "front_door", "chair", "officer", "receiver", "gateway", "supervisor"]
        ),
    )
    def try_it(self, what, who):
        moved, operation = True, of_referrals()[what]
        who = WHO.get(what, "coordinator") if who == RIGHTLY else who
        record = RECORDS[operation.model](self.referral)
        if record is None:
            return
        arguments = arguments_of(what, self.referral, self.panel, self.agency, self.police)
        try:
            operation(record, by=self.people[who], **arguments)
        except (Refused, NotVisible, PermissionDenied):
            moved = False
        now = Referral.objects.get(pk=self.referral.pk).stage
        if now != self.stage:
            assert moved
            assert now in TRANSITIONS[self.stage], f"{what} went from {self.stage} to {now}"
            self.taken.add((self.stage, now))
        self.stage = now

    @invariant()
    def what_must_be_true_is(self):
        referral = Referral.objects.get(pk=self.referral.pk)
        decided = hasattr(referral, "decision")
        assert decided == (referral.stage in (Stage.ACCEPTED, Stage.ENDED))
        assert (referral.stage not in LIVE) == (referral.due_on is None)
        unassessed_never = (Stage.ENDING, Stage.ACCEPTED, Stage.ENDED, Stage.WITHDRAWN)
        assert referral.stage not in unassessed_never or referral.assessments.exists()
        answered = referral.withdrawals.filter(goes_on=False).exists()
        assert (referral.stage == Stage.WITHDRAWN) == answered
        offers = Counter(referral.transfers.values_list("outcome", flat=True))
        assert offers["waiting"] == (referral.stage == Stage.TRANSFERRING)
        assert offers["accepted"] == (referral.stage == Stage.TRANSFERRED)
        assert referral.end_proposals.filter(answered_at=None).exists() == (referral.stage == Stage.ENDING)
        waits = referral.gateway_requests.filter(answered_at=None, recalled_at=None).exists()
        assert waits == (referral.stage == Stage.AT_GATEWAY)
        if decided and referral.decision.confirmed_by:
            assert referral.decision.confirmed_by != referral.decision.decided_by

    def teardown(self):
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)


@pytest.fixture
def people(officer, coordinator, second_coordinator, front_door, chair, stranger, gateway, supervisor):
    return {
        "officer": officer,
        "coordinator": coordinator,
        "second": second_coordinator,
        "front_door": front_door,
        "chair": chair,
        "receiver": stranger,
        "gateway": gateway,
        "supervisor": supervisor,
    }


@pytest.fixture
def let_them_try(people, referral, panel, school, police):
    """Lets the machine go about from one and the same referral, so many times."""

    def try_often(times: int) -> set:
        Ways.people, Ways.made = people, referral
        Ways.panel, Ways.agency, Ways.police, Ways.taken = panel, school, police, set()
        thoroughly = settings(
            max_examples=times,
            stateful_step_count=20,
            deadline=None,
            derandomize=True,
            database=None,
            suppress_health_check=list(HealthCheck),
        )
        run_state_machine_as_test(Ways, settings=thoroughly)
        return Ways.taken

    return try_often


@pytest.mark.filterwarnings("ignore::hypothesis.errors.HypothesisWarning")
def test_whatever_is_tried_no_referral_takes_another_way(let_them_try):
    """A dozen times; `python3 run.py prove ways` tries three hundred."""
    # The machine has truly gone about.
    assert {stage for _, stage in let_them_try(12)} >= {Stage.IN_TRIAGE, Stage.RETURNED, Stage.AT_GATEWAY}


def test_every_way_of_the_table_can_be_taken(people, panel, school, police):
    taken = set()
    for route in ROUTES:
        referral = factories.referral(people["officer"])
        for what in route:
            before, operation = referral.stage, of_referrals()[what]
            by = people[WHO.get(what, "coordinator")]
            arguments = arguments_of(what, referral, panel, school, police)
            operation(RECORDS[operation.model](referral), by=by, **arguments)
            referral.refresh_from_db()
            if referral.stage != before:
                taken.add((before, referral.stage))
    assert taken == {(stage, way) for stage, ways in TRANSITIONS.items() for way in ways}
