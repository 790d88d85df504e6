"""What is asked of a person today, by post: each section is a question to the database that a rule has cut to size."""

from collections.abc import Callable, Iterator
from itertools import chain

from django.db.models import QuerySet

from home.asked import (
    casework,
    disputes,
    gateway,
    governance,
    information,
    own_referrals,
    panels,
    promised,
    section36,
    sharing,
    support,
    triage,
)
from home.sections import FromRecords, Section
from prevent_cases.accounts.models import User
from prevent_cases.accounts.posts import GIVES_SUPPORT, HANDLES_CASES, OVERSEES_AREA, PostKind
from prevent_cases.pages.together import Asked
from referrals.permissions.gateway import GATEWAY


def sections(user: User) -> Iterator[Section]:
    """The sections for the posts this person holds today, in the order of their urgency."""
    asked_of, asked = User(pk=user.pk), user.posts.kept("home", lambda: asked_at_home(user))
    asked.fetch(asked_of)
    for number, section in held_by(user):
        if isinstance(section, FromRecords):
            found = (getattr(asked_of, name) for name in asked.kinds if name.startswith(f"asked_{number}_"))
            made = section.shown(user, list(chain.from_iterable(found)))
        else:
            made = section(user)
        if made:
            yield made


def asked_at_home(user: User) -> Asked:
    # An agency sees a few cases or many. A plan that does not know whose it is would go through all of them.
    return Asked(planned_anew=bool(user.posts.agencies(*HANDLES_CASES)), **questions(user))


def held_by(user: User) -> Iterator[tuple[int, "FromRecords | Callable[[User], Section]"]]:
    return ((number, section) for number, (kinds, section) in enumerate(SECTIONS) if user.posts.holds(*kinds))


def questions(user: User) -> dict[str, QuerySet]:
    """What is asked of the records of all sections."""
    return {
        f"asked_{number}_{part}": question
        for number, section in held_by(user)
        if isinstance(section, FromRecords)
        for part, question in enumerate(section.questions(user))
    }


WORKS_FOR_AGENCY = (PostKind.OFFICER, *HANDLES_CASES)
WORKS_ON_CASES = (*HANDLES_CASES, *OVERSEES_AREA, PostKind.CHAIR, PostKind.DEPUTY)

