import django.contrib.postgres.fields
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import reports.models
from prevent_cases.migration_operations import AddField, AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("cases", "0016_how_far_a_case_is_shared"),
        ("reports", "0003_summaries_handed_out"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveTrigger(
            model_name="boardreport",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="boardreport",
            name="update_update",
        ),
        RemoveTrigger(
            model_name="casesummary",
            name="says_what_it_said",
        ),
        RemoveTrigger(
            model_name="casesummary",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="casesummary",
            name="update_update",
        ),
        AddField(
            model_name="boardreport",
            name="open_until",
            field=models.DateField(null=True),
        ),
        AddField(
            model_name="boardreport",
            name="removed_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="boardreportevent",
            name="open_until",
            field=models.DateField(null=True),
        ),
        AddField(
            model_name="boardreportevent",
            name="removed_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="casesummary",
            name="number",
            field=models.PositiveIntegerField(null=True),
        ),
        AddField(
            model_name="casesummary",
            name="open_until",
            field=models.DateField(null=True),
        ),
        AddField(
            model_name="casesummary",
            name="removed_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="casesummary",
            name="sections",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("referrals", "Referrals, as sent"),
                        ("section36", "Section 36 decision"),
                        ("agreement", "Agreement to support"),
                        ("assessment", "Last assessment"),
                        ("contributions", "What agencies have shared"),
                        ("meetings", "Meetings and decisions"),
                        ("support", "Support"),
                        ("actions", "Actions"),
                        ("access", "Who can see this case"),
                    ],
                    max_length=20,
                ),
                default=reports.models.every_section,
                size=None,
            ),
        ),
        AddField(
            model_name="casesummaryevent",
            name="number",
            field=models.PositiveIntegerField(null=True),
        ),
        AddField(
            model_name="casesummaryevent",
            name="open_until",
            field=models.DateField(null=True),
        ),
        AddField(
            model_name="casesummaryevent",
            name="removed_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="casesummaryevent",
            name="sections",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(
                    choices=[
                        ("referrals", "Referrals, as sent"),
                        ("section36", "Section 36 decision"),
                        ("agreement", "Agreement to support"),
                        ("assessment", "Last assessment"),
                        ("contributions", "What agencies have shared"),
                        ("meetings", "Meetings and decisions"),
                        ("support", "Support"),
                        ("actions", "Actions"),
                        ("access", "Who can see this case"),
                    ],
                    max_length=20,
                ),
                default=reports.models.every_section,
                size=None,
            ),
        ),
        AddTrigger(
            model_name="boardreport",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_boardreportevent" ("area_id", "asked_at", "asked_by_id", "exact", "file", "id", "made_at", "not_made_because", "open_until", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "removed_at", "sha256", "since", "until") VALUES (NEW."area_id", NEW."asked_at", NEW."asked_by_id", NEW."exact", NEW."file", NEW."id", NEW."made_at", NEW."not_made_because", NEW."open_until", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reference", NEW."removed_at", NEW."sha256", NEW."since", NEW."until"); RETURN NULL;',
                    hash="5bc194b0985d20b9d9c322d735a28f7e554480f7",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_5048e",
                    table="reports_boardreport",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="boardreport",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_boardreportevent" ("area_id", "asked_at", "asked_by_id", "exact", "file", "id", "made_at", "not_made_because", "open_until", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reference", "removed_at", "sha256", "since", "until") VALUES (NEW."area_id", NEW."asked_at", NEW."asked_by_id", NEW."exact", NEW."file", NEW."id", NEW."made_at", NEW."not_made_because", NEW."open_until", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reference", NEW."removed_at", NEW."sha256", NEW."since", NEW."until"); RETURN NULL;',
                    hash="3877bc47622fda073030d0a0e9151184aef6ae85",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8f183",
                    table="reports_boardreport",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="casesummary",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "reports_casesummaryevent" ("asked_at", "asked_by_id", "case_id", "despite_agreement", "file", "handed_to_body", "handed_to_id", "id", "lawful_basis", "made_at", "not_made_because", "number", "open_until", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "reference", "removed_at", "sections", "sha256") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."case_id", NEW."despite_agreement", NEW."file", NEW."handed_to_body", NEW."handed_to_id", NEW."id", NEW."lawful_basis", NEW."made_at", NEW."not_made_because", NEW."number", NEW."open_until", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."purpose", NEW."reference", NEW."removed_at", NEW."sections", NEW."sha256"); RETURN NULL;',
                    hash="09978a36d0d3a4dbc0cbfc8046b33df254481d3a",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_88a9f",
                    table="reports_casesummary",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="casesummary",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "reports_casesummaryevent" ("asked_at", "asked_by_id", "case_id", "despite_agreement", "file", "handed_to_body", "handed_to_id", "id", "lawful_basis", "made_at", "not_made_because", "number", "open_until", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "purpose", "reference", "removed_at", "sections", "sha256") VALUES (NEW."asked_at", NEW."asked_by_id", NEW."case_id", NEW."despite_agreement", NEW."file", NEW."handed_to_body", NEW."handed_to_id", NEW."id", NEW."lawful_basis", NEW."made_at", NEW."not_made_because", NEW."number", NEW."open_until", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."purpose", NEW."reference", NEW."removed_at", NEW."sections", NEW."sha256"); RETURN NULL;',
                    hash="d08549778ce0590359086430de936aa190579336",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_e22cb",
                    table="reports_casesummary",
                    when="AFTER",
                ),
            ),
        ),
    ]
