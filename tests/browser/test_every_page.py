"""Every page, as somebody who may see it, narrow and wide: nothing that axe-core finds, nothing cut off.

Here a twelfth of the pages is looked at, another each day, and axe-core looks at each that shows something new, by
turns narrow and wide, and once more without scripts; of a few forms that ask every kind of question a third is sent
empty, and of the pages that show what somebody wrote a third is opened. All pages at all widths, and all forms, with
`python3 run.py prove pages`.
"""

from collections.abc import Iterable, Iterator
from itertools import cycle

import pytest
from django.contrib.auth.hashers import make_password
from django.template.loader import render_to_string
from django.test import Client
from django.urls import resolve, reverse
from playwright.sync_api import Page

from cases.operations import complete_assessment, record_birthday
from cases.views.assessment import BY
from demonstration.accounts import accounts_shown
from prevent_cases import clock
from prevent_cases.access import rules
from prevent_cases.accounts.models import Area, User
from prevent_cases.accounts.posts import PostKind
from prevent_cases.api.endpoints import Endpoint
from prevent_cases.documents.kinds import Checked
from prevent_cases.documents.models import State, Upload
from prevent_cases.documents.operations import seal_upload
from prevent_cases.documents.word_pages import BlankForm
from prevent_cases.pages.models import Draft
from prevent_cases.pages.views import OperationPage
from prevent_cases.reference.forms.frameworks import as_answers
from prevent_cases.reference.framework_templates import VAF_2012
from prevent_cases.reference.models import FrameworkVersion
from prevent_cases.reference.operations import put_framework_forward
from referrals import operations as of_referrals
from referrals.models import POINTS, STEPS, PublicConcern, Referral
from referrals.operations import add_files, submit_referral
from referrals.views.referring import SubmitReferral
from tests import factories
from tests.architecture.product import assert_none, todays_share
from tests.architecture.proof_canaries import wrongly_read
from tests.architecture.test_addresses import ADDRESSES, PUBLIC, about_a_record, permission_of
from tests.architecture.test_who_reads_the_file import everybody
from tests.architecture.world import World, make_world, put_on_hold, the_case
from tests.browser.accessibility import shows_something_new, violations, violations_if_new
from tests.browser.own_checks import own_faults
from tests.browser.scripts import CAUGHT, TRIPWIRE
from tests.browser.signing_in import signed_in
from tests.browser.written import answers_with_scripts, names_of_texts, write_scripts

pytestmark = pytest.mark.xdist_group("browser")

WIDTHS = (320, 1280)
_by_turns = cycle(WIDTHS)
# Of the texts of referrals: those that no page shows, and those that nobody has written in the world that is looked at.
IN_NO_PAGE_OPENED = {
    "referrals.Individual.family_name", "referrals.Individual.given_names", "referrals.Referral.search_words",
    "referrals.MonitoringAnswers.disability", "referrals.MonitoringAnswers.ethnicity",
    "referrals.MonitoringAnswers.nationality", "referrals.MonitoringAnswers.religion",
    "referrals.IdentityDecision.reason", "referrals.TriageDecision.panel_reason",
    "referrals.OwnCopy.not_made_because", "referrals.DisclosedCopy.not_made_because",
    "referrals.EndProposal.answer", "referrals.EndProposal.words_for_referrer", "referrals.Enquiry.answer",
    "referrals.FoundUntrue.answer_reason", "referrals.GatewayAnswer.why_not", "referrals.PublicConcern.why",
    "referrals.ReferralFile.why_not", "referrals.ReferralTransfer.answer", "referrals.SecondReading.reasons",
}  # fmt: skip
# Details open without scripts too, and a button may stand outside its form.
FORMS_THAT_NOBODY_SENDS = """() => {
    document.querySelectorAll("details").forEach(each => each.open = true)
    const sends = each => each.type === "submit" && each.checkVisibility()
    return [...document.forms].filter(form => ![...form.elements].some(sends)).length
}"""
FORMS_THAT_SHOW = ("answer_for_gateway", "sign_gateway_answer", "accept_transfer")


