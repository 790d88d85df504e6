"""Records for tests, made as the product makes them: by calling operations."""

from datetime import date, timedelta

from django.core.files.base import ContentFile
from django.utils.text import slugify

from actions import operations as actions
from actions.models import Action
from cases import operations as cases
from cases.models import (
    Assessment,
    Case,
    Consent,
    Contribution,
    Cover,
    InformationAnswer,
    InformationRequest,
    Section36Decision,
    Share,
)
from panels import operations as panels
from panels.models import Meeting
from prevent_cases import clock
from prevent_cases.accounts import operations as accounts
from prevent_cases.accounts.models import Agency, AgencyType, Area, Panel, PanelKind, Post, Sector, User, system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.documents import receiving
from prevent_cases.documents.kinds import Checked
from prevent_cases.documents.models import Upload
from prevent_cases.pages.models import Draft
from prevent_cases.reference import operations as reference
from prevent_cases.reference.models import (
    Contact,
    ContactKind,
    DayOverride,
    FrameworkVersion,
    GatewayPolicy,
    LawfulBasis,
    Policy,
    ReferringPolicy,
    SchoolHoliday,
)
from prevent_cases.reference.working_days import WorkingDays
from referrals import operations as referrals
from referrals.models import (
    BroughtBy,
    Deconfliction,
    DraftReferral,
    EndReason,
    Enquiry,
    GatewayAnswer,
    GatewayCategory,
    GatewayRequest,
    Gender,
    Hold,
    HowKnown,
    Individual,
    JudgedUrgency,
    KindOfNeed,
    OnwardService,
    PublicConcern,
    Referral,
    ReferralFile,
    RoutingRow,
    SocialCare,
    Stage,
    Told,
    Urgency,
    YesNo,
)


def area(name: str = "Harrowmere") -> Area:
    people = [(address(f"{which} administrator", name), f"{which} Administrator") for which in ("Ada", "Ben")]
    return accounts.open_area(system_user(), by=system_user(), name=name, administrators=people)


def administrators(area: Area) -> list[User]:
    """The two people who were there when the area was opened."""
    return list(User.objects.filter(held_posts__area=area, held_posts__kind=PostKind.ADMINISTRATOR).order_by("pk")[:2])


def agency(
    area: Area, name: str = "Larkfield School", type=AgencyType.SCHOOL, sector=Sector.EDUCATION, **more
) -> Agency:
    return accounts.add_agency(area, by=administrators(area)[0], name=name, type=type, sector=sector, **more)


def panel(area: Area, name: str = "Channel Panel", kind=PanelKind.CHANNEL, **more) -> Panel:
    return accounts.open_panel(area, by=administrators(area)[0], name=name, kind=kind, **more)


def routing_row(panel: Panel, position: int = 10, **fitting) -> RoutingRow:
    """A row of the area's table that leads to a panel."""
    area = panel.area
    return referrals.add_routing_row(area, by=administrators(area)[0], position=position, panel=panel, **fitting)


def policy(area: Area, policy: type[Policy], **decided) -> Policy:
    """A policy in force: decided by one administrator and, where it takes two, confirmed by the other."""
    first, second = administrators(area)
    said = {"reason": "Agreed by the partnership."}
    made = reference.decide_policy(area, by=first, policy=policy, **said | decided)
    if not made.counts:
        reference.confirm_policy(area, by=second, decision=made)
    return made


def contact(area: Area, **details: str) -> Contact:
    said = {"kind": ContactKind.POLICE, "name": "Harrowmere Police", "telephone": "01632 960 100"}
    return reference.add_contact(area, by=administrators(area)[0], **said | details)


def day_off(area: Area, day: date | None = None, name: str = "Founders' Day") -> DayOverride:
    """A working day taken away: that day, or one in about two weeks."""
    day = day or WorkingDays.of(area).after(clock.today(), 10)
    return reference.override_day(area, by=administrators(area)[0], day=day, is_worked=False, name=name)


def post(place: Area | Agency | Panel, kind: PostKind, name: str = "Robin Example", **more) -> Post:
    """A post in force: given by one administrator and, where it opens cases, confirmed by the other."""
    area = place if isinstance(place, Area) else place.area
    giver, second = administrators(area)
    where = {} if isinstance(place, Area) else {place._meta.model_name: place}
    given = accounts.give_post(area, by=giver, email=address(name, area.name), name=name, kind=kind, **where, **more)
    if not given.confirmed_at:
        accounts.confirm_post(given, by=second)
    return given


