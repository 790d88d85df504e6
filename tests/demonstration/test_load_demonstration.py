"""Loading the demonstration: everything promised is there, made by operations, and a second load changes nothing.

Here it has fewer referrals (``fewer_referrals``); all of this with all of them, and how many there are of each kind,
with `python3 run.py prove demonstration`.
"""

from collections import Counter

import pytest
from django.apps import apps
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import models, transaction
from django.urls import reverse
from django.utils import timezone

from actions.models import Action
from cases.models import (
    LIVE,
    Assessment,
    Case,
    CaseReferral,
    CaseTransfer,
    Consent,
    ConsentAnswer,
    FactorEntry,
    Intervention,
    InterventionSession,
    Section36Decision,
    Share,
    UrgentConcern,
)
from cases.models import Stage as CaseStage
from cases.operations import undo_same_person
from demonstration.accounts import accounts_shown
from demonstration.load import load
from panels.judgements import Judgement, Reached
from panels.models import ConferenceRequest, Decision, Meeting, Minutes, Presence, Review
from panels.operations import decide_item, end_meeting, record_attendance, start_meeting
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, AgencyType, Area, Panel, PanelKind, User
from prevent_cases.audit import sealing
from prevent_cases.audit.models import AuditEntry
from prevent_cases.audit.records import Record, key_of
from prevent_cases.later.models import OutboxRow
from prevent_cases.pages.models import Draft
from referrals.candidates import find
from referrals.models import LIVE as LIVE_REFERRALS
from referrals.models import (
    Enquiry,
    FoundUntrue,
    GatewayAnswer,
    GatewayRequest,
    Hold,
    IdentityDecision,
    MonitoringAnswers,
    PublicConcern,
    Referral,
    ReferralFeedback,
    ReferralQuestion,
    SealedSource,
    Stage,
    Standing,
    Urgency,
    Withdrawal,
    standing_of,
)
from tests import factories
from tests.demonstration.conftest import load_demonstration, person
from tests.demonstration.test_draw_plan import UNWANTED

# One worker runs them all (pytest --dist loadgroup), so that the load is waited for once.
pytestmark = pytest.mark.xdist_group("demonstration")


@pytest.fixture
def meeting_today(loaded) -> Meeting:
    return Meeting.objects.get(panel__kind=PanelKind.SOCIAL_INCLUSION, starts_at__date=clock.today())


# What it does


def test_it_prints_the_accounts_to_try_and_no_password(loaded):
    assert len(loaded.splitlines()) == len(accounts_shown())
    assert settings.DEMO_PASSWORD not in loaded


def test_what_was_accepted_bears_its_national_reference(loaded):
    with_one = Referral.objects.exclude(national_reference="")
    assert set(with_one.values_list("stage", flat=True)) == {"accepted"}


def test_every_stage_and_every_judgement_occurs(loaded):
    assert set(Referral.objects.values_list("stage", flat=True)) == set(Stage.values)
    assert set(Case.objects.values_list("stage", flat=True)) == set(CaseStage.values)
    assert set(Decision.objects.values_list("judgement", flat=True)) == set(Judgement.values)
    answers = {ConsentAnswer.GIVEN, ConsentAnswer.REFUSED, ConsentAnswer.WITHDRAWN}
    assert set(Consent.objects.values_list("answer", flat=True)) >= answers


def test_the_gateway_is_asked_has_answered_and_somebody_is_on_hold(loaded):
    waiting = GatewayRequest.objects.filter(answered_at=None, referral__area__name="Eastmarsh")
    assert waiting.count() == 1
    answered = GatewayAnswer.objects.filter(request__referral__stage=Stage.IN_TRIAGE)
    assert set(answered.values_list("category", flat=True)) == {"limited"}
    assert Hold.objects.standing().count() == 1
    assert not GatewayRequest.objects.filter(referral__area__name="Stonewharf").exists()


def test_referrals_wait_for_triage_and_one_is_urgent(loaded):
    waiting = Referral.objects.filter(stage__in=(Stage.SUBMITTED, Stage.IN_TRIAGE), area__name="Eastmarsh")
    assert len({clock.day_of(referral.submitted_at) for referral in waiting}) >= 4
    assert waiting.filter(urgency=Urgency.URGENT).count() == 1


def test_one_urgent_conference_has_been_called_and_one_waits_for_the_organiser(loaded):
    called, waiting = ConferenceRequest.objects.order_by("meeting")
    assert (called.meeting.starts_at <= called.due_at, waiting.meeting) == (True, None)
    assert called.meeting.items.get().case.panel == called.meeting.panel
    for email in ("organiser@eastmarsh.example", "coordinator@eastmarsh.example"):
        asked = ConferenceRequest.objects.permitted(person(email), "panels.call_conference")
        assert waiting in asked


