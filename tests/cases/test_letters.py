"""Letters: asked first whether writing is safe, in the words of the area, and never sent by themselves."""

import re
from datetime import timedelta
from io import BytesIO

import pikepdf
import pytest
from django.core import mail
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

import referrals.operations
from cases import operations
from cases.models import Letter, LetterKind
from cases.operations.letters import TO_A_PARENT
from cases.operations.receipt import ANSWERED, NOT_AGREED
from prevent_cases import clock
from prevent_cases.accounts.models import system_user
from prevent_cases.operations import AlreadyDone, Refused
from prevent_cases.reference.models import LetterPolicy
from referrals.models import ADULT_AT, birthday
from tests import factories
from tests.cases.raw import executed, refused

SAID = {
    "kind": "told",
    "to_whom": "person",
    "name": "Ashwin",
    "address": "1 Elm Way",
    "knows_who_opens": True,
    "who_opens_post": "Only he does: canary-post.",
    "parents_apart": "no",
    "parent_of_concern": "unknown",
    "why_safe": "His key worker asked him.",
}


def test_it_says_what_the_area_says_plainly_and_in_easy_read_and_goes_nowhere(
    case, area, coordinator, text_of, do_errands
):
    do_errands()
    mail.outbox.clear()
    factories.policy(area, LetterPolicy, told="You were referred: canary-words.", told_easy="They told us.\nAsk us.")
    letter = operations.write_letter(case, by=coordinator, added="Ms Birch will ring you.", **SAID)
    factories.policy(area, LetterPolicy, told="Other words from now on.")
    do_errands()
    letter.refresh_from_db()
    pages = text_of(letter.read()).split()
    text = " ".join(pages)
    assert "Dear Ashwin You were referred: canary-words. Ms Birch will ring you." in text
    assert text.index("Ms Birch") < text.index("They told us. Ask us.")
    # Nothing of why it was safe, no marking, no name of anybody else but whoever answers for it.
    for kept_back in ("canary-post", "key worker", "OFFICIAL", case.reference):
        assert kept_back not in text
    # Nor does it say by its properties from which service it is: somebody else may open it.
    with pikepdf.open(BytesIO(letter.read())) as made:
        kept = str(dict(made.docinfo)) + made.Root.Metadata.read_bytes().decode()
    assert kept.count("A letter to Ashwin") == 2
    assert "prevent" not in kept.lower()
    assert not mail.outbox
    with pytest.raises(AlreadyDone):
        operations.make_letter(letter, by=system_user())


def test_what_was_decided_comes_with_how_to_complain_to_the_council_and_to_others(area):
    policy = LetterPolicy.of(area)
    for kind in (LetterKind.OUTCOME, LetterKind.NO_CONCERN):
        plain, easy = policy.words(kind)
        for words in ("complain to us:", "never held against you", "Standards and Compliance", "Information Commiss"):
            assert words in plain, (kind, words)
        assert "You can complain to us." in easy.splitlines()
        assert "You can complain to others too." in easy.splitlines()
        assert "Prevent" not in plain + easy
    # Where an area says it in its own words, it says those alone.
    factories.policy(area, LetterPolicy, outcome="Ring our complaints officer.")
    assert LetterPolicy.of(area).words(LetterKind.OUTCOME)[0] == "Ring our complaints officer."


def test_of_an_ended_case_it_says_when_it_is_looked_at_whether_to_keep_it(
    client, case, chair, coordinator, text_of, do_errands
):
    operations.move_case(case, by=chair, stage="no_further_action")
    letter = operations.write_letter(case, by=coordinator, **SAID | {"kind": "no_concern"})
    do_errands()
    letter.refresh_from_db()
    words = " ".join(text_of(letter.read()).split())
    day = f"{case.retention_review_on:%-d %B %Y}"
    # Plainly, and in easy read.
    assert words.index(f"keep what we hold about this on {day}.") < words.index(f"We look on {day} if we still need it")
    client.force_login(coordinator)
    for page in (letter.get_absolute_url(), reverse("cases:easy_read_letter", args=[letter.reference])):
        assert day in client.get(page).content.decode()
    read = client.get(reverse("cases_api:view_letter", args=[letter.reference])).json()
    assert day in read["text"]
    assert day in read["easy_text"]


