"""Looking back after support: after six months it is done, and after twelve it is put off from meeting to meeting."""

from cases.models import REVIEWED_AFTER, Case
from demonstration.chance import dice
from panels.models import Meeting, next_review, to_review
from panels.operations import list_case, record_review

FOUND = (
    "Nothing that gave concern has come back, and what was planned for afterwards is in place.",
    "Quiet. The course has ended; there is work, and there are friends.",
)
FROM_PARTNERS = (
    "School: there every day. Police: nothing. Children's social care: closed in spring. The provider was not asked.",
    "Police: nothing since. Housing: the tenancy is in order. Health: comes to appointments.",
)


def prepare(meeting: Meeting, by) -> None:
    """Put on the agenda those that are due."""
    due = to_review(Case.objects.filter(panel=meeting.panel)).exclude(agenda_items__meeting=meeting)
    for case in due.order_by("review_after_support_on", "pk"):
        list_case(meeting, by=by, case=case)


def look_back(meeting: Meeting, stories: dict, by) -> None:
    due = to_review(Case.objects.filter(panel=meeting.panel)).values("pk")
    for item in meeting.items.filter(case__in=due).select_related("case"):
        own = dice(f"review {stories[item.case_id].number}")
        if next_review(item.case).months == REVIEWED_AFTER[0]:
            said = {"from_partners": own.choice(FROM_PARTNERS), "reason": own.choice(FOUND)}
            record_review(item, by=by, is_concern=False, **said)
