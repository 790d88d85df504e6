"""What is asked of a person today, by post: each section is a question to the database that a rule has cut to size."""

from collections.abc import Callable, Iterator

from home.asked import casework, gateway, governance, own_referrals, triage
from home.sections import Section
from prevent_cases.accounts.models import User
from prevent_cases.accounts.posts import HANDLES_CASES, PostKind
from referrals.permissions.gateway import GATEWAY


def sections(user: User) -> Iterator[Section]:
    """The sections for the posts this person holds today, in the order of their urgency."""
    for kinds, section in SECTIONS:
        if user.posts.holds(*kinds):
            yield section(user)


SECTIONS: tuple[tuple[tuple[str, ...], Callable[[User], Section]], ...] = (
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
    ((PostKind.COORDINATOR,), casework.cases_to_move),
    ((*GATEWAY, PostKind.REPRESENTATIVE), casework.section36_to_decide),
    (HANDLES_CASES, casework.actions_to_do),
    ((PostKind.COORDINATOR, PostKind.ORGANISER, PostKind.CHAIR, PostKind.DEPUTY, *HANDLES_CASES), casework.meetings),
    ((PostKind.COORDINATOR, PostKind.ORGANISER), casework.overdue_in_area),
    ((PostKind.SAFEGUARDING_LEAD,), own_referrals.of_own_agency),
    ((PostKind.OFFICER, PostKind.SAFEGUARDING_LEAD, PostKind.REPRESENTATIVE), own_referrals.to_refer),
    ((PostKind.BOARD_MEMBER, PostKind.GOVERNANCE_LEAD, PostKind.COORDINATOR, PostKind.CHAIR), governance.board_reports),
    ((PostKind.ADMINISTRATOR,), governance.posts_to_confirm),
    ((PostKind.ADMINISTRATOR,), governance.settings_to_confirm),
)
