"""A referral beside those of whoever may be the same person: what each says, how each ended, for one reader."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import OuterRef, Q, Subquery
from django.utils.formats import date_format

from cases.models import Case, CaseReferral
from prevent_cases.accounts.models import User
from prevent_cases.audit.models import AuditEntry
from referrals.candidates import Candidate, Found, find, own_individual
from referrals.matching.side_by_side import Compared, compared
from referrals.models import TRANSITIONS, FoundUntrue, IdentityLink, Referral

MOST_OF_ONE = 3


@dataclass(frozen=True)
class Earlier:
    """An earlier referral as it is shown beside a new one: how it ended, and what differs."""

    referral: Referral
    ended: str
    case: Case | None
    rows: list[Compared]


@dataclass(frozen=True)
class Beside:
    """Somebody who may be the same person, with some of the referrals about them, the newest first."""

    candidate: Candidate
    earlier: list[Earlier]


@dataclass(frozen=True)
class Comparison:
    """``earlier`` are the referrals about the same person."""

    found: Found
    earlier: list[Earlier]
    beside: list[Beside]

    @property
    def number(self) -> int:
        """Which referral of this person it is, as far as the reader may see and those found untrue left out."""
        return len(self.earlier) + 1


def compare(referral: Referral, user: User) -> Comparison:
    """All that ``user`` may see of it. Each referral whose content is shown is written to the trail as viewed."""
    found = find(referral, user)
    candidates = {each.individual.pk for each in found.candidates}
    untrue = FoundUntrue.objects.filter(referral=OuterRef("referral"), agreed=True).values("answered_at")
    links = IdentityLink.objects.filter(
        Q(individual__in=candidates) | Q(individual__in=own_individual(referral)),
        ended_at=None,
        referral__lt=referral.pk,
    ).annotate(untrue_at=Subquery(untrue))
    about = {link.referral_id: link for link in links}
    visible = Referral.objects.permitted(user, "referrals.view_referral").filter(pk__in=about)
    shown = list(Referral.viewed_with(visible.select_related("for_agency", "decision__panel")).order_by("-pk"))
    AuditEntry.view(*shown, by=user, what="referrals.view_referral")
    carried = CaseReferral.objects.filter(
        referral__in=shown, case__in=Case.objects.permitted(user, "cases.view_case").values("pk")
    )
    cases = {each.referral_id: each.case for each in carried.select_related("case")}
    here = list(answers(referral))
    of: dict[int, list[Earlier]] = {}
    for each in shown:
        link, case = about[each.pk], cases.get(each.pk)
        earlier = Earlier(each, how_it_ended(each, case, link.untrue_at), case, compared(here, answers(each)))
        if link.individual_id in candidates or not link.untrue_at:
            of.setdefault(link.individual_id, []).append(earlier)
    beside = [Beside(each, of.pop(each.individual.pk, [])[:MOST_OF_ONE]) for each in found.candidates]
    return Comparison(found, [earlier for own in of.values() for earlier in own], beside)


def how_it_ended(referral: Referral, case: Case | None, untrue_at: datetime | None) -> str:
    if untrue_at:
        return f"Found untrue by two people on {date_format(untrue_at, 'j F Y')}. It is not counted."
    if case:
        return f"Accepted. Its case: {case.get_stage_display().lower()}."
    if TRANSITIONS[referral.stage]:
        return f"Not decided yet: {referral.get_stage_display().lower()}."
    decision = getattr(referral, "decision", None)
    if decision and decision.end_reason:
        return f"{referral.get_stage_display()}: {decision.get_end_reason_display().lower()}."
    return f"{referral.get_stage_display()}."


def answers(referral: Referral) -> Iterator[tuple[str, str]]:
    """What tells one person from another, as it was sent."""
    yield "First names", referral.given_names
    yield "Last name", referral.family_name
    yield "Other names", ", ".join(referral.other_names.splitlines())
    yield "Date of birth", date_format(referral.born_on, "j F Y") if referral.born_on else ""
    yield "Age then", "" if referral.age_at_referral is None else str(referral.age_at_referral)
    yield "Gender", referral.get_gender_display()
    yield "Address", ", ".join(referral.address.splitlines())
    yield "Telephone", referral.telephone
    yield "First language", referral.first_language
    yield "School or work", ", ".join(referral.setting.splitlines())
