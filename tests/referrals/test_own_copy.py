"""The referrer's own copy of a referral, for the person's file: asking for it, what stands in it, opening it."""

import io
from datetime import timedelta

import pikepdf
import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils.formats import date_format

from prevent_cases import clock
from prevent_cases.accounts import operations as accounts
from prevent_cases.accounts.models import Post, system_user
from prevent_cases.audit.models import AuditEntry
from prevent_cases.later.models import OutboxRow
from prevent_cases.operations import AlreadyDone, NotVisible, Refused
from prevent_cases.reference.models import ConcernType, LawfulBasis
from referrals import operations
from referrals.models import Door, OwnCopy
from referrals.models.copies import LEFT_OUT, TITLES
from tests import factories
from tests.browser.scripts import SCRIPTS


def made_for(person, referral) -> OwnCopy:
    copy = operations.request_own_copy(referral, by=person)
    operations.make_own_copy(copy, by=system_user())
    return copy


def page_of(client, copy, name="view"):
    return client.get(reverse(f"referrals:{name}_owncopy", args=[copy.reference]))


def today() -> str:
    return date_format(clock.today(), "j F Y")


def words(text: str) -> str:
    return " ".join(text.split())


# What it does


def test_it_holds_what_was_sent_and_what_was_added(full_referral, officer, text_of):
    operations.add_to_referral(full_referral, by=officer, text="He came back on Monday.")
    text = words(text_of(made_for(officer, full_referral).read()))
    for said in (
        f"Referral {full_referral.reference}",
        "Ashwin Birch",
        "Ashwin Birtch",
        "Meera Birch, his mother",
        "Asha, 9",
        "Larkfield School, year 10",
        "He drew a symbol on his book.",
        "Somebody told me",
        "He said that Friday will show them.",
        "It is my opinion",
        "Autism, diagnosed in 2024. (A record or a letter says so)",
        "They did not want it",
        "We have not reached her yet.",
        "He speaks of Friday.",
        "plays a part Yes",
        "who draw them in I do not know",
        "want to harm somebody No",
        "Police called Yes On Monday, about the bag; reference 17.",
        "Known to MAPPA or MARAC Yes MARAC; ask the school nurse.",
        f"Form completed {today()}",
        f"Referral received {today()}",
        "Larkfield School (Education)",
        "Olive Officer, Class teacher",
        officer.email,
        "He came back on Monday.",
    ):
        assert said in text, said


def test_every_page_bears_marking_reader_copy_moment_and_its_number(full_referral, officer, text_of):
    copy = made_for(officer, full_referral)
    text = text_of(copy.read())
    pages = text.count("OFFICIAL-SENSITIVE")
    assert pages >= 2
    assert text.count(f"Copy {copy.reference} for Olive Officer, ") == pages
    assert f"Page {pages} of {pages}" in text


def test_of_the_decision_only_the_released_words_stand_in_it(referral, officer, coordinator, panel, text_of):
    operations.record_concern_type(referral, by=coordinator, concern_type=ConcernType.objects.get(code="incel"))
    factories.meeting(panel)
    factories.case(referral, coordinator, panel)
    text = words(text_of(made_for(officer, referral).read()))
    assert "Thank you. A panel will look at it." in text
    for kept_back in ("A pattern over weeks.", "Channel Panel", "Incel", "Cora Coordinator"):
        assert kept_back not in text, kept_back