def test_of_a_live_case_it_says_no_day_as_none_is_known(case, coordinator):
    letter = operations.write_letter(case, by=coordinator, **SAID)
    assert (letter.text, letter.easy_text) == LetterPolicy.of(case.area).words("told")


def test_what_is_easy_to_read_is_one_short_sentence_to_a_line():
    """As it is shipped: an area may write its own."""
    answered = [easy.format(day="3 May 2026", who="Una Birch", agreed_to="A mentor.") for _, easy in ANSWERED.values()]
    shipped = [LetterPolicy().words(kind)[1] for kind in LetterKind.values]
    for line in "\n".join([*shipped, *answered, TO_A_PARENT[1], NOT_AGREED[1]]).split("\n"):
        assert 3 <= len(line.split()) <= 15, line
        assert re.fullmatch(r"[A-Z][^.!?;()]+[.]", line), line


def test_no_provider_of_support_is_named_in_it(client, area, case, coordinator, provider, text_of, do_errands):
    factories.policy(area, LetterPolicy, support="Larch Mentoring helps.", support_easy="Gil of Larch Mentoring helps.")
    said = {"kind": "support", "added": "Ring LARCH MENTORING.", "address": "c/o Larch Mentoring\n1 Elm Way"}
    letter = operations.write_letter(case, by=coordinator, **SAID | said)
    do_errands()
    letter.refresh_from_db()
    client.force_login(coordinator)
    read = [
        " ".join(text_of(letter.read()).split()),
        client.get(letter.get_absolute_url()).content.decode(),
        client.get(reverse("cases:easy_read_letter", args=[letter.reference])).content.decode(),
        client.get(reverse("cases_api:view_letter", args=[letter.reference])).content.decode(),
    ]
    for words in read:
        assert "larch mentoring" not in words.lower()
        assert provider.name_on_paper in words


def test_first_whether_writing_is_safe(case, coordinator, police, gateway):
    factories.share(case, police, coordinator)
    for field in ("who_opens_post", "why_safe", "name"):
        with pytest.raises(Refused) as refusal:
            operations.write_letter(case, by=coordinator, **SAID | {field: ""})
        assert refusal.value.field == field
    factories.hold(case.individual, gateway)
    with pytest.raises(Refused, match="hold"):
        operations.write_letter(case, by=coordinator, **SAID)
    assert not Letter.objects.exists()


TO_PARENT = SAID | {"to_whom": "parent", "name": "Ms Birch", "parent_of_concern": "no"}
RAW = (
    "INSERT INTO cases_letter (reference, asked_by_id, asked_at, file, sha256, case_id, kind, to_whom, which_parent,"
    " name, address, text, easy_text, who_opens_post, parents_apart, parent_of_concern, why_safe, sent_how,"
    " in_error_reason)"
    " SELECT 'RAWRAWRAWR', %s, %s, '', '', %s, 'told', 'parent', %s, 'x', '', 'x', 'x', 'x', %s, %s, 'x', '', ''"
)


def raw_letter(case, by, said, at=None):
    answers = (said.get("which_parent", ""), said["parents_apart"], said["parent_of_concern"])
    return (RAW, by.pk, at or clock.now(), case.pk, *answers)


