"""Cases, meetings and all that is kept of them."""

from collections.abc import Iterable
from datetime import date, timedelta

from actions import operations as actions
from actions.models import Action, ActionDispute
from cases import operations as cases
from cases.known import decided_singly, referred_singly
from cases.models import (
    Assessment,
    Case,
    CaseFile,
    CaseTransfer,
    Consent,
    Contribution,
    Cover,
    Dispute,
    InformationAnswer,
    InformationRequest,
    Intervention,
    InterventionSession,
    OutsideDisclosure,
    PanelOffer,
    Purpose,
    Share,
    SharingAgreement,
)
from panels import operations as panels
from panels.models import AgendaItem, DecisionDispute, Meeting
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, AgencyType, Area, Panel, User, system_user
from prevent_cases.documents.kinds import Checked
from prevent_cases.reference import operations as reference
from prevent_cases.reference.models import (
    AreaEndReason,
    AreaOnwardService,
    FrameworkVersion,
    LawfulBasis,
    SchoolHoliday,
)
from referrals.models import (
    Referral,
)
from reports.models import Section
from reports.operations.case_summary import CONFIRMED_AS
from tests.factories.people import (
    administrators,
)
from tests.factories.referring import (
    assessed,
    chosen_file,
    without_gateway,
)


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
    said = {"purpose": "To prepare the panel.", "lawful_basis": LawfulBasis.PUBLIC_TASK, "level": "read"}
    return cases.share_case(case, by=by, agency=agency, **said | terms)


def purpose(case: Case, by: User) -> Purpose:
    """What somebody opens a case for on which they do not work: until the day ends."""
    return cases.say_purpose(case, by=by, kind="in_danger", words="To see what it says.")


def panel_offer(case: Case, panel: Panel, by: User, because: str = "other", **said) -> PanelOffer:
    return cases.offer_to_panel(case, by=by, panel=panel, because=because, **{"note": "He knows nobody there."} | said)


TRANSFER = {
    "reason": "He moved there with his mother on Monday.",
    "lawful_basis": LawfulBasis.PUBLIC_TASK,
    "new_address": "2 Quay Street, Eastvale",
    "summary": "He sees his mentor weekly, and is calmer.",
    "needed": "A school place, and somebody who calls this week.",
    "stays": "His old school sends his books on.",
}


def transfer(case: Case, area: Area, by: User, *, signed_by: User | None = None, **said) -> CaseTransfer:
    """A case offered to another area from today on, with all of its referrals; signed off, where it is said by whom."""
    terms = {"effective_on": clock.today(), "referred": referred_singly(case, by), "decided": decided_singly(case, by)}
    offer = cases.offer_to_area(case, by=by, to_area=area, **TRANSFER | terms | said)
    if signed_by:
        cases.sign_transfer(offer, by=signed_by)
    return offer


def transferred(offer: CaseTransfer, panel: Panel, coordinator: User, chair: User) -> Case:
    """The case that it becomes with a panel of the other area, whose chair takes it on."""
    cases.place_transfer(offer, by=coordinator, panel=panel)
    return panels.answer_transfer(offer, by=chair, accepted=True)


def agreement(area: Area, *agencies: Agency, by: User, days: int = 365, since: int = 0, **said) -> SharingAgreement:
    """An agreement on sharing with some agencies that began so many days ago and holds for so many from today."""
    words = {"title": "Sharing for Channel", "purpose": "To support people.", "kept_where": "Legal services, folder 7."}
    starts_on, until = clock.today() - timedelta(days=since), clock.today() + timedelta(days=days)
    terms = {"agencies": agencies, "starts_on": starts_on, "until": until}
    return cases.record_agreement(area, by=by, **words | terms | said)


def confirmed(case: Case, by: User, sections: Iterable[str] = Section.values) -> dict[str, Iterable]:
    """All of what health and the police refer, decide, do and say that can be confirmed for a summary of it."""
    return {name: kind.found(case, by) for name, kind in CONFIRMED_AS.items() if {*kind.sections} & {*sections}}


def disclosure(case: Case, by: User, **said) -> OutsideDisclosure:
    """Something told outside the system, by telephone and to another body unless said otherwise."""
    told = {
        "body": "Far Council",
        "recipient_kind": "partner",
        "what": "That he moves there.",
        "purpose": "So that somebody calls him.",
        "lawful_basis": LawfulBasis.PUBLIC_TASK,
        "how": "telephone",
        "disclosed_on": clock.today(),
        "disclosed_by": str(by),
    }
    return cases.record_disclosure(case, by=by, **told | said)


# What a panel that offers support plans.
PLAN = {
    "consent_request": "The coordinator asks his mother at home this week.",
    "support": "A mentor.",
    "provider": "Harrowmere Mentoring.",
    "arrangements": "Weekly, at the library.",
    "review_on": date(2099, 1, 31),
}
ADOPTED = {"judgement": "enter", "reached": "unanimous", "rationale": "A mentor could help."} | PLAN

GOES_ON = {
    "judgement": "remain",
    "reached": "unanimous",
    "rationale": "It helps.",
    "looks_again_on": date(2099, 2, 28),
}
DEFERRED = {
    "judgement": "defer",
    "reached": "unanimous",
    "rationale": "School has not answered.",
    "awaited": "How he is at school.",
    "awaited_from": "His school.",
    "awaited_by": date(2099, 1, 31),
}


