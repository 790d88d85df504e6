"""Words are looked for in everything that is written about a case, and found by those alone who read them there."""

import pytest
from django.urls import reverse

import cases.operations
import panels.operations
import referrals.operations
from home.written import WRITTEN
from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, Sector
from prevent_cases.accounts.posts import PostKind
from tests import factories
from tests.cases.conftest import point
from tests.cases.test_letters import SAID as LETTER
from tests.panels.reviews import SAID as REVIEW
from tests.panels.reviews import exit_now, months_on, started_meeting
from tests.standing import standing

# A word of each kind of what is written, beside those of test_search.py: on which page, and who does not read it.
WORDS = {
    "aardvark": ("Concerns", ""),
    "badger": ("Concerns", ""),
    "capybara": ("Concerns", ""),
    "dormouse": ("Concerns", ""),
    "eland": ("Concerns", ""),
    "ferret": ("Concerns", ""),
    "gibbon": ("Overview", ""),
    "heron": ("Information", "police"),
    "ibis": ("Information", "coordinator police"),
    "jackdaw": ("Consent", ""),
    "kestrel": ("Consent", ""),
    "lynx": ("Support", ""),
    "marten": ("Support", ""),
    "newt": ("Support", ""),
    "otter": ("Support", ""),
    "puffin": ("Letters", ""),
    "quail": ("Meetings and decisions", ""),
    "raven": ("Support", ""),
    "shrew": ("Assessments", ""),
    "tapir": ("Support", ""),
    "urchin": ("Overview", ""),
}
# Who noticed it first is told to nobody who could tell the person's family, so no word finds it.
NOTICED = "stoat"


@standing
def told(officer, coordinator, panel, area, police, police_representative, childrens_services, representative, chair):
    """A case with a word of each kind, from its referral to the look back at the end."""
    sent = factories.referral(
        officer, other_concerns="An aardvark.", noticed_by="Ms Stoat", source_at_risk="yes",
        support_needs=[{"kind": "adjustment", "fact": "Badgers.", "source": "person"}],
    )  # fmt: skip
    (question,) = referrals.operations.ask_referrer(sent, by=coordinator, questions=["Which capybara?"])
    referrals.operations.answer_questions(sent, by=officer, **{question.reference: "The dormouse."})
    case = factories.case(sent, coordinator, panel)
    referrals.operations.add_to_referral(sent, by=officer, text="An eland.")
    said = {"whose": "person", "words": "A ferret.", "said_on": clock.today()}
    referrals.operations.record_own_words(sent, by=coordinator, **said)
    factories.share(case, police, coordinator)
    factories.section36(case, police_representative, grounds="A gibbon.")
    asked = factories.information_request(case, childrens_services, coordinator)
    factories.information_answer(asked, representative, "not_shared", why_not="A heron.")
    asked = factories.information_request(case, childrens_services, coordinator)
    factories.information_answer(asked, representative, "by_word", who_tells="Mr Ibis")
    factories.adopted(case, chair)
    cases.operations.record_being_told(
        case, by=coordinator, whom="person", told=True, on=clock.today(), what="A jackdaw."
    )
    factories.consent(case, coordinator, own_view="A kestrel.")
    away = factories.person(area, PostKind.COORDINATOR, "Ann Away")
    provider = factories.agency(area, "Larch Mentoring", AgencyType.PROVIDER, Sector.OTHER)
    giver = factories.person(provider, PostKind.PROVIDER, "Gil Giver")
    given = factories.intervention(case, provider, coordinator, giver, to_avoid="Tapirs.")
    factories.session(given, giver, what="A lynx.")
    concern = cases.operations.raise_urgent_concern(given, by=giver, words="A marten.")
    cases.operations.answer_urgent_concern(concern, by=coordinator, what_was_done="A newt.")
    cases.operations.plan_support(case, by=chair, **factories.PLAN | {"support": "An otter."})
    cases.operations.write_letter(case, by=coordinator, added="A puffin.", **LETTER)
    framework = factories.framework(area)
    known = {"H1": {"point": point(framework, "A lot"), "in_words": "A shrew."}}
    factories.assessment(case, coordinator, framework, entries=factories.found(framework, **known))
    for owner, by in ((away, coordinator), (coordinator, away)):
        cases.operations.allocate_case(case, by=by, owner=owner, note="An urchin.")
    exit_now(case, coordinator, chair, continues="A raven.")
    with clock.at(months_on(7)):
        item = started_meeting(panel, chair, police).items.get()
        panels.operations.record_review(item, by=chair, **REVIEW | {"reason": "A quail."})
    return case


@pytest.fixture
def found(client):
    def pages(person, word) -> list[str]:
        client.force_login(person)
        page = client.post(reverse("home:search"), {"words": word, "where": "own"})
        return [place.title for each in page.context["found"] for place in each.places]

    return pages


def test_each_kind_is_found_by_whoever_reads_it(
    found, told, coordinator, chair, police_representative, representative, second_coordinator
):
    people = {"coordinator": coordinator, "chair": chair, "police": police_representative}
    for word, (title, unread) in WORDS.items():
        for name, person in people.items():
            assert found(person, word) == ([] if name in unread.split() else [title]), (word, name)
    for person in (representative, second_coordinator):  # With whom it is not shared, and whose it is not.
        for some in (list(WORDS)[::2], list(WORDS)[1::2]):  # As many at once as the box takes.
            assert found(person, " or ".join(some)) == []
    assert found(chair, NOTICED) == []
    # However it is typed, it is answered.
    for typed in ("-" * 200, "- " * 100, "-(" * 100, '"' * 199, "or " * 66, "-a " * 66):
        assert found(chair, typed) == [], typed
    assert found(chair, f"heron {'-' * 60}puffin") == ["Information"]


def test_what_was_decided_on_a_referral_that_left_the_case_is_found_no_more(
    found, case, referral, officer, coordinator, panel, police, police_representative
):
    """It was about somebody else."""
    again = factories.referral(officer)
    cases.operations.confirm_same_person(again, by=coordinator, individual=case.individual, reason="Asked the school.")
    factories.case(again, coordinator, panel)
    factories.share(case, police, coordinator)
    for grounds in ("A wombat.", "A yak."):
        factories.section36(case, police_representative, grounds=grounds)
    assert found(coordinator, "wombat") == found(coordinator, "yak") == ["Overview"]
    cases.operations.undo_same_person(again, by=coordinator, reason="Two boys of one name.")
    assert (found(coordinator, "wombat"), found(coordinator, "yak")) == (["Overview"], [])


def test_every_kind_has_its_index():
    """Otherwise its table would be read from end to end."""
    for written in WRITTEN:
        indexed = [index.expressions for index in written.model._meta.indexes if index.expressions]
        assert (written.model.searched,) in indexed, written.model
