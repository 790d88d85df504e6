"""Whatever can be said in a case's file and the shared world leaves unsaid: said by operations, each with some word.

So each text of each record under a case is written; those that are not stand in ``UNSAID``, by hand, with where they
are looked for instead.
"""

from datetime import timedelta

import actions.operations
import panels.operations
import reports.operations
from actions.models import ActionDispute
from cases import operations
from cases.models import Case, Dispute
from panels.models import DecisionDispute
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, User
from prevent_cases.accounts.posts import PostKind
from prevent_cases.reference.models import FrameworkVersion
from reports.models import Correction
from tests import factories

DAY = timedelta(days=1)
WRONG = {"reason": "x"}
ANSWERED = {"outcome": "unclear", "answer": "x"}
UNSAID = {
    # Only health says it: tests/cases/test_contributions.py and test_information_answers.py.
    "cases.Contribution.confidentiality_by", "cases.Contribution.confidentiality_words",
    "cases.InformationAnswer.confidentiality_by", "cases.InformationAnswer.confidentiality_words",
    # The case of the world stands on its one: tests/cases/test_in_error.py and tests/panels/test_in_error.py.
    "cases.Consent.in_error_reason", "cases.ExitPlan.in_error_reason", "cases.Section36Decision.in_error_reason",
    "panels.Decision.in_error_reason", "panels.Review.in_error_reason",
    # Of decisions that were otherwise: tests/cases/test_decide_section36.py, test_sign_section36.py, test_ways_out.py,
    # test_exit.py.
    "cases.Section36Decision.health_or_care", "cases.Section36Decision.why_not", "panels.Decision.arranged",
    "panels.Decision.awaited",
    "panels.Decision.awaited_from", "panels.Decision.change_reason",
    # tests/cases/test_who_reads_a_transfer.py and test_transfer_case.py.
    "cases.CaseTransfer.answer", "cases.CaseTransfer.needed", "cases.CaseTransfer.new_address",
    "cases.CaseTransfer.reason", "cases.CaseTransfer.stays", "cases.CaseTransfer.summary",
    # tests/cases/test_files.py and test_legal_holds.py.
    "cases.CaseFile.why_not", "cases.LegalHold.ended_because",
    # The support that was looked back on gave no concern: tests/panels/test_reviews.py.
    "panels.Review.what_follows",
    # There would be no PDF to look into: tests/reports/test_copies.py.
    "reports.CaseSummary.not_made_because",
}  # fmt: skip


def say_more(case: Case, people: dict[str, User]) -> None:
    of_agencies(case, people)
    of_support(case, people)
    of_the_person(case, people)
    of_who_sees_it(case, people)
    of_what_was_decided(case, people)


def of_agencies(case: Case, people: dict[str, User]) -> None:
    services, by = Agency.objects.get(name="Children's Services"), people["services"]
    asks = people["coordinator"]
    for said in ({"answer": "not_shared", "why_not": "x"}, {"answer": "by_word", "who_tells": "x"}):
        factories.information_answer(factories.information_request(case, services, asks), by, **said)
    request = case.information_requests.filter(agency=services).last()
    operations.answer_information_request_anew(request, by=by, answer="nothing_held")
    wrong = request.information_answers.order_by("pk").first()
    # One that was wrong stays, beside the one that is the same and is not.
    operations.record_answer_in_error(request, by=by, answer=wrong, **WRONG)
    factories.information_answer(factories.information_request(case, services, asks), by, "by_word", who_tells="x")
    request = factories.information_request(case, services, asks)
    operations.move_information_request(request, by=asks, due_on=clock.today() + DAY, **WRONG)
    operations.recall_information_request(request, by=asks, **WRONG)
    operations.withdraw_contribution(factories.contribution(case, services, by), by=by, **WRONG)


def of_support(case: Case, people: dict[str, User]) -> None:
    by, gives = people["coordinator"], people["provider"]
    concern = case.urgent_concerns.get(raised_by=gives)
    operations.answer_urgent_concern(concern, by=by, what_was_done="x")
    given = concern.intervention
    wrong = operations.raise_urgent_concern(given, by=gives, words="x")
    operations.answer_urgent_concern(wrong, by=by, what_was_done="x")
    operations.record_urgent_concern_in_error(wrong, by=by, **WRONG)
    operations.record_session_in_error(factories.session(given, gives), by=gives, **WRONG)
    operations.agree_session(given, by=gives, meets_on=clock.today() + DAY)
    day = given.agreed_sessions.get(meets_on=clock.today() + DAY)
    operations.take_back_session(given, by=gives, day=day, **WRONG)
    services = Agency.objects.get(name="Children's Services")
    asked = factories.intervention(case, services, by)
    giver = User.objects.get(held_posts__kind=PostKind.PROVIDER, held_posts__agency=services)
    operations.answer_intervention(asked, by=giver, accepted=False, why_declined="x")
    plan = operations.plan_support(case, by=people["chair"], **factories.PLAN)
    operations.plan_support(case, by=people["chair"], **factories.PLAN)
    operations.record_plan_in_error(case, by=people["chair"], plan=plan, **WRONG)


