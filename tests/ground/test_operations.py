"""Operations: what calling one supplies, whatever the function inside does."""

import json
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from cases.models import AgreementParty, SharingAgreement
from cases.operations import record_being_told
from prevent_cases import clock, operations
from prevent_cases.accounts import operations as accounts
from prevent_cases.accounts.models import Area, Post
from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry, DigestKey
from prevent_cases.audit.records import key_of
from prevent_cases.audit.writing import digest
from prevent_cases.operations import NotVisible, Operation, Refused, asked_at_the_commit
from tests import factories


def made(function, *, locked=True) -> Operation:
    """An operation of this test alone, which stands in no list of the product's."""
    return Operation(function, "accounts.keep_area", None, locked)


@made
def rename(area, *, by, name):
    """Area renamed.

    More about it.
    """
    area.change(name=name)


@made
def rename_and_refuse(area, *, by):
    """Area renamed."""
    area.change(name="Never to be seen")
    raise Refused("Not today.")


@made
def write_what_a_trigger_refuses(area, *, by, constraint=""):
    """Area renamed."""
    with connection.cursor() as cursor:
        named = f", CONSTRAINT = '{constraint}'" if constraint else ""
        raised = f"RAISE EXCEPTION 'It ended just now.' USING ERRCODE = 'check_violation'{named};"
        cursor.execute(f"DO $$ BEGIN {raised} END $$")


@pytest.fixture
def unconfirmed(area, administrator) -> Post:
    return accounts.give_post(
        area, by=administrator, email="new@area.example", name="Nina New", kind=PostKind.COORDINATOR
    )


# What it does


def test_the_function_runs_and_its_result_is_returned(unconfirmed):
    assert Post.objects.get(user__email="new@area.example") == unconfirmed


def test_the_record_is_read_anew_before_anything_is_decided(unconfirmed, second_administrator):
    stale = Post.objects.get(pk=unconfirmed.pk)
    accounts.withdraw_post(unconfirmed, by=second_administrator)
    with pytest.raises(Refused, match="This post has been withdrawn"):
        accounts.confirm_post(stale, by=second_administrator)
    assert stale.withdrawn_at


def test_the_first_line_of_its_docstring_is_its_sentence_and_its_name_its_title():
    assert (rename.sentence, rename.title) == ("Area renamed.", "Rename")
    assert (accounts.give_post.name, accounts.give_post.title) == ("accounts.give_post", "Give post")


def text_of(captured) -> str:
    """What was asked, with the text of what was prepared before."""
    asked = " ".join(each["sql"] for each in captured)
    with connection.cursor() as cursor:
        cursor.execute("SELECT statement FROM pg_prepared_statements WHERE name = ANY(%s)", [asked.split()])
        return asked + str(cursor.fetchall())


def test_it_locks_its_record_but_nothing_that_many_create_in(area, administrator):
    with CaptureQueriesContext(connection) as of_rename:
        rename(area, by=administrator, name="Upper Harrowmere")
    with CaptureQueriesContext(connection) as of_creating:
        accounts.add_agency(area, by=administrator, name="Mill School", type="school", sector="education")
    assert "FOR NO KEY UPDATE" in text_of(of_rename)
    assert "FOR NO KEY UPDATE" not in text_of(of_creating)


def test_it_is_carried_out_on_its_own_kind_of_record_only(school, administrator):
    with pytest.raises(TypeError, match="carried out on Area, not on Agency"):
        rename(school, by=administrator, name="x")


def test_no_two_operations_share_a_name():
    with pytest.raises(ValueError, match=r"accounts\.add_agency is declared twice"):
        operations.operation("accounts.keep_area")(accounts.add_agency.function)


# What it records


def test_one_entry_says_who_did_what_to_which_record_and_which_fields_changed(area, administrator):
    before = AuditEntry.objects.count()
    rename(area, by=administrator, name="Upper Harrowmere")
    entry = AuditEntry.objects.latest("pk")
    assert AuditEntry.objects.count() == before + 1
    assert (entry.by, entry.what, entry.sentence) == (key_of(administrator), rename.name, "Area renamed.")
    assert entry.about == [key_of(area)]
    assert '"fields": ["name"]' in entry.changes
    assert "Harrowmere" not in entry.changes


