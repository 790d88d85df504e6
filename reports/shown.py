"""What of a case is kept as a file, who is to be told of what, and what was acknowledged of it: as a page lists it and
an endpoint does.
"""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.formats import date_format

from cases.models import Case, CaseFile, Level, Share
from cases.shown.access import LAID_BESIDE_SHARES
from cases.shown.case import COMES_NEXT
from panels.models import Minutes
from prevent_cases.access import view_rule
from prevent_cases.accounts.models import User
from prevent_cases.pages.together import fetch_together
from referrals.models import IdentityLink, ReferralFile
from reports.models import CaseSummary, Correction, with_acknowledged
from reports.permissions import shares_to_acknowledge, summaries_to_acknowledge, tell_correction

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


@dataclass(frozen=True)
class Terms:
    """On which terms somebody has something of a case."""

    what: str
    purpose: str
    lawful_basis: str
    until: str


def terms_to_acknowledge(case: Case, user: User) -> list[Terms]:
    """Of all of it that somebody has not acknowledged."""
    shares = shares_to_acknowledge(user).filter(case=case).select_related("agency")
    handed = summaries_to_acknowledge(user).filter(case=case).select_related("handed_to")
    return [
        *(
            Terms(
                f"{share.get_level_display()}, for {share.agency}",
                # Whoever only knows of a case is not told what it is about.
                "" if share.level == Level.KNOW else share.purpose,
                share.get_lawful_basis_display(),
                date_format(share.until, "j F Y") if share.until else "Somebody stops sharing it",
            )
            for share in shares.order_by("pk")
        ),
        *(
            Terms(
                f"Summary, copy {summary.copy_number}, for {summary.handed_to}",
                summary.purpose,
                summary.get_lawful_basis_display(),
                "No longer than you need it for this; then destroy it",
            )
            for summary in handed.order_by("pk")
        ),
    ]


def lay_acknowledged(shares: list[Share]) -> None:
    """Lay beside the shares of a page who acknowledged each, in words."""
    found = with_acknowledged(Share.objects.filter(pk__in=[share.pk for share in shares]))
    words = {each.pk: each.acknowledged_in_words for each in found}
    for share in shares:
        share.acknowledged_in_words = words[share.pk]


LAID_BESIDE_SHARES.append(lay_acknowledged)