@pytest.mark.parametrize(
    ("said", "field", "words"),
    [
        ({"parent_of_concern": "yes"}, "to_whom", "no letter goes to a parent"),
        ({"parent_of_concern": "unknown"}, "parent_of_concern", "Find out first"),
        ({"parents_apart": "unknown"}, "parents_apart", "Find out first"),
        ({"parents_apart": "yes"}, "which_parent", "to which of them"),
    ],
)
def test_to_no_parent_whom_it_may_not_reach(client, case, coordinator, said, field, words):
    with pytest.raises(Refused, match=words) as refusal:
        operations.write_letter(case, by=coordinator, **TO_PARENT | said)
    assert refusal.value.field == field
    refused(*raw_letter(case, coordinator, TO_PARENT | said), match="known to be safe")
    client.force_login(coordinator)
    page = reverse("cases:write_letter", args=[case.reference])
    answered = client.post(page, TO_PARENT | said | {"knows_who_opens": "yes"})
    assert (answered.status_code, list(answered.context["form"].errors)) == (409, [field])
    address = reverse("cases_api:write_letter", args=[case.reference])
    sent = TO_PARENT | said | {"knows_who_opens": "yes"}
    assert client.post(address, sent, content_type="application/json").status_code == 409
    assert not Letter.objects.exists()
    # To the person themselves it may be all the same.
    operations.write_letter(case, by=coordinator, **TO_PARENT | said | {"to_whom": "person"})


def test_to_a_parent_it_says_to_which_where_they_live_apart(client, case, coordinator):
    executed(*raw_letter(case, coordinator, TO_PARENT))
    apart = TO_PARENT | {"parents_apart": "yes", "which_parent": "His mother, with whom he lives."}
    client.force_login(coordinator)
    client.post(reverse("cases:write_letter", args=[case.reference]), apart | {"knows_who_opens": "yes"})
    letter = Letter.objects.exclude(which_parent="").get()
    assert "His mother, with whom he lives." in client.get(letter.get_absolute_url()).content.decode()
    read = client.get(reverse("cases_api:view_letter", args=[letter.reference])).json()
    assert read["which_parent"] == "His mother, with whom he lives."


def test_who_opens_the_post_is_found_out_first(client, case, coordinator):
    with pytest.raises(Refused, match="Find out first who opens the post"):
        operations.write_letter(case, by=coordinator, **SAID | {"knows_who_opens": False})
    client.force_login(coordinator)
    answered = client.post(reverse("cases:write_letter", args=[case.reference]), SAID | {"knows_who_opens": "no"})
    assert (answered.status_code, list(answered.context["form"].errors)) == (409, ["knows_who_opens"])
    assert not Letter.objects.exists()


def test_from_the_eighteenth_birthday_on_nothing_goes_to_a_parent(client, case, coordinator, do_errands):
    letter, to_person = (operations.write_letter(case, by=coordinator, **said) for said in (TO_PARENT, SAID))
    # What the area writes to the person is said to be meant of the child.
    assert letter.text.startswith("We write to you as a parent or guardian.")
    assert letter.easy_text.startswith("You are a parent or guardian.")
    assert "“you” means your child.\nSomebody was worried about you." in letter.easy_text
    assert "parent" not in to_person.text + to_person.easy_text
    do_errands()
    born_on = case.individual.born_on
    eighteenth = birthday(born_on, ADULT_AT)
    told = {"whom": "parent", "told": True, "what": "The leaflet."}
    with clock.at(clock.now() + (eighteenth - clock.today())):
        with pytest.raises(Refused, match="no parent") as refusal:
            operations.write_letter(case, by=coordinator, **TO_PARENT)
        assert refusal.value.field == "to_whom"
        refused(*raw_letter(case, coordinator, TO_PARENT, clock.now()), match="parent of an adult")
        with pytest.raises(Refused, match="no parent"):
            operations.say_letter_sent(letter, by=coordinator, sent_on=eighteenth, sent_how="post")
        with pytest.raises(Refused, match="no parent") as refusal:
            operations.record_being_told(case, by=coordinator, on=eighteenth, **told)
        assert refusal.value.field == "whom"
        client.force_login(coordinator)
        opened = [client.get(reverse("cases:open_letter", args=[each.reference])) for each in (letter, to_person)]
        assert [each.status_code for each in opened] == [409, 200]
        assert "no parent" in client.get(letter.get_absolute_url()).content.decode()
        # What went to them the day before can still be said, and the person is written to as ever.
        before = eighteenth - timedelta(days=1)
        executed(*raw_letter(case, coordinator, TO_PARENT, clock.now() - timedelta(days=1)))
        operations.record_being_told(case, by=coordinator, on=before, **told)
        operations.say_letter_sent(letter, by=coordinator, sent_on=before, sent_how="post")
        operations.write_letter(case, by=coordinator, **SAID)
        # What reached them then is read here as before.
        assert client.get(reverse("cases:open_letter", args=[letter.reference])).status_code == 200


