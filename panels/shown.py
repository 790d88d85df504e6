"""The meetings and decisions of one case, as its page shows them and its endpoint says them."""

from typing import Any

from django.db.models import Exists, OuterRef

from cases.models import Case, Stage
from cases.shown.areas import MOST_LISTED
from panels.known import said_against, with_disputes
from panels.models import AgendaItem, ConferenceRequest, Meeting, Review, next_review
from prevent_cases.accounts.models import User
from prevent_cases.pages.together import fetched_with
from prevent_cases.pages.views import fetched
from referrals.models import Referral


def meetings_of(case: Case, user: User) -> dict[str, Any]:
    """When a case was taken, what was decided, and what was asked for that cannot wait."""
    items = AgendaItem.objects.permitted(user, "panels.view_agendaitem").filter(case=case)
    requests = ConferenceRequest.objects.permitted(user, "panels.view_conferencerequest")
    to_call = ConferenceRequest.objects.permitted(user, "panels.call_conference")
    of_case = requests.filter(referral__carried_by__case=case)
    waiting = of_case.waiting() if case.is_live else requests.none()
    may_ask = Referral.objects.permitted(user, "panels.ask_for_conference").filter(carried_by__case=case)
    items = fetched(AgendaItem).filter(case=case, pk__in=items.values("pk")).order_by("-meeting__starts_at")
    return {
        "items": fetched_with(items, said_against=said_against(user)),
        "waiting": waiting.annotate(may_call=Exists(to_call.filter(pk=OuterRef("pk")))).select_related(
            "agency", "asked_by"
        ),
        "not_called": of_case.exclude(not_called_at=None).select_related("not_called_by").order_by("pk"),
        "ask_about": may_ask.order_by("-pk").first() if case.is_live else None,
        "reviews": reviews_for(user, case=case),
        "next_review": next_review(case),
    }


def led_by_police(meeting: Meeting, user: User) -> list[Case]:
    """The cases of its panel that the police lead, the last first, so that none escapes the panel's eye: how many and
    since when, and nothing that they say (process, part 6).

    To those who may see them, who tell the others: a number alone would say that there is a case that somebody may not
    know of. Of a meeting that is over it would say what is so now.
    """
    if meeting.ended_at:
        return []
    led = Case.objects.permitted(user, "cases.view_case").filter(panel=meeting.panel_id, stage=Stage.POLICE_LED)
    return list(led.order_by("-ended_at").only("reference", "ended_at")[:MOST_LISTED])


def reviews_for(reader: User, **which) -> list[Review]:
    """The reviews after support that somebody may see, each with what is disputed of it."""
    seen = Review.objects.permitted(reader, "panels.view_review").filter(**which)
    return with_disputes(seen.select_related("reviewed_by", "item"), reader)
