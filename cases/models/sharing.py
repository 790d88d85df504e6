"""The shares that open a case."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.db.models.functions import TruncDate

from cases.models.agreement import as_agreed
from cases.models.case import Case
from cases.models.ended import of_a_live_case
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, User
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.pages.models import new_reference
from prevent_cases.reference.models import LawfulBasis


class Level(models.TextChoices):
    """How far a case is open to somebody, from the least on: each holds what is before it."""

    KNOW = "know", "Know of it"
    CONTRIBUTE = "contribute", "Contribute"
    READ = "read", "Read"

    @property
    def codename(self) -> str:
        """guardian's permission that projects it."""
        return {"know": "know_of_case", "contribute": "contribute_to_case", "read": "view_case"}[self.value]

    @classmethod
    def codenames(cls, least: "Level") -> list[str]:
        """guardian's permissions of a level and of those that hold it."""
        return [level.codename for level in least.upwards()]

    def upwards(self) -> list["Level"]:
        """This level and those that hold it."""
        return list(Level)[list(Level).index(self) :]

    def downwards(self) -> list["Level"]:
        """The levels that it holds, from the least, and itself."""
        return list(Level)[: list(Level).index(self) + 1]


# guardian's permission of a level, in SQL.
CODENAME = "CASE {} " + " ".join(f"WHEN '{each.value}' THEN '{each.codename}'" for each in Level) + " END"


def _rank(level: str) -> str:
    return f"array_position(ARRAY{Level.values}, {level}::text)"


# It goes no further than the one before, nor on for longer.
_AS_MUCH = f"""
    {_rank("before.level")} >= {_rank("NEW.level")} AND (before.until IS NULL OR NEW.until <= before.until)
"""

# What is put on by an agency with the share it has, or lowers or limits a share, needs no agreement.
NO_FURTHER = f"""
    (NEW.colleague_id IS NOT NULL OR EXISTS (
        SELECT FROM cases_share before
        WHERE before.id = NEW.follows_id AND before.case_id = NEW.case_id AND before.agency_id = NEW.agency_id
        AND before.colleague_id IS NULL AND {_AS_MUCH}
    ))
"""

# What is shared of a case that has ended can be lowered or limited, by another share that follows it.
LOWERED = f"""
    (EXISTS (
        SELECT FROM cases_share before
        WHERE before.id = NEW.follows_id AND before.case_id = NEW.case_id AND before.agency_id = NEW.agency_id
        AND before.colleague_id IS NOT DISTINCT FROM NEW.colleague_id
        AND {_AS_MUCH}
    ))
"""  # noqa: S608 - of values in this code

# A colleague is put on a case by their agency, which can give no more than it has.
WITHIN_AGENCY = pgtrigger.Trigger(
    name="colleague_within_agency",
    when=pgtrigger.After,
    operation=pgtrigger.Insert | pgtrigger.Update,
    timing=pgtrigger.Deferred,
    func=f"""
        IF EXISTS (
            SELECT FROM cases_share colleague
            WHERE colleague.case_id = NEW.case_id AND colleague.agency_id = NEW.agency_id
            AND colleague.colleague_id IS NOT NULL AND colleague.ended_at IS NULL AND NOT EXISTS (
                SELECT FROM cases_share agency
                WHERE agency.case_id = colleague.case_id AND agency.agency_id = colleague.agency_id
                AND agency.colleague_id IS NULL AND agency.ended_at IS NULL
                AND {_rank("agency.level")} >= {_rank("colleague.level")}
            )
        ) THEN
            RAISE EXCEPTION 'A colleague sees no more of a case than their agency.' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    """,  # noqa: S608 - of names and values in this code
)


# What has ended opens nothing: no row of guardian's outlives the share that it projects.
ENDED_CLOSES = pgtrigger.Trigger(
    name="ended_closes",
    when=pgtrigger.After,
    operation=pgtrigger.Update,
    timing=pgtrigger.Deferred,
    condition=pgtrigger.Condition("NEW.ended_at IS NOT NULL AND OLD.ended_at IS NULL"),
    declare=[("opened", "TEXT")],
    func=f"""
        opened := {CODENAME.format("NEW.level")};
        IF NOT EXISTS (
            SELECT FROM cases_share share
            WHERE share.case_id = NEW.case_id AND share.level = NEW.level AND share.ended_at IS NULL
            AND share.colleague_id IS NOT DISTINCT FROM NEW.colleague_id
            AND (NEW.colleague_id IS NOT NULL OR share.agency_id = NEW.agency_id)
        ) AND (
            NEW.colleague_id IS NULL AND EXISTS (
                SELECT FROM cases_casegrouppermission opening
                JOIN accounts_agency agency ON agency.group_id = opening.group_id
                JOIN auth_permission permission ON permission.id = opening.permission_id
                WHERE opening.content_object_id = NEW.case_id AND agency.id = NEW.agency_id
                AND permission.codename = opened
            ) OR EXISTS (
                SELECT FROM cases_caseuserpermission opening
                JOIN auth_permission permission ON permission.id = opening.permission_id
                WHERE opening.content_object_id = NEW.case_id AND opening.user_id = NEW.colleague_id
                AND permission.codename = opened
            )
        ) THEN
            RAISE EXCEPTION 'A share that has ended opens nothing.' USING ERRCODE = 'check_violation';
        END IF;
        RETURN NULL;
    """,  # noqa: S608 - of names and values in this code
)


