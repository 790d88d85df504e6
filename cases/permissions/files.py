"""Who reads the files of a case, who adds to them, and who checks them."""

from cases.models import GOES_OVER, CaseFile, Contribution, TransferredContribution
from cases.permissions.case import (
    CHAIRS_PANEL,
    COORDINATES,
    HANDLES,
    ON_CASE_BY_NAME,
    SEEN_WITH_CASE,
    coordinated,
    view_case,
)
from cases.permissions.contributions import OWN, own, read_contribution
from prevent_cases.access import Ground, rule
from prevent_cases.accounts.permissions import everything_for_the_service


def of_cases_themselves(user):
    own = CaseFile.objects.filter(contribution=None)
    seen = [own.filter(case__in=query).values("pk") for query in view_case.queries(user)]
    return CaseFile.objects.none().union(*seen, all=True)


def of_contributions(user):
    read = [CaseFile.objects.filter(contribution__in=query).values("pk") for query in read_contribution.queries(user)]
    return CaseFile.objects.none().union(*read, all=True)


def of_what_went_over(user):
    """With a case that was taken on in another area, for those who see it there."""
    went = TransferredContribution.objects
    seen = [went.filter(transfer__becomes__in=query).values("contribution") for query in view_case.queries(user)]
    pieces = Contribution.objects.filter(GOES_OVER)
    read = [CaseFile.objects.filter(contribution__in=pieces.filter(pk__in=query)).values("pk") for query in seen]
    return CaseFile.objects.none().union(*read, all=True)


def added_and_still_seen(user):
    """To the case itself, by themselves, while they see the case."""
    added = CaseFile.objects.filter(contribution=None, added_by=user)
    seen = [added.filter(case__in=query).values("pk") for query in view_case.queries(user)]
    return CaseFile.objects.none().union(*seen, all=True)


# A line in the case's history would tell those for whom it is not that there is something.
view_casefile = rule(
    "cases.view_casefile",
    on="cases.CaseFile",
    grounds=[
        Ground(SEEN_WITH_CASE, of_cases_themselves),
        Ground("It is part of what an agency shares, and you may read that.", of_contributions),
        Ground("It is part of what went over with the case that you may see.", of_what_went_over),
    ],
    apart=True,
)
add_case_files = rule(
    "cases.add_case_files", on="cases.Case", grounds=[COORDINATES, CHAIRS_PANEL, HANDLES, ON_CASE_BY_NAME]
)
add_contribution_files = rule("cases.add_contribution_files", on="cases.Contribution", grounds=OWN, apart=True)
check_case_file = rule(
    "cases.check_case_file",
    on="cases.CaseFile",
    grounds=[Ground("The unattended service checks files.", lambda user: everything_for_the_service(user, CaseFile))],
    apart=True,
)
# Of what an agency shares that agency says so itself: for whom it is not marked there is no such file.
record_file_in_error = rule(
    "cases.record_file_in_error",
    on="cases.CaseFile",
    grounds=[
        Ground("You added it.", added_and_still_seen),
        Ground(
            "You coordinate Prevent casework in this area.",
            lambda user: CaseFile.objects.filter(contribution=None, case__in=coordinated(user)).values("pk"),
        ),
        Ground(OWN[0].sentence, lambda user: CaseFile.objects.filter(contribution__in=own(user)).values("pk")),
    ],
    apart=True,
)