@pytest.fixture(scope="module")
def world(service) -> World:
    world = make_world()
    put_on_hold(world)
    # As everybody has who signs in; a session made with another password is none.
    User.objects.update(password=make_password("an invented password"))
    for person in (person for holders in world.people.values() for person in holders):
        person.refresh_from_db()
    return world


@pytest.fixture(scope="module")
def seen(service, world) -> dict[User, list[str]]:
    """The addresses to look at, by who looks."""
    looked_at: dict[User, list[str]] = {}
    for person, url in [*record_pages(world), *pages_of_posts(world), *draft_pages(world)]:
        looked_at.setdefault(person, []).append(url)
    return looked_at


def as_its_holder(world: World, address) -> tuple[User, str]:
    """Somebody who may see the page of a record, and its address with such a record in it."""
    rule = rules[permission_of(address.view_class)]
    holder = world.holder_of(rule)
    record = rule.model.objects.permitted(holder, rule.name).first()
    places = rule.model.objects.filter(pk=record.pk).values(*address.places).first()
    return holder, reverse(address.name, kwargs=places)


def record_pages(world: World) -> Iterator[tuple[User, str]]:
    for address in ADDRESSES:
        if about_a_record(address) and not issubclass(address.view_class, Endpoint):
            yield as_its_holder(world, address)


def pages_of_posts(world: World) -> Iterator[tuple[User, str]]:
    """Home for one of each post; every other page about no one record for the coordinator."""
    for kind in PostKind:
        yield world.people[kind.label][0], "/"
    (coordinator,) = world.people[PostKind.COORDINATOR.label]
    for address in ADDRESSES:
        of_ours = address.view_class is None or not issubclass(address.view_class, Endpoint | BlankForm)
        if of_ours and not address.places and address.name not in {*PUBLIC, "account_logout", "schema"}:
            yield coordinator, reverse(address.name)


def draft_pages(world: World) -> Iterator[tuple[User, str]]:
    """A task list just begun, and each of its parts."""
    officer = world.people[PostKind.OFFICER.label][0]
    area = next(iter(officer.posts.home_areas))
    draft = Draft.objects.create(owner=officer, operation=submit_referral.name, record=area)
    yield officer, reverse("referrals:draft", args=[draft.reference])
    yield officer, reverse("referrals:bring_in", args=[Area.objects.get(pk=area).slug])
    for part in SubmitReferral.parts:
        yield officer, reverse("referrals:part", args=[draft.reference, part.slug])
    for state, name in {State.WAITING: "A letter.pdf", State.REFUSED: "film.mp4", State.SEALED: "photo.jpg"}.items():
        upload = factories.chosen_file(officer, draft=draft, name=name)
        if state == State.SEALED:
            seal_upload(upload, by=officer)
        elif state == State.REFUSED:
            Upload.objects.filter(pk=upload.pk).update(**upload.outcome(Checked(why_not="This cannot be taken.")))
    yield officer, reverse("referrals:draft_files", args=[draft.reference])
    referral = Referral.objects.filter(referred_by=officer).first()
    added = Draft.objects.create(owner=officer, operation=add_files.name, record=referral.pk)
    yield officer, reverse("referrals:choose_files", args=[added.reference])
    yield officer, reverse("referrals:add_files", args=[added.reference])
    version = FrameworkVersion.objects.in_use().get()
    (coordinator,) = world.people[PostKind.COORDINATOR.label]
    said = {"owner": coordinator, "operation": complete_assessment.name, "answers": {BY: version.reference}}
    assessment = Draft.objects.create(record=the_case().pk, **said)
    yield coordinator, reverse("cases:assessment_draft", args=[assessment.reference])
    for slug in ("domain-1", "conclusions"):
        yield coordinator, reverse("cases:assessment_part", args=[assessment.reference, slug])
    administrator = world.people[PostKind.ADMINISTRATOR.label][0]
    said = {"owner": administrator, "operation": put_framework_forward.name, "record": version.area.pk}
    framework = Draft.objects.create(answers=as_answers(VAF_2012.said()), **said)
    yield administrator, reverse("reference:framework_draft", args=[framework.reference])
    yield administrator, reverse("reference:put_framework_forward", args=[framework.reference])
    for slug in ("about", "domain-3"):
        yield administrator, reverse("reference:framework_part", args=[framework.reference, slug])