def test_every_panel_has_met_and_what_takes_cases_has_asked_for_minutes(loaded):
    for panel in Panel.objects.all():
        assert panel.meetings.exclude(ended_at=None).exists(), panel
        assert (panel.kind == PanelKind.BOARD) != Minutes.objects.filter(item__meeting__panel=panel).exists(), panel


def test_no_meeting_of_an_earlier_day_was_left_out_and_half_a_year_is_planned(loaded):
    for panel in Panel.objects.all():
        assert not panel.meetings.filter(starts_at__date__lt=clock.today(), ended_at=None).exists(), panel
        assert panel.meetings.filter(starts_at__gt=timezone.now()).exists(), panel


def test_assessments_by_two_frameworks_change_over_time_and_exits_say_how(loaded):
    of_cases = Counter(Assessment.objects.values_list("case", flat=True))
    assert {1} < set(of_cases.values()) <= {1, 2, 3}
    versions = Assessment.objects.values_list("version__title", "version__framework__area__name").distinct()
    assert set(versions) == {
        ("Vulnerability Assessment Framework 2012", "Eastmarsh"),
        ("Vulnerability Assessment Framework 2012", "Stonewharf"),
        ("What is needed and what is strong", "Havenbrook"),
    }
    three = next(case for case, number in of_cases.items() if number == 3)
    assert len(set(FactorEntry.objects.filter(assessment__case=three).values_list("point__label", flat=True))) > 2
    exits = Decision.objects.filter(judgement=Judgement.EXIT)
    assert exits.exists()
    assert not exits.filter(change_since_start="").exists()


def test_support_is_given_reported_and_goes_quiet_and_somebody_is_worried_now(loaded):
    provider, coordinator = person("provider@interventions.example"), person("coordinator@eastmarsh.example")
    assert not Case.objects.permitted(provider, "cases.view_case").exists()
    own = Intervention.objects.permitted(provider, "cases.give_intervention").with_ledger()
    assert {intervention.area.name for intervention in own} == {"Eastmarsh", "Havenbrook", "Stonewharf"}
    assert {True, False} == set(InterventionSession.objects.values_list("came", flat=True))
    of_area = Intervention.objects.filter(area__name="Eastmarsh").to_see_to()
    assert {True, False} <= set(of_area.values_list("accepted", flat=True))
    assert any("missed in a row" in intervention.to_see_to for intervention in of_area)
    assert any(intervention.unreported for intervention in of_area)
    waiting = UrgentConcern.objects.permitted(coordinator, "cases.answer_urgentconcern").filter(answered_at=None)
    assert waiting.count() == 1
    assert UrgentConcern.objects.exclude(answered_at=None).exists()
    exited = Case.objects.filter(stage=CaseStage.EXITED)
    assert exited.exists()
    # Nothing is planned for afterwards where it is not agreed to any more, or stays withdrawn.
    without = (Judgement.AGREED_NO_MORE, Judgement.STAYS_WITHDRAWN)
    given_up = exited.filter(agenda_items__decision__judgement__in=without)
    assert set(exited.filter(exit_plan=None)) == set(given_up)
    assert set(Decision.objects.values_list("judgement", flat=True)) == set(Judgement)
    assert Review.objects.exists()


def test_one_case_went_to_another_area_and_one_is_offered_to_eastmarsh(loaded):
    went, offered = CaseTransfer.objects.order_by("pk")
    assert (went.case.stage, went.becomes.area.name) == (CaseStage.TRANSFERRED, "Havenbrook")
    assert list(CaseTransfer.objects.permitted(person("coordinator@eastmarsh.example"), "cases.place_transfer")) == [
        offered
    ]


def test_a_meeting_is_ready_to_be_run_today(meeting_today):
    items = list(meeting_today.items.all())
    assert meeting_today.started_at is None
    assert Counter(item.case.stage for item in items) == {CaseStage.AWAITING_PANEL: 4, CaseStage.ACTIVE: 2}
    for item in items:
        assert item.case.section36_decisions.get().reasonable_grounds
        shares = item.case.shares.filter(ended_at=None)
        with_whom = set(shares.exclude(until__lt=clock.today()).values_list("agency__type", flat=True))
        assert with_whom >= {AgencyType.POLICE, AgencyType.SCHOOL, AgencyType.HEALTH, AgencyType.CHILDREN}


