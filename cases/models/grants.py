"""guardian's rows, which project the shares of a case: the grants by which lists and rules ask what is open to whom."""

import pgtrigger
from django.db import models
from django.db.models import Q
from guardian.models import GroupObjectPermissionBase, UserObjectPermissionBase

from cases.models.case import Case
from cases.models.sharing import CODENAME
from prevent_cases import clock

# A grant has from its case when that ended, whoever writes it. The case cannot end meanwhile: its row is held.
ENDED_WITH_ITS_CASE = pgtrigger.Trigger(
    name="ended_with_its_case",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    func="""
        SELECT ended_at INTO NEW.case_ended_at FROM cases_case WHERE id = NEW.content_object_id FOR SHARE;
        RETURN NEW;
    """,
)


def opened_by_a_share(table: str, holder: str, whose: str) -> pgtrigger.Trigger:
    """guardian's rows say what the shares say, whoever writes them: no row opens what no share in force opens."""
    return pgtrigger.Trigger(
        name="opened_by_a_share",
        when=pgtrigger.After,
        operation=pgtrigger.Insert | pgtrigger.UpdateOf("content_object_id", "permission_id", "until", holder),
        timing=pgtrigger.Deferred,
        func=f"""
            IF EXISTS (
                SELECT FROM {table} opening
                JOIN auth_permission permission ON permission.id = opening.permission_id
                WHERE opening.id = NEW.id AND NOT EXISTS (
                    SELECT FROM cases_share share
                    JOIN accounts_agency agency ON agency.id = share.agency_id
                    WHERE share.case_id = opening.content_object_id AND share.ended_at IS NULL AND {whose}
                    AND permission.codename = {CODENAME.format("share.level")}
                    AND (share.until IS NULL OR share.until >= opening.until)
                )
            ) THEN
                RAISE EXCEPTION 'A case is opened by a share, as far and as long as that says.'
                USING ERRCODE = 'check_violation';
            END IF;
            RETURN NULL;
        """,  # noqa: S608 - of names and values in this code
    )


def in_order(holder: str, name: str) -> list[models.Index]:
    """With the last day, so that a list of cases reads no row; those of live ones apart."""
    columns = {"fields": [holder, "permission", "-content_object"], "include": ["until"]}
    live = Q(case_ended_at=None)
    return [
        models.Index(**columns, name=f"cases_open_to_{name}"),
        models.Index(**columns, condition=live, name=f"live_cases_open_to_{name}"),
    ]


class GrantQuerySet(models.QuerySet):
    def live(self) -> "GrantQuerySet":
        """The grants in force today."""
        return self.filter(Q(until=None) | Q(until__gte=clock.today()))


class Grant(models.Model):
    """What each of guardian's rows has of its share and of its case, so that lists of cases read neither."""

    until = models.DateField(null=True)
    case_ended_at = models.DateTimeField(null=True, editable=False)

    grants = GrantQuerySet.as_manager()

    # What lists ask of a case, and where the database keeps it here.
    copied = {"ended_at": "case_ended_at"}

    class Meta:
        abstract = True


class CaseGroupPermission(Grant, GroupObjectPermissionBase):
    """guardian's row: an agency's group holds a permission on a case, until a day."""

    content_object = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="group_grants")

    class Meta(GroupObjectPermissionBase.Meta):
        default_permissions = ()
        indexes = in_order("group", "a_group")
        triggers = [
            ENDED_WITH_ITS_CASE,
            opened_by_a_share(
                "cases_casegrouppermission",
                "group_id",
                "share.colleague_id IS NULL AND agency.group_id = opening.group_id",
            ),
        ]


class CaseUserPermission(Grant, UserObjectPermissionBase):
    """guardian's row: a person holds a permission on a case, until a day."""

    content_object = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="user_grants")

    class Meta(UserObjectPermissionBase.Meta):
        default_permissions = ()
        indexes = in_order("user", "a_person")
        triggers = [
            ENDED_WITH_ITS_CASE,
            opened_by_a_share("cases_caseuserpermission", "user_id", "share.colleague_id = opening.user_id"),
        ]
