"""The records of panels: meetings with all that belongs to them, and reviews after support."""

from panels.models.decision import AWAITED, Decision, deferrals_before, earlier_deferrals, waiting_deferrals
from panels.models.dispute import DecisionDispute, obstacle_to_disputing
from panels.models.meetings import (
    AgendaItem,
    Attendance,
    ChairedFor,
    Meeting,
    MeetingQuerySet,
    Minutes,
    Presence,
)
from panels.models.review import (
    Review,
    first_not_held,
    next_review,
    obstacle_to_review,
    obstacle_to_review_error,
    reviews_after,
    to_review,
)
from panels.models.urgent import (
    ORGANISE,
    ConferenceRequest,
    invited_to,
    obstacle_to_asking,
    organisers_of,
    people_of,
)

__all__ = [
    "AWAITED",
    "ORGANISE",
    "AgendaItem",
    "Attendance",
    "ChairedFor",
    "ConferenceRequest",
    "Decision",
    "DecisionDispute",
    "Meeting",
    "MeetingQuerySet",
    "Minutes",
    "Presence",
    "Review",
    "deferrals_before",
    "earlier_deferrals",
    "first_not_held",
    "invited_to",
    "next_review",
    "obstacle_to_asking",
    "obstacle_to_disputing",
    "obstacle_to_review",
    "obstacle_to_review_error",
    "organisers_of",
    "people_of",
    "reviews_after",
    "to_review",
    "waiting_deferrals",
]