def test_of_whoever_is_known_by_an_age_alone_no_parent_is_written_to_once_they_are_surely_18(
    officer, coordinator, panel
):
    case = factories.case(factories.referral(officer, born_on=None, age_given=16), coordinator, panel)
    surely = clock.now() + (birthday(clock.today(), 2) - clock.today())
    executed(*raw_letter(case, coordinator, TO_PARENT, surely - timedelta(days=1)))
    refused(*raw_letter(case, coordinator, TO_PARENT, surely), match="parent of an adult")


def test_a_hold_that_is_set_at_the_same_moment_waits_or_stops_it(case, coordinator):
    with CaptureQueriesContext(connection) as asked:
        operations.write_letter(case, by=coordinator, **SAID)
    sql = [each["sql"] for each in asked]
    locked = next(at for at, each in enumerate(sql) if "referrals_individual" in each and "FOR NO KEY UPDATE" in each)
    with connection.cursor() as cursor:  # Planned before, it is asked by its name.
        cursor.execute("""SELECT name FROM pg_prepared_statements WHERE statement LIKE '%"referrals_hold"."set_at"%'""")
        names = [name for (name,) in cursor.fetchall()]
    asked_at = [at for at, each in enumerate(sql) if any(f"EXECUTE {name} (" in each for name in names)]
    assert locked < asked_at[0]


def test_a_hold_that_comes_afterwards_stops_it_for_those_who_know_of_it(
    client, case, coordinator, police, police_representative, gateway, do_errands
):
    factories.share(case, police, coordinator)
    letter = operations.write_letter(case, by=coordinator, **SAID)
    do_errands()
    pages = {
        name: reverse(f"cases:{name}", args=[letter.reference])
        for name in ("view_letter", "easy_read_letter", "open_letter")
    }

    def seen(person):
        client.force_login(person)
        return [client.get(page) for page in pages.values()]

    before = seen(police_representative)
    factories.hold(case.individual, gateway)
    after = seen(police_representative)
    assert [each.status_code for each in after] == [200, 200, 200]
    assert after[2].content == before[2].content
    assert not [each for each in after[:2] if "on hold" in each.content.decode()]
    assert "You are not in trouble." in after[1].content.decode()
    view, easy, opened = seen(coordinator)
    assert opened.status_code == 409
    assert pages["open_letter"] not in view.content.decode()
    assert "You are not in trouble." not in easy.content.decode()
    for page in (view, easy, opened):
        assert "The police have put this person on hold." in page.content.decode()
    sent = {"sent_on": clock.today(), "sent_how": "post"}
    with pytest.raises(Refused, match="on hold"):
        operations.say_letter_sent(letter, by=coordinator, **sent)
    referrals.operations.lift_hold(case.individual.holds.get(), by=gateway)
    assert [each.status_code for each in seen(coordinator)] == [200, 200, 200]
    operations.say_letter_sent(letter, by=coordinator, **sent)


def test_what_went_before_a_hold_was_set_is_still_said(case, coordinator, police, gateway):
    factories.share(case, police, coordinator)
    letter, other = (operations.write_letter(case, by=coordinator, **SAID) for _ in range(2))
    went_on = clock.today()
    with clock.at(clock.now() + timedelta(days=2)):
        factories.hold(case.individual, gateway)
        for day in (clock.today(), clock.today() + timedelta(days=1)):
            with clock.at(clock.now() + timedelta(days=1)), pytest.raises(Refused, match="on hold"):
                operations.say_letter_sent(other, by=coordinator, sent_on=day, sent_how="post")
        operations.say_letter_sent(letter, by=coordinator, sent_on=went_on, sent_how="post")
    assert letter.sent_on == went_on


