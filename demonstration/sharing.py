"""How far some cases of Eastmarsh are shared, under which agreements, and what was told of them elsewhere; and what was
acknowledged.
"""

from collections import defaultdict
from datetime import timedelta

import actions.operations
import cases.operations
import reports.operations
from cases.models import Case, DisclosedBy, Level, OutsideDisclosure, RecipientKind, Share
from demonstration.diary import Diary
from demonstration.errands import carry_out_errands
from demonstration.places import Place
from demonstration.shut import live
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, AgencyType
from prevent_cases.reference.models import LawfulBasis
from referrals.models import Hold
from reports.operations.case_summary import CONFIRMED_AS, to_confirm
from reports.permissions import shares_to_acknowledge, summaries_to_acknowledge, to_acknowledge

BASIS = {"lawful_basis": LawfulBasis.PUBLIC_TASK}
# title, kinds of agencies, from how many days ago, for how many more, what for, where kept
AGREEMENTS = [
    ("Health and Channel: sharing in confidence", (AgencyType.HEALTH,), 690, 41,
     "What the panel needs to support somebody, where confidence allows it.", "Legal services, deed 2112"),
    ("Schools and colleges of Eastmarsh", (AgencyType.SCHOOL,), 300, 430,
     "Worries about pupils and students, and what was agreed for them.", "Legal services, deed 2290"),
    ("Housing: who lives where, and who is at risk of losing their home", (AgencyType.HOUSING,), 720, -6,
     "Addresses, tenancies and threats to them.", "Legal services, deed 2104; the new one is with their solicitors"),
]  # fmt: skip
WHY_WITHOUT = (
    "The tenancy ends on Friday. Homes must know of him before; their director signs the new agreement this week."
)
TO_KNOW = "So that the crisis team rings the coordinator if he is brought in."
TO_CONTRIBUTE = "So that the trust tells what it knows, and sees him for an assessment."
AN_ACTION = "Offer an appointment with the young people's team, and tell the coordinator whether it was kept."
TOLD = [
    ("", "His former school in another county", "That he has moved here and has support.", DisclosedBy.TELEPHONE,
     "So that they know whom to ring if he turns up there."),
    ("", "The family's GP surgery", "That a mentor sees him weekly.", DisclosedBy.LETTER,
     "So that the doctor can ask him how it goes."),
    ("council", "", "That a place in the youth club is asked for.", DisclosedBy.MEETING,
     "So that the club keeps a place free."),
]  # fmt: skip


# Of so many cases each has still to read on which terms they are shared.
UNREAD = 1


def share_some_way(place: Place, diary: Diary) -> None:
    def enter(event, **ago) -> None:
        diary.enter(diary.until - timedelta(**ago), event)

    enter(lambda: agree(place), hours=4)
    enter(lambda: share_below_reading(place), hours=3)
    enter(lambda: share_all_the_same(place), hours=2)
    enter(lambda: tell_elsewhere(place), minutes=90)


def acknowledge_what_is_shared(place: Place, diary: Diary) -> None:
    diary.enter(diary.until - timedelta(hours=1), lambda: acknowledge(place))


def acknowledge(place: Place) -> None:
    """By each who handles cases, but of what is newest."""
    for handler in dict.fromkeys(place.handler_of.values()):
        seen = defaultdict(list)
        for given in (shares_to_acknowledge(handler), summaries_to_acknowledge(handler)):
            for case, reference in given.values_list("case", "reference"):
                seen[case].append(reference)
        for case in to_acknowledge(handler).order_by("-pk")[UNREAD:]:
            reports.operations.acknowledge_case(case, by=handler, seen=seen[case.pk])


def agree(place: Place) -> None:
    for title, kinds, since, days, purpose, kept_where in AGREEMENTS:
        cases.operations.record_agreement(
            place.area,
            by=place.people["governance"],
            title=title,
            agencies=[agency for agency in place.agencies.values() if agency.type in kinds],
            purpose=purpose,
            starts_on=clock.today() - timedelta(days=since),
            until=clock.today() + timedelta(days=days),
            kept_where=kept_where,
        )


