"""Files that belong to a case: a letter that came, a signed form, a report."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from cases.models.case import Case
from cases.models.consent import Consent
from cases.models.contributions import Contribution
from cases.models.ended import of_a_live_case
from cases.models.in_error import MayBeInError, MayBeInErrorQuerySet
from prevent_cases.accounts.models import Agency, User
from prevent_cases.audit.records import field_classes
from prevent_cases.documents.models import KeptFile, State

# So many of a case itself, and so many of each agency with what it shares: counted together they would tell somebody
# that there are some that are not for them.
MOST_OF_CASE, MOST_OF_AGENCY = 200, 50
AS_RECEIVED = ["case", "contribution", "consent", "what", "reference", "given_name", "size", "added_by", "added_at"]


class CaseFileQuerySet(MayBeInErrorQuerySet):
    def taken(self) -> "CaseFileQuerySet":
        """Those that are kept here, also sealed: what was refused is not."""
        return self.exclude(state=State.REFUSED)

    def standing(self) -> "CaseFileQuerySet":
        """Those that can be opened, or will be, and belong here: by these one is named where the case is told of."""
        return super().standing().filter(state__in=[State.WAITING, State.READY])


@pghistory.track()
class CaseFile(KeptFile, MayBeInError):
    """One file of a case. With a contribution it is a part of that, and read by those for whom that is marked.

    ``consent`` is the answer that it shows, such as a form that somebody signed. One that was put into the wrong case
    stays and says so; what must not be held at all is sealed.
    """

    under = "case"

    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="files")
    contribution = models.ForeignKey(Contribution, on_delete=models.PROTECT, null=True, related_name="files")
    consent = models.ForeignKey(Consent, on_delete=models.PROTECT, null=True, related_name="files")
    what = models.TextField()

    objects = CaseFileQuerySet.as_manager()

    field_classes = KeptFile.sent_field_classes | MayBeInError.field_classes | field_classes(special="what")
    fetch_with = ("case__individual", "contribution__agency", "added_by", "sealed_by", "in_error_by")

    class Meta(KeptFile.Meta):
        verbose_name = "file of a case"
        verbose_name_plural = "files of cases"
        constraints = [
            *KeptFile.Meta.constraints,
            *MayBeInError.Meta.constraints,
            models.CheckConstraint(condition=~Q(what=""), name="a_file_of_a_case_says_what_it_is"),
            models.CheckConstraint(
                condition=Q(contribution=None) | Q(consent=None), name="a_file_belongs_to_one_thing_at_most"
            ),
        ]
        triggers = [
            of_a_live_case(but="(NEW.contribution_id IS NULL)"),
            pgtrigger.Trigger(
                name="of_its_own_case",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    IF EXISTS (SELECT FROM cases_contribution WHERE id = NEW.contribution_id AND case_id <> NEW.case_id)
                    OR EXISTS (SELECT FROM cases_consent WHERE id = NEW.consent_id AND case_id <> NEW.case_id)
                    THEN
                        RAISE EXCEPTION 'What a file belongs to is part of another case.'
                        USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NEW;
                """,
            ),
            pgtrigger.ReadOnly(name="stays_as_received", fields=AS_RECEIVED),
            # It is checked, and can be sealed, also once it is said to be in error.
            pgtrigger.Protect(
                name="said_in_error_once",
                operation=pgtrigger.Update,
                condition=pgtrigger.Condition(
                    "OLD.in_error_at IS NOT NULL AND (OLD.in_error_at, OLD.in_error_by_id, OLD.in_error_reason)"
                    " IS DISTINCT FROM (NEW.in_error_at, NEW.in_error_by_id, NEW.in_error_reason)"
                ),
            ),
            pgtrigger.Protect(
                name="sealed_for_ever", operation=pgtrigger.Update, condition=pgtrigger.Q(old__state=State.SEALED)
            ),
        ]

    def obstacle_to_error(self) -> str:
        return super().obstacle_to_error() or self.obstacle_to_sealing()

    @property
    def source(self) -> Agency | User:
        """From whom it is: the agency that shared what it is part of, otherwise whoever added it to the case."""
        return self.contribution.agency if self.contribution_id else self.added_by

    def get_absolute_url(self) -> str:
        return reverse("cases:view_file", args=[self.reference])
