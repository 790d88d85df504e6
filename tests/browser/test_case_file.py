"""Casework in a real browser as those who work on a part of it: social care, the police, a provider; and a stranger."""

import re
from datetime import timedelta

import pypdfium2
import pytest
from django.urls import reverse
from playwright.sync_api import expect

import panels.operations as panels
from cases.operations import log_contact, note_own_account, write_letter
from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, Sector
from prevent_cases.accounts.posts import PostKind
from tests import factories
from tests.browser.signing_in import signed_in
from tests.browser.test_main_job import choose, follow, look, press

pytestmark = pytest.mark.xdist_group("browser")

FROM_POLICE = "Officers were called twice since May."
ONLY_POLICE = "A word for the police and the chairs."


@pytest.fixture(scope="module")
def people(service):
    """Two cases: about one, agencies are asked for what they know; in the other a mentor is asked for support."""
    area = factories.area("Ashmere")
    police = factories.agency(area, "Ashmere Police", AgencyType.POLICE, Sector.POLICE)
    services = factories.agency(area, "Ashmere Children's Services", AgencyType.CHILDREN, Sector.LOCAL_AUTHORITY)
    mentors = factories.agency(area, "Larch Mentoring", AgencyType.PROVIDER, Sector.OTHER)
    meets = {"cadence": "FREQ=WEEKLY", "first_meeting_at": clock.now() + timedelta(days=1)}
    panel = factories.panel(area, acts_as_channel=True, **meets)
    teacher = factories.person(factories.agency(area), PostKind.OFFICER, "Tara Teacher")
    coordinator = factories.person(area, PostKind.COORDINATOR, "Cora Coordinator")
    chair = factories.person(panel, PostKind.CHAIR, "Charles Chair")
    people = {
        "coordinator": coordinator,
        "social care": factories.person(services, PostKind.REPRESENTATIVE, "Sana Socialcare"),
        "police": factories.person(police, PostKind.REPRESENTATIVE, "Perry Police"),
        "provider": factories.person(mentors, PostKind.PROVIDER, "Gil Giver"),
        "stranger": factories.person(factories.area("Farvale"), PostKind.COORDINATOR, "Stan Stranger"),
    }
    asked = factories.case(factories.referral(teacher), coordinator, panel)
    supported = factories.case(factories.referral(teacher, given_names="Wren", family_name="Alder"), coordinator, panel)
    for case in (asked, supported):
        factories.share(case, police, coordinator)
    factories.share(asked, services, coordinator)
    factories.contribution(asked, police, people["police"], text=FROM_POLICE)
    factories.contribution(asked, police, people["police"], "police_and_chairs", text=ONLY_POLICE)
    for agency in (police, services):
        factories.information_request(asked, agency, coordinator)
    factories.section36(supported, people["police"])
    factories.consent(factories.adopted(supported, chair), coordinator)
    factories.intervention(supported, mentors, coordinator, called="Robin")
    version = factories.framework(area)
    for quarrels in ("Never.", "Every evening, about money."):
        seen = {
            "in_words": quarrels,
            "evidence": "The neighbours.",
            "source": "His school",
            "evidence_on": clock.today(),
        }
        factories.assessment(supported, coordinator, version, entries=factories.found(version, H1=seen))
    factories.disclosure(supported, coordinator, body="safeguarding.referrals.frontdoor@farvale-council.example")
    fill_the_file(supported, police, coordinator, people["police"], chair)
    letter = write_letter(
        supported,
        by=coordinator,
        kind="told",
        to_whom="person",
        name="Wren",
        knows_who_opens=True,
        who_opens_post="Wren.",
        parents_apart="no",
        parent_of_concern="no",
        why_safe="Wren asked for it.",
    )
    return people | {"asked": asked, "supported": supported, "letter": letter}