def person(place: Area | Agency | Panel, kind: PostKind, name: str = "Robin Example", **more) -> User:
    """Somebody who holds such a post."""
    return post(place, kind, name, **more).user


def address(name: str, area: str) -> str:
    return f"{slugify(name)}@{slugify(area)}.example"


ON_BEHALF = {
    "on_behalf": YesNo.YES,
    "brought_by": BroughtBy.PUBLIC,
    "source_name": "Nell Neighbour",
    "source_contact": "01632 960 177",
    "source_relation": "Lives next door",
    "source_may_be_named": YesNo.NO,
}


def referral(officer: User, **answers) -> Referral:
    """A referral that ``officer`` submits for the first agency they work for."""
    agency = Agency.objects.get(pk=min(officer.posts.agencies()))
    said = {
        "given_names": "Ashwin",
        "family_name": "Birch",
        "born_on": clock.today() - timedelta(days=15 * 366),
        "gender": Gender.MALE,
        "entries": [entry()],
        "person_told": Told.YES,
        "parent_told": Told.YES,
        "urgency": Urgency.NORMAL,
        "no_intelligence": True,
        "as_far_as_known": True,
    }
    return referrals.submit_referral(agency.area, by=officer, for_agency=agency, **said | answers)


def referral_about(individual: Individual, officer: User, **answers) -> Referral:
    """A further referral about somebody who is known, as a coordinator has confirmed."""
    made = referral(officer, **answers)
    in_post = User.objects.filter(held_posts__area=made.area, held_posts__kind=PostKind.COORDINATOR).first()
    coordinator = in_post or person(made.area, PostKind.COORDINATOR, "Connie Coordinator")
    referrals.record_same_person(made, by=coordinator, individual=individual, reason="Asked the school.")
    return made


def entry(text: str = "He says nobody would miss him and that they will all be sorry.", **more) -> dict:
    """One thing that gives concern, as a referrer writes it."""
    return {"how_known": HowKnown.SEEN, "happened_on": clock.today() - timedelta(days=2), "text": text} | more


def received(referral: Referral, by: User, **judged) -> Referral:
    """Its urgency has been judged, and social care told where the person is a child."""
    said = {
        "urgency": JudgedUrgency.USUAL,
        "reason": "Nobody is in danger, and he is at school every day.",
        "best_placed": referral.for_agency,
        "social_care": SocialCare.CHILDREN,
    }
    referrals.judge_urgency(referral, by=by, **said | judged)
    return referral


def assessed(referral: Referral, by: User, **said) -> Referral:
    """Received, where it has not been, and shortly assessed: it can be decided."""
    if referral.stage == Stage.SUBMITTED:
        received(referral, by)
    words = {
        "what_worries": "He says that nobody would miss him.",
        "what_speaks_against": "He says it to one friend and to nobody else.",
        "what_protects": "His form tutor and his brother.",
        "what_would_change_your_mind": "A word from his brother.",
        "kind_of_need": KindOfNeed.UNKNOWN,
        "complex_needs": YesNo.NO,
    }
    referrals.assess_referral(referral, by=by, **words | said)
    return referral


def ended(referral: Referral, by: User) -> Referral:
    """Assessed, and ended with help from the school."""
    assessed(referral, by)
    referrals.end_referral(
        referral,
        by=by,
        end_reason=EndReason.SIGNPOSTED,
        onward_service=OnwardService.SCHOOL,
        arranged="The head of year sees him every Monday.",
        rationale="The school knows him best.",
        words_for_referrer="Thank you. The school will help.",
    )
    return referral


def chosen_file(by: User, draft: Draft | None = None, name: str = "note.txt", content: bytes = b"A note.") -> Upload:
    """A file that somebody has chosen and not sent."""
    return receiving.receive(ContentFile(content, name), by=by, draft=draft)


def draft(owner: User, **answers) -> DraftReferral:
    """A referral that somebody has begun."""
    area = next(iter(owner.posts.home_areas))
    begun = {"owner": owner, "operation": referrals.submit_referral.name, "record": area}
    return DraftReferral.objects.create(**begun, answers=answers)


def handed_over(draft: DraftReferral, lead: User) -> DraftReferral:
    """A draft that its author has handed over to a safeguarding lead."""
    referrals.hand_over_draft(draft, by=draft.owner, lead=lead, word="He told me on Monday.")
    return draft