def test_the_meeting_of_today_can_be_run_to_its_end(meeting_today):
    with transaction.atomic():
        chair, police = person("chair@eastmarsh.example"), Agency.objects.get(name="Eastmarsh Police")
        start_meeting(meeting_today, by=chair)
        record_attendance(meeting_today, by=chair, agency=police, name="Gwen Tattersall", presence=Presence.PRESENT)
        for item in meeting_today.items.all():
            judgement = Judgement.REMAIN if item.case.stage == CaseStage.ACTIVE else Judgement.ENTER
            offered = {"judgement": judgement, "reached": Reached.UNANIMOUS, "rationale": "Agreed by all."}
            said = factories.GOES_ON if judgement == Judgement.REMAIN else offered | factories.PLAN
            decide_item(item, by=chair, **said)
        end_meeting(meeting_today, by=chair)
        transaction.set_rollback(True)


def test_actions_are_done_in_time_done_late_due_and_overdue(loaded):
    done = [(clock.day_of(action.done_at), action.due_on) for action in Action.objects.exclude(done_at=None)]
    assert sum(day <= due for day, due in done) > sum(day > due for day, due in done) > 3
    open_actions = Action.objects.filter(done_at=None)
    assert open_actions.filter(due_on__lt=clock.today()).exists()
    assert open_actions.filter(due_on__gte=clock.today()).exists()
    assert not open_actions.exclude(case__stage__in=LIVE).exists()


def test_a_share_of_a_live_case_has_lapsed_and_one_was_stopped(loaded):
    assert Share.objects.filter(case__stage__in=LIVE, ended_at=None, until__lt=clock.today()).exists()
    assert Share.objects.exclude(ended_at=None).exists()


def test_cases_end_without_grounds_in_every_way(loaded):
    without = Section36Decision.objects.filter(reasonable_grounds=False)
    ways = {CaseStage.NO_FURTHER_ACTION, CaseStage.REFERRED_ELSEWHERE, CaseStage.POLICE_LED}
    assert {decision.case.stage for decision in without.select_related("case")} == ways


def test_some_who_are_referred_again_are_known_to_be_one(loaded):
    assert IdentityDecision.objects.filter(answer="same").count() >= 3


def test_one_who_may_be_the_same_waits_for_an_answer_and_one_may_be_known_in_another_area(loaded):
    with transaction.atomic():
        found = {
            referral: find(referral, person(f"coordinator@{referral.area.slug}.example"))
            for referral in Referral.objects.filter(stage__in=LIVE_REFERRALS).select_related("area")
        }
        transaction.set_rollback(True)
    waiting = [each for each in found if each.stage == Stage.IN_TRIAGE and found[each].candidates]
    assert "Eastmarsh" in {referral.area.name for referral in waiting if referral.assessment is None}
    assert any(each.ask_in for each in found.values())


def test_a_case_carries_two_referrals_which_can_be_parted(loaded, client):
    carried = CaseReferral.objects.filter(case__in=Case.objects.alias(n=models.Count("carried_referrals")).filter(n=2))
    first, second = Referral.objects.filter(carried_by__in=carried).order_by("pk")
    assert first.for_agency != second.for_agency
    coordinator = person("coordinator@eastmarsh.example")
    client.force_login(coordinator)
    page = client.get(reverse("cases:undo_same_person", args=[second.reference])).content.decode()
    assert f"It leaves case {first.carried_by.case.reference}, which carries other referrals" in page
    with transaction.atomic():
        undo_same_person(second, by=coordinator, reason="The clinic meant somebody else.")
        assert CaseReferral.objects.get(referral=second).case != first.carried_by.case
        transaction.set_rollback(True)


def test_some_said_after_acceptance_how_they_describe_themselves_and_some_did_not_want_to(loaded):
    answers = MonitoringAnswers.objects.all()
    assert answers.exclude(religion="").count() >= 3
    assert answers.filter(source="declined").exists()
    assert answers.count() < Case.objects.count()


def test_nothing_that_was_written_labels_a_person(loaded):
    for model in apps.get_models():
        if issubclass(model, Record):
            texts = [field.name for field in model._meta.fields if isinstance(field, models.TextField)]
            for row in model.objects.values_list(*texts) if texts else ():
                assert not UNWANTED.search(" ".join(row)), row


def test_one_draft_waits_with_the_schools_safeguarding_lead_and_no_other(loaded):
    draft = Draft.objects.get()
    assert (draft.begun_by, draft.owner) == (person("teacher@eastmarsh.example"), person("lead@eastmarsh.example"))


def test_one_referral_is_on_behalf_of_a_member_of_the_public_whose_identity_is_sealed(loaded):
    sealed = SealedSource.objects.get()
    assert (sealed.brought_by, sealed.referral.area.name) == ("public", "Eastmarsh")
    opens = {"coordinator@eastmarsh.example": True, "lead@eastmarsh.example": False, "chair@eastmarsh.example": False}
    for email, may in opens.items():
        assert SealedSource.objects.permitted(person(email), "referrals.view_sealedsource").exists() == may