def adopted(case: Case, chair: User, days_ago: int = 0) -> Case:
    """Its panel has offered support, without a meeting: for tests of something else."""
    cases.plan_support(case, by=chair, offered_on=clock.today() - timedelta(days=days_ago), **PLAN)
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


def asking(case: Case, by: User, **said) -> Consent:
    """Support was asked about by a telephone call, and no answer came; to be asked again in a week."""
    asked = {
        "asked_of": "parent",
        "asked_by": "Connie of the council",
        "asked_on": clock.today(),
        "ask_again_on": clock.today() + timedelta(days=7),
        "how": "by_telephone",
        "wording": "Support for you, version 2",
        "language": "Polish",
    }
    return cases.record_asking(case, by=by, **asked | said)


def meeting(panel: Panel) -> Meeting:
    """The panel's next meeting: the first of its cadence."""
    if not panel.meetings.exists():
        panels.plan_meetings(panel, by=system_user())
    return panel.meetings.order_by("starts_at").first()


def action(case: Case, agency: Agency, by: User, **details) -> Action:
    said = {"what": "Speak with the head of year.", "due_on": clock.today() + timedelta(days=14)}
    return actions.agree_action(case, by=by, agency=agency, **said | details)


def action_dispute(action: Action, by: User, words: str = "Nobody asked me.", **said) -> ActionDispute:
    """What a parent says against an action."""
    said = {"whose": "parent", "said_on": clock.today()} | said
    return panels.record_action_dispute(action, by=by, words=words, **said)


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


def dispute(case: Case, by: User, of, words: str = "It was not like that.") -> Dispute:
    return cases.record_dispute(case, by=by, of=of, whose="person", words=words, said_on=clock.today())


def decision_dispute(item: AgendaItem, by: User, words: str = "Nobody asked me.", **said) -> DecisionDispute:
    """What the person says against what the panel decided at an item."""
    said = {"whose": "person", "said_on": clock.today()} | said
    return panels.record_decision_dispute(item, by=by, words=words, **said)


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


# What is written for whoever gives support.
BRIEF = {
    "called": "Ash",
    "purpose": "To find other company.",
    "needs": "Somebody who listens before they speak.",
    "safe_place": "The library, on the first floor.",
    "to_avoid": "The park behind the school.",
    "lawful_basis": LawfulBasis.PUBLIC_TASK,
}


def intervention(case: Case, agency: Agency, by: User, giver: User | None = None, **said) -> Intervention:
    """An agency asked to give eight sessions; accepted, where it is said by whom."""
    days = {"starts_on": clock.today(), "until": clock.today() + timedelta(days=90)}
    made = cases.arrange_intervention(case, by=by, agency=agency, **{"sessions": 8} | days | BRIEF | said)
    if giver:
        cases.answer_intervention(made, by=giver, accepted=True)
    return made


def session(intervention: Intervention, by: User, **said) -> InterventionSession:
    """One that took place today, unless said otherwise."""
    missed = {"came": False, "why_missed": "He did not come."}
    came = {"came": True, "minutes": 50, "what": "We talked of football."}
    return cases.report_session(
        intervention, by=by, **{"held_on": clock.today()} | (came if said.get("came", True) else missed) | said
    )


EXIT_PLAN = {
    "continues": "The boxing club, on Thursdays.",
    "turn_to": "Ms Okoro, his form tutor.",
    "handed_over_to": "The school, which sees him weekly.",
}


def final_assessment(case: Case, by: User) -> Assessment:
    """Without which no support ends; by the area's framework, which is made where it has none."""
    version = FrameworkVersion.objects.in_use().filter(framework__area=case.area).first() or framework(case.area)
    return assessment(case, by, version)


def cover(agency: Agency, away: User, covered_by: User, days: int = 10) -> Cover:
    until = clock.today() + timedelta(days=days)
    who = {"away": away, "covered_by": covered_by}
    return cases.name_cover(agency, by=covered_by, starts_on=clock.today(), until=until, **who)


def onward_service(area: Area, name: str = "Family hub", **said) -> AreaOnwardService:
    return reference.add_onward_service(area, by=administrators(area)[0], name=name, **said)


def end_reason(area: Area, name: str = "Went to sea", **said) -> AreaEndReason:
    said = {"ends": ["exited", "no_further_action"]} | said
    return reference.add_end_reason(area, by=administrators(area)[0], name=name, **said)


def school_holiday(area: Area, first: int = 0, last: int = 20) -> SchoolHoliday:
    """School holidays between so many days from now."""
    days = {"starts_on": clock.today() + timedelta(days=first), "until": clock.today() + timedelta(days=last)}
    return reference.add_school_holiday(area, by=administrators(area)[0], name="Summer holidays", **days)


def case_file(
    case: Case, by: User, *, contribution: Contribution | None = None, ready: bool = True, **said
) -> CaseFile:
    """A file added to a case, or to what an agency shares of it; ready as if a scanner had answered."""
    chosen = {name: said.pop(name) for name in ("name", "content") if name in said}
    upload = chosen_file(by, **{"name": "form.txt"} | chosen)
    said = {"what": "The form that was signed."} | said
    if contribution:
        (added,) = cases.add_contribution_files(contribution, by=by, files=[upload], **said)
    else:
        (added,) = cases.add_case_files(case, by=by, files=[upload], **said)
    if ready:
        cases.release_case_file(added, by=system_user(), checked=Checked("text", b"A note."))
    return added
