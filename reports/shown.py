"""What of a case is kept as a file, who is to be told of what, and what was acknowledged of it: as a page lists it and
an endpoint does.
"""

from django.db.models import QuerySet

from cases.models import Case, CaseFile, Share
from cases.shown.access import LAID_BESIDE_SHARES
from cases.shown.case import COMES_NEXT
from panels.models import Minutes
from prevent_cases.access import May, view_rule
from prevent_cases.accounts.models import User
from prevent_cases.pages.together import fetch_together
from referrals.models import IdentityLink, ReferralFile
from reports.models import CaseSummary, Correction, with_acknowledged
from reports.permissions import tell_correction

# So many of those who have been told; each is a line of the ledger of disclosures as well.
LATEST_TOLD = 100


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


def fetch_corrections(case: Case, user: User) -> None:
    """Read with it who is still to be told that something was put right, recipient by recipient, and who was."""
    seen = Correction.objects.permitted(user, view_rule(Correction).name).filter(case=case)
    seen = seen.annotate(may_tell=tell_correction.held_by(user)).select_related("agency", "area", "told_by")
    told = seen.filter(told_at__isnull=False).order_by("-pk")[:LATEST_TOLD]
    fetch_together(case, to_tell=seen.to_tell().order_by("agency", "area", "body", "pk"), told_of=told)
    for each in case.to_tell:
        each.case = case


def still_to_tell(reader: User, case: object) -> QuerySet[Correction]:
    """One of those, where the reader may know of them: the page of a case says that somebody is to be told."""
    seen = Correction.objects.permitted(reader, view_rule(Correction).name)
    return seen.to_tell().filter(case=case).only("reference")[:1]


COMES_NEXT["still_to_tell"] = still_to_tell


def lay_acknowledged(shares: list[Share], user: User, may: May) -> None:
    """Lay beside the shares of a page who acknowledged each, in words: to whoever reads none but their own, no word of
    others.
    """
    found = with_acknowledged(Share.objects.filter(pk__in=[share.pk for share in shares]), user)
    words = {each.pk: each.acknowledged_in_words for each in found if each.acknowledged or may.view_disclosures}
    for share in shares:
        share.acknowledged_in_words = words.get(share.pk, "")


LAID_BESIDE_SHARES.append(lay_acknowledged)