def faults_of(page: Page, url: str, whole: bool = False, widths: tuple[int, ...] = WIDTHS) -> Iterator[str]:
    """What is wrong with a page: if it is cut off at any width, and what axe-core finds at those it is looked at."""
    answer = page.goto(url)
    if answer.status != 200 or answer.request.redirected_from:
        yield f"{url} answers {answer.status} as {page.url}"
    looked_at = widths if whole else [next(_by_turns)] if shows_something_new(page) else []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 800})
        if width in looked_at:
            yield from violations(page)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            yield f"{url} is wider than {width}"
        if width == WIDTHS[0]:
            yield from own_faults(page)


def faults_on_pages(service, browser, seen: dict[User, list[str]], whole: bool = False) -> Iterator[str]:
    """The faults of these pages; axe-core looks at the ``whole`` or at those that show something new."""
    for person, urls in seen.items():
        page = signed_in(browser, service.url, person)
        for url in urls:
            yield from faults_of(page, url, whole)
        page.context.close()


def those_of_today(seen: dict[User, list[str]], parts: int) -> dict[User, list[str]]:
    """Those whose turn it is, by who looks."""
    looked_at: dict[User, list[str]] = {}
    for person, url in todays_share([(person, url) for person, urls in seen.items() for url in urls], parts):
        looked_at.setdefault(person, []).append(url)
    return looked_at


def test_a_twelfth_of_all_pages_for_somebody_who_may_see_it(service, seen, browser):
    looked_at = those_of_today(seen, 12)
    assert "\n".join(faults_on_pages(service, browser, looked_at)) == ""
    assert sum(map(len, looked_at.values())) > 20


def faults_without_scripts(service, browser, seen: dict[User, list[str]]) -> Iterator[str]:
    """Pages of which nothing is shown where scripts do not run, or that ask something which cannot be sent."""
    for person, urls in seen.items():
        page = signed_in(browser, service.url, person, java_script_enabled=False)
        for url in urls:
            page.goto(url, wait_until="domcontentloaded")
            if not page.locator("main h1").first.is_visible():
                yield f"{url} shows nothing without scripts"
            if page.evaluate(FORMS_THAT_NOBODY_SENDS):
                yield f"{url} has a form with no button to send it without scripts"
        page.context.close()


def test_a_twelfth_of_all_pages_without_scripts(service, seen, browser):
    assert "\n".join(faults_without_scripts(service, browser, those_of_today(seen, 12))) == ""


def pages_open_to_all() -> list[str]:
    concern = PublicConcern.objects.first()
    places = {"slug": concern.area.slug, "reference": concern.reference}
    return [
        reverse(address.name, kwargs={name: places[name] for name in address.places})
        for address in ADDRESSES
        if address.name in PUBLIC and set(address.places) <= places.keys()
    ]


def test_every_page_open_to_all(service, world, browser):
    """Save the page of components, which tests/look asks about."""
    page = browser.new_context(base_url=service.url).new_page()
    urls = [url for url in pages_open_to_all() if url != reverse("components")]
    assert "\n".join(fault for url in urls for fault in faults_of(page, url)) == ""
    assert len(urls) > 8
    assert "\n".join(faults_of_faults(page)) == ""
    with_accounts = sign_in_of_demonstration()
    assert with_accounts.count("@") >= len(accounts_shown())
    page.route("**/sign-in/", lambda route: route.fulfill(body=with_accounts, content_type="text/html"))
    assert "\n".join(faults_of(page, reverse("account_login"), whole=True)) == ""
    page.context.close()


def sign_in_of_demonstration() -> str:
    """The page with the accounts to try, which stand on it nowhere else."""
    answer = Client().get(reverse("account_login"))
    said = {"form": answer.context["form"], "demonstration_accounts": accounts_shown()}
    return render_to_string("account/login.html", said, request=answer.wsgi_request)