def of_the_person(case: Case, people: dict[str, User]) -> None:
    by, today = people["coordinator"], clock.today()
    contact = {"way": "call", "contact_with": "other", "reached": True, "contacted_on": today, "name": "x"}
    operations.log_contact(case, by=by, what="x", **contact)
    words = {"whose": "person", "name": "", "how": "visit", "words": "x"}
    account = operations.note_own_account(case, by=by, said_on=today, **words)
    operations.record_own_account_in_error(account, by=by, **WRONG)
    told = {"whom": "parent", "told": False, "on": today, "because": "safety", "reason": "x"}
    for _ in range(2):
        line = operations.record_being_told(case, by=by, ask_again_on=today + DAY, **told)
    operations.record_being_told_in_error(line, by=by, **WRONG)
    version = FrameworkVersion.objects.in_use().get(framework__area=case.area)
    found = factories.found(
        version, H1={"in_words": "x", "evidence": "x", "source": "x", "evidence_on": today, "protective_factors": "x"}
    )
    for _ in range(2):
        assessment = factories.assessment(case, by, version, entries=found)
    operations.record_assessment_in_error(assessment, by=by, **WRONG)
    letter = {
        "knows_who_opens": True,
        "who_opens_post": "x",
        "parents_apart": "yes",
        "which_parent": "x",
        "parent_of_concern": "no",
        "why_safe": "x",
    }
    for _ in range(2):
        written = operations.write_letter(case, by=by, kind="told", to_whom="parent", name="x", address="x", **letter)
    operations.record_letter_in_error(written, by=by, **WRONG)


def of_who_sees_it(case: Case, people: dict[str, User]) -> None:
    by = people["coordinator"]
    away = User.objects.get(name="A coordinator who is away")
    for owner in (away, by):
        operations.allocate_case(case, by=by, owner=owner, note="x")
    glass = case.broken_glasses.get(broken_by=people["glass"])
    operations.judge_broken_glass(glass, by=people["governance"], was_right=True, judgement="x")
    operations.answer_request_to_see(case.requests_to_see.get(), by=by, let_in=False, answer="x")
    offer = case.panel_offers.waiting().get()
    panels.operations.answer_panel_offer(offer, by=people["otherchair"], accepted=False, answer="x")
    factories.panel_offer(case, offer.to_panel, by)
    why = {"purpose": "x", "lawful_basis": "public_task"}
    told = {"body": "x", "recipient_kind": "other", "authorised_by": "x", "authorised_post": "x"}
    reports.operations.hand_out_case_summary(case, by=by, **told, **why)
    operations.record_disclosure_in_error(factories.disclosure(case, by), by=by, **WRONG)
    authority = {"authorised_by": "Asha Example", "authorised_post": "Head of safeguarding"}
    factories.disclosure(case, by, recipient_kind="immigration", **authority)
    operations.record_file_in_error(factories.case_file(case, by), by=by, **WRONG)
    wrong = factories.action(case, Agency.objects.get(name="Harrowmere Police"), by)
    actions.operations.record_action_in_error(wrong, by=by, **WRONG)
    for correction in Correction.objects.filter(case=case).order_by("pk")[:1]:
        reports.operations.say_correction_told(correction, by=by, told_on=clock.today(), how="letter", words="x")


def of_what_was_decided(case: Case, people: dict[str, User]) -> None:
    by = people["coordinator"]
    operations.answer_dispute(Dispute.objects.get(case=case), by=by, **ANSWERED)
    dispute = ActionDispute.objects.filter(action__case=case).earliest("pk")
    panels.operations.answer_action_dispute(dispute, by=by, **ANSWERED)
    actions.operations.hand_over_action(dispute.action, by=by, handed_over_to="x", outcome="x")
    panels.operations.answer_decision_dispute(DecisionDispute.objects.get(item__case=case), by=by, **ANSWERED)