class ShareQuerySet(RecordQuerySet):
    def stopped(self) -> "ShareQuerySet":
        """Those by whose end it was open to somebody no longer: nothing took their place, and they had not lapsed."""
        ended_on = TruncDate("ended_at", tzinfo=clock.LONDON)
        return self.filter(ended_at__isnull=False, followed_by=None).exclude(until__lt=ended_on)


@pghistory.track()
class Share(Record):
    """A case opened to an agency, or to one colleague whom the agency put on it: how far, why, on what basis, until
    when.

    guardian's rows are its projection (``Grant``), which lists and permissions read.
    """

    under = "case"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="shares")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="shares")
    colleague = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    level = models.CharField(max_length=10, choices=Level)
    # The share that this one took the place of, where the level was changed.
    follows = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="followed_by")
    purpose = models.TextField()
    lawful_basis = models.CharField(max_length=20, choices=LawfulBasis)
    # Why it is shared though no agreement with the agency is in force; nothing where one is, or none is needed.
    despite_agreement = models.TextField(blank=True)
    shared_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    shared_at = models.DateTimeField()
    until = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")

    objects = ShareQuerySet.as_manager()

    field_classes = field_classes(
        public="reference level purpose lawful_basis despite_agreement shared_at until ended_at"
    )
    fetch_with = ("case__individual", "agency", "colleague")

    class Meta(Record.Meta):
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["case", "agency"],
                condition=Q(ended_at=None, colleague=None),
                name="one_share_of_a_case_with_an_agency",
            ),
            models.UniqueConstraint(
                fields=["case", "agency", "colleague"],
                condition=Q(ended_at=None, colleague__isnull=False),
                name="one_share_of_a_case_with_a_colleague",
            ),
            models.CheckConstraint(condition=~Q(purpose=""), name="a_share_has_its_purpose"),
            models.CheckConstraint(condition=Q(level__in=Level.values), name="a_share_has_its_level"),
            models.CheckConstraint(
                condition=Q(ended_by=None) | Q(ended_at__isnull=False), name="only_a_share_that_ended_was_ended"
            ),
        ]
        indexes = [
            models.Index(fields=["case", "-shared_at"], name="shares_of_a_case"),
            models.Index(
                fields=["case"],
                condition=Q(ended_at=None, until=None, colleague=None),
                name="shares_without_a_last_day",
            ),
            models.Index(
                fields=["until"], condition=Q(ended_at=None, until__isnull=False), name="shares_by_their_last_day"
            ),
            models.Index(fields=["shared_at"], condition=Q(ended_at=None), name="shares_since_when"),
        ]
        triggers = [
            of_a_live_case(but=LOWERED),
            pgtrigger.Protect(
                name="stands",
                operation=pgtrigger.Update,
                condition=pgtrigger.AnyChange(exclude=["ended_at", "ended_by"]),
            ),
            pgtrigger.Protect(
                name="ended_once", operation=pgtrigger.Update, condition=pgtrigger.Q(old__ended_at__isnull=False)
            ),
            WITHIN_AGENCY,
            ENDED_CLOSES,
            as_agreed("NEW.shared_at", "NEW.agency_id", but=NO_FURTHER),
        ]

    def get_absolute_url(self) -> str:
        return self.case.get_absolute_url()

    def obstacle_to_ending(self) -> str:
        return "This share has ended already." if self.ended_at else ""

    def obstacle_to_changing(self) -> str:
        if self.colleague_id:
            return (
                "A colleague is put on a case by their agency. Stop sharing with them, and they can be put on it anew."
            )
        lapsed = "This share has lapsed. Share the case anew."
        return self.obstacle_to_ending() or (lapsed if self.is_lapsed else "")

    def obstacle_to_limiting(self) -> str:
        return self.obstacle_to_changing() or ("It has its last day." if self.until else "")

    def obstacle_to_prolonging(self) -> str:
        return self.obstacle_to_changing() or ("" if self.until else "It has no last day.")

    @property
    def is_lapsed(self) -> bool:
        """Whether its last day was over before anybody ended it."""
        ended_on = clock.day_of(self.ended_at) if self.ended_at else clock.today()
        return self.until is not None and self.until < ended_on

    @property
    def is_in_force(self) -> bool:
        return not (self.ended_at or self.is_lapsed)