def test_a_referral_was_begun_by_the_teacher_and_sent_by_the_lead(loaded):
    referral = Referral.objects.exclude(started_by=None).get()
    assert (referral.started_by.email, referral.referred_by.email) == (
        "teacher@eastmarsh.example",
        "lead@eastmarsh.example",
    )


def test_the_teacher_has_referrals_to_follow(loaded):
    referrals = person("teacher@eastmarsh.example").referrals.all()
    assert {Stage.SUBMITTED, Stage.ACCEPTED} <= {referral.stage for referral in referrals}
    assert Standing.ASKED in {standing_of(referral) for referral in referrals}


def test_advice_waits_was_given_and_has_been_forgotten(loaded):
    waiting, given, forgotten = Enquiry.objects.order_by("-asked_at")
    assert (waiting.is_open, bool(given.answer), bool(forgotten.forgotten_at)) == (True, True, True)


def test_referrers_have_answered_withdrawn_and_been_told_how_their_referral_was(loaded):
    assert ReferralQuestion.objects.exclude(answer="").exists()
    assert set(Withdrawal.objects.values_list("goes_on", flat=True)) == {None, False}
    assert ReferralFeedback.objects.filter(word_back="").exists()
    assert ReferralFeedback.objects.exclude(word_back="").exists()


def test_one_was_found_untrue_and_one_is_asked_of_whoever_answers_for_information(loaded, client):
    waiting, found = FoundUntrue.objects.order_by("-proposed_at")
    assert (found.agreed, found.answered_by) == (True, person("governance@eastmarsh.example"))
    assert (waiting.agreed, waiting.proposed_by) == (None, person("coordinator@eastmarsh.example"))
    client.force_login(person("governance@eastmarsh.example"))
    section = next(each for each in client.get("/").context["sections"] if each.title == "For a second person")
    assert [ask.url for ask in section.asks] == [waiting.referral.get_absolute_url()]


# What it records


def test_the_trail_is_whole(loaded):
    assert sealing.seal().entries == AuditEntry.objects.count()
    assert sealing.check() == []


def test_each_entry_has_the_moment_of_its_history(loaded):
    for referral in Referral.objects.filter(transferred_by=None, came_with_case_at=None).order_by("pk")[::6]:
        entry = AuditEntry.objects.about(referral).get(what="referrals.submit_referral")
        assert (entry.at, entry.by) == (referral.submitted_at, key_of(referral.referred_by))
        assert entry.recorded_at > referral.submitted_at
    assert not AuditEntry.objects.filter(at__gt=timezone.now()).exists()


def test_what_was_left_for_later_is_done_except_the_pdfs(loaded):
    left = OutboxRow.objects.filter(done_at=None)
    assert {row.task for row in left} == {"cases.make_letter", "panels.make_minutes", "reports.make_case_summary"}
    assert not Referral.objects.exclude(decision=None).filter(referrer_told_at=None).exists()


# When it is loaded again, or cannot be


def rows() -> dict[str, int]:
    tables = [model for model in apps.get_models() if model._meta.managed and not model._meta.proxy]
    return {model._meta.label: model._base_manager.count() for model in tables}


def test_loading_it_twice_changes_nothing(loaded):
    before, last_entry = rows(), AuditEntry.objects.latest("pk").pk
    passwords = set(User.objects.values_list("password", flat=True))
    assert load_demonstration() == loaded
    assert (rows(), AuditEntry.objects.latest("pk").pk) == (before, last_entry)
    assert set(User.objects.values_list("password", flat=True)) == passwords


def test_another_password_is_taken_over_at_the_next_start(loaded, settings):
    settings.DEMO_PASSWORD = "another invented password"
    load_demonstration()
    assert User.objects.get(email="chair@eastmarsh.example").check_password("another invented password")


@pytest.mark.django_db
def test_a_load_that_is_cut_short_leaves_nothing():
    def stop(today):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        load(timezone.now(), draw=stop)
    assert not Area.objects.exists()


@pytest.mark.django_db
def test_it_needs_a_password(settings):
    settings.DEMO_PASSWORD = ""
    with pytest.raises(ImproperlyConfigured, match="DEMO_PASSWORD"):
        load_demonstration()


@pytest.mark.django_db
def test_it_is_refused_in_production(settings):
    settings.CLOCK_MAY_BE_SET = False
    with pytest.raises(ImproperlyConfigured, match="only in tests and in the demonstration"):
        load_demonstration()
    assert not Area.objects.exists()


def test_the_public_wrote_twice_and_one_of_it_waits_for_the_coordinator(loaded):
    assert sorted(PublicConcern.objects.values_list("outcome", flat=True)) == ["", "nothing"]
