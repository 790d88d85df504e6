"""Referrals, and what is asked and answered about them."""

from datetime import timedelta

from django.core.files.base import ContentFile

from prevent_cases import clock
from prevent_cases.accounts.models import Agency, Area, User, system_user
from prevent_cases.accounts.posts import PostKind
from prevent_cases.documents import receiving
from prevent_cases.documents.kinds import Checked
from prevent_cases.documents.models import Upload
from prevent_cases.pages.models import Draft
from prevent_cases.reference.models import (
    GatewayPolicy,
    ReferringPolicy,
)
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
    PublicConcern,
    Referral,
    ReferralFile,
    SocialCare,
    Stage,
    Told,
    Urgency,
    YesNo,
)
from tests.factories.people import person, policy

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
        onward_service="school",
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
