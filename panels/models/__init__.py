"""The records of panels: meetings with all that belongs to them, and reviews after support."""

from panels.models.dispute import DecisionDispute, obstacle_to_disputing
from panels.models.meetings import (
    AgendaItem,
    Attendance,
    Decision,
    Meeting,
    MeetingQuerySet,
    Minutes,
    Presence,
)
from panels.models.review import (
    Review,
    next_review,
    obstacle_to_review,
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
    "ORGANISE",
    "AgendaItem",
    "Attendance",
    "ConferenceRequest",
    "Decision",
    "DecisionDispute",
    "Meeting",
    "MeetingQuerySet",
    "Minutes",
    "Presence",
    "Review",
    "invited_to",
    "next_review",
    "obstacle_to_asking",
    "obstacle_to_disputing",
    "obstacle_to_review",
    "organisers_of",
    "people_of",
    "reviews_after",
    "to_review",
]