def test_free_text_is_text_in_every_copy(referral, officer, coordinator, text_of):
    for script in (*SCRIPTS, '<img src="file:///etc/passwd"> & <b>more</b>'):
        operations.add_to_referral(referral, by=officer, text=script)
    operations.add_to_referral(referral, by=officer, text="He wrote \u202eevil\u202c and \u2066more\u2069.")
    why = {"to_whom": "Social care", "purpose": SCRIPTS[0], "lawful_basis": LawfulBasis.PUBLIC_TASK}
    disclosed = operations.disclose_copy(referral, by=coordinator, door=Door.CHILDREN, **why)
    operations.make_disclosed_copy(disclosed, by=system_user())
    for made in (made_for(officer, referral).read(), disclosed.read()):
        text = "".join(text_of(made).split())
        assert [script for script in SCRIPTS if "".join(script.split()) not in text] == []
        assert "file:///etc/passwd" in text
        assert "Hewrote‹RLO›evil‹PDF›and‹LRI›more‹PDI›." in text
        with pikepdf.open(io.BytesIO(made)) as pdf:
            parts = [part for part in pdf.objects if isinstance(part, pikepdf.Dictionary | pikepdf.Stream)]
            keys = set().union(*(part.keys() for part in parts))
        assert "/Type" in keys
        assert not keys & {"/JS", "/AA", "/OpenAction", "/URI", "/EF"}


def test_from_the_referral_to_the_open_file(client, referral, officer, do_errands):
    client.force_login(officer)
    followed = client.get(reverse("referrals:follow_referral", args=[referral.reference])).content.decode()
    asked = reverse("referrals:request_own_copy", args=[referral.reference])
    assert asked in followed
    assert "Make a copy for the person's file" in client.get(asked).content.decode()
    waits = client.post(asked).url
    assert "is being made" in client.get(waits).content.decode()
    do_errands()
    copy = OwnCopy.objects.get()
    assert waits == copy.get_absolute_url()
    opened = page_of(client, copy, "open")
    assert opened.content.startswith(b"%PDF-1.7")
    assert opened.headers["Content-Disposition"] == (f'attachment; filename="copy-of-a-referral-{copy.reference}.pdf"')


def test_the_referrer_makes_a_form_for_early_help_of_what_they_sent(
    client, full_referral, officer, coordinator, do_errands, text_of
):
    client.force_login(officer)
    followed = client.get(reverse("referrals:follow_referral", args=[full_referral.reference])).content.decode()
    address = reverse("referrals:request_early_help_form", args=[full_referral.reference])
    assert address in followed
    asked = words(client.get(address).content.decode())
    assert "does not say that the family agreed to early help" in asked
    assert LEFT_OUT[Door.EARLY_HELP] in asked
    waits = client.post(address).url
    do_errands()
    copy = OwnCopy.objects.get()
    assert "Form for early help" in client.get(waits).content.decode()
    text = words(text_of(copy.read()))
    assert f"Copy {copy.reference} for early help, " in text
    for said in (TITLES[Door.EARLY_HELP], "Meera Birch, his mother", "Olive Officer, Class teacher", officer.email):
        assert said in text, said
    for kept_back in ("MARAC", "He speaks of Friday.", "want to harm somebody", "Prevent"):
        assert kept_back not in text, kept_back
    assert text.index("What the family agreed to") < text.index("Why help is asked for")
    entry = AuditEntry.objects.about(full_referral).filter(what="referrals.request_early_help_form").get()
    assert entry.sentence == "Form for early help asked for. Whoever asked for it sends it."
    sent = client.post(
        reverse("referrals_api:request_early_help_form", args=[full_referral.reference]),
        content_type="application/json",
    )
    assert sent.status_code == 201
    made = OwnCopy.objects.latest("pk")
    assert client.get(reverse("referrals_api:view_owncopy", args=[made.reference])).json()["layout"] == "early_help"


def test_the_form_for_early_help_says_nothing_of_who_told_where_that_could_do_harm(client, officer, text_of):
    agreed = {"source_at_risk": "yes", "early_help": "yes", "early_help_consent": "given", "noticed_by": "His aunt"}
    referral = factories.referral(officer, **agreed)
    client.force_login(officer)
    page = client.get(reverse("referrals:request_early_help_form", args=[referral.reference])).content.decode()
    assert "It leaves out who told and who refers." in page
    assert "does not say that the family agreed" not in page
    copy = operations.request_early_help_form(referral, by=officer)
    operations.make_own_copy(copy, by=system_user())
    text = words(text_of(copy.read()))
    assert "They agreed" in text
    assert "Olive Officer" not in text
    assert "His aunt" not in text


