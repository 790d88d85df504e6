"""A case as those have it with whom it is shared below reading: that there is one, and what is asked of them."""

from django.db.models import Q

from cases.known import read_requests
from cases.models import Case, Contribution, OwnerCover, Share
from cases.permissions.case import known_below_reading
from prevent_cases import clock
from prevent_cases.access import rules
from prevent_cases.accounts.posts import HANDLES_CASES
from prevent_cases.pages.together import fetch_together
from prevent_cases.pages.views import RecordList, RecordPage


class KnowOfCase(RecordPage):
    """That there is a case, and how to reach who coordinates it; where one contributes, what one has a part in."""

    model = Case
    permission = "cases.know_of_case"
    fetch_with = ("individual", "owner")

    def context(self, request, record):
        user = request.user
        own = user.posts.agencies(*HANDLES_CASES)
        in_force = Share.objects.filter(Q(until=None) | Q(until__gte=clock.today()), case=record, ended_at=None)
        fetch_together(
            record,
            own_shares=in_force.filter(Q(agency__in=own, colleague=None) | Q(colleague=user))
            .select_related("agency", "colleague")
            .order_by("pk"),
            own_requests=read_requests(user, case=record).filter(agency__in=own).order_by("-pk"),
            own_contributions=Contribution.objects.permitted(user, "cases.mark_contribution")
            .filter(case=record)
            .select_related("agency")
            .order_by("-pk"),
            covers=OwnerCover.objects.current()
            .filter(area=record.area_id, away=record.owner_id)
            .select_related("covered_by"),
        )
        return {}


class ListKnownCases(RecordList):
    """The cases that are shared with somebody below reading, newest first."""

    model = Case
    permission = "cases.know_of_case"
    fetch_with = ("individual", "owner")

    def queryset(self, request):
        return known_below_reading(request.user)

    def context(self, request, page):
        keys = [case.pk for case in page.records]
        held = rules["cases.contribute_to_case"].condition(request.user)
        return {"contributed_to": set(Case.objects.filter(held, pk__in=keys).values_list("pk", flat=True))}
