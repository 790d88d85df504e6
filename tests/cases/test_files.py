"""Files of a case: added to it or to what an agency shares, read by those for whom that is, sealed for everybody."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from cases import operations
from cases.models import CaseFile
from cases.tasks import check_file, forget_drafts
from prevent_cases import clock
from prevent_cases.accounts.models import system_user
from prevent_cases.audit.models import AuditEntry
from prevent_cases.documents.kinds import Checked
from prevent_cases.documents.models import State
from prevent_cases.later.models import OutboxRow
from prevent_cases.operations import NotVisible, Refused
from prevent_cases.pages.models import Draft
from tests import factories
from tests.documents.hostile import EICAR

WRONG = {"reason": "Canary-wrong: of his cousin."}


@pytest.fixture
def shared(case, police, childrens_services, coordinator):
    for agency in (police, childrens_services):
        factories.share(case, agency, coordinator)
    return case


def addresses_of(file):
    return [file.get_absolute_url(), reverse("cases:open_file", args=[file.reference])] + [
        reverse(f"cases_api:{name}_file", args=[file.reference]) for name in ("view", "open")
    ]


# What it does


def test_from_choosing_it_to_opening_its_copy(client, shared, coordinator):
    page = reverse("reports:case_files", args=[shared.reference])
    start = reverse("cases:start_adding_files", args=[shared.reference])
    client.force_login(coordinator)
    assert start in client.get(page).content.decode()
    choose = client.post(start).url
    upload = factories.chosen_file(coordinator, Draft.objects.get(), "letter.txt")
    assert "Everybody who may read the case may open them" in client.get(choose).content.decode()
    unsaid = client.post(f"{choose}send/", {"what": ""})
    assert (unsaid.status_code, "Say what they are." in unsaid.content.decode()) == (422, True)
    sent = client.post(f"{choose}send/", {"what": "Her mother's letter."}, follow=True).content.decode()
    assert "Being checked" in sent
    assert not Draft.objects.exists()
    file = CaseFile.objects.get()
    assert file.reference == upload.reference
    assert OutboxRow.objects.filter(task="cases.check_file", keys=[file.pk]).exists()
    assert client.get(reverse("cases:open_file", args=[file.reference])).status_code == 404
    operations.release_case_file(file, by=system_user(), checked=Checked("text", b"A note."))
    assert "Her mother&#x27;s letter." in client.get(page).content.decode()
    opened = client.get(reverse("cases:open_file", args=[file.reference]))
    assert opened.content == b"A note."
    assert opened.headers["Content-Disposition"] == f'attachment; filename="file-{file.reference}.txt"'


def test_a_virus_is_found(committed, scanner, client, shared, coordinator, do_errands):
    file = factories.case_file(shared, coordinator, ready=False, content=EICAR)
    do_errands()
    file.refresh_from_db()
    assert file.state == State.REFUSED
    client.force_login(coordinator)
    assert "The virus scanner found something harmful" in client.get(file.get_absolute_url()).content.decode()


def test_it_shows_an_answer_about_support(client, shared, coordinator, chair, police_representative):
    factories.section36(shared, police_representative)
    line = factories.consent(factories.adopted(shared, chair), coordinator)
    client.force_login(coordinator)
    add = reverse("cases_api:add_files", args=[shared.reference])
    upload = factories.chosen_file(coordinator, name="signed.txt")
    said = {"files": [upload.reference], "what": "The signed form.", "consent": line.reference}
    assert client.post(add, said, content_type="application/json").status_code == 200
    file = CaseFile.objects.get()
    ledger = client.get(reverse("cases:consent", args=[shared.reference])).content.decode()
    assert file.get_absolute_url() in ledger
    assert client.get(reverse("cases_api:view_file", args=[file.reference])).json()["consent"] == line.reference
    operations.record_consent_in_error(line, by=coordinator, reason="The other brother's.")
    with pytest.raises(Refused, match="stands in this case"):
        factories.case_file(shared, coordinator, consent=line)
    assert "recorded in error" in client.get(file.get_absolute_url()).content.decode()


def test_one_put_into_the_wrong_case_stays_says_so_and_is_named_where_the_case_is_told_of_no_more(
    client, shared, coordinator, chair
):
    file = factories.case_file(shared, coordinator, what="Canary-file: his cousin's form.")
    client.force_login(coordinator)
    page = reverse("cases:record_file_in_error", args=[file.reference])
    assert page in client.get(file.get_absolute_url()).content.decode()
    assert client.post(page, {"reason": ""}).status_code == 422
    assert "Canary-wrong: of his cousin." in client.post(page, WRONG, follow=True).content.decode()
    file.refresh_from_db()
    assert (file.in_error_by, file.in_error_reason) == (coordinator, WRONG["reason"])
    # It opens still; the list of files says how it stands, and neither chronology nor summary names it.
    assert client.get(reverse("cases:open_file", args=[file.reference])).status_code == 200
    assert page not in client.get(file.get_absolute_url()).content.decode()
    assert "Recorded in error" in client.get(reverse("reports:case_files", args=[shared.reference])).content.decode()
    (listed,) = client.get(reverse("reports_api:case_files", args=[shared.reference])).json()["added"]
    assert listed["in_error_at"]
    read = client.get(reverse("cases_api:view_file", args=[file.reference])).json()
    assert read["in_error_reason"] == WRONG["reason"]
    chronology = client.get(reverse("reports:chronology", args=[shared.reference])).content.decode()
    assert "Canary-file" not in chronology
    assert not CaseFile.objects.standing().exists()
    with pytest.raises(Refused, match="already"):
        operations.record_file_in_error(file, by=coordinator, **WRONG)
    for sql in ("in_error_reason = 'Otherwise.'", "in_error_at = NULL, in_error_by_id = NULL, in_error_reason = ''"):
        with pytest.raises(DatabaseError, match="Cannot update rows"), transaction.atomic():
            connection.cursor().execute(f"UPDATE cases_casefile SET {sql}")
    # What must not be held at all is sealed, also afterwards.
    operations.seal_case_file(file, by=chair)


def test_one_that_is_said_to_be_in_error_is_still_checked_and_nothing_is_said_of_one_that_is_sealed(
    shared, coordinator
):
    file = factories.case_file(shared, coordinator, ready=False)
    operations.record_file_in_error(file, by=coordinator, **WRONG)
    operations.release_case_file(file, by=system_user(), checked=Checked("text", b"A note."))
    sealed = factories.case_file(shared, coordinator)
    operations.seal_case_file(sealed, by=coordinator)
    with pytest.raises(Refused, match="sealed already"):
        operations.record_file_in_error(sealed, by=coordinator, **WRONG)


# Who may


def test_who_says_that_it_is_in_error(
    shared, police, coordinator, chair, police_representative, representative, officer
):
    """Whoever added it and the coordinator; what an agency shares is its own."""

    def refused_to(file, *people):
        for person in people:
            with pytest.raises(PermissionDenied):
                operations.record_file_in_error(file, by=person, **WRONG)

    added = factories.case_file(shared, police_representative)
    refused_to(added, chair, representative)
    operations.record_file_in_error(added, by=police_representative, **WRONG)
    operations.record_file_in_error(factories.case_file(shared, chair), by=coordinator, **WRONG)
    part_of = factories.contribution(shared, police, police_representative)
    file = factories.case_file(shared, police_representative, contribution=part_of)
    refused_to(file, coordinator, chair, representative)
    operations.record_file_in_error(file, by=police_representative, **WRONG)
    with pytest.raises(NotVisible):
        operations.record_file_in_error(file, by=officer, **WRONG)


def test_whoever_works_on_the_case_adds_them(shared, coordinator, chair, police_representative, governance, officer):
    for person in (coordinator, chair, police_representative):
        operations.add_case_files(shared, by=person, files=[factories.chosen_file(person)], what="A form.")
    with pytest.raises(PermissionDenied):
        factories.case_file(shared, governance)
    with pytest.raises(NotVisible):
        factories.case_file(shared, officer)
    assert shared.files.count() == 3


@pytest.mark.parametrize(
    ("mark", "read_by"),
    [
        (None, "coordinator chair police_representative representative governance"),
        ("all_members", "coordinator chair police_representative representative governance"),
        ("police_and_chairs", "chair police_representative"),
        ("chair_only", "chair police_representative"),
    ],
)
def test_it_is_read_by_those_for_whom_it_is_and_noticed_by_nobody_else(
    client, shared, police, coordinator, chair, police_representative, representative, governance, officer, stranger,
    mark, read_by,
):  # fmt: skip
    factories.purpose(shared, governance)
    part_of = mark and factories.contribution(shared, police, police_representative, mark)
    file = factories.case_file(shared, police_representative, contribution=part_of, what="Canary-what.")
    people = {
        "coordinator": coordinator, "chair": chair, "police_representative": police_representative,
        "representative": representative, "governance": governance, "officer": officer, "stranger": stranger,
    }  # fmt: skip
    lists = [reverse(name, args=[shared.reference]) for name in (
        "reports:case_files", "reports_api:case_files", "cases:information", "cases:history", "cases:view_case",
    )]  # fmt: skip
    for who, person in people.items():
        client.force_login(person)
        read = who in read_by.split()
        assert {client.get(each).status_code for each in addresses_of(file)} == {200 if read else 404}, who
        pages = [client.get(each).content.decode() for each in lists]
        assert any("Canary-what." in page and "form.txt" in page for page in pages) is read, who
        assert any(file.reference in page for page in pages) is read, who


def test_with_what_its_agency_withdraws_it_is_closed(client, shared, police, coordinator, police_representative):
    part_of = factories.contribution(shared, police, police_representative)
    file = factories.case_file(shared, police_representative, contribution=part_of)
    operations.withdraw_contribution(part_of, by=police_representative, reason="It is about somebody else.")
    for person, status in ((coordinator, 404), (police_representative, 200)):
        client.force_login(person)
        assert {client.get(each).status_code for each in addresses_of(file)} == {status}
    with pytest.raises(Refused, match="withdrawn"):
        factories.case_file(shared, police_representative, contribution=part_of)


def test_only_its_own_agency_adds_to_what_it_shares(client, shared, police, police_representative, representative):
    part_of = factories.contribution(shared, police, police_representative)
    with pytest.raises(PermissionDenied):
        factories.case_file(shared, representative, contribution=part_of)
    client.force_login(police_representative)
    start = reverse("cases:start_adding_contribution_files", args=[part_of.reference])
    assert start in client.get(part_of.get_absolute_url()).content.decode()
    choose = client.post(start).url
    assert "Now that is: all members." in client.get(choose).content.decode()
    factories.chosen_file(police_representative, Draft.objects.get(), "log.txt")
    sent = client.post(f"{choose}send/", {"what": "The log of May."}, follow=True)
    assert sent.redirect_chain[-1][0] == part_of.get_absolute_url()
    assert "The log of May." in sent.content.decode()


def test_sealed_it_is_closed_to_everybody(client, shared, coordinator, chair):
    file = factories.case_file(shared, coordinator)
    client.force_login(chair)
    assert "cannot be undone" in client.get(reverse("cases:seal_file", args=[file.reference])).content.decode()
    client.post(reverse("cases:seal_file", args=[file.reference]))
    for person in (coordinator, chair):
        client.force_login(person)
        assert "Sealed" in client.get(file.get_absolute_url()).content.decode()
        assert client.get(reverse("cases:open_file", args=[file.reference])).status_code == 404


# What it records


def test_the_history_says_that_files_were_added_but_not_to_what_is_marked(
    client, shared, police, coordinator, police_representative
):
    factories.case_file(shared, coordinator)
    part_of = factories.contribution(shared, police, police_representative, "chair_only", with_deputies=False)
    file = factories.case_file(shared, police_representative, contribution=part_of)
    operations.seal_case_file(file, by=police_representative)
    client.force_login(coordinator)
    history = client.get(reverse("cases:history", args=[shared.reference])).content.decode()
    assert history.count("Files added") == 1
    for told in ("File found clean", "File sealed"):
        assert told not in history
    said = AuditEntry.objects.about(part_of).acts().values_list("what", flat=True)
    assert "cases.add_contribution_files" in said


# What is never there


def test_the_database_keeps_it_as_it_was_received(
    shared, police, police_representative, coordinator, chair, officer, panel
):
    file = factories.case_file(shared, coordinator)
    other = factories.case(factories.referral(officer), coordinator, panel)
    for sql in (
        "UPDATE cases_casefile SET what = 'x'",
        f"UPDATE cases_casefile SET case_id = {other.pk}",
        "UPDATE cases_casefile SET kind = '', state = 'ready'",
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            connection.cursor().execute(sql)
    own = ("id", "reference", "case_id", "contribution_id")
    same = ", ".join(field.column for field in CaseFile._meta.fields if field.column not in own)
    copied = (
        f"INSERT INTO cases_casefile (reference, case_id, contribution_id, {same})"
        f" SELECT 'OTHER', case_id, %s, {same} FROM cases_casefile"
    )
    factories.share(other, police, coordinator)
    foreign = factories.contribution(other, police, factories.person(police, "representative", "Paula Police"))
    with pytest.raises(DatabaseError, match="another case"), transaction.atomic():
        connection.cursor().execute(copied, [foreign.pk])
    refused = factories.case_file(shared, coordinator, ready=False)
    operations.refuse_case_file(refused, by=system_user(), checked=Checked(why_not="It is no picture."))
    with pytest.raises(Refused, match="was not taken"):
        operations.seal_case_file(refused, by=coordinator)
    operations.seal_case_file(file, by=coordinator)
    with pytest.raises(DatabaseError), transaction.atomic():
        connection.cursor().execute("UPDATE cases_casefile SET state = 'ready'")
    part_of = factories.contribution(shared, police, police_representative)
    operations.move_case(shared, by=chair, stage="no_further_action")
    with pytest.raises(DatabaseError, match="has ended"), transaction.atomic():
        connection.cursor().execute(f"{copied} WHERE id = {file.pk}", [part_of.pk])
    with pytest.raises(Refused, match="has ended"):
        factories.case_file(shared, police_representative, contribution=part_of)


def test_once_its_case_has_ended_what_comes_is_added_to_it_and_not_where_another_area_has_it(
    client, shared, coordinator, chair, other_area, stranger
):
    start = reverse("cases:start_adding_files", args=[shared.reference])
    client.force_login(coordinator)
    for ends in ("no_further_action", "transferred"):
        with transaction.atomic():
            if ends == "transferred":
                there = factories.panel(other_area, "Panel of Eastvale")
                thea = factories.person(there, "chair", "Thea There")
                factories.transferred(factories.transfer(shared, other_area, chair), there, stranger, thea)
                shared.refresh_from_db()
            else:
                operations.move_case(shared, by=chair, stage=ends)
            is_open = ends != "transferred"
            page = client.get(reverse("reports:case_files", args=[shared.reference])).text
            assert (start in page) is is_open
            if is_open:
                file = factories.case_file(shared, coordinator, what="Canary: a letter that came back.")
                assert "Canary: a letter that came back." in client.get(file.get_absolute_url()).text
            else:
                with pytest.raises(Refused, match="with another area now"):
                    factories.case_file(shared, coordinator)
            transaction.set_rollback(True)
        shared.refresh_from_db()


# What goes by itself


def test_a_check_that_comes_twice_is_done_once(committed, scanner, shared, coordinator):
    file = factories.case_file(shared, coordinator, ready=False)
    for _ in range(2):
        check_file(OutboxRow.objects.get(task="cases.check_file").pk)
    file.refresh_from_db()
    assert file.state == State.READY
    assert AuditEntry.objects.about(file).filter(what="cases.release_case_file").count() == 1


def test_what_was_begun_and_left_is_removed(client, shared, police, coordinator, police_representative):
    part_of = factories.contribution(shared, police, police_representative)
    client.force_login(coordinator)
    client.post(reverse("cases:start_adding_files", args=[shared.reference]))
    client.force_login(police_representative)
    client.post(reverse("cases:start_adding_contribution_files", args=[part_of.reference]))
    with clock.at(clock.now() + timedelta(days=27)):
        forget_drafts()
        assert Draft.objects.count() == 2
    with clock.at(clock.now() + timedelta(days=28, minutes=1)):
        forget_drafts()
        assert not Draft.objects.exists()


def test_as_many_queries_at_one_file_as_at_twenty(client, shared, coordinator, queries_of):
    pages = [reverse(name, args=[shared.reference]) for name in ("reports:case_files", "cases:consent")]
    client.force_login(coordinator)
    factories.case_file(shared, coordinator)
    at_one = [queries_of(page) for page in pages]
    for _ in range(19):
        factories.case_file(shared, coordinator)
    assert [queries_of(page) for page in pages] == at_one
    assert max(at_one) <= 12