def cases_of(place: Place) -> list[Case]:
    """Live cases on which nobody waits for the police, but those of which others have plans (``shut``)."""
    found = Case.objects.filter(area=place.area, ended_at=None).exclude(pk__in=live(place).values("pk"))
    found = found.select_related("individual").order_by("pk")
    return [case for case in found if not Hold.objects.over(case.individual).exists()]


def shared_with(place: Place, agency: Agency) -> list[Share]:
    """What an agency may read of them."""
    in_force = Share.objects.filter(agency=agency, colleague=None, level=Level.READ, ended_at=None)
    return list(in_force.filter(until__gt=clock.today(), case__in=cases_of(place)).order_by("pk"))


def share_below_reading(place: Place) -> None:
    """Of some cases that the trust could read it is to know only; to one it contributes, as to another again."""
    trust = place.first_agency(AgencyType.HEALTH)
    lowered = {}
    for share, level in zip(shared_with(place, trust), (Level.CONTRIBUTE, Level.KNOW, Level.KNOW), strict=False):
        purpose = TO_CONTRIBUTE if level == Level.CONTRIBUTE else TO_KNOW
        said = {"by": place.coordinator, "level": level, "purpose": purpose}
        lowered[level] = cases.operations.change_share(share, **said)
    if contributes := lowered.get(Level.CONTRIBUTE):
        agreed = {"agency": trust, "what": AN_ACTION, "due_on": clock.today() + timedelta(days=10)}
        actions.operations.agree_action(contributes.case, by=place.coordinator, **agreed)
    if knows := lowered.get(Level.KNOW):
        cases.operations.change_share(knows, by=place.coordinator, level=Level.CONTRIBUTE, purpose=TO_CONTRIBUTE)


def share_all_the_same(place: Place) -> None:
    homes = place.first_agency(AgencyType.HOUSING)
    had = set(Share.objects.filter(agency=homes, ended_at=None).values_list("case", flat=True))
    for case in [case for case in cases_of(place) if case.pk not in had][:1]:
        cases.operations.share_case(
            case,
            by=place.coordinator,
            agency=homes,
            level=Level.KNOW,
            purpose="So that he does not lose his home.",
            until=clock.today() + timedelta(days=90),
            despite_agreement=WHY_WITHOUT,
            **BASIS,
        )


def tell_elsewhere(place: Place) -> None:
    """Of a case to which the trust contributes: told by telephone, in a letter, in a room; and a copy handed out."""
    below = Share.objects.filter(case__area=place.area, level=Level.CONTRIBUTE, ended_at=None)
    shared = below.order_by("pk").first()
    if shared is None:
        return
    case, coordinator = shared.case, place.coordinator
    for number, (agency, body, what, how, purpose) in enumerate(TOLD):
        to = (
            {"agency": place.first_agency(AgencyType(agency))}
            if agency
            else {"body": body, "recipient_kind": RecipientKind.PARTNER}
        )
        day = clock.today() - timedelta(days=9 - 4 * number)
        said = {"what": what, "how": how, "purpose": purpose, "disclosed_on": day, "disclosed_by": str(coordinator)}
        cases.operations.record_disclosure(case, by=coordinator, **to, **said, **BASIS)
    letter = OutsideDisclosure.objects.get(case=case, how=DisclosedBy.LETTER)
    cases.operations.record_disclosure_in_error(letter, by=coordinator, reason="The letter was never sent.")
    reports.operations.hand_out_case_summary(
        case,
        by=coordinator,
        agency=place.first_agency(AgencyType.CHILDREN),
        purpose="For the strategy meeting on Thursday.",
        pieces=to_confirm(case, coordinator).filter(mark="all_members"),
        **{name: kind.found(case, coordinator) for name, kind in CONFIRMED_AS.items()},
        **BASIS,
    )
    carry_out_errands()
