"""The referral form in Word: the blank one, and bringing in one that somebody filled."""

import io
import json

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from docx.oxml.ns import qn

from prevent_cases import clock
from prevent_cases.audit.models import AuditEntry
from prevent_cases.documents import not_taken
from prevent_cases.documents.bringing_in import BROUGHT_IN
from prevent_cases.documents.cleaning import filled as reading
from prevent_cases.documents.cleaning import word
from prevent_cases.documents.filled_form import boxes_of, chosen_of, recognise
from prevent_cases.documents.models import State, Upload
from prevent_cases.documents.word_form import bare, questions
from prevent_cases.later.models import OutboxRow
from prevent_cases.pages.models import Draft
from referrals.forms.task_list import IN_WORD, PARTS
from referrals.models import HowKnown, Referral, Urgency
from referrals.operations import submit_referral
from tests.documents.hostile import lies
from tests.documents.hostile import word as hostile
from tests.referrals import filling
from tests.referrals.filling import ANSWERS, IN_DRAFT

WAYS = [filling.in_the_control, filling.over_the_control, filling.beside_the_control, filling.in_pieces]


def read(document: bytes):
    """As the errand reads it, without the scanner and without the child."""
    written = json.loads(reading.read(word.clean(document)))
    return recognise(IN_WORD, written["rows"], written["rest"])


@pytest.fixture
def send(client, officer, area):
    def sent(content: bytes, name: str = "form.docx"):
        client.force_login(officer)
        return client.post(
            reverse("referrals:bring_in", args=[area.slug]), {"files": SimpleUploadedFile(name, content)}
        )

    return sent


@pytest.fixture
def brought_in(send, scanner, do_errands, django_capture_on_commit_callbacks):
    """The page of a form once the errands are done."""

    def bring(content: bytes):
        with django_capture_on_commit_callbacks(execute=True):
            waits = send(content)
            do_errands()
        return waits.url

    return bring


def draft_of(officer) -> Draft:
    return Draft.objects.get(owner=officer, operation=submit_referral.name)


# What it does: the blank form


def test_the_blank_form_asks_what_the_pages_ask(client, officer):
    client.force_login(officer)
    page = client.get(reverse("referrals:refer")).content.decode()
    address = reverse("referrals:blank_form")
    assert address in page
    answer = client.get(address)
    assert answer.headers["Content-Disposition"] == 'attachment; filename="referral-form.docx"'
    document = docx.Document(io.BytesIO(answer.content))
    headings = [each.text for each in document.paragraphs if each.style.name == "Heading 1"]
    assert headings == [part.title for part in PARTS]
    tags = [tag.get(qn("w:val")) for tag in document.element.iter(qn("w:tag"))]
    assert tags == [question.tag for question in questions(PARTS)]
    assert {"person.given_names", "concern.entries.4.text", "urgency.urgency"} <= set(tags)
    assert max(map(len, tags)) <= 64


def test_it_can_be_heard_title_language_headings_and_heads_of_tables():
    document = docx.Document(io.BytesIO(IN_WORD.blank()))
    assert (document.core_properties.title, document.core_properties.language) == (IN_WORD.title, "en-GB")
    assert document.styles["Normal"].element.rPr.find(qn("w:lang")).get(qn("w:val")) == "en-GB"
    for table in document.tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert [cell.text for cell in table.rows[0].cells] == ["Question", "Your answer"]
    named = list(document.element.iter(qn("w:alias")))
    assert len(named) == len(list(questions(PARTS)))


def test_each_question_is_known_by_its_tag_and_by_its_words():
    asked = list(questions(PARTS))
    assert len({question.tag for question in asked}) == len(asked)
    assert len({bare(question.label) for question in asked}) == len(asked)


def test_it_says_nothing_about_anybody(officer):
    about = docx.Document(io.BytesIO(IN_WORD.blank())).core_properties
    assert (about.author, about.last_modified_by, about.comments) == ("Prevent Cases", "", "")


# What it does: a filled form


@pytest.mark.parametrize("way", WAYS)
def test_what_was_written_is_recognised_however_it_was_written(way):
    form = read(filling.filled(ANSWERS, way))
    assert form.answers == IN_DRAFT
    assert form.beside == []


def test_a_blank_form_has_no_answers_and_nothing_beside():
    form = read(IN_WORD.blank())
    assert (form.answers, form.beside) == ({}, [])