def fill_the_file(case, police, coordinator, officer, chair):
    """With something under each heading of a case's file, and in each list words that are long."""
    long = "safeguarding.referrals.frontdoor@farvale-council.example"
    factories.information_answer(factories.information_request(case, police, coordinator), officer)
    factories.contribution(case, police, officer, text=f"He wrote to {long} twice.")
    factories.case_file(case, officer, what="What he sent in.", name=f"{'scan-of-a-letter-' * 5}.txt")
    factories.action(case, police, coordinator, what=f"Ask {long} whom he meets.")
    meeting = factories.meeting(case.panel)
    item = meeting.items.filter(case=case).first() or panels.list_case(meeting, by=coordinator, case=case)
    panels.start_meeting(meeting, by=chair, chaired_for="council")
    panels.record_attendance(meeting, by=chair, agency=police, name=officer.name, presence="present")
    panels.decide_item(item, by=chair, **factories.GOES_ON | {"rationale": f"It helps, as {long} wrote."})
    log_contact(
        case,
        by=officer,
        way="call",
        contact_with="parent",
        name="Una Alder",
        contacted_on=clock.today(),
        reached=True,
        what=f"She is glad of the help, and writes to {long}.",
    )
    note_own_account(
        case,
        by=officer,
        whose="person",
        how="visit",
        said_on=clock.today(),
        words="I like my mentor. I am back at school.",
    )


@pytest.fixture
def sign_in(service, people, browser):
    pages = []

    def open_for(who: str):
        page = signed_in(browser, service.url, people[who], viewport={"width": 1280, "height": 900})
        page.set_default_timeout(15_000)
        pages.append(page)
        page.goto("/")
        return page

    yield open_for
    for page in pages:
        page.context.close()


def test_each_works_on_their_own_part(sign_in, people):
    asked, supported = people["asked"], people["supported"]
    first, second = (case.information_requests.get(agency__type=kind) for case, kind in (
        (asked, AgencyType.CHILDREN), (asked, AgencyType.POLICE)))  # fmt: skip

    # Social care answers on one page, and reads what the police share with all members and nothing more.
    page = sign_in("social care")
    follow(page, re.compile(first.reference))
    expect(page.get_by_text("processed for law enforcement")).to_have_count(0)
    choose(page, "What is your answer?", "Shared")
    page.get_by_label("What do you share?").fill("He has a key worker, and likes her.")
    choose(page, "Who may read it?", "All members")
    page.get_by_label("This holds nothing from an intelligence service").check()
    press(page, "Answer")
    page.goto(asked.get_absolute_url())
    follow(page, "Information")
    expect(page.get_by_text(FROM_POLICE)).to_be_visible()
    expect(page.get_by_text(ONLY_POLICE)).to_have_count(0)
    expect(page.get_by_text("Decide under section 36")).to_have_count(0)
    assert page.goto(supported.get_absolute_url()).status == 404

    # The police answer for law enforcement, and decide under section 36.
    page = sign_in("police")
    follow(page, re.compile(second.reference))
    expect(page.get_by_text("What you write is processed for law enforcement")).to_be_visible()
    press(page, "Nothing held")
    page.goto(asked.get_absolute_url())
    follow(page, "Information")
    for words in (ONLY_POLICE, "He has a key worker"):
        expect(page.get_by_text(words)).to_be_visible()
    follow(page, "Overview")
    follow(page, "Decide under section 36")
    choose(page, "Are there reasonable grounds", "Yes")
    page.get_by_label("Your grounds").fill("What he wrote, and to whom.")
    press(page, "Record decision")
    expect(page.locator("main")).to_contain_text("What he wrote, and to whom.")

    # A provider accepts a brief, reports a session, and is worried: they read that, and nothing of the case.
    page = sign_in("provider")
    support = supported.interventions.get().reference
    follow(page, f"Accept or decline: support {support}")
    expect(page.locator("main")).to_contain_text(factories.BRIEF["safe_place"])
    choose(page, "Will your agency give this support?", "Yes, we accept")
    press(page, "Answer")
    follow(page, "Report a session")
    choose(page, "Did it take place?", "Yes")
    page.get_by_label("How many minutes?").fill("50")
    page.get_by_label("What was done?").fill("We talked of football.")
    choose(page, "Is there anything that worries you now?", "No")
    press(page, "Report the session")
    follow(page, "I am worried now")
    page.get_by_label("What worries you now?").fill("He has packed a bag.")
    press(page, "Tell the coordinator and the police")
    expect(page.get_by_role("alert")).to_contain_text("Coordinator and police told that you are worried now")
    assert "Alder" not in page.content()
    assert page.goto(supported.get_absolute_url()).status == 404
    police = sign_in("police")
    follow(police, re.compile("orried"))
    expect(police.locator("main")).to_contain_text("He has packed a bag.")

    # A coordinator of another area finds none of it.
    page = sign_in("stranger")
    for case in (asked, supported):
        assert page.goto(case.get_absolute_url()).status == 404
    for words in (asked.reference, "Birch"):
        page.goto("/search/")
        page.get_by_role("textbox").first.fill(words)
        press(page, "Search")
        expect(page.get_by_role("heading", name="Nothing was found")).to_be_visible()
    page.goto("/cases/")
    look(page)
    assert asked.reference not in page.content()


