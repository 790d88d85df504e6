"""Whoever had what was put right since is to be told of it: that is listed, and nothing goes by itself."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse

import actions.operations
import cases.operations
import panels.operations
import referrals.operations
from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, Sector, system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import NotVisible, Refused
from prevent_cases.reference.models import LawfulBasis, Section36Policy
from referrals.models import Door
from reports import operations
from reports.models import Correction
from tests import factories
from tests.cases.raw import refused
from tests.cases.test_decide_section36 import ENDS, YES
from tests.standing import standing

pytestmark = pytest.mark.usefixtures("unprinted")

WHY = {"purpose": "To help him.", "lawful_basis": LawfulBasis.PUBLIC_TASK}
REASON = {"reason": "Of somebody else."}
CONTACT = {"way": "call", "contact_with": "person", "reached": True, "what": "He rang."}


def handed(case, by, body, *sections, kind="partner"):
    said = WHY | factories.confirmed(case, by, sections)
    summary = operations.hand_out_case_summary(case, by=by, body=body, recipient_kind=kind, sections=sections, **said)
    operations.make_case_summary(summary, by=system_user())
    return summary


def contact_in_error(case, by):
    contact = cases.operations.log_contact(case, by=by, contacted_on=clock.today(), **CONTACT)
    return lambda: cases.operations.record_contact_in_error(contact, by=by, **REASON)


def to_tell(case, section=None) -> set[str]:
    found = Correction.objects.filter(case=case)
    return {each.to_whom for each in (found.filter(section=section) if section else found)}


@standing
def given(whole_case, coordinator, chair, police, area):
    """A case of which several kinds of it went to several others."""
    case = whole_case
    housing = factories.agency(area, "Housing", AgencyType.OTHER, Sector.OTHER)
    factories.share(case, housing, coordinator, level="know")
    referral = case.carried_referrals.get().referral
    referrals.operations.disclose_copy(referral, by=coordinator, door=Door.CHILDREN, to_whom="Duty team", **WHY)
    factories.disclosure(case, coordinator, body="His uncle's club", disclosed_on=clock.today())
    handed(case, chair, "His GP", "contacts", "section36")
    handed(case, chair, "A charity", "actions")
    return case


def test_of_each_thing_those_are_listed_who_had_it_or_may_have(given, coordinator, chair, childrens_services,
                                                               representative, governance):  # fmt: skip
    always = {str(share.agency) for share in given.shares.all() if share.level == "read"} | {"His uncle's club"}
    assert len(always) == 3
    contact_in_error(given, coordinator)()
    assert to_tell(given, "contacts") == always  # It was written after the summary.
    dispute = factories.dispute(given, coordinator, given.section36_decisions.get())
    said = {"by": coordinator, "answer": "He never was there."}
    cases.operations.answer_dispute(dispute, outcome="stands", **said)
    assert not to_tell(given, "section36")
    dispute = factories.dispute(given, coordinator, given.section36_decisions.get())
    cases.operations.answer_dispute(dispute, outcome="wrong", **said)
    assert to_tell(given, "section36") == always | {"His GP"}
    actions.operations.record_action_in_error(given.actions.get(), by=coordinator, **REASON)
    assert to_tell(given, "actions") == always | {"A charity"}
    against = factories.decision_dispute(given.agenda_items.get(), coordinator)
    panels.operations.answer_decision_dispute(against, outcome="wrong", **said)
    assert to_tell(given, "meetings") == always
    for mark, told in (("chair_only", set()), ("all_members", always)):
        piece = factories.contribution(given, childrens_services, representative, mark)
        dispute = factories.dispute(given, chair, piece)
        cases.operations.answer_dispute(dispute, by=chair, outcome="wrong", answer="It was not he.")
        assert to_tell(given, "contributions") == told
    referral = given.carried_referrals.get().referral
    referrals.operations.propose_found_untrue(referral, by=coordinator, reason="Made up.")
    agreed = {"agreed": True, "answer_reason": "I asked too."}
    referrals.operations.answer_found_untrue(referral, by=governance, **agreed)
    provider = str(given.interventions.get().agency)
    assert to_tell(given, "referrals") == always | {"Housing", "Duty team", provider}
    assert {each.found for each in Correction.objects.filter(section="referrals")} == {"untrue"}


def test_the_area_to_which_it_went_is_told_of_what_its_pack_says(given, other_area, coordinator, chair, stranger):
    factories.transfer(given, other_area, chair)
    contact_in_error(given, coordinator)()
    actions.operations.record_action_in_error(given.actions.get(), by=coordinator, **REASON)
    assert (str(other_area) in to_tell(given, "contacts"), str(other_area) in to_tell(given, "actions")) == (
        False,
        True,
    )


def test_of_a_file_those_are_told_who_had_what_it_belongs_to(
    client, given, other_area, coordinator, chair, childrens_services, representative, stranger
):
    def file_in_error(by, **of):
        file = factories.case_file(given, by, **of)
        handed(given, chair, "An adviser", "files", "agreement", "contributions")
        cases.operations.record_file_in_error(file, by=by, **REASON)

    handed(given, chair, "A college", "agreement", "contributions")
    went, stayed, for_chair = (
        factories.contribution(given, childrens_services, representative, mark)
        for mark in ("all_members", "all_members", "chair_only")
    )
    factories.transfer(given, other_area, chair, pieces=[went])
    always = {str(share.agency) for share in given.shares.all() if share.level == "read"}
    always |= {"His uncle's club", "An adviser"}
    area = {str(other_area)}
    for by, of, told in (
        (coordinator, {}, always | area),
        (coordinator, {"consent": given.consents.get()}, always | area),
        (representative, {"contribution": for_chair}, set()),
        (representative, {"contribution": stayed}, always),
        (representative, {"contribution": went}, always | area),
    ):
        before = [each.pk for each in Correction.objects.all()]
        file_in_error(by, **of)
        found = Correction.objects.exclude(pk__in=before)
        assert {each.to_whom for each in found} == told, of
        # The agreement stands, and what was shared: nobody is told of these that they were in error.
        assert {each.what.partition(":")[0] for each in found} <= {"Names of files"}, of
    client.force_login(coordinator)
    page = client.get(reverse("reports:corrections", args=[given.reference])).content.decode()
    assert f'<a href="{reverse("reports:case_files", args=[given.reference])}">Names of files: recorded in' in page


def test_nobody_had_a_section_36_decision_in_a_paper_before_it_counted(
    area, case, referral, other_area, coordinator, chair, stranger
):
    """Where it waited for a second signature it may have been read in the case, and nowhere else."""
    factories.policy(area, Section36Policy, council_decides=True)
    answered = factories.transfer(case, other_area, chair)
    cases.operations.take_back_transfer(answered, by=chair)
    decided = {"by": coordinator, "referral": referral}
    for said, offered in ((ENDS, True), (YES, False), (YES, True)):
        decision = cases.operations.decide_section36(case, **decided, **said)
        if offered:
            offer = factories.transfer(case, other_area, chair)
        handed(case, chair, "His GP", "section36")
        panels.operations.record_section36_in_error(case, by=coordinator, decision=decision, **REASON)
        told = {str(other_area)} if said is YES and offered else set()
        assert to_tell(case, "section36") == told | ({"His GP"} if said is YES else set())
        if offered:
            cases.operations.take_back_transfer(offer, by=chair)


def test_a_summary_that_holds_what_was_found_untrue_is_not_opened_any_more(
    client, case, chair, coordinator, governance
):
    holds, other = handed(case, chair, "His GP", "referrals"), handed(case, chair, "A charity", "actions")
    referral = case.carried_referrals.get().referral
    referrals.operations.propose_found_untrue(referral, by=coordinator, reason="Made up.")
    referrals.operations.answer_found_untrue(referral, by=governance, agreed=True, answer_reason="I asked too.")
    client.force_login(chair)
    opened = [client.get(reverse("reports:open_casesummary", args=[each.reference])) for each in (holds, other)]
    assert [each.status_code for each in opened] == [404, 200]
    assert to_tell(case) == {"His GP"}


@standing
def corrected(case, chair, coordinator):
    """A case of which a summary and a word had gone to others when two entries were found to be in error."""
    wrong = [contact_in_error(case, coordinator) for _ in range(2)]
    handed(case, chair, "His GP", "contacts")
    factories.disclosure(case, coordinator, body="His club", disclosed_on=clock.today())
    for each in wrong:
        each()
    return case


def addresses_of(body: str) -> list[str]:
    found = Correction.objects.filter(body=body).order_by("pk")
    return [reverse("reports:say_correction_told", args=[each.reference]) for each in found]


def test_it_stays_on_home_and_on_the_case_until_the_last_was_told(client, corrected, coordinator, chair):
    page = reverse("reports:corrections", args=[corrected.reference])

    def asked(person) -> list[bool]:
        client.force_login(person)
        found = [client.get(each).content.decode() for each in (reverse("home:home"), corrected.get_absolute_url())]
        return [page in each for each in found]

    # On the home of the owner alone; the chair sees it on the case.
    second = factories.person(corrected.area, PostKind.COORDINATOR, "Cleo Coordinator")
    factories.purpose(corrected, second)
    assert [asked(each) for each in (coordinator, chair, second)] == [[True, True], [False, True], [False, True]]
    client.force_login(chair)
    for body, how in (("His GP", "telephone"), ("His club", "not_had")):
        told = client.get(addresses_of(body)[0])
        together = told.context["form"].fields["together"].initial
        today = {f"told_on_{part}": getattr(clock.today(), part) for part in ("day", "month", "year")}
        said = {"how": how, "words": f"Words for {body}.", "together": together} | today
        assert client.post(addresses_of(body)[0], said).url == page
        assert "This cannot be done now" in client.get(addresses_of(body)[1]).content.decode()
    assert [asked(each) for each in (coordinator, second, chair)] == [[False, False]] * 3
    read = client.get(page).content.decode()
    assert "Nobody is to be told of anything." in read
    assert read.count("Words for His GP.") == 2
    # Who was told is a line of the ledger, and who never had it is none.
    lines = client.get(reverse("reports_api:disclosures", args=[corrected.reference])).json()["results"]
    told = [(each["whom"], each["told"], each["by"]) for each in lines if each["what"] == "Told of what was put right"]
    assert told == [("His GP", "Contact log: recorded in error", str(chair))] * 2


def test_what_somebody_was_not_told_of_yet_still_waits(client, corrected, coordinator):
    first, second = Correction.objects.filter(body="His GP").order_by("pk")
    said = {"by": coordinator, "how": "letter", "words": "That he did not ring."}
    operations.say_correction_told(first, told_on=clock.today(), **said)
    assert AuditEntry.objects.latest("pk").what == "reports.say_correction_told"
    client.force_login(coordinator)
    read = client.get(reverse("reports_api:corrections", args=[corrected.reference])).json()
    assert [each["to_whom"] for each in read["to_tell"]] == ["His GP", "His club", "His club"]
    assert [(each["how"], each["told_by"]) for each in read["told"]] == [("letter", str(coordinator))]
    for day, words in ((1, "cannot be in the future"), (-1, "was put right later")):
        with pytest.raises(Refused, match=words):
            operations.say_correction_told(second, told_on=clock.today() + timedelta(days=day), **said)
    refused(f"UPDATE reports_correction SET words = 'x' WHERE id = {first.pk}", match="Cannot update")
    refused(f"UPDATE reports_correction SET body = 'x' WHERE id = {second.pk}", match="Cannot update")
    refused(f"UPDATE reports_correction SET how = 'letter' WHERE id = {second.pk}", match="when_how_and_by_whom")


def test_only_those_who_keep_the_ledger_read_it_and_those_who_run_the_case_tell(
    client, corrected, governance, police, police_representative, stranger, coordinator
):
    factories.share(corrected, police, coordinator)
    factories.purpose(corrected, governance)
    correction = Correction.objects.first()
    tell = {"how": "letter", "words": "So.", "told_on": clock.today()}
    page = reverse("reports:corrections", args=[corrected.reference])
    for person, status, fault in (
        (governance, 200, PermissionDenied), (police_representative, 403, NotVisible), (stranger, 404, NotVisible),
    ):  # fmt: skip
        client.force_login(person)
        assert client.get(page).status_code == status
        with pytest.raises(fault):
            operations.say_correction_told(correction, by=person, **tell)
    assert "Say that they were told" not in client.get(page).content.decode()


def test_its_pages_ask_the_same_however_much_was_put_right(client, corrected, coordinator, queries_of):
    client.force_login(coordinator)
    pages = [
        reverse("reports:corrections", args=[corrected.reference]),
        addresses_of("His GP")[0],
        reverse("home:home"),
        corrected.get_absolute_url(),
    ]
    at_first = [queries_of(page) for page in pages]
    assert max(at_first) <= 12
    for _ in range(6):
        contact_in_error(corrected, coordinator)()
    assert [queries_of(page) for page in pages] == at_first
