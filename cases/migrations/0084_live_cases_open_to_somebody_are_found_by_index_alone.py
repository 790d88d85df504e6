"""Live cases that are open to an agency or to a person are found by index alone: a grant has when its case ended."""

import pgtrigger.compiler
from django.db import migrations, models

from prevent_cases.migration_operations import AddField, AddIndex, AddTrigger, RemoveIndex, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [("cases", "0083_nothing_is_left_of_triggers_that_are_gone")]

    operations = [
        RemoveTrigger(
            model_name="casegrouppermission",
            name="opened_by_a_share",
        ),
        RemoveTrigger(
            model_name="caseuserpermission",
            name="opened_by_a_share",
        ),
        RemoveIndex(
            model_name="case",
            name="live_cases",
        ),
        AddField(
            model_name="casegrouppermission",
            name="case_ended_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        AddField(
            model_name="caseuserpermission",
            name="case_ended_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        AddIndex(
            model_name="case",
            index=models.Index(condition=models.Q(("ended_at", None)), fields=["-id"], name="live_cases"),
        ),
        AddIndex(
            model_name="casegrouppermission",
            index=models.Index(
                condition=models.Q(("case_ended_at", None)),
                fields=["group", "permission", "-content_object"],
                include=("until",),
                name="live_cases_open_to_a_group",
            ),
        ),
        AddIndex(
            model_name="caseuserpermission",
            index=models.Index(
                condition=models.Q(("case_ended_at", None)),
                fields=["user", "permission", "-content_object"],
                include=("until",),
                name="live_cases_open_to_a_person",
            ),
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="ended_in_grants",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."ended_at" IS DISTINCT FROM (NEW."ended_at"))',
                    func="\n        UPDATE cases_casegrouppermission SET case_ended_at = NEW.ended_at WHERE content_object_id = NEW.id;\n        UPDATE cases_caseuserpermission SET case_ended_at = NEW.ended_at WHERE content_object_id = NEW.id;\n        RETURN NULL;\n    ",
                    hash="f4c51485b718c4c21f83edfa3c052fdb0c35c64d",
                    operation='UPDATE OF "ended_at"',
                    pgid="pgtrigger_ended_in_grants_99fd5",
                    table="cases_case",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="casegrouppermission",
            trigger=pgtrigger.compiler.Trigger(
                name="ended_with_its_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        SELECT ended_at INTO NEW.case_ended_at FROM cases_case WHERE id = NEW.content_object_id FOR SHARE;\n        RETURN NEW;\n    ",
                    hash="335c171423013958165b066afa1389903ef18fbb",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_ended_with_its_case_80dfc",
                    table="cases_casegrouppermission",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="casegrouppermission",
            trigger=pgtrigger.compiler.Trigger(
                name="opened_by_a_share",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n            IF EXISTS (\n                SELECT FROM cases_casegrouppermission opening\n                JOIN auth_permission permission ON permission.id = opening.permission_id\n                WHERE opening.id = NEW.id AND NOT EXISTS (\n                    SELECT FROM cases_share share\n                    JOIN accounts_agency agency ON agency.id = share.agency_id\n                    WHERE share.case_id = opening.content_object_id AND share.ended_at IS NULL AND share.colleague_id IS NULL AND agency.group_id = opening.group_id\n                    AND permission.codename = CASE share.level WHEN 'know' THEN 'know_of_case' WHEN 'contribute' THEN 'contribute_to_case' WHEN 'read' THEN 'view_case' END\n                    AND (share.until IS NULL OR share.until >= opening.until)\n                )\n            ) THEN\n                RAISE EXCEPTION 'A case is opened by a share, as far and as long as that says.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NULL;\n        ",
                    hash="b7fcdb4ad002598cd1983142d8a47eeb20dfb8ff",
                    operation='INSERT OR UPDATE OF "content_object_id", "permission_id", "until", "group_id"',
                    pgid="pgtrigger_opened_by_a_share_19ad9",
                    table="cases_casegrouppermission",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="caseuserpermission",
            trigger=pgtrigger.compiler.Trigger(
                name="ended_with_its_case",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        SELECT ended_at INTO NEW.case_ended_at FROM cases_case WHERE id = NEW.content_object_id FOR SHARE;\n        RETURN NEW;\n    ",
                    hash="07cfceab0b186381b774a8f65822ad976e5cb2f7",
                    operation="INSERT OR UPDATE",
                    pgid="pgtrigger_ended_with_its_case_5ee57",
                    table="cases_caseuserpermission",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="caseuserpermission",
            trigger=pgtrigger.compiler.Trigger(
                name="opened_by_a_share",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    constraint="CONSTRAINT",
                    func="\n            IF EXISTS (\n                SELECT FROM cases_caseuserpermission opening\n                JOIN auth_permission permission ON permission.id = opening.permission_id\n                WHERE opening.id = NEW.id AND NOT EXISTS (\n                    SELECT FROM cases_share share\n                    JOIN accounts_agency agency ON agency.id = share.agency_id\n                    WHERE share.case_id = opening.content_object_id AND share.ended_at IS NULL AND share.colleague_id = opening.user_id\n                    AND permission.codename = CASE share.level WHEN 'know' THEN 'know_of_case' WHEN 'contribute' THEN 'contribute_to_case' WHEN 'read' THEN 'view_case' END\n                    AND (share.until IS NULL OR share.until >= opening.until)\n                )\n            ) THEN\n                RAISE EXCEPTION 'A case is opened by a share, as far and as long as that says.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            RETURN NULL;\n        ",
                    hash="62aa7ffb0f5aa831c450dd5923fe727f27d32d7c",
                    operation='INSERT OR UPDATE OF "content_object_id", "permission_id", "until", "user_id"',
                    pgid="pgtrigger_opened_by_a_share_a99a7",
                    table="cases_caseuserpermission",
                    timing="DEFERRABLE INITIALLY DEFERRED",
                    when="AFTER",
                ),
            ),
        ),
    ]