def file(referral: Referral, *, ready: bool = True, **chosen) -> ReferralFile:
    """A file that the referrer adds to a referral; ready as if a scanner had answered."""
    upload = chosen_file(referral.referred_by, **chosen)
    referrals.add_files(referral, by=referral.referred_by, files=[upload])
    added = referral.files.get(reference=upload.reference)
    if ready:
        referrals.release_file(added, by=system_user(), checked=Checked("text", b"A note."))
    return added


def enquiry(officer: User, agency: Agency) -> Enquiry:
    """A question about nobody in particular."""
    question = "A pupil draws the same sign on every book. Is that something to refer?"
    return referrals.ask_for_advice(agency.area, by=officer, for_agency=agency, question=question, names_nobody=True)


def public_concern(area: Area, **written: str) -> PublicConcern:
    """What a member of the public sent, in an area that has a form for them."""
    if not ReferringPolicy.of(area).public_form:
        policy(area, ReferringPolicy, public_form=True)
    said = {"who": "A boy next door, about 15", "worry": "He says that he wants to hurt people."}
    return referrals.send_public_concern(area, by=system_user(), **(said | written))


def without_gateway(area: Area) -> None:
    """A local agreement has left the police gateway out, so that tests of something else need not pass it."""
    if GatewayPolicy.of(area).used:
        policy(area, GatewayPolicy, used=False, agreement="Signed by both, 1 March.")


def at_gateway(referral: Referral, by: User, police: Agency) -> GatewayRequest:
    """Assessed, and the police have been asked."""
    assessed(referral, by)
    return referrals.ask_gateway(referral, by=by, agency=police, asked="Would support cut across police work?")


def answered(request: GatewayRequest, by: User, **said) -> GatewayAnswer:
    """The gateway's answer: clear, unless said otherwise."""
    words = {
        "deconfliction": Deconfliction.CLEAR,
        "category": GatewayCategory.CLEAR,
        "reasons": "Nothing that support would cut across.",
        "earlier_checked": True,
        "no_intelligence": True,
    }
    return referrals.answer_for_gateway(request, by=by, **words | said)


def hold(individual: Individual, by: User, days: int = 30) -> Hold:
    return referrals.set_hold(individual, by=by, review_on=clock.today() + timedelta(days=days))


def case(referral: Referral, coordinator: User, panel: Panel) -> Case:
    """The case of a referral that was assessed and accepted."""
    if not referral.gateway_has_answered:
        assessed(referral, coordinator)
        without_gateway(referral.area)
    return panels.accept_referral(
        referral,
        by=coordinator,
        panel=panel,
        rationale="A pattern over weeks.",
        words_for_referrer="Thank you. A panel will look at it.",
    )


def share(case: Case, agency: Agency, by: User, **terms) -> Share:
    said = {"purpose": "To prepare the panel.", "lawful_basis": LawfulBasis.PUBLIC_TASK}
    return cases.share_case(case, by=by, agency=agency, **said | terms)


# What a panel that offers support plans.
PLAN = {
    "consent_request": "The coordinator asks his mother at home this week.",
    "support": "A mentor.",
    "provider": "Harrowmere Mentoring.",
    "arrangements": "Weekly, at the library.",
    "review_on": date(2099, 1, 31),
}
ADOPTED = {"judgement": "enter", "reached": "unanimous", "rationale": "A mentor could help."} | PLAN


def adopted(case: Case, chair: User) -> Case:
    """Its panel has offered support, without a meeting: for tests of something else."""
    cases.plan_support(case, by=chair, **PLAN)
    cases.move_case(case, by=chair, stage="consent_pending")
    return case


def answer(case: Case, **said) -> dict:
    """What is recorded of an answer about support: consent, by a parent of a child, unless said otherwise."""
    is_child = (case.individual.age or 0) < 18
    by_another = {"answered_by": "parent", "answered_name": "Una Birch", "responsibility": "His mother."}
    of_person = {"answered_by": "person", "answered_name": "", "responsibility": ""}
    answer = said.get("answer", "given")
    agreed = {"agreed_to": "A mentor, weekly."} if answer == "given" else {}
    return (
        {
            "answer": answer,
            "capacity": "presumed",
            "asked_by": "Connie of the council",
            "how": "in_person",
            "answered_on": clock.today(),
            "wording": "Support for you, version 2",
            "language": "English",
            "what_was_explained": "What a mentor does, and that it can end at any time.",
            "own_view": "",
            "reason": "",
            "evidence": "The signed form in the school's file.",
        }
        | (by_another if is_child else of_person)
        | agreed
        | said
    )


