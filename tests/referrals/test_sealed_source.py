"""On behalf of somebody who came with a worry: who they are is sealed, and stands on one page alone.

That it does is asked in test_kept_apart.py.
"""

import pytest
from django.db import IntegrityError, connection, transaction
from django.urls import reverse

from prevent_cases.accounts.posts import PostKind
from prevent_cases.audit.models import AuditEntry
from prevent_cases.operations import Refused
from referrals import operations
from referrals.models import SealedSource
from tests import factories
from tests.referrals.test_submit_referral import ANSWERS, answer_all

CANARY = "Canaryname"
SAID = factories.ON_BEHALF | {"source_name": CANARY, "source_contact": CANARY, "source_relation": CANARY}


@pytest.fixture
def referral(officer):
    return factories.referral(officer, **SAID)


@pytest.fixture
def sealed(referral):
    return SealedSource.objects.get(referral=referral)


def page(name: str, record) -> str:
    return reverse(f"referrals:{name}", args=[record.reference])


# What it does


def test_it_is_kept_apart_from_the_referral_and_can_be_opened_from_it(client, referral, sealed, coordinator):
    assert (sealed.brought_by, sealed.source_name, sealed.source_may_be_named) == ("public", CANARY, "no")
    client.force_login(coordinator)
    shown = client.get(referral.get_absolute_url()).content.decode()
    assert sealed.get_absolute_url() in shown
    assert CANARY not in shown
    opened = client.get(sealed.get_absolute_url()).content.decode()
    for words in (CANARY, "A member of the public", "Do not write any of this into an assessment"):
        assert words in opened


def test_nobody_else_brought_it_unless_that_is_said(officer):
    factories.referral(officer)
    factories.referral(officer, on_behalf="no", source_name=CANARY)
    assert not SealedSource.objects.exists()


def test_it_is_asked_on_a_page_that_there_is_and_gone_from_the_draft_once_sent(client, officer, area, school):
    client.force_login(officer)
    started = client.post(reverse("referrals:start", args=[area.slug])).url
    answer_all(client, started, school)
    told = ANSWERS["told"] | {"on_behalf": "yes"}
    unsaid = client.post(f"{started}told/", told).content.decode()
    for sentence in ("Choose who brought the worry to you.", "Choose whether they agreed to be named."):
        assert sentence in unsaid
    assert client.post(f"{started}told/", ANSWERS["told"] | SAID).status_code == 302
    assert CANARY in client.get(f"{started}check/").content.decode()
    client.post(f"{started}check/", {"no_intelligence": "on", "as_far_as_known": "on"})
    assert SealedSource.objects.get().source_name == CANARY
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pages_draft")
        assert cursor.fetchone() == (0,)


def test_a_lead_to_whom_it_is_handed_over_reads_nothing_of_it_and_sends_it_sealed(client, officer, lead, school):
    said = ANSWERS | {"told": ANSWERS["told"] | SAID}
    answers = {slug: {name: [value] for name, value in of_part.items()} for slug, of_part in said.items()}
    draft = factories.draft(officer, **answers)
    client.force_login(officer)
    assert "does not read who it was" in client.get(page("hand_over_draft", draft)).content.decode()
    factories.handed_over(draft, lead)
    client.force_login(lead)
    pages = [draft.get_absolute_url(), f"{draft.get_absolute_url()}told/"]
    answer = client.post(
        f"{draft.get_absolute_url()}referrer/", {"for_agency": school.slug, "feedback_wanted": "no"}, follow=True
    )
    assert answer.status_code == 200
    shown = [client.get(address).content.decode() for address in (*pages, f"{draft.get_absolute_url()}check/")]
    assert "Check your answers" in shown[-1]
    assert not any(CANARY in each for each in shown)
    assert f"If somebody came to {officer} with this worry, who they are is not shown to you" in shown[1]
    # Saved by the lead as it is shown to them, and had back, it is as its author wrote it.
    client.post(pages[1], ANSWERS["told"] | {"on_behalf": "yes", "brought_by": "public", "source_may_be_named": "no"})
    draft.refresh_from_db()
    operations.hand_back_draft(draft, by=lead, word="Yours.")
    assert draft.answers["told"]["source_name"] == [CANARY]
    factories.handed_over(draft, lead)
    client.post(f"{draft.get_absolute_url()}referrer/", {"for_agency": school.slug, "feedback_wanted": "no"})
    client.post(f"{draft.get_absolute_url()}check/", {"no_intelligence": "on", "as_far_as_known": "on"})
    sealed = SealedSource.objects.get()
    assert {sealed.source_name, sealed.source_contact, sealed.source_relation} == {CANARY}
    assert sealed.referral.referred_by == lead


def test_it_goes_along_to_another_area(referral, sealed, coordinator, other_area, stranger):
    factories.received(referral, coordinator)
    operations.offer_transfer(referral, by=coordinator, to_area=other_area, reason="He lives there.")
    assert not SealedSource.objects.permitted(stranger, "referrals.view_sealedsource").exists()
    moved = operations.accept_transfer(referral, by=stranger)
    assert SealedSource.objects.permitted(stranger, "referrals.view_sealedsource").get().referral == moved
    assert moved.sealed_source.source_name == CANARY


# What it records


def test_each_view_is_an_entry_that_names_nobody(client, referral, sealed, coordinator):
    client.force_login(coordinator)
    client.get(sealed.get_absolute_url())
    entry = AuditEntry.objects.about(referral).first()
    assert (entry.what, entry.sentence) == ("referrals.view_sealedsource", "Sealed part of a referral viewed.")
    assert not AuditEntry.objects.filter(changes__contains=CANARY).exists()


def test_what_was_sealed_stays_as_it_was(sealed):
    with pytest.raises(Exception, match="Cannot update"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE referrals_sealedsource SET source_name = ''")


# When it refuses


@pytest.mark.parametrize("name", ["brought_by", "source_may_be_named"])
def test_who_it_was_and_whether_they_agreed_must_be_said(officer, name):
    with pytest.raises(Refused, match="Choose wh"):
        factories.referral(officer, **SAID | {name: ""})


def test_nor_does_the_database_take_nobody(officer):
    with pytest.raises(IntegrityError, match="a_source_is_of_some_kind_and_was_asked"):
        factories.referral(officer, **SAID | {"brought_by": "nobody"})


# Who may


def test_only_front_door_and_coordinator_of_the_area_may_know(
    client, referral, sealed, officer, lead, coordinator, front_door, organiser, chair, representative, area, stranger
):
    governance = factories.person(area, PostKind.GOVERNANCE_LEAD, "Gita Governance")
    factories.received(referral, coordinator, best_placed=representative.held_posts.get().agency)
    for person in (coordinator, front_door):
        client.force_login(person)
        assert client.get(sealed.get_absolute_url()).status_code == 200
    for person in (officer, lead, organiser, chair, representative, governance, stranger):
        client.force_login(person)
        assert client.get(sealed.get_absolute_url()).status_code == 404
        for name in ("view_referral", "follow_referral"):
            assert "sealed" not in client.get(page(name, referral)).content.decode()


# How often it queries


def test_its_page_asks_the_same_however_many_there_are(client, sealed, officer, coordinator, queries_of):
    client.force_login(coordinator)
    at_one = queries_of(sealed.get_absolute_url())
    for _ in range(19):
        factories.referral(officer, **SAID)
    assert queries_of(sealed.get_absolute_url()) == at_one
