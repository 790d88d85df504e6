"""What is asked of a person today, by post: each section is a question to the database that a rule has cut to size."""

from collections.abc import Callable, Iterator

from home.asked import casework, gateway, governance, information, own_referrals, panels, sharing, support, triage
from home.sections import SHOWN, FromRecords, Section
from prevent_cases.accounts.models import User
from prevent_cases.accounts.posts import GIVES_SUPPORT, HANDLES_CASES, OVERSEES_AREA, PostKind
from prevent_cases.pages.together import fetch_together
from referrals.permissions.gateway import GATEWAY


def sections(user: User) -> Iterator[Section]:
    """The sections for the posts this person holds today, in the order of their urgency."""
    held = {f"asked_{number}": section for number, (kinds, section) in enumerate(SECTIONS) if user.posts.holds(*kinds)}
    of_records = {name: section for name, section in held.items() if isinstance(section, FromRecords)}
    asked_of = User(pk=user.pk)
    fetch_together(asked_of, **{name: section.found(user)[: SHOWN + 1] for name, section in of_records.items()})
    for name, section in held.items():
        made = section.shown(user, getattr(asked_of, name)) if name in of_records else section(user)
        if made:
            yield made


WORKS_FOR_AGENCY = (PostKind.OFFICER, *HANDLES_CASES)
WORKS_ON_CASES = (*HANDLES_CASES, *OVERSEES_AREA, PostKind.CHAIR, PostKind.DEPUTY)

SECTIONS: tuple[tuple[tuple[str, ...], FromRecords | Callable[[User], Section]], ...] = (
    ((PostKind.COORDINATOR, *HANDLES_CASES), support.WORRIED_NOW),
    ((PostKind.COORDINATOR, PostKind.ORGANISER), triage.conferences_to_call),
    ((PostKind.FRONT_DOOR,), triage.to_receive),
    ((PostKind.COORDINATOR,), triage.to_triage),
    (HANDLES_CASES, triage.to_help_now),
    (
        (
            PostKind.CHAIR,
            PostKind.DEPUTY,
            PostKind.GATEWAY_SUPERVISOR,
            PostKind.FRONT_DOOR,
            PostKind.SAFEGUARDING_LEAD,
            PostKind.GOVERNANCE_LEAD,
        ),
        triage.to_confirm,
    ),
    ((PostKind.COORDINATOR, PostKind.FRONT_DOOR), triage.from_referrers),
    ((PostKind.COORDINATOR, PostKind.FRONT_DOOR), triage.from_outside),
    (GATEWAY, gateway.to_answer),
    ((PostKind.COORDINATOR, *GATEWAY), gateway.holds),
    ((PostKind.GOVERNANCE_LEAD,), casework.GLASSES_TO_JUDGE),
    ((PostKind.GOVERNANCE_LEAD,), casework.KEEPING_TO_REVIEW),
    ((PostKind.GOVERNANCE_LEAD,), casework.LEGAL_HOLDS_TO_REVIEW),
    ((PostKind.CHAIR, PostKind.DEPUTY), panels.OFFERED_TO_PANEL),
    ((PostKind.COORDINATOR, PostKind.CHAIR, PostKind.DEPUTY), panels.BETWEEN_AREAS),
    ((PostKind.COORDINATOR, PostKind.CHAIR, PostKind.DEPUTY), panels.FIRST_PANELS_LATE),
    ((PostKind.COORDINATOR,), casework.REQUESTS_TO_SEE),
    (WORKS_ON_CASES, casework.ASKED_TO_SEE),
    ((PostKind.COORDINATOR,), triage.DISPUTES),
    ((PostKind.COORDINATOR, PostKind.CHAIR, PostKind.DEPUTY), casework.DISPUTED_IN_CASES),
    ((PostKind.COORDINATOR, PostKind.CHAIR, PostKind.DEPUTY), panels.DISPUTED_DECISIONS),
    (HANDLES_CASES, information.TO_ANSWER),
    (GIVES_SUPPORT, support.TO_GIVE),
    ((PostKind.COORDINATOR,), support.TO_SEE_TO),
    ((PostKind.COORDINATOR,), support.REVIEWS),
    ((PostKind.CHAIR, PostKind.DEPUTY, PostKind.GOVERNANCE_LEAD), support.REVIEWS_MISSED),
    ((PostKind.GOVERNANCE_LEAD,), sharing.AGREEMENTS),
    ((PostKind.COORDINATOR,), information.AWAITED),
    ((PostKind.COORDINATOR,), casework.CASES_TO_HAND_OVER),
    ((PostKind.COORDINATOR,), casework.CASES_TO_MOVE),
    ((PostKind.COORDINATOR,), casework.CASES_TO_ASSESS),
    ((PostKind.COORDINATOR,), casework.TURNING_18),
    ((*GATEWAY, PostKind.REPRESENTATIVE), panels.SECTION_36_TO_DECIDE),
    (HANDLES_CASES, casework.ACTIONS_TO_DO),
    (WORKS_FOR_AGENCY, sharing.KNOWN_OF),
    ((PostKind.COORDINATOR, PostKind.ORGANISER, PostKind.CHAIR, PostKind.DEPUTY, *HANDLES_CASES), panels.MEETINGS),
    ((PostKind.COORDINATOR, PostKind.ORGANISER), casework.OVERDUE_IN_AREA),
    ((PostKind.SAFEGUARDING_LEAD,), own_referrals.of_own_agency),
    ((PostKind.OFFICER, PostKind.SAFEGUARDING_LEAD, PostKind.REPRESENTATIVE), own_referrals.to_refer),
    ((PostKind.BOARD_MEMBER, PostKind.GOVERNANCE_LEAD, PostKind.COORDINATOR, PostKind.CHAIR), governance.board_reports),
    ((PostKind.ADMINISTRATOR,), governance.posts_to_confirm),
    ((PostKind.ADMINISTRATOR,), governance.settings_to_confirm),
)
