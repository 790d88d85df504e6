import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import (
    AddConstraint,
    AddField,
    AddTrigger,
    AlterField,
    RemoveConstraint,
    RemoveTrigger,
)


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("cases", "0050_letters_that_are_receipts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveTrigger(
            model_name="intervention",
            name="where_there_is_a_place",
        ),
        RemoveTrigger(
            model_name="providerapproval",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="providerapproval",
            name="update_update",
        ),
        RemoveConstraint(
            model_name="providerapproval",
            name="an_approval_says_what_a_provider_gives",
        ),
        AddField(
            model_name="providerapproval",
            name="refused_because",
            field=models.TextField(blank=True),
        ),
        AddField(
            model_name="providerapprovalevent",
            name="refused_because",
            field=models.TextField(blank=True),
        ),
        AlterField(
            model_name="providerapproval",
            name="approved_from",
            field=models.DateField(null=True),
        ),
        AlterField(
            model_name="providerapproval",
            name="approved_until",
            field=models.DateField(null=True),
        ),
        AlterField(
            model_name="providerapproval",
            name="capacity",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        AlterField(
            model_name="providerapproval",
            name="languages",
            field=models.CharField(blank=True, max_length=300),
        ),
        AlterField(
            model_name="providerapproval",
            name="specialism",
            field=models.TextField(blank=True),
        ),
        AlterField(
            model_name="providerapprovalevent",
            name="approved_from",
            field=models.DateField(null=True),
        ),
        AlterField(
            model_name="providerapprovalevent",
            name="approved_until",
            field=models.DateField(null=True),
        ),
        AlterField(
            model_name="providerapprovalevent",
            name="capacity",
            field=models.PositiveSmallIntegerField(null=True),
        ),
        AlterField(
            model_name="providerapprovalevent",
            name="languages",
            field=models.CharField(blank=True, max_length=300),
        ),
        AlterField(
            model_name="providerapprovalevent",
            name="specialism",
            field=models.TextField(blank=True),
        ),
        AddTrigger(
            model_name="intervention",
            trigger=pgtrigger.compiler.Trigger(
                name="where_there_is_a_place",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE approval cases_providerapproval%ROWTYPE; place cases_project%ROWTYPE;",
                    func="\n        IF EXISTS (SELECT FROM accounts_agency WHERE id = NEW.agency_id AND type = 'provider') THEN\n            PERFORM FROM accounts_agency WHERE id = NEW.agency_id FOR NO KEY UPDATE;\n            SELECT * INTO approval FROM cases_providerapproval WHERE agency_id = NEW.agency_id ORDER BY id DESC LIMIT 1;\n            IF approval.id IS NULL OR approval.refused_because <> ''\n                OR (NEW.asked_at AT TIME ZONE 'Europe/London')::date\n                NOT BETWEEN approval.approved_from AND approval.approved_until\n            THEN\n                RAISE EXCEPTION 'A provider is asked for support only while it is approved.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            IF (SELECT count(*) FROM cases_intervention given WHERE given.agency_id = NEW.agency_id AND given.ended_at IS NULL AND given.accepted IS DISTINCT FROM false AND EXISTS (\n    SELECT FROM cases_case live WHERE live.id = given.case_id AND live.ended_at IS NULL\n))\n                >= approval.capacity\n            THEN\n                RAISE EXCEPTION 'A provider gives support to no more people than it can.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n        END IF;\n        IF NEW.project_id IS NOT NULL THEN\n            SELECT * INTO place FROM cases_project WHERE id = NEW.project_id FOR NO KEY UPDATE;\n            IF place.agency_id <> NEW.agency_id OR place.area_id <> NEW.area_id OR place.closed_at IS NOT NULL\n                OR place.places <= (\n                    SELECT count(*) FROM cases_intervention given WHERE given.project_id = NEW.project_id AND given.ended_at IS NULL AND given.accepted IS DISTINCT FROM false AND EXISTS (\n    SELECT FROM cases_case live WHERE live.id = given.case_id AND live.ended_at IS NULL\n)\n                )\n            THEN\n                RAISE EXCEPTION 'A place is given in an open project of the agency and area, where one is free.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n        END IF;\n        RETURN NEW;\n    ",
                    hash="b5141ee4ebb3711e9e120bf03946aff5f52f686f",
                    operation="INSERT",
                    pgid="pgtrigger_where_there_is_a_place_48240",
                    table="cases_intervention",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="providerapproval",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_providerapprovalevent" ("agency_id", "approved_from", "approved_until", "capacity", "id", "languages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "refused_because", "specialism") VALUES (NEW."agency_id", NEW."approved_from", NEW."approved_until", NEW."capacity", NEW."id", NEW."languages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."refused_because", NEW."specialism"); RETURN NULL;',
                    hash="970162335675682ff52df998e5c4b71afece1da9",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_6966c",
                    table="cases_providerapproval",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="providerapproval",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_providerapprovalevent" ("agency_id", "approved_from", "approved_until", "capacity", "id", "languages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "refused_because", "specialism") VALUES (NEW."agency_id", NEW."approved_from", NEW."approved_until", NEW."capacity", NEW."id", NEW."languages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."refused_because", NEW."specialism"); RETURN NULL;',
                    hash="f15e2cdf3dc5f93110ce9153b1a17b5b4dc3bb3f",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_81d12",
                    table="cases_providerapproval",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="providerapproval",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("approved_from__isnull", False),
                        ("approved_until__isnull", False),
                        ("capacity__isnull", False),
                        ("refused_because", ""),
                        models.Q(("specialism", ""), ("languages", ""), _connector="OR", _negated=True),
                    ),
                    models.Q(
                        ("approved_from", None),
                        ("approved_until", None),
                        ("capacity", None),
                        ("languages", ""),
                        ("specialism", ""),
                        models.Q(("refused_because", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="an_approval_says_what_a_provider_gives_or_why_there_is_none",
            ),
        ),
    ]