def faults_of_faults(page: Page, whole: bool = False) -> Iterator[str]:
    """What is wrong with the pages that say that something went wrong."""
    for name in ("400", "403", "403_csrf", "404", "429", "500", "503"):
        with_body = {"body": render_to_string(f"{name}.html"), "content_type": "text/html"}
        page.route(f"**/fault-{name}/", lambda route, _, answer=with_body: route.fulfill(**answer))
        yield from faults_of(page, f"/fault-{name}/", whole)


def forms_of_records() -> list:
    """The addresses of all forms about a record that ask something."""
    about = [each for each in ADDRESSES if about_a_record(each) and issubclass(each.view_class, OperationPage)]
    return [each for each in about if each.view_class.form_class.base_fields]


def kinds_of_questions(address) -> set[tuple[type, type]]:
    """What one renderer of forms tells apart."""
    fields = address.view_class.form_class.base_fields.values()
    return {(type(field), type(field.widget)) for field in fields}


def asking_every_kind() -> list:
    """A few forms about records, which between them ask every kind of question: those that ask most kinds first."""
    chosen, asked = [], set()
    for address in sorted(forms_of_records(), key=lambda each: -len(kinds_of_questions(each))):
        if not kinds_of_questions(address) <= asked:
            chosen.append(address)
            asked |= kinds_of_questions(address)
    return chosen


def faults_of_empty_answers(service, browser, world: World, addresses: Iterable, whole: bool = False) -> Iterator[str]:
    asked: dict[User, list[str]] = {}
    for address in addresses:
        holder, url = as_its_holder(world, address)
        asked.setdefault(holder, []).append(url)
    for person, urls in asked.items():
        page = signed_in(browser, service.url, person)
        for url in urls:
            if page.goto(url).request.redirected_from:
                yield f"{url} leads to {page.url}"
            if (button := page.locator("main form button[type=submit]")).count():
                with page.expect_navigation():
                    button.last.click()
                yield from violations(page) if whole else violations_if_new(page)
        page.context.close()


def test_questions_of_every_kind_sent_empty(service, world, browser):
    """What is wrong is said beside its question, and the page is as good as before."""
    forms = todays_share(asking_every_kind(), 3)
    assert "\n".join(faults_of_empty_answers(service, browser, world, forms)) == ""


def is_form(url: str) -> bool:
    """Whether a page only asks something about a record, and shows little of what is written in it."""
    address = resolve(url)
    view = getattr(address.func, "view_class", None)
    return bool(view) and issubclass(view, OperationPage) and address.url_name not in FORMS_THAT_SHOW


def test_nothing_that_somebody_wrote_is_run(service, world, seen, browser):
    """The last, as what it writes stays."""
    find_scripts(service, world, seen, browser)


