"""Who places, reviews and ends a legal hold on a case, keeps a case that is still needed, and signs that.

What is done under the rules of a legal hold is kept apart: it shows in no other history than the hold's own.
"""

from django.db.models import Exists, OuterRef
from django.urls import reverse

from cases.models import Case, LegalHold, LegalHoldReview, RetentionReview
from cases.permissions.broken_glass import governance_leads, not_excluded
from cases.permissions.case import CHAIRS_PANEL, COORDINATES, chaired, view_case
from cases.permissions.restriction import GOVERNS, governed, list_restrictions
from prevent_cases.access import Ground, rule
from prevent_cases.accounts.permissions import everything_for_the_service
from referrals.permissions.referral import RESTRICTION

GOVERNS_CASE = Ground(GOVERNS, governed)
# Of restricted cases they know that they are there; to hold one, or to keep it, asks for no word of it.
KEEPS_CASE = Ground(GOVERNS, governed, (RESTRICTION,))
# Whoever answers for keeping, and whoever runs the case.
CONCERNED = (COORDINATES, CHAIRS_PANEL)


def of(model, *grounds, case="case"):
    """The same grounds, as they open what belongs to a case."""

    def opened(ground):
        return Ground(
            ground.sentence,
            lambda user: model.objects.filter(**{f"{case}__in": ground.ids(user)}).values("pk"),
            ground.despite,
        )

    return [opened(ground) for ground in grounds]


place_legal_hold = rule("cases.place_legal_hold", on="cases.Case", grounds=[KEEPS_CASE], apart=True)
view_legalhold = rule(
    "cases.view_legalhold", on="cases.LegalHold", grounds=of(LegalHold, KEEPS_CASE, *CONCERNED), apart=True
)
review_legal_hold = rule("cases.review_legal_hold", on="cases.LegalHold", grounds=of(LegalHold, KEEPS_CASE), apart=True)
end_legal_hold = rule("cases.end_legal_hold", on="cases.LegalHold", grounds=of(LegalHold, KEEPS_CASE), apart=True)
carry_legal_hold = rule(
    "cases.carry_legal_hold",
    on="cases.Case",
    grounds=[
        Ground(
            "The unattended service takes it along, out of a case that is held.",
            lambda user: everything_for_the_service(user, Case),
        )
    ],
    apart=True,
)
view_legalholdreview = rule(
    "cases.view_legalholdreview",
    on="cases.LegalHoldReview",
    grounds=of(LegalHoldReview, KEEPS_CASE, case="hold__case"),
    apart=True,
)
keep_case = rule("cases.keep_case", on="cases.Case", grounds=[KEEPS_CASE])


def but_own(user, cases):
    """These cases, but for those that they have decided to keep themselves."""
    own = RetentionReview.objects.to_sign().filter(reviewed_by=user).values("case")
    return Case.objects.filter(pk__in=cases).exclude(pk__in=own).values("pk")


def left_to_chair(user):
    """Reviews that nobody else who answers for information here can sign."""
    others = governance_leads(OuterRef("case__area")).exclude(user=OuterRef("reviewed_by"))
    others = not_excluded(others, OuterRef(OuterRef("case__individual")))
    waits = RetentionReview.objects.to_sign().filter(~Exists(others), case__in=chaired(user))
    return waits.exclude(reviewed_by=user)


# The chair answers for the case and sees it; whoever coordinates it has worked with it, and a board sees no case.
sign_keeping = rule(
    "cases.sign_keeping",
    on="cases.Case",
    grounds=[
        Ground(GOVERNS, lambda user: but_own(user, governed(user)), (RESTRICTION,)),
        Ground(
            "You chair its panel, and nobody else who answers for information here can sign it.",
            lambda user: left_to_chair(user).values("case"),
            (RESTRICTION,),
        ),
    ],
)
view_retentionreview = rule(
    "cases.view_retentionreview",
    on="cases.RetentionReview",
    grounds=[
        *of(RetentionReview, GOVERNS_CASE, *CONCERNED),
        Ground(
            "It waits for you to sign it.",
            lambda user: (
                RetentionReview.objects.to_sign().filter(case__in=governed(user)).exclude(reviewed_by=user).values("pk")
            ),
            (RESTRICTION,),
        ),
        Ground(
            "It waits for you to sign it, as nobody else can.",
            lambda user: left_to_chair(user).values("pk"),
            (RESTRICTION,),
        ),
    ],
)


def address_for(user, case: Case) -> str:
    """The case itself or, where it is restricted and somebody answers for it without seeing it, the list of these.

    Home for a chair, who signs for want of another and keeps no such list.
    """
    if view_case.permits(user, case):
        return case.get_absolute_url()
    if list_restrictions.permits(user, case.area):
        return reverse("cases:restrictions", args=[case.area.slug])
    return "/"