SECTIONS: tuple[tuple[tuple[str, ...], FromRecords | Callable[[User], Section]], ...] = (
    ((PostKind.COORDINATOR, *HANDLES_CASES), support.WORRIED_NOW),
    ((PostKind.COORDINATOR, PostKind.ORGANISER), triage.CONFERENCES_TO_CALL),
    ((PostKind.FRONT_DOOR,), triage.TO_RECEIVE),
    ((PostKind.COORDINATOR,), triage.TO_TRIAGE),
    (HANDLES_CASES, triage.TO_HELP_NOW),
    (
        (
            PostKind.CHAIR,
            PostKind.DEPUTY,
            PostKind.GATEWAY_SUPERVISOR,
            PostKind.FRONT_DOOR,
            PostKind.SAFEGUARDING_LEAD,
            PostKind.GOVERNANCE_LEAD,
        ),
        triage.TO_CONFIRM,
    ),
    ((PostKind.COORDINATOR, PostKind.FRONT_DOOR), triage.FROM_REFERRERS),
    ((PostKind.COORDINATOR, PostKind.FRONT_DOOR), triage.FROM_OUTSIDE),
    (GATEWAY, gateway.TO_ANSWER),
    ((PostKind.COORDINATOR, *GATEWAY), gateway.HOLDS),
    ((PostKind.GOVERNANCE_LEAD, PostKind.CHAIR, PostKind.DEPUTY), casework.GLASSES_TO_JUDGE),
    ((PostKind.GOVERNANCE_LEAD,), casework.KEEPING_TO_REVIEW),
    ((PostKind.CHAIR, PostKind.DEPUTY), casework.KEEPING_TO_SIGN),
    ((PostKind.GOVERNANCE_LEAD,), casework.LEGAL_HOLDS_TO_REVIEW),
    ((PostKind.CHAIR, PostKind.DEPUTY), panels.OFFERED_TO_PANEL),
    ((PostKind.COORDINATOR, PostKind.CHAIR, PostKind.DEPUTY), panels.BETWEEN_AREAS),
    ((PostKind.COORDINATOR, PostKind.CHAIR, PostKind.DEPUTY), panels.FIRST_PANELS_LATE),
    ((PostKind.COORDINATOR, PostKind.CHAIR, PostKind.DEPUTY), panels.FIRST_PANELS_TO_HOLD),
    ((PostKind.COORDINATOR,), casework.REQUESTS_TO_SEE),
    ((PostKind.COORDINATOR,), sharing.STILL_SHARED),
    (WORKS_ON_CASES, casework.ASKED_TO_SEE),
    ((PostKind.COORDINATOR,), triage.DISPUTES),
    ((PostKind.COORDINATOR, PostKind.CHAIR, PostKind.DEPUTY), disputes.DISPUTED_IN_CASES),
    ((PostKind.COORDINATOR, PostKind.CHAIR, PostKind.DEPUTY), panels.DISPUTED_DECISIONS),
    ((PostKind.COORDINATOR, PostKind.CHAIR, PostKind.DEPUTY), disputes.DISPUTED_ACTIONS),
    ((PostKind.COORDINATOR,), disputes.CORRECTIONS),
    (HANDLES_CASES, information.TO_ANSWER),
    (GIVES_SUPPORT, support.TO_GIVE),
    ((PostKind.COORDINATOR,), support.TO_SEE_TO),
    ((PostKind.COORDINATOR, PostKind.ADMINISTRATOR), support.TO_APPROVE),
    ((PostKind.COORDINATOR,), support.REVIEWS),
    ((PostKind.CHAIR, PostKind.DEPUTY, PostKind.GOVERNANCE_LEAD), support.REVIEWS_MISSED),
    ((PostKind.GOVERNANCE_LEAD,), sharing.AGREEMENTS),
    ((PostKind.COORDINATOR,), sharing.SHARES),
    ((PostKind.COORDINATOR,), sharing.NOT_ACKNOWLEDGED),
    ((PostKind.COORDINATOR,), information.AWAITED),
    ((PostKind.COORDINATOR,), casework.CASES_TO_HAND_OVER),
    ((PostKind.COORDINATOR,), section36.CASES_TO_MOVE),
    ((PostKind.COORDINATOR,), promised.PUT_OFF),
    ((PostKind.COORDINATOR, PostKind.CHAIR, PostKind.DEPUTY), promised.ASSESSED_ANEW),
    ((PostKind.COORDINATOR, PostKind.ORGANISER), promised.WITHOUT_MEETING),
    ((PostKind.COORDINATOR, PostKind.CHAIR, PostKind.DEPUTY), promised.PLANS_TO_LOOK_AT),
    ((PostKind.COORDINATOR,), promised.NOT_TOLD_YET),
    ((PostKind.COORDINATOR,), promised.NOT_ANSWERED_YET),
    ((PostKind.COORDINATOR,), promised.RECEIPTS),
    ((PostKind.COORDINATOR,), casework.CASES_TO_ASSESS),
    ((PostKind.COORDINATOR,), casework.TURNING_18),
    ((PostKind.GATEWAY_SUPERVISOR, PostKind.CHAIR, PostKind.DEPUTY), section36.SECTION_36_TO_SIGN),
    ((*GATEWAY, PostKind.REPRESENTATIVE), section36.SECTION_36_TO_DECIDE),
    (HANDLES_CASES, casework.ACTIONS_TO_DO),
    (WORKS_FOR_AGENCY, sharing.TERMS_TO_READ),
    (WORKS_FOR_AGENCY, sharing.KNOWN_OF),
    ((PostKind.COORDINATOR, PostKind.ORGANISER, PostKind.CHAIR, PostKind.DEPUTY, *HANDLES_CASES), panels.MEETINGS),
    ((PostKind.COORDINATOR, PostKind.ORGANISER), casework.OVERDUE_IN_AREA),
    ((PostKind.SAFEGUARDING_LEAD,), own_referrals.of_own_agency),
    ((PostKind.OFFICER, PostKind.SAFEGUARDING_LEAD, PostKind.REPRESENTATIVE), own_referrals.to_refer),
    ((PostKind.BOARD_MEMBER, PostKind.GOVERNANCE_LEAD, PostKind.COORDINATOR, PostKind.CHAIR), governance.board_reports),
    ((PostKind.ADMINISTRATOR,), governance.posts_to_confirm),
    ((PostKind.ADMINISTRATOR,), governance.settings_to_confirm),
)