def consent(case: Case, by: User, answer_: str = "given", **said) -> Consent:
    return panels.record_consent(case, by=by, **answer(case, answer=answer_, **said))


def section36(case: Case, by: User, **said) -> Section36Decision:
    """The decision on the first referral of a case that has none: reasonable grounds, unless said otherwise."""
    referral = case.carried_referrals.to_decide().order_by("pk").first().referral
    grounds = {"reasonable_grounds": True, "grounds": "What he wrote."}
    return cases.decide_section36(case, by=by, referral=referral, **grounds | said)


def meeting(panel: Panel) -> Meeting:
    """The panel's next meeting: the first of its cadence."""
    if not panel.meetings.exists():
        panels.plan_meetings(panel, by=system_user())
    return panel.meetings.order_by("starts_at").first()


def action(case: Case, agency: Agency, by: User, **details) -> Action:
    said = {"what": "Speak with the head of year.", "due_on": clock.today() + timedelta(days=14)}
    return actions.agree_action(case, by=by, agency=agency, **said | details)


def framework(area: Area, said: dict | None = None, **more) -> FrameworkVersion:
    """What an area assesses by: put forward by one administrator and confirmed by the other; a small one of our own."""
    first, second = administrators(area)
    small = {
        "title": "Small framework",
        "scale": "A lot\nA little",
        "domains": [
            {
                "title": "At home",
                "factors": [{"code": "H1", "wording": "Quarrels"}, {"code": "H2", "wording": "Being alone"}],
            },
            {"title": "Strengths", "scale": "Strong\nGrowing", "factors": [{"wording": "A grown-up to talk to"}]},
        ],
    }
    version = reference.put_framework_forward(area, by=first, **(said or small) | more)
    reference.confirm_framework(version, by=second)
    return version


def found(version: FrameworkVersion, **of_code: dict) -> list[dict]:
    """Something of every factor of a framework: not known, unless ``of_code`` says more of one by its code."""
    return [{"factor": factor.key} | of_code.get(factor.code, {}) for factor in version.factors.all()]


def assessment(case: Case, by: User, version: FrameworkVersion, **said) -> Assessment:
    """Nothing is known of any factor, unless said otherwise."""
    words = {"summary": "Calmer.", "plan": "See him weekly.", "what_changed": "He has a mentor."}
    said = {"assessed_on": clock.today(), "entries": found(version)} | words | said
    return cases.complete_assessment(case, by=by, version=version, **said)


def information_request(case: Case, agency: Agency, by: User, **said) -> InformationRequest:
    """One agency asked about the person of a case."""
    asked = {
        "asked": "Do you know him, and since when?",
        "purpose": "To assess what help he needs.",
        "lawful_basis": LawfulBasis.PUBLIC_TASK,
    }
    cases.ask_for_information(case, by=by, agencies=[agency], **asked | said)
    return case.information_requests.get(agency=agency, answered_at=None, recalled_at=None)


CONFIDENTIALITY = {
    "confidentiality_by": "Dr Guardian",
    "confidentiality_ground": "public_interest",
    "confidentiality_words": "Somebody could come to harm.",
}


def released(agency: Agency) -> dict:
    """What an agency says on whose word it lets go of something."""
    return {"no_intelligence": True} | (CONFIDENTIALITY if agency.type == AgencyType.HEALTH else {})


def information_answer(
    request: InformationRequest, by: User, answer: str = "nothing_held", **said
) -> InformationAnswer:
    more = {} if answer == "nothing_held" else released(request.agency)
    return cases.answer_information_request(request, by=by, answer=answer, **more | said)


def contribution(case: Case, agency: Agency, by: User, mark: str = "all_members", **said) -> Contribution:
    """What an agency, with which the case is shared, adds of its own accord."""
    words = {"text": "He has missed three appointments.", "mark": mark} | released(agency)
    return cases.add_contribution(case, by=by, agency=agency, **words | said)


def cover(agency: Agency, away: User, covered_by: User, days: int = 10) -> Cover:
    until = clock.today() + timedelta(days=days)
    who = {"away": away, "covered_by": covered_by}
    return cases.name_cover(agency, by=covered_by, starts_on=clock.today(), until=until, **who)


def school_holiday(area: Area, first: int = 0, last: int = 20) -> SchoolHoliday:
    """School holidays between so many days from now."""
    days = {"starts_on": clock.today() + timedelta(days=first), "until": clock.today() + timedelta(days=last)}
    return reference.add_school_holiday(area, by=administrators(area)[0], name="Summer holidays", **days)