def test_what_cannot_be_placed_stands_beside():
    def add(document):
        document.add_paragraph("PS: his mother rang again today.")
        row = document.tables[0].add_row()
        row.cells[0].text, row.cells[1].text = "Favourite teacher", "Mr Oak"

    answers = {"Date of birth": "some time in spring", "Gender": "a boy", "First names": "Ash"}
    form = read(filling.filled(answers, filling.in_the_control, add))
    assert form.answers == {"person": {"given_names": ["Ash"]}}
    assert form.beside == [
        "Date of birth\nsome time in spring",
        "Gender\na boy",
        "Favourite teacher\nMr Oak",
        "PS: his mother rang again today.",
    ]


@pytest.mark.parametrize(
    ("written", "boxes"),
    [
        ("27 March 2011", ("27", "march", "2011")),
        ("Monday, 2nd of May 2011", ("2", "may", "2011")),
        ("27/3/2011", ("27", "3", "2011")),
        ("27.03.2011", ("27", "03", "2011")),
        ("2011-03-27", ("27", "03", "2011")),
        ("March", None),
        ("27/3/11", None),
    ],
)
def test_days_as_people_write_them(written, boxes):
    assert boxes_of(written) == (boxes and dict(zip(("day", "month", "year"), boxes, strict=True)))


@pytest.mark.parametrize(
    ("written", "chosen"),
    [
        ("Yes: somebody should look at this today", Urgency.URGENT),
        ("yes", Urgency.URGENT),
        ("NO.", Urgency.NORMAL),
        ("i don't know", None),
        ("I do not know", Urgency.UNKNOWN),
        ("☐ No: it can wait for the next working day\n☒ Yes: somebody should look at this today", Urgency.URGENT),
        ("[ ] No\n[x] I do not know", Urgency.UNKNOWN),
        ("Yes\nNo", None),
        ("perhaps", None),
    ],
)
def test_choices_as_people_make_them(written, chosen):
    assert chosen_of(Urgency.choices, written) == chosen


def test_from_the_start_page_to_a_referral_that_was_checked_and_sent(client, brought_in, officer, school):
    whole = ANSWERS | {
        "Does the person know of this referral?": "No",
        "Does a parent or guardian know of it?": "I do not know",
        "If somebody does not know, why not?": "Somebody could come to harm",
        "Say more about why not": "He is afraid of his brother.",
        "Could somebody come to harm if it became known who told you?": "Yes",
        "Has anybody spoken with the family?": "No",
        "Has early help been offered, for example through a common assessment (CAF)?": "No",
        "Has there been a team around the child or family?": "No",
        "Has children's or adults' social care been told?": "No",
        "Have other services been asked?": "No",
        "Has the person said or shown that they want to harm somebody?": "No",
        "Is anybody in danger now?": "No",
        "Would you like to hear how the referral could have been made better?": "Yes",
    }
    page = client.get(brought_in(filling.filled(whole, filling.in_the_control)))
    draft = draft_of(officer)
    assert page.url == reverse("referrals:draft", args=[draft.reference])
    task_list = client.get(page.url).content.decode()
    assert task_list.count("From your form</div>") == len(PARTS)
    assert not Upload.objects.exists()
    part = reverse("referrals:part", args=[draft.reference, "referrer"])
    client.post(part, draft.answers["referrer"] | {"for_agency": school.slug})
    check = reverse("referrals:submit_referral", args=[draft.reference])
    assert "He is afraid of his brother." in client.get(check).content.decode()
    client.post(check, {"no_intelligence": "on", "as_far_as_known": "on"})
    referral = Referral.objects.get()
    assert (referral.given_names, referral.urgency, str(referral.born_on)) == ("Ashwin", Urgency.URGENT, "2011-03-27")
    assert [entry.how_known for entry in referral.entries.all()] == [HowKnown.SEEN, HowKnown.OPINION]
    assert referral.support_needs.get().fact == "Autism, diagnosed in 2024."
    assert (referral.online_part, referral.in_contact, referral.threat_made) == ("yes", "unknown", "no")
    assert (referral.police_called_result, referral.mappa_marac) == ("On Monday; reference 17.", "unknown")
    assert referral.completed_on == clock.today()


def test_what_found_no_place_is_shown_in_the_draft_as_text(client, brought_in, officer):
    def add(document):
        document.add_paragraph("<script>alert(1)</script> PS: his mother rang.")

    address = brought_in(filling.filled({"First names": "Ash"}, filling.in_the_control, add))
    page = client.get(address, follow=True).content.decode()
    assert "What else was written in your form" in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; PS: his mother rang." in page
    assert draft_of(officer).answers[BROUGHT_IN]["parts"] == ["person"]


def test_whoever_waits_is_told_and_the_page_looks_again_by_itself(client, send, officer):
    page = client.get(send(IN_WORD.blank()).url).content.decode()
    assert "Your form is being read" in page
    assert '<noscript><meta http-equiv="refresh"' in page


