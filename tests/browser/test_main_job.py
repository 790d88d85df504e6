"""The main job from end to end in a real browser, through the police gateway and a hold, to three PDFs.

No page needs a script: nobody here has one.
"""

import os
import re
from datetime import timedelta

import pypdfium2
import pytest
from django.contrib.auth.hashers import make_password
from playwright.sync_api import Error, Page, expect

from panels.models import Meeting
from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, Sector
from prevent_cases.accounts.posts import PostKind
from tests import factories
from tests.browser.accessibility import violations, violations_if_new
from tests.started import wait_for

pytestmark = pytest.mark.xdist_group("browser")

PASSWORD = "an invented password"
WORRY = "He said nobody would miss him, and drew the same sign on three books."


@pytest.fixture(scope="module")
def people(service):
    """One person for each post of the job, in an area with a school, the police and two panels."""
    area = factories.area("Wyremouth")
    school = factories.agency(area)
    police = factories.agency(area, "Wyremouth Police", AgencyType.POLICE, Sector.POLICE)
    panel = factories.panel(
        area,
        acts_as_channel=True,
        cadence="FREQ=WEEKLY;INTERVAL=2",
        first_meeting_at=clock.now() + timedelta(hours=1),
    )
    board = factories.panel(area, "Programme Board", kind="board")
    factories.meeting(panel)
    people = {
        "teacher": factories.person(school, PostKind.OFFICER, "Tara Teacher"),
        "coordinator": factories.person(area, PostKind.COORDINATOR, "Cora Coordinator"),
        "police": factories.person(police, PostKind.REPRESENTATIVE, "Perry Police"),
        "gateway": factories.person(police, PostKind.GATEWAY_OFFICER, "Greta Gateway"),
        "supervisor": factories.person(police, PostKind.GATEWAY_SUPERVISOR, "Sunil Supervisor"),
        "chair": factories.person(panel, PostKind.CHAIR, "Charles Chair"),
        "board": factories.person(board, PostKind.BOARD_MEMBER, "Bo Board"),
    }
    for person in people.values():
        person.password = make_password(PASSWORD)
        person.save(update_fields=["password"])
    return people


@pytest.fixture
def sign_in(service, people, browser):
    """A page in a window of one's own."""
    pages = []

    def open_for(who: str, **options) -> Page:
        options |= {"base_url": service.url, "viewport": {"width": 1280, "height": 900}}
        context = browser.new_context(java_script_enabled=False, **options)
        page = context.new_page()
        page.set_default_timeout(15_000)
        page.goto("/sign-in/")
        page.get_by_label("Email").fill(people[who].email)
        page.get_by_label("Password", exact=True).fill(PASSWORD)
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("What is asked of you today")
        pages.append(page)
        look(page)
        return page

    yield open_for
    for page in pages:
        page.context.close()


def look(page: Page) -> None:
    """This page as it stands now, if it shows something new: nothing wrong; a picture where one is asked for."""
    page.wait_for_load_state()
    try:
        found = violations_if_new(page)
    except Error:  # A slow machine was led on while it looked: it looks at the page that has come.
        page.wait_for_load_state("networkidle")
        found = violations(page)
    assert found == []
    if folder := os.environ.get("PICTURES"):
        name = f"{len(os.listdir(folder)):03}-" + re.sub(r"\W+", "-", page.title().lower())[:60]
        page.screenshot(path=f"{folder}/{name}.png", full_page=True)


def press(page: Page, name: str) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name=name).click()
    look(page)


def link_to(page: Page, name: str | re.Pattern):
    return page.get_by_role("link", name=name).or_(page.get_by_role("button", name=name)).first  # It may look like one.


def follow(page: Page, name: str) -> None:
    with page.expect_navigation():
        link_to(page, name).click()
    look(page)


def choose(page: Page, question: str, answer: str) -> None:
    # The first: another question may be asked under the answer to this one.
    page.get_by_role("group", name=question).get_by_label(answer, exact=True).first.check()


def fill_date(page: Page, question: str, day) -> None:
    group = page.get_by_role("group", name=question)
    for box, value in (("Day", day.day), ("Month", day.month), ("Year", day.year)):
        group.get_by_label(box).fill(str(value))