def test_a_record_made_shows_in_the_history_of_what_it_is_under(school, area):
    entry = AuditEntry.objects.about(school).get()
    assert entry.about == [key_of(area), key_of(school)]
    assert entry in AuditEntry.objects.about(area)


def test_the_values_before_and_after_are_kept_and_tied_to_the_entry(area, administrator):
    rename(area, by=administrator, name="Upper Harrowmere")
    entry = AuditEntry.objects.latest("pk")
    assert [event.name for event in area.events.order_by("pgh_id")] == ["Harrowmere", "Upper Harrowmere"]
    assert area.events.get(pgh_context_id=entry.token).name == "Upper Harrowmere"


def test_a_digest_proves_its_values_only_while_the_key_of_its_individual_lives(case, coordinator):
    """Of yes or no either answer could be tried. The key dies with the individual, and with nobody else's."""
    told = record_being_told(case, by=coordinator, whom="person", told=True, on=clock.today(), what="On the phone.")
    entry, individual = AuditEntry.objects.about(told).acts().get(), key_of(case.individual)
    (change,) = [each for each in json.loads(entry.changes) if each["record"] == key_of(told)]

    def tried():
        key = DigestKey.of(individual)
        return {digest(key, type(told)(**values | {"told": yes}), change["fields"]) for yes in (True, False)}

    values = {field.attname: getattr(told, field.attname) for field in told._meta.concrete_fields}
    assert change["digest"] in tried()
    DigestKey.objects.exclude(about=individual).delete()
    assert change["digest"] in tried()
    of_nobody = DigestKey.of(key_of(case.area))
    DigestKey.forget(case.individual)
    assert change["digest"] not in tried()
    assert DigestKey.of(key_of(case.area)) == of_nobody


def test_an_operation_inside_another_has_an_entry_of_its_own_that_points_to_the_outer(area, administrator):
    @made
    def reorganise(area, *, by):
        """Area reorganised."""
        area.change(name="First")
        rename(area, by=by, name="Second")
        area.change(name="Third")

    reorganise(area, by=administrator)
    inner, outer = AuditEntry.objects.order_by("pk")[AuditEntry.objects.count() - 2 :]
    assert (inner.sentence, outer.sentence) == ("Area renamed.", "Area reorganised.")
    assert inner.outer == outer.token
    tied = {event.name: event.pgh_context_id for event in area.events.all()}
    assert tied | {"Harrowmere": None} == {
        "Harrowmere": None, "First": outer.token, "Second": inner.token, "Third": outer.token
    }  # fmt: skip


def test_history_goes_on_under_the_outer_entry_after_an_inner_operation_refused(area, administrator):
    @made
    def try_and_go_on(area, *, by):
        """Area reorganised."""
        with pytest.raises(Refused):
            rename_and_refuse(area, by=by)
        area.change(name="After the refusal")

    try_and_go_on(area, by=administrator)
    entry = AuditEntry.objects.latest("pk")
    assert entry.sentence == "Area reorganised."
    assert area.events.get(name="After the refusal").pgh_context_id == entry.token
    assert not area.events.filter(name="Never to be seen").exists()


# When it refuses


def test_an_obstacle_stops_it_with_its_sentence(unconfirmed, second_administrator):
    accounts.confirm_post(unconfirmed, by=second_administrator)
    with pytest.raises(Refused) as refusal:
        accounts.confirm_post(unconfirmed, by=second_administrator)
    assert refusal.value.sentence == "This post has been confirmed."


@pytest.mark.parametrize("fault", [Refused("Not today."), ZeroDivisionError()])
def test_what_does_not_succeed_leaves_neither_a_change_nor_an_entry(area, administrator, fault):
    @made
    def fail(area, *, by):
        """Area renamed."""
        area.change(name="Never to be seen")
        raise fault

    before = AuditEntry.objects.count()
    with pytest.raises(type(fault)):
        fail(area, by=administrator)
    assert Area.objects.get().name == "Harrowmere"
    assert AuditEntry.objects.count() == before


