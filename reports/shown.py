"""What of a case is kept as a file, as its page lists it and its endpoint does."""

from cases.models import Case, CaseFile
from panels.models import Minutes
from prevent_cases.access import view_rule
from prevent_cases.accounts.models import User
from prevent_cases.pages.together import fetch_together
from referrals.models import IdentityLink, ReferralFile
from reports.models import CaseSummary


def fetch_files(case: Case, user: User) -> None:
    """Read with it what was sent with its referrals, added to it, written at meetings, made for its reader."""
    about = IdentityLink.objects.filter(individual=case.individual_id, ended_at=None).values("referral")

    def permitted(model):
        return model.objects.permitted(user, view_rule(model).name)

    fetch_together(
        case,
        files_sent=permitted(ReferralFile).filter(referral__in=about).select_related("referral").order_by("-pk"),
        files_added=permitted(CaseFile).filter(case=case).select_related("added_by", "case").order_by("-pk"),
        files_of_meetings=permitted(Minutes)
        .filter(item__case=case)
        .select_related("item__meeting__panel")
        .order_by("-pk"),
        files_made=permitted(CaseSummary).filter(case=case).order_by("-pk"),
    )