def test_the_endpoint_asks_and_tells_how_far_it_is(client, referral, officer):
    client.force_login(officer)
    asked = client.post(
        reverse("referrals_api:request_own_copy", args=[referral.reference]), content_type="application/json"
    )
    assert asked.status_code == 201
    told = client.get(reverse("referrals_api:view_owncopy", args=[OwnCopy.objects.get().reference])).json()
    assert (told["referral"], told["state"], told["made_at"]) == (referral.reference, "making", None)


# What it records


def test_asking_making_and_opening_are_an_entry_each_about_the_referral(unprinted, client, referral, officer):
    copy = made_for(officer, referral)
    client.force_login(officer)
    page_of(client, copy, "open")
    last = [entry.what for entry in AuditEntry.objects.about(referral)[:3]]
    assert last == ["referrals.open_owncopy", "referrals.make_own_copy", "referrals.request_own_copy"]


# When it refuses


def test_a_made_copy_is_not_made_again(referral, officer):
    with pytest.raises(AlreadyDone):
        operations.make_own_copy(made_for(officer, referral), by=system_user())


def test_nothing_is_made_for_one_who_may_no_longer_follow_the_referral(referral, officer, administrator, do_errands):
    copy = operations.request_own_copy(referral, by=officer)
    accounts.withdraw_post(Post.objects.get(user=officer), by=administrator)
    officer.forget_posts()
    with pytest.raises(Refused, match="You could no longer do this"):
        operations.make_own_copy(copy, by=system_user())
    do_errands()
    copy.refresh_from_db()
    assert (copy.made_at, copy.state) == (None, "failed")
    assert not OutboxRow.objects.filter(task="referrals.make_own_copy", done_at=None).exists()
    assert AuditEntry.objects.about(referral).first().what == "referrals.refuse_own_copy"


# Who may


def test_only_whoever_follows_the_referral_may_ask(client, referral, coordinator, colleague, chair, stranger):
    for request in (operations.request_own_copy, operations.request_early_help_form):
        for person in (colleague, chair, stranger):
            with pytest.raises(NotVisible):
                request(referral, by=person)
            client.force_login(person)
            assert client.get(reverse(request.name.replace(".", ":"), args=[referral.reference])).status_code == 404
        with pytest.raises(PermissionDenied):
            request(referral, by=coordinator)


def test_only_the_person_who_asked_opens_it(unprinted, client, referral, officer, coordinator, colleague, stranger):
    copy = made_for(officer, referral)
    for person in (coordinator, colleague, stranger):
        client.force_login(person)
        for name in ("view", "open"):
            assert page_of(client, copy, name).status_code == 404
        assert client.get(reverse("referrals_api:view_owncopy", args=[copy.reference])).status_code == 404


# How often it queries


def test_its_pages_ask_the_same_however_many_copies_there_are(unprinted, client, referral, officer, queries_of):
    copy = made_for(officer, referral)
    client.force_login(officer)
    addresses = [reverse(f"referrals:{name}_owncopy", args=[copy.reference]) for name in ("view", "open")]
    at_one = [queries_of(address) for address in addresses]
    for _ in range(19):
        operations.request_own_copy(referral, by=officer)
    assert [queries_of(address) for address in addresses] == at_one


def test_a_copy_is_removed_after_its_last_day_and_not_before(unprinted, referral, officer, coordinator, do_errands):
    why = {"to_whom": "Duty", "purpose": "Help.", "lawful_basis": LawfulBasis.PUBLIC_TASK}
    own = operations.request_own_copy(referral, by=officer)
    left = operations.disclose_copy(referral, by=coordinator, door=Door.CHILDREN, **why)
    do_errands()
    service = system_user()
    for copy, remove in ((own, operations.remove_own_copy), (left, operations.remove_disclosed_copy)):
        with pytest.raises(Refused, match="can be opened still"):
            remove(copy, by=service)
        with clock.at(clock.now() + timedelta(days=15)):
            with pytest.raises(PermissionDenied):
                remove(copy, by=copy.asked_by)
            remove(copy, by=service)
            with pytest.raises(AlreadyDone):
                remove(copy, by=service)
        assert not copy.file