def test_nothing_is_asked_about_parents_of_an_adult(client, case, coordinator):
    client.force_login(coordinator)
    page = reverse("cases:write_letter", args=[case.reference])
    asked = [name for name in SAID if name.startswith("parent")]
    form = client.get(page).context["form"]
    assert all(name in form.fields for name in asked)
    assert "“you” means the child" in form.fields["added"].help_text
    said = {name: value for name, value in SAID.items() if name not in asked}
    with pytest.raises(Refused, match="or that it is not known"):
        operations.write_letter(case, by=coordinator, **said)
    operations.record_birthday(case, by=coordinator, born_on=clock.today().replace(year=1990, day=1), source="Himself.")
    fields = client.get(page).context["form"].fields
    assert not [name for name in (*asked, "which_parent") if name in fields]
    assert [value for value, _ in fields["to_whom"].choices] == ["person"]
    assert not fields["added"].help_text
    assert client.post(page, said | {"knows_who_opens": "yes"}).status_code == 302
    read = client.get(Letter.objects.get().get_absolute_url()).content.decode()
    assert "Who opens the post" in read
    assert "Parents live apart" not in read


def test_that_it_reached_them_is_said_once(case, coordinator):
    letter = operations.write_letter(case, by=coordinator, **SAID)
    for days, words in ((1, "future"), (-1, "written later")):
        with pytest.raises(Refused, match=words):
            operations.say_letter_sent(
                letter, by=coordinator, sent_on=clock.today() + timedelta(days=days), sent_how="post"
            )
    operations.say_letter_sent(letter, by=coordinator, sent_on=clock.today(), sent_how="by_hand")
    with pytest.raises(Refused, match="already"):
        operations.say_letter_sent(letter, by=coordinator, sent_on=clock.today(), sent_how="post")


def test_by_the_page(client, case, coordinator):
    client.force_login(coordinator)
    page = reverse("cases:write_letter", args=[case.reference])
    wrong = client.post(page, SAID | {"knows_who_opens": "yes", "why_safe": "", "address": "2 Oak Row"})
    assert (wrong.status_code, list(wrong.context["form"].errors)) == (422, ["why_safe"])
    assert "2 Oak Row" in wrong.content.decode()
    client.post(page, SAID | {"knows_who_opens": "yes"})
    letter = Letter.objects.get()
    assert LetterPolicy.of(case.area).told[:40] in client.get(letter.get_absolute_url()).content.decode()
    easy = client.get(reverse("cases:easy_read_letter", args=[letter.reference])).content.decode()
    assert "You are not in trouble." in easy
    assert "canary-post" not in easy
    assert f"<title>Letter {letter.reference} in easy read</title>" in easy  # As a browser prints it above.
    assert "Not yet" in client.get(reverse("cases:letters", args=[case.reference])).content.decode()


def test_who_may(client, case, coordinator, chair, police, police_representative, representative, stranger):
    factories.share(case, police, coordinator)
    letter = operations.write_letter(case, by=coordinator, **SAID)
    pages = [
        reverse("cases:letters", args=[case.reference]),
        reverse("cases:write_letter", args=[case.reference]),
        letter.get_absolute_url(),
        reverse("cases:easy_read_letter", args=[letter.reference]),
        reverse("cases:say_letter_sent", args=[letter.reference]),
        reverse("cases_api:view_letter", args=[letter.reference]),
    ]
    for person, answers in {
        coordinator: [200, 200, 200, 200, 200, 200],
        chair: [200, 403, 200, 200, 403, 200],
        police_representative: [200, 403, 200, 200, 403, 200],
        representative: [404] * 6,
        stranger: [404] * 6,
    }.items():
        client.force_login(person)
        assert [client.get(page).status_code for page in pages] == answers, person


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ("text = 'x'", "Cannot update"),
        ("why_safe = ''", "Cannot update"),
        ("sent_on = now()", "says_when_how_and_by_whom"),
    ],
)
def test_behind_django(case, coordinator, change, fault):
    operations.write_letter(case, by=coordinator, **SAID)
    with pytest.raises(Exception, match=fault), transaction.atomic():
        connection.cursor().execute(f"UPDATE cases_letter SET {change}")