def receive_and_assess(page: Page) -> None:
    """From a referral's own page to a short assessment that wants only one of its buttons."""
    choose(page, "How urgent is it?", "It can go the usual way")
    page.get_by_label("Why do you think so?").fill("Nobody is in danger.")
    page.get_by_label("Who is best placed to help now?").select_option("Larkfield School")
    choose(page, "Has social care been told too?", "Yes, children's social care")
    press(page, "Save and go on")
    page.get_by_label("What worries you, and why?").fill("He has said it twice.")
    page.get_by_label("What speaks against the worry?").fill("He laughed about it.")
    page.get_by_label("Who and what protects the person?").fill("His form tutor.")
    page.get_by_label("What would change your mind?").fill("A word with his mother.")
    choose(page, "What kind of help is needed most?", "Support against being drawn into terrorism")
    choose(page, "Does the person have complex needs?", "I do not know")


def answer_for_gateway(page: Page, referral: str) -> None:
    """From home to an answer that a supervisor has to sign."""
    follow(page, f"Answer for the gateway: referral {referral}")
    choose(page, "Would support cut across police work?", "Clear: support would not cut across police work")
    choose(page, "Which category is it?", "B: limited information")
    choose(page, "Do you propose that the referral ends?", "Yes")
    page.get_by_label("Your reasons").fill("Little is known, and a talk at school may be enough.")
    page.get_by_label("I have checked for earlier referrals of this person").check()
    page.get_by_label("This holds nothing from an intelligence service").check()
    press(page, "Give this answer")


def text_of_pdf(page: Page, link: str | re.Pattern) -> str:
    with page.expect_download() as download:
        link_to(page, link).click()
    document = pypdfium2.PdfDocument(download.value.path())
    return "\n".join(document[number].get_textpage().get_text_bounded() for number in range(len(document)))


