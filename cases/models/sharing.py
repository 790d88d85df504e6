"""The shares that open a case, and guardian's rows that project them."""

import pghistory
from django.db import models
from django.db.models import Q
from guardian.models import GroupObjectPermissionBase, UserObjectPermissionBase

from cases.models.case import Case
from cases.models.ended import of_a_live_case
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, User
from prevent_cases.audit.records import Record, field_classes
from prevent_cases.pages.models import new_reference
from prevent_cases.reference.models import LawfulBasis


@pghistory.track()
class Share(Record):
    """A case opened to an agency, or to one colleague whom the agency put on it: why, on what basis, until when.

    guardian's rows below are its projection, which lists and permissions read.
    """

    under = "case"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, related_name="shares")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="shares")
    colleague = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    purpose = models.TextField()
    lawful_basis = models.CharField(max_length=20, choices=LawfulBasis)
    shared_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    shared_at = models.DateTimeField()
    until = models.DateField(null=True)
    ended_at = models.DateTimeField(null=True)

    field_classes = field_classes(public="reference purpose lawful_basis shared_at until ended_at")
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
        ]
        triggers = [of_a_live_case()]

    def get_absolute_url(self) -> str:
        return self.case.get_absolute_url()

    def obstacle_to_ending(self) -> str:
        return "This share has ended already." if self.ended_at else ""


class GrantQuerySet(models.QuerySet):
    def live(self) -> "GrantQuerySet":
        """The grants in force today."""
        return self.filter(Q(until=None) | Q(until__gte=clock.today()))


class CaseGroupPermission(GroupObjectPermissionBase):
    """guardian's row: an agency's group holds a permission on a case, until a day."""

    content_object = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="group_grants")
    until = models.DateField(null=True)

    grants = GrantQuerySet.as_manager()

    class Meta(GroupObjectPermissionBase.Meta):
        default_permissions = ()
        indexes = [models.Index(fields=["group", "permission", "-content_object"], name="cases_open_to_a_group")]


class CaseUserPermission(UserObjectPermissionBase):
    """guardian's row: a person holds a permission on a case, until a day."""

    content_object = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="user_grants")
    until = models.DateField(null=True)

    grants = GrantQuerySet.as_manager()

    class Meta(UserObjectPermissionBase.Meta):
        default_permissions = ()
        indexes = [models.Index(fields=["user", "permission", "-content_object"], name="cases_open_to_a_person")]
