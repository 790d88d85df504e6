"""Where each page and endpoint that shows anything is looked at in the shared world, and by whom.

Most are about a record that is there already, and that can be acted on. What the world has no room for is made for it.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import Model
from django.urls import resolve, reverse

from cases import operations
from cases.models import Case
from cases.views.assessment import BY
from prevent_cases import clock
from prevent_cases.access import rules
from prevent_cases.accounts import operations as accounts
from prevent_cases.accounts.models import Agency, Area, User
from prevent_cases.accounts.posts import PostKind
from prevent_cases.documents import api as documents_api
from prevent_cases.documents.views import OpenDocument
from prevent_cases.documents.word_pages import BlankForm
from prevent_cases.operations import Operation
from prevent_cases.pages.models import Draft
from prevent_cases.pages.views import OperationPage
from prevent_cases.reference import operations as reference
from prevent_cases.reference.forms.frameworks import as_answers
from prevent_cases.reference.framework_templates import VAF_2012
from referrals import operations as of_referrals
from referrals.models import DraftReferral, PublicConcern, Referral
from tests import factories
from tests.architecture.carried_out import MADE, People
from tests.architecture.growing import grow_under
from tests.architecture.product import Address
from tests.architecture.test_addresses import ADDRESSES, PUBLIC, about_a_record, permission_of, signed_in
from tests.architecture.test_who_reads_the_file import name_of, records_of
from tests.browser.test_ways_to_refer import PAGES

# They send a file as it is.
FILES = (OpenDocument, documents_api.OpenDocument, BlankForm)


def shows_something(address: Address) -> bool:
    view = address.view_class
    return view is None or (hasattr(view, "get") and not issubclass(view, FILES))


# It shows a form for one's own password, and somebody who has none is led elsewhere.
NOT_LOOKED_AT = {"account_change_password"}
SHOWN = [address for address in ADDRESSES if shows_something(address) and address.name not in NOT_LOOKED_AT]


def fresh(people: People, **answers) -> Referral:
    return factories.referral(people["officer"], **answers)


def received(people: People) -> Referral:
    return factories.received(fresh(people), people["coordinator"])


def to_decide(people: People) -> Referral:
    referral = factories.assessed(fresh(people), people["coordinator"])
    factories.without_gateway(referral.area)
    return referral


def after(referral: Referral, done: Operation, *, by: User, **said) -> Referral:
    done(referral, by=by, **said)
    return anew(referral)


def anew(record: Model) -> Model:
    return type(record)._base_manager.get(pk=record.pk)


def not_confirmed(case: Case, people: People) -> Model:
    administrator = factories.administrators(case.area)[1]
    said = {"email": "new@example.org", "name": "Somebody new", "kind": PostKind.COORDINATOR}
    return accounts.give_post(case.area, by=administrator, **said)


def put_forward(case: Case, people: People) -> Model:
    return reference.put_framework_forward(case.area, by=factories.administrators(case.area)[1], **VAF_2012.said())


def held(case: Case, people: People) -> Model:
    asked = factories.at_gateway(fresh(people), people["coordinator"], Agency.objects.get(name="Harrowmere Police"))
    return factories.hold(asked.referral.individual, people["gateway"])


# Beside what is made so that it can be carried out on the case.
MADE_TOO: dict[str, Callable[[Case, People], Model]] = {
    "accounts:confirm_post": not_confirmed,
    "reference:confirm_framework": put_forward,
    "referrals:let_lead_know": lambda _, people: fresh(people, lead_may_know="no", kept_from_lead_because="His son."),
    "referrals:go_on_without_answers": lambda _, people: after(
        received(people), of_referrals.return_to_referrer, by=people["coordinator"], questions=["Who knows?"]
    ),
    "referrals:answer_questions": lambda _, people: after(
        received(people), of_referrals.ask_referrer, by=people["coordinator"], questions=["Who knows?"]
    ),
    "referrals:answer_withdrawal": lambda _, people: after(
        received(people), of_referrals.withdraw_referral, by=people["officer"], reason="His mother asks."
    ),
    "referrals:answer_feedback": lambda _, people: after(
        received(people), of_referrals.give_feedback, by=people["coordinator"], what_helped="His words."
    ),
    "referrals:take_back_transfer": lambda _, people: after(
        factories.assessed(fresh(people), people["coordinator"]), of_referrals.offer_transfer,
        by=people["coordinator"], to_area=Area.objects.get(name="Eastvale"), reason="He lives there.",
    ),
    "referrals:end_referral": lambda _, people: to_decide(people),
    "referrals:propose_no_further_action": lambda _, people: to_decide(people),
    "panels:accept_referral": lambda _, people: to_decide(people),
    "referrals:review_hold": held,
    "referrals:lift_hold": held,
    "referrals:answer_found_untrue": lambda _, people: after(
        factories.ended(fresh(people), people["coordinator"]), of_referrals.propose_found_untrue,
        by=people["coordinator"], reason="It was made up.",
    ),
}  # fmt: skip
MADE_FOR_IT = MADE | MADE_TOO


# -- What is begun ----------------------------------------------------------------------------------------------------


def draft_of(operation: Operation, owner: User, record: Model, answers: dict | None = None, files: int = 0) -> Draft:
    kind = DraftReferral if operation == of_referrals.submit_referral else Draft
    said = {"owner": owner, "operation": operation.name, "record": record.pk}
    draft = kind.objects.create(answers=answers or {}, **said)
    for number in range(files):
        factories.chosen_file(owner, draft=draft, name=f"note {number}.txt")
    return draft


def referral_begun(case: Case, people: People, many: int) -> tuple[User, Draft]:
    """Every part answered, with so many things that give concern."""
    answers = {
        part: {name: [said] for name, said in (boxes | chosen).items()} for part, (boxes, chosen) in PAGES.items()
    }
    officer = people["officer"]
    agency = Agency.objects.get(pk=min(officer.posts.agencies()))
    answers["referrer"] |= {"for_agency": [agency.slug], "lead_may_know": ["yes"]}
    concern = answers.pop("concern")
    of_one = {name.removeprefix("entries-first-"): said for name, said in concern.items() if "-first-" in name}
    rest = {name: said for name, said in concern.items() if "-first-" not in name}
    rows = {
        f"entries-{row}-{name}": said
        for row in range(1, many + 1)
        for name, said in (of_one | {"row": [str(row)]}).items()
    }
    return officer, draft_of(of_referrals.submit_referral, officer, case.area, answers | {"concern": rest | rows}, many)


def framework_begun(case: Case, people: People, many: int) -> tuple[User, Draft]:
    by, said = people["administrator"], VAF_2012.said()
    answers = as_answers(said | {"domains": said["domains"][:1] * many})
    return by, draft_of(reference.put_framework_forward, by, case.area, answers)


def assessment_begun(case: Case, people: People, many: int) -> tuple[User, Draft]:
    """By a framework of so many factors, of each of which nothing is known."""
    by = people["coordinator"]
    factors = [{"wording": f"Quarrels {number}"} for number in range(many)]
    domains = [{"title": f"Domain {number}", "factors": factors} for number in range(many)]
    version = factories.framework(case.area, title="Of many", scale="A lot\nA little", domains=domains)
    answers = {BY: version.reference}
    for place, domain in enumerate(version.domains.all(), start=1):
        answers[f"domain-{place}"] = {f"{factor.key}_point": ["not_known"] for factor in domain.factors.all()}
    today = clock.today()
    day = {"assessed_on_day": today.day, "assessed_on_month": today.month, "assessed_on_year": today.year}
    said = {"summary": "Calmer.", "plan": "Go on.", "what_changed": "Much."} | day
    answers["conclusions"] = {name: [str(text)] for name, text in said.items()}
    return by, draft_of(operations.complete_assessment, by, case, answers)


def further_files(case: Case, people: People, many: int) -> tuple[User, Draft]:
    referral = fresh(people)
    return referral.referred_by, draft_of(of_referrals.add_files, referral.referred_by, referral, files=many)


def files_of_case(case: Case, people: People, many: int) -> tuple[User, Draft]:
    return people["coordinator"], draft_of(operations.add_case_files, people["coordinator"], case, files=many)


def files_of_contribution(case: Case, people: People, many: int) -> tuple[User, Draft]:
    piece = case.contributions.filter(agency__name="Children's Services").order_by("pk").first()
    return people["services"], draft_of(operations.add_contribution_files, people["services"], piece, files=many)


# By the name of the address: what is begun, and which part of it is opened.
BEGUN: dict[str, tuple[Callable, str]] = {
    "reference:framework_draft": (framework_begun, ""),
    "reference:put_framework_forward": (framework_begun, ""),
    "reference:framework_part": (framework_begun, "domain-1"),
    "referrals:draft": (referral_begun, ""),
    "referrals:submit_referral": (referral_begun, ""),
    "referrals:draft_files": (referral_begun, ""),
    "referrals:part": (referral_begun, "concern"),
    "referrals:choose_files": (further_files, ""),
    "referrals:add_files": (further_files, ""),
    "cases:choose_files": (files_of_case, ""),
    "cases:add_files": (files_of_case, ""),
    "cases:choose_contribution_files": (files_of_contribution, ""),
    "cases:add_contribution_files": (files_of_contribution, ""),
    "cases:assessment_draft": (assessment_begun, ""),
    "cases:complete_assessment": (assessment_begun, ""),
    "cases:assessment_part": (assessment_begun, "domain-1"),
}


# -- Where it is looked at --------------------------------------------------------------------------------------------

Place = tuple[User | None, str]
# So many are tried: an address that nobody is shown by then has no place here.
TRIED = 60


@dataclass
class Shown:
    """The shared world, as it is looked at."""

    case: Case
    people: People
    many: int  # Of what is made anew for a look at it.

    @cached_property
    def records(self) -> dict[type[Model], Model]:
        return records_of(self.case)

    def places(self, address: Address) -> Iterator[Place]:
        """Who may look at it, and where."""
        return islice(self._places(address), TRIED)

    def is_made_for(self, address: Address) -> bool:
        return address.name in BEGUN or self._is_carried_out_on_what_is_made(address)

    def _is_carried_out_on_what_is_made(self, address: Address) -> bool:
        return (
            about_a_record(address)
            and issubclass(address.view_class, OperationPage)
            and name_of(address) in MADE_FOR_IT
        )

    def _places(self, address: Address) -> Iterator[Place]:
        if address.name in BEGUN:
            begin, slug = BEGUN[address.name]
            owner, draft = begin(self.case, self.people, self.many)
            said = {"reference": draft.reference, "slug": slug}
            yield owner, reverse(address.name, kwargs={place: said[place] for place in address.places})
        elif self._is_carried_out_on_what_is_made(address):
            record = MADE_FOR_IT[name_of(address)](self.case, self.people)
            grow_under(record, self.people, self.many - 1)
            yield from self._readers(address, record)
        elif about_a_record(address):
            for record in self._records(address):
                yield from self._readers(address, record)
        elif address.name in PUBLIC:
            yield None, reverse(address.name, kwargs=self._said_in(address))
        else:
            url = reverse(address.name, kwargs=self._said_in(address))
            yield from ((person, url) for person in self.people.values())

    def _records(self, address: Address) -> Iterator[Model]:
        """That of the case first; of those on which it can be done now."""
        model = rules[permission_of(address.view_class)].model
        operation = getattr(address.view_class, "operation", None)
        for record in filter(None, [self.records.get(model), *model._base_manager.order_by("pk")]):
            if not (operation and operation.obstacle(record)):
                yield record

    def _readers(self, address: Address, record: Model) -> Iterator[Place]:
        rule = rules[permission_of(address.view_class)]
        places = type(record)._base_manager.filter(pk=record.pk).values(*address.places).first()
        url = reverse(address.name, kwargs=places if address.places else {})
        if name_of(address) == "cases:explain_access":
            url += f"?person={self.people['police'].reference}"
        for person in self.people.values():
            person.forget_posts()
            if rule.permits(person, record):
                yield person, url

    def _said_in(self, address: Address) -> dict[str, str]:
        said = {"slug": self.case.area.slug}
        if "reference" in address.places:
            is_public = address.name in PUBLIC
            said["reference"] = public_concern(self.case.area) if is_public else brought_in(self.case.area, self.people)
        return {place: said.get(place, "x") for place in address.places}


def public_concern(area: Area) -> str:
    return PublicConcern.objects.filter(area=area).earliest("pk").reference


def brought_in(area: Area, people: People) -> str:
    form = SimpleUploadedFile("form.docx", b"What somebody wrote.")
    sent = signed_in(people["officer"]).post(reverse("referrals:bring_in", args=[area.slug]), {"files": form})
    return resolve(sent.url).kwargs["reference"]