def find_scripts(service, world: World, seen: dict[User, list[str]], browser, whole: bool = False) -> int:
    """Scripts in every text there is, and the pages of referrals opened; how many these are.

    The ``whole`` of them, which between them show every text; or, of those that show most, a third.
    """
    (coordinator,) = world.people[PostKind.COORDINATOR.label]
    officer = world.people[PostKind.OFFICER.label][0]
    told = told_everything(coordinator, officer)
    draft = factories.draft(officer, **answers_with_scripts(SubmitReferral.parts, chosen(told.for_agency)))
    case = the_case()
    record_birthday(case, by=coordinator, born_on=case.individual.born_on, source="His school told us.")
    readers = everybody(world)
    write_scripts()
    opened = {person: [url for url in urls if url.startswith("/referrals/")] for person, urls in seen.items()}
    if not whole:
        opened = {person: [url for url in urls if not is_form(url)] for person, urls in opened.items()}
    settled = Referral.objects.exclude(end_proposals=None, second_readings=None)
    settled = settled.permitted(coordinator, "referrals.view_referral")
    opened[coordinator] += [reverse("cases:record_birthday", args=[case.reference])]
    opened[coordinator] += ["/", *(referral.get_absolute_url() for referral in [told, *settled])]
    further = {coordinator: ("answer_found_untrue", "national_form", "history"), officer: ("follow_referral",)}
    for person, names in further.items():
        opened[person] += [reverse(f"referrals:{name}", args=[told.reference]) for name in names]
    opened[officer] += [reverse(f"referrals:{name}", args=[draft.reference]) for name in ("draft", "submit_referral")]
    opened[officer] += [reverse("referrals:part", args=[draft.reference, part.slug]) for part in SubmitReferral.parts]
    if not whole:
        opened = those_of_today(opened, 3)
    caught, shown = [], set()
    for person, urls in opened.items():
        page = signed_in(browser, service.url, person)
        page.add_init_script(TRIPWIRE)
        for url in urls:
            page.goto(url, wait_until="domcontentloaded")
            found, names = page.evaluate(CAUGHT)
            caught += [f"{url}: {each}" for each in found]
            shown.update(names)
        page.context.close()
    assert "\n".join(caught) == ""
    assert_none(wrongly_read(readers))
    assert len(shown) > 20
    if whole:
        assert {name for name in names_of_texts() - shown if name.startswith("referrals.")} <= IN_NO_PAGE_OPENED
    return sum(map(len, opened.values()))


def chosen(agency) -> dict[str, dict[str, str]]:
    """What is chosen, and not written, in a complete draft in which every question is asked."""
    return {
        "person": {"age_given": "15", "gender": "male"},
        "contact": {"lives_here": "here", "under_supervision": "no"},
        "family": {"lives_with_children": "yes"},
        "concern": {"entries-first-how_known": "seen"} | dict.fromkeys(POINTS, "yes"),
        "needs": {"support_needs-first-kind": "interpreter", "support_needs-first-source": "record"},
        "told": {
            "person_told": "no",
            "parent_told": "no",
            "not_told_because": "other",
            "source_at_risk": "unknown",
            "on_behalf": "yes",
            "brought_by": "public",
            "source_may_be_named": "no",
        },
        "steps": dict.fromkeys(STEPS, "yes") | {"early_help_consent": "given"},
        "urgency": {"in_danger": "yes", "urgency": "urgent"},
        "referrer": {"for_agency": agency.slug, "feedback_wanted": "yes", "lead_may_know": "no"},
    }


def told_everything(coordinator: User, officer: User) -> Referral:
    """A referral about which everything was said that those who send and those who receive one say to each other."""
    kept = {"lead_may_know": "no", "kept_from_lead_because": "It is about her son."}
    needs = [{"kind": "interpreter", "fact": "Gujarati.", "source": "person"}]
    referral = factories.referral(officer, support_needs=needs, **kept)
    of_referrals.let_lead_know(referral, by=officer, reason="She has left.")
    of_referrals.ask_referrer(referral, by=coordinator, questions=["When was that?"])
    of_referrals.add_to_referral(referral, by=officer, text="He came back.")
    of_referrals.answer_questions(referral, by=officer, **{referral.questions.get().reference: "On Monday."})
    factories.assessed(referral, coordinator)
    of_referrals.withdraw_referral(referral, by=officer, reason="He has explained it.")
    words = {"rationale": "A worry remains.", "words_for_referrer": "We go on."}
    of_referrals.answer_withdrawal(referral, by=coordinator, goes_on=True, **words)
    factories.ended(referral, coordinator)
    of_referrals.give_feedback(referral, by=coordinator, what_helped="The dates.", next_time="Say who heard it.")
    of_referrals.answer_feedback(referral, by=officer, word_back="I will.")
    said = {"whose": "person", "words": "I never said that.", "said_on": clock.today()}
    disputed = of_referrals.record_own_words(referral, by=coordinator, entry=referral.entries.first(), **said)
    of_referrals.answer_dispute(disputed, by=coordinator, outcome="unclear", answer="Nobody else heard it.")
    of_referrals.propose_found_untrue(referral, by=coordinator, reason="He was in a play.")
    return referral