def test_the_whole_job(sign_in):
    # A teacher refers.
    page = sign_in("teacher")
    follow(page, "Refer somebody")
    press(page, "Wyremouth")
    follow(page, "The person")
    page.get_by_label("First names").fill("Ashwin")
    page.get_by_label("Last name").fill("Birch")
    fill_date(page, "Date of birth", clock.today() - timedelta(days=15 * 366))
    choose(page, "Gender", "Male")
    press(page, "Save and continue")
    follow(page, "Where the person is")
    choose(page, "Where does the person live?", "In this area")
    choose(page, "Is the person in prison", "No")
    press(page, "Save and continue")
    follow(page, "Family, and school or work")
    choose(page, "Are there children in the household?", "I do not know")
    press(page, "Save and continue")
    follow(page, "What worries you")
    page.get_by_label("What happened?").fill(WORRY)
    choose(page, "How do you know?", "I saw or heard it myself")
    for question in ("Does what the person does online", "Is the person in contact", "Has the person said or shown"):
        choose(page, question, "I do not know")
    press(page, "Save and continue")
    follow(page, "More about your worry")
    press(page, "Save and continue")
    follow(page, "What support must know")
    press(page, "Save and continue")
    follow(page, "Who knows of this referral")
    choose(page, "Does the person know of this referral?", "Yes")
    choose(page, "Do they agree with it?", "Yes")
    choose(page, "Does a parent or guardian know of it?", "Yes")
    choose(page, "Could somebody come to harm", "I do not know")
    press(page, "Save and continue")
    follow(page, "What has been done already")
    choose(page, "Has anybody spoken with the family?", "Yes")
    page.get_by_label("What did they say?", exact=False).first.fill("They want to help.")
    for question in ("Has early help", "Has there been a team", "Has children's or adults'", "Have other services"):
        choose(page, question, "No")
    choose(page, "Have the police been called?", "No")
    choose(page, "Is the person known to MAPPA or MARAC?", "I do not know")
    press(page, "Save and continue")
    follow(page, "How urgent it is")
    press(page, "Save and continue")
    expect(page.get_by_role("alert")).to_contain_text("Choose")
    choose(page, "Is anybody in danger now?", "No")
    choose(page, "Is this urgent?", "No: it can wait for the next working day")
    press(page, "Save and continue")
    follow(page, "Who you are")
    choose(page, "Who are you referring for?", "Larkfield School")
    choose(page, "Would you like to hear", "No")
    press(page, "Save and continue")
    follow(page, "Check and send")
    expect(page.locator("main")).to_contain_text(WORRY)
    page.get_by_label("Nothing in this referral comes from an intelligence service.").check()
    page.get_by_label("What I have written is true as far as I know.").check()
    press(page, "Send referral")
    expect(page.get_by_role("heading", level=1)).to_have_text("Referral sent")
    referral = page.locator(".govuk-panel__body strong").inner_text()

    # The coordinator judges its urgency and assesses it, and asks the police; these answer with two people.
    coordinator = sign_in("coordinator")
    follow(coordinator, f"Triage referral {referral}")
    receive_and_assess(coordinator)
    press(coordinator, "Save and decide later")
    follow(coordinator, "Ask the police gateway")
    press(coordinator, "Ask the police")
    gateway = sign_in("gateway")
    answer_for_gateway(gateway, referral)
    supervisor = sign_in("supervisor")
    follow(supervisor, f"Sign for the gateway: referral {referral}")
    choose(supervisor, "Do you sign this answer?", "Yes")
    press(supervisor, "Save")

    # The coordinator goes on, accepts it and shares the case with the police.
    coordinator.goto("/")
    follow(coordinator, f"Triage referral {referral}")
    expect(coordinator.get_by_text("B: limited information; they propose that it ends")).to_be_visible()
    follow(coordinator, "Accept it to a panel")
    expect(coordinator.get_by_text("The police gateway answered that this is not for a panel.")).to_be_visible()
    coordinator.get_by_label("Why this panel?").fill("The school and the family ask for it.")
    coordinator.get_by_label("Your reasons").fill("A pattern over weeks.")
    coordinator.get_by_label("What may the referrer be told?").fill("Thank you. A panel will look at it.")
    press(coordinator, "Accept referral")
    case = coordinator.get_by_role("heading", level=1).inner_text().removeprefix("Case ")
    follow(coordinator, "Share it with an agency")
    coordinator.get_by_label("Which agency?").select_option("Wyremouth Police")
    choose(coordinator, "How far?", "Read")
    coordinator.get_by_label("What do they need it for?").fill("To decide under section 36, and to sit on the panel.")
    choose(coordinator, "Lawful basis to share", "Public task, for safeguarding")
    press(coordinator, "Share case")

    # The referrer is told, in the released words.
    page.get_by_role("link", name="Your referrals").first.click()
    follow(page, referral)
    expect(page.locator("main")).to_contain_text("Thank you. A panel will look at it.")

    # On hold for a while, which nobody notices whom it does not stop.
    police, chair = sign_in("police"), sign_in("chair")
    gateway.goto(f"/cases/{case}/")
    follow(gateway, "Put this person on hold for the police")
    fill_date(gateway, "When is it looked at again?", clock.today() + timedelta(days=28))
    press(gateway, "Put on hold")
    for reader, knows in ((coordinator, True), (chair, True), (police, False)):
        reader.goto(f"/cases/{case}/")
        look(reader)
        expect(reader.get_by_text("On hold for the police.")).to_have_count(int(knows))
        reader.goto("/")
    gateway.goto("/")
    follow(gateway, "On hold for the police: AB")
    follow(gateway, "Lift it")
    press(gateway, "Lift it")

    # The police decide under section 36.
    follow(police, f"Decide under section 36: referral {referral}")
    follow(police, "Decide under section 36")
    choose(police, "Are there reasonable grounds", "Yes")
    police.get_by_label("Your grounds").fill("What he wrote, and to whom.")
    press(police, "Record decision")

    # The chair runs the meeting: who is here, a decision, an action.
    follow(chair, "Channel Panel, ")
    follow(chair, "Start the meeting")
    choose(chair, "For whom do you chair it?", "The council")
    press(chair, "Start")
    follow(chair, "Record who is here")
    chair.get_by_label("Agency").select_option("Wyremouth Police")
    chair.get_by_label("Who speaks for it?").fill("Perry Police")
    choose(chair, "Are they here?", "Present")
    press(chair, "Save")
    follow(chair, case)
    follow(chair, "Agree an action")
    chair.get_by_label("What will be done?").fill("Meet the school's head of year.")
    chair.get_by_label("By which agency?").select_option("Wyremouth Police")
    fill_date(chair, "By which day?", clock.today() + timedelta(days=14))
    press(chair, "Agree action")
    follow(chair, "Record the decision")
    choose(chair, "What is the panel's judgement?", "Enter: offer support")
    plan = ("How, when and by whom is agreement asked for?", "Which support is offered?", "Who gives it?")
    for question in (*plan, "How and when is it given?"):
        chair.get_by_label(question).fill("A mentor asks at home, weekly, at the library.")
    fill_date(chair, "When does the panel look at it next?", clock.today() + timedelta(days=42))
    choose(chair, "How was it reached?", "All agreed")
    chair.get_by_label("Why?", exact=True).fill("A mentor could help him find other company.")
    press(chair, "Save decision")
    follow(chair, "Back to the conference")
    press(chair, "End the meeting")
    expect(chair.get_by_role("alert")).to_contain_text("Meeting ended. Its minutes are being made.")

    # The coordinator makes a summary and reads it, and the minutes.
    coordinator.get_by_role("link", name="Cases", exact=True).first.click()
    follow(coordinator, case)
    follow(coordinator, "Make a summary as PDF")
    # What the police do goes into it where she says so.
    coordinator.get_by_label(re.compile("Meet the school")).check()
    press(coordinator, "Make the summary")
    expect(coordinator.get_by_role("button", name=re.compile("^Open"))).to_be_visible(timeout=30_000)
    look(coordinator)
    summary = text_of_pdf(coordinator, re.compile("^Open"))
    for words in (case, "Ashwin", WORRY[:40], "Meet the school", "OFFICIAL-SENSITIVE", "Cora Coordinator"):
        assert words in summary.replace("\r\n", " "), words
    coordinator.goto(f"/panels/cases/{case}/")
    met_on = clock.day_of(Meeting.objects.earliest("starts_at").starts_at)  # Tomorrow, in the hour before midnight.
    follow(coordinator, met_on.strftime("%-d %B %Y"))
    minutes = text_of_pdf(coordinator, "Minutes of this item (PDF)").replace("\r\n", " ")
    for words in (
        "Enter: offer support",
        "A mentor could help him find other company.",
        "Meet the school",
        "Perry Police",
    ):
        assert words in minutes, words

    # So does the coordinator with the figures, to whom small ones are shown; the board member prints them, and is shown
    # none.
    coordinator.goto("/")
    follow(coordinator, "Board report of Wyremouth")
    for far in ("Referrals received", "Discussed at panel", "Adopted: support offered"):
        expect(coordinator.get_by_role("row", name=f"{far} 1 100% 0 –")).to_be_visible()
    board = sign_in("board")
    follow(board, "Board report of Wyremouth")
    press(board, "Make a PDF of it")  # Of the summary the page has looked again by itself; here somebody is in haste.
    done = board.get_by_role("button", name=re.compile("^Open"))
    wait_for(lambda: board.reload() and done.is_visible(), "the board report")
    look(board)
    report = text_of_pdf(board, re.compile("^Open"))
    assert "Board report" in report
    assert "Wyremouth" in report
    assert "[c] stands for a number under five" in report
    assert "Referrals received [c] [c] [c] [c]" in report
    assert "Ashwin" not in report
    assert board.goto(f"/cases/{case}/").status == 404


def test_on_a_small_screen_nothing_is_cut_off(sign_in):
    page = sign_in("coordinator")
    for address in ("/", "/referrals/", "/cases/", "/panels/", "/actions/", "/privacy/"):
        assert page.goto(address).ok
        for width in (768, 320):
            page.set_viewport_size({"width": width, "height": 700})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, address
        look(page)