# What is wider than a sheet between its margins, and what stands in the last column of a table or is folded away.
BETWEEN_MARGINS = {"width": 680, "height": 900}
TOO_WIDE = """() => [...document.querySelectorAll('html, main *')]
    .filter(each => each.getBoundingClientRect().right > innerWidth
        || each.matches('html, .app-table') && each.scrollWidth > each.clientWidth)
    .map(each => each.outerHTML.slice(0, 200))"""
TO_BE_READ = """() => [...document.querySelectorAll('main tr > :last-child, main details:not(:has(form)) th')]
    .map(each => each.closest('details') ? each.textContent : each.innerText)"""

# What has no table, and words that stand in it.
AS_TEXT = {
    "cases:contact_log": "She is glad of the help",
    "cases:own_accounts": "I am back at school.",
    "cases:history": "Own words noted.",
}


def test_on_paper_every_sheet_says_whose_it_is_and_nothing_is_cut(sign_in, people):
    """Marking, case and page on each, though never a name. What can only be pressed is left out, and nothing else."""
    asked, supported = people["asked"], people["supported"]
    pages = {who: sign_in(who) for who in ("police", "coordinator")}
    for page in pages.values():
        page.set_viewport_size(BETWEEN_MARGINS)
        page.emulate_media(media="print")
    for who, record, name in (
        ("police", supported, "cases:view_case"),
        ("police", asked, "cases:concerns"),
        ("police", supported, "cases:consent"),
        ("police", supported.interventions.get(), "cases:view_intervention"),
        ("coordinator", supported, "cases:compare_assessments"),
        ("coordinator", supported, "cases:support"),
        ("coordinator", supported, "reports:statutory_sheet"),
        ("coordinator", supported, "reports:chronology"),
        ("coordinator", supported, "reports:disclosures"),
        ("police", supported, "cases:information"),
        ("police", supported, "cases:contact_log"),
        ("police", supported, "cases:own_accounts"),
        ("police", supported, "actions:case_actions"),
        ("police", supported, "panels:case_meetings"),
        ("police", supported, "reports:case_files"),
        ("coordinator", supported, "cases:who_can_see"),
        ("coordinator", supported, "cases:history"),
        ("coordinator", supported, "cases:assessments_over_time"),
    ):
        page = pages[who]
        page.goto(reverse(name, args=[record.reference]))
        assert page.evaluate(TOO_WIDE) == [], name
        paper = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))
        sheets = [paper[number].get_textpage().get_text_bounded() for number in range(len(paper))]
        for number, sheet in enumerate(sheets, 1):
            assert "OFFICIAL-SENSITIVE" in sheet
            assert f"Page {number} of {len(sheets)}" in sheet
            assert record.reference in sheet
        whole = " ".join(sheets)
        assert str(people[who]) in whole
        read = page.evaluate(TO_BE_READ)
        assert len(read) > 1 or who == "police" or name in AS_TEXT
        assert unspaced(AS_TEXT.get(name, "")) in unspaced(whole), name
        assert [words for words in read if unspaced(words) not in unspaced(whole)] == [], name
        for pressed in ("Sign out", "on which day?", "Who has read this", "Show who looked"):
            assert pressed not in whole
    # What is handed to a family says neither from which service it is nor who printed it.
    page.goto(reverse("cases:easy_read_letter", args=[people["letter"].reference]))
    handed = pypdfium2.PdfDocument(page.pdf(prefer_css_page_size=True))[0].get_textpage().get_text_bounded()
    assert "You are not in trouble." in handed
    for whose in ("Prevent Cases", "Perry Police"):
        assert whose not in handed
    # And the ledger of support, of seven columns, is read without scrolling aside on a small tablet.
    page.set_viewport_size({"width": 768, "height": 900})
    page.goto(reverse("cases:support", args=[supported.reference]))
    assert page.locator(".app-table").first.evaluate("table => table.scrollWidth <= table.clientWidth")


def unspaced(text: str) -> str:
    """Whose lines may end anywhere."""
    return re.sub(r"[\s\ufffe\u00ad\x02-]", "", text)