# What it records


def test_it_leaves_one_errand_and_no_trail_as_every_draft(send, officer, area):
    before = AuditEntry.objects.acts().count()
    send(IN_WORD.blank())
    (row,) = OutboxRow.objects.filter(task="referrals.bring_in_form")
    assert row.keys == [Upload.objects.get().pk, area.pk]
    assert AuditEntry.objects.acts().count() == before


def test_a_program_brings_one_in_once_and_is_led_to_its_draft(
    client, officer, coordinator, area, scanner, do_errands, django_capture_on_commit_callbacks
):
    url = reverse("referrals_api:bring_in", args=[area.slug])
    content = filling.filled(ANSWERS, filling.in_the_control)

    def bring():
        chosen = SimpleUploadedFile("form.docx", content)
        return client.post(url, {"files": chosen}, headers={"Idempotency-Key": "one"})

    client.force_login(coordinator)
    assert bring().status_code == 403
    client.force_login(officer)
    assert client.post(url, {}).json()["errors"] == {"files": ["Choose a file first."]}
    with django_capture_on_commit_callbacks(execute=True):
        (received,), again = bring().json(), bring().json()
        assert [received] == again
        assert Upload.objects.count() == 1
        far = reverse("referrals_api:brought_in", args=[received["reference"]])
        assert client.get(far).json() == {
            "reference": received["reference"], "state": "waiting", "why_not": "", "address": "",
        }  # fmt: skip
        do_errands()
    led = client.get(far).json()
    assert (led["state"], led["address"]) == ("read", reverse("referrals:draft", args=[draft_of(officer).reference]))
    client.force_login(coordinator)
    assert client.get(far).status_code == 404


def test_rung_twice_it_makes_one_draft(brought_in, officer, do_errands):
    brought_in(filling.filled(ANSWERS, filling.in_the_control))
    OutboxRow.objects.update(done_at=None)
    do_errands()
    assert Draft.objects.filter(owner=officer).count() == 1


# When it refuses


def test_a_hostile_form_makes_no_draft():
    """Whatever is wrong with it, it is refused with a sentence, or read without what is wrong with it."""
    tried = 0
    for name, _, content in hostile.files():
        tried += 1
        try:
            form = read(content)
        except word.NotTaken:
            continue
        assert form.answers == {}, name
    assert tried > 60


@pytest.mark.parametrize(
    ("content", "why_not"),
    [
        (b"Just a line of text.", not_taken.NO_WORD_FORM),
        (b"PK\x03\x04 broken", not_taken.BROKEN),
        (lies.zipped(a=b"x"), not_taken.ARCHIVE),
        (hostile.marked_encrypted(), not_taken.PROTECTED),
        (hostile.with_text("<w:p/>"), not_taken.NOT_OUR_FORM),
    ],
    # Not the bytes: an archive has the second in it at which it was made, and two processes would name it differently.
    ids=["text", "broken", "archive", "protected", "another form"],
)
def test_what_is_no_filled_form_gets_a_sentence_and_changes_nothing(client, brought_in, content, why_not):
    page = client.get(brought_in(content)).content.decode()
    assert "Your form could not be brought in" in page
    assert why_not.split(".")[0] in page
    assert "Nothing was changed." in page
    assert not Draft.objects.exists()
    assert Upload.objects.get().state == State.REFUSED


def test_without_a_file_it_asks_for_one(client, officer, area):
    client.force_login(officer)
    answer = client.post(reverse("referrals:bring_in", args=[area.slug]), {})
    assert answer.status_code == 422
    assert "Choose a file first." in answer.content.decode()


def test_one_that_is_too_large_is_not_received(client, send, settings):
    settings.LARGEST_FILE_MB = 0
    answer = send(IN_WORD.blank())
    assert answer.status_code == 422
    assert not Upload.objects.exists()


# Who may


def test_whoever_may_refer_in_the_area_brings_in_a_form(client, stranger, area):
    client.force_login(stranger)
    assert client.get(reverse("referrals:bring_in", args=[area.slug])).status_code == 403


def test_nobody_else_sees_how_far_it_is(client, send, colleague):
    waits = send(IN_WORD.blank()).url
    client.force_login(colleague)
    assert client.get(waits).status_code == 404


def test_the_blank_form_is_for_those_who_are_signed_in(client):
    assert client.get(reverse("referrals:blank_form")).status_code == 302


# How often it queries


def test_the_waiting_page_asks_the_same_however_many_forms_wait(client, send, queries_of):
    blank = IN_WORD.blank()
    waits = send(blank).url
    at_one = queries_of(waits)
    for _ in range(19):
        send(blank)
    assert queries_of(waits) == at_one