def test_what_a_trigger_says_is_told_and_a_constraint_that_has_only_a_name_is_a_fault(area, administrator):
    with pytest.raises(Refused, match=r"^It ended just now\.$"):
        write_what_a_trigger_refuses(area, by=administrator)
    with pytest.raises(IntegrityError):
        write_what_a_trigger_refuses(area, by=administrator, constraint="it_has_a_name")
    assert not AuditEntry.objects.filter(what__endswith="write_what_a_trigger_refuses").exists()


def test_what_is_deferred_is_asked_as_the_outermost_operation_ends_and_is_deferred_again(area, administrator, school):
    @made
    def begin(area, *, by):
        """Agreement begun."""
        today = {"starts_on": clock.today(), "until": clock.today(), "recorded_by": by, "recorded_at": clock.now()}
        said = {"title": "Sharing", "purpose": "To help.", "kept_where": "A shelf."}
        return SharingAgreement.objects.create(area=area, **today, **said)

    @made
    def finish(area, *, by):
        """Agreement finished."""
        AgreementParty.objects.create(agreement=begin(area, by=by), agency=school)

    for _ in range(2):
        finish(area, by=administrator)
        with pytest.raises(Refused, match=r"^An agreement is with some agency\.$"):
            begin(area, by=administrator)
    assert SharingAgreement.objects.count() == 2
    with connection.cursor() as cursor:
        cursor.execute("SELECT conname FROM pg_constraint WHERE condeferrable AND NOT condeferred")
        assert cursor.fetchall() == []
    # Where thousands share one transaction it is left to the commit.
    with transaction.atomic():
        with asked_at_the_commit():
            begin(area, by=administrator)
        with pytest.raises(IntegrityError, match="some agency"):
            connection.check_constraints()
        transaction.set_rollback(True)


def test_a_refusal_inside_passes_through_and_undoes_the_outer_operation(area, administrator):
    @made
    def reorganise(area, *, by):
        """Area reorganised."""
        area.change(name="First")
        rename_and_refuse(area, by=by)

    with pytest.raises(Refused, match="Not today"):
        reorganise(area, by=administrator)
    assert Area.objects.get().name == "Harrowmere"


# Who may


def test_one_who_sees_the_record_but_may_not_is_denied(area, coordinator):
    with pytest.raises(PermissionDenied, match="You may see this, but not rename"):
        rename(area, by=coordinator, name="x")


def test_for_one_who_may_not_see_it_the_record_does_not_exist(unconfirmed, stranger):
    with pytest.raises(NotVisible):
        accounts.withdraw_post(unconfirmed, by=stranger)


def test_the_posts_of_the_person_are_read_anew(area, administrator, second_administrator):
    factories.person(area, PostKind.ADMINISTRATOR, "Third Administrator")
    assert administrator.posts.holds(PostKind.ADMINISTRATOR)
    accounts.withdraw_post(Post.objects.get(user=administrator), by=second_administrator)
    with pytest.raises(PermissionDenied):
        rename(area, by=administrator, name="x")


def test_nobody_who_has_left_may_do_anything(area, administrator):
    administrator.is_active = False
    administrator.save()
    with pytest.raises(NotVisible):
        rename(area, by=administrator, name="x")


# Two at once


def test_of_two_people_confirming_one_post_at_once_one_is_told_it_is_done(committed, unconfirmed, area):
    third = factories.person(area, PostKind.ADMINISTRATOR, "Third Administrator")
    _, second = factories.administrators(area)
    start = threading.Barrier(2)

    def confirm(person):
        post = Post.objects.get(pk=unconfirmed.pk)
        start.wait()
        try:
            accounts.confirm_post(post, by=person)
            return "done"
        except Refused as refusal:
            return refusal.sentence
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as threads:
        answers = sorted(threads.map(confirm, [second, third]))
    assert answers == ["This post has been confirmed.", "done"]
    assert AuditEntry.objects.about(unconfirmed).filter(what="accounts.confirm_post").count() == 1
