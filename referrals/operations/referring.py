"""Submitting a referral, and adding to it."""

from collections.abc import Iterable
from datetime import date, datetime

from prevent_cases import clock
from prevent_cases.accounts.models import Agency, Area, User
from prevent_cases.documents.models import Upload
from prevent_cases.later.outbox import later
from prevent_cases.operations import Refused, operation
from prevent_cases.reference.models import ConcernType
from referrals import permissions  # noqa: F401
from referrals.candidates import write_keys
from referrals.models import (
    SOURCE,
    ConcernEntry,
    IdentityLink,
    Individual,
    Referral,
    ReferralAddition,
    SealedSource,
    Stage,
    SupportNeed,
    Urgency,
    YesNo,
    decided_by,
    initials_of,
    plain_words,
)
from referrals.models.further_questions import open_questions
from referrals.models.leads import colleagues_to_tell, obstacle_to_letting_lead_know
from referrals.models.sealed import UNSAID_OF_SOURCE
from referrals.operations.additions import have_read, where_it_is_now
from referrals.operations.files import keep_files
from referrals.operations.news import give_news


def open_referral(
    area: Area,
    *,
    referred_by: User,
    for_agency: Agency,
    submitted_at: datetime,
    entries: Iterable[dict],
    support_needs: Iterable[dict],
    started_by: User | None = None,
    first_sent: Referral | None = None,
    is_urgent: bool = False,
    national_reference: str = "",
    came_with_case_at: datetime | None = None,
    **answers,
) -> Referral:
    """A referral as it begins in an area: what was sent, about an individual of that area.

    ``is_urgent`` says that it has been judged so elsewhere, whatever the referrer said. What ``came_with_case_at`` some
    moment was accepted before, and waits for no decision.
    """
    individual = Individual.objects.create(
        area=area,
        given_names=answers["given_names"],
        family_name=answers.get("family_name", ""),
        **_age(answers, clock.day_of(submitted_at)),
    )
    names = [answers[name] for name in ("given_names", "family_name", "other_names") if answers.get(name)]
    is_urgent = is_urgent or answers["urgency"] == Urgency.URGENT or answers.get("in_danger") == YesNo.YES
    referral = Referral(
        area=area,
        referred_by=referred_by,
        for_agency=for_agency,
        started_by=started_by,
        submitted_at=submitted_at,
        first_sent=first_sent,
        is_urgent=is_urgent,
        came_with_case_at=came_with_case_at,
        **({"stage": Stage.ACCEPTED} if came_with_case_at else decided_by(area, clock.now(), is_urgent)),
        national_reference=national_reference,
        search_words=" ".join(plain_words(*names, initials_of(*names[:2]))),
        concern_type=ConcernType.objects.current().get(code=ConcernType.NOT_YET_KNOWN),
        **answers,
    )
    referral.save()
    for entry in entries:
        ConcernEntry.objects.create(referral=referral, **entry)
    for need in support_needs:
        SupportNeed.objects.create(referral=referral, **need)
    IdentityLink.objects.create(referral=referral, individual=individual, made_at=clock.now())
    write_keys(individual)
    return referral


def _age(answers: dict, day: date) -> dict:
    """How old the individual is as they begin, with the day of which that is said."""
    born_on, age = answers.get("born_on"), answers.get("age_given")
    if born_on or age is None:
        return {"born_on": born_on}
    return {"age_given": age, "age_given_on": day}


@operation("referrals.make_referral", locked=False)
def submit_referral(
    area: Area,
    *,
    by: User,
    for_agency: Agency,
    started_by: User | None = None,
    from_draft: str = "",
    on_behalf: str = "",
    completed_on: date | None = None,
    entries: Iterable[dict],
    support_needs: Iterable[dict] = (),
    files: Iterable[Upload] = (),
    **answers,
) -> Referral:
    """Referral submitted. The coordinator of the area has it now.

    ``answers`` are the person and the concern as sent (``referrals.models.ANSWERS``), ``entries`` and ``support_needs``
    the values of a ``ConcernEntry`` and a ``SupportNeed`` each, ``files`` what was chosen. ``started_by`` is who handed
    it over to whoever sends it, when it was the draft ``from_draft``. It was completed on the day on which it is sent,
    unless another is said. The safeguarding leads of the agency are told at
    once, unless one of them sends it, or it is kept from them with a reason; those who receive referrals in the area,
    where it cannot wait. ``on_behalf`` of somebody, the ``SOURCE`` among the answers is sealed.
    """
    if for_agency.pk not in by.posts.agencies():
        raise Refused("You refer for an agency you work for.", field="for_agency")
    entries = list(entries)
    if not entries:
        raise Refused("Say in at least one entry what has happened.", field="entries")
    if question := next(open_questions(answers), None):
        raise Refused(question.sentence, field=question.name)
    source = {name: answers.pop(name, "") for name in SOURCE}
    for name, sentence in UNSAID_OF_SOURCE.items():
        if on_behalf == YesNo.YES and not source[name]:
            raise Refused(sentence, field=name)
    referral = open_referral(
        area,
        referred_by=by,
        for_agency=for_agency,
        started_by=started_by,
        from_draft=from_draft,
        submitted_at=clock.now(),
        completed_on=completed_on or clock.today(),
        entries=entries,
        support_needs=support_needs,
        **answers,
    )
    if on_behalf == YesNo.YES:
        SealedSource.objects.create(referral=referral, **source)
    keep_files(referral, files, by=by)
    if colleagues_to_tell(referral):
        later("referrals.tell_colleagues", referral.pk)
    if referral.is_urgent:
        later("referrals.tell_receivers", referral.pk)
    return referral


@operation("referrals.let_lead_know", unless=obstacle_to_letting_lead_know)
def let_lead_know(referral: Referral, *, by: User, reason: str) -> None:
    """Safeguarding lead told. From now on they can read it and add to it.

    The referrer reads who decided that, and why, and is told where it was not themselves.
    """
    referral.change(lead_let_in_at=clock.now(), lead_let_in_by=by, lead_let_in_because=reason, colleagues_told_at=None)
    if colleagues_to_tell(referral):
        later("referrals.tell_colleagues", referral.pk)
    if (now := where_it_is_now(referral)) != referral:
        # So that nothing is kept from them there for the referrer's sake.
        now.change(lead_let_in_at=clock.now(), lead_let_in_by=by, lead_let_in_because=reason)
    if by != referral.referred_by:
        give_news(referral)


@operation("referrals.follow_referral", unless=Referral.obstacle_to_adding)
def add_to_referral(referral: Referral, *, by: User, text: str) -> ReferralAddition:
    """Addition sent. What was sent before stays as it was.

    Those who handle it are asked to read it, also once it has been decided.
    """
    addition = ReferralAddition.objects.create(referral=referral, added_by=by, added_at=clock.now(), text=text)
    have_read(referral, by=by, addition=addition)
    return addition
