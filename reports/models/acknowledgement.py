"""That somebody with whom a case is shared, or to whom a summary of it was handed, has read on which terms."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Coalesce
from django.db.models.lookups import Exact
from django.utils.formats import date_format

from cases.models import Case, Mark, Share
from prevent_cases import clock
from prevent_cases.accounts.models import User
from prevent_cases.audit.records import Record, field_classes
from prevent_cases.pages.models import new_reference
from prevent_cases.pages.together import fetched_with
from reports.models.case_summary import CaseSummary, parted_since_asked
from reports.models.confirmed import SummarisedContribution

OF_ITS_CASE = pgtrigger.Trigger(
    name="of_its_case",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    func="""
        IF NOT EXISTS (SELECT FROM cases_share WHERE id = NEW.share_id AND case_id = NEW.case_id)
        AND NOT EXISTS (SELECT FROM reports_casesummary WHERE id = NEW.summary_id AND case_id = NEW.case_id) THEN
            RAISE EXCEPTION 'What is acknowledged was given of its own case.' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NEW;
    """,
)


@pghistory.track()
class Acknowledgement(Record):
    """Who acknowledged when on which terms a case was shared with them, or a summary of it handed to their agency."""

    under = "case"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="+")
    share = models.ForeignKey(Share, on_delete=models.PROTECT, null=True, related_name="+")
    summary = models.ForeignKey(CaseSummary, on_delete=models.PROTECT, null=True, related_name="acknowledgements")
    acknowledged_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    acknowledged_at = models.DateTimeField()

    field_classes = field_classes(public="reference acknowledged_at")
    fetch_with = ("case__individual", "acknowledged_by")

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(share=None) ^ Q(summary=None), name="a_share_or_a_summary_is_acknowledged"
            ),
            models.UniqueConstraint(fields=["share", "acknowledged_by"], name="a_share_is_acknowledged_once"),
            models.UniqueConstraint(fields=["summary", "acknowledged_by"], name="a_summary_is_acknowledged_once"),
        ]
        triggers = [pgtrigger.Protect(name="stands", operation=pgtrigger.Update), OF_ITS_CASE]

    def __str__(self) -> str:
        return f"Acknowledgement {self.reference}"

    def get_absolute_url(self) -> str:
        return self.case.get_absolute_url()


def of_share() -> models.QuerySet[Acknowledgement]:
    """By what a share, the outer record, was acknowledged: itself, or one before it from which it only goes on.

    Where it was prolonged or limited its terms are the same. With another purpose or level it is acknowledged anew.
    """
    anew = Share.objects.filter(
        Q(follows=None) | ~Q(level=OuterRef("share__level"), purpose=OuterRef("share__purpose")),
        Exact(Coalesce(F("colleague"), 0), Coalesce(OuterRef("share__colleague"), 0)),
        case=OuterRef("case"),
        agency=OuterRef("share__agency"),
        pk__gt=OuterRef("share"),
        pk__lte=OuterRef(OuterRef("pk")),
    )
    return Acknowledgement.objects.filter(
        ~Exists(anew),
        Exact(Coalesce(F("share__colleague"), 0), Coalesce(OuterRef("colleague"), 0)),
        case=OuterRef("case"),
        share__agency=OuterRef("agency"),
        share__lte=OuterRef("pk"),
    )


def summaries_in_use() -> models.QuerySet[CaseSummary]:
    """Of what was handed to agencies, once it was made: until its last day, the last one that each has of a case; none
    that holds what its agency has withdrawn or marked for others since, or that mixes two people.

    One in which something has been disputed or was an error is in use: nobody opens it here any more, but they have it
    in their hands, on its terms, until they are given the new one; this is asked of that alone then.
    """
    closed = SummarisedContribution.objects.filter(
        Q(contribution__withdrawn_at__gt=OuterRef("asked_at")) | ~Q(contribution__mark=Mark.ALL_MEMBERS),
        summary=OuterRef("pk"),
    )
    handed = CaseSummary.objects.filter(
        ~Exists(closed), ~Exists(parted_since_asked()), handed_to__isnull=False, open_until__gte=clock.today()
    )
    newer = handed.filter(case=OuterRef("case"), handed_to=OuterRef("handed_to"), number__gt=OuterRef("number"))
    return handed.filter(~Exists(newer))


def of_summary() -> models.QuerySet[Acknowledgement]:
    """The same of a summary that was handed to an agency."""
    return Acknowledgement.objects.filter(summary=OuterRef("pk"))


OF_KIND = {Share: of_share, CaseSummary: of_summary}


def with_acknowledged(given: models.QuerySet, reader: User) -> list[Share] | list[CaseSummary]:
    """Shares or summaries, beside each who acknowledged it, in words, as far as the reader may know it."""
    known = OF_KIND[given.model]().permitted(reader, "reports.view_acknowledgement")
    found = fetched_with(given, acknowledged=known.select_related("acknowledged_by").order_by("pk"))
    for each in found:
        each.acknowledged_in_words = in_words(each)
    return found


def in_words(given: Share | CaseSummary) -> str:
    if not given.acknowledged:
        is_over = not given.is_in_force if isinstance(given, Share) else given.is_over
        return "Not acknowledged" if is_over else "Not acknowledged yet"
    said = (
        f"by {each.acknowledged_by} on {date_format(clock.day_of(each.acknowledged_at), 'j F Y')}"
        for each in given.acknowledged
    )
    return f"Acknowledged {', '.join(said)}"
