import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddField, AddTrigger, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0023_how_it_was_asked_is_kept_of_consent"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        RemoveTrigger(
            model_name="legalhold",
            name="stands",
        ),
        RemoveTrigger(
            model_name="legalhold",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="legalhold",
            name="update_update",
        ),
        AddField(
            model_name="legalhold",
            name="carried_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="legalhold",
            name="carried_from",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.legalhold"
            ),
        ),
        AddField(
            model_name="legalholdevent",
            name="carried_at",
            field=models.DateTimeField(null=True),
        ),
        AddField(
            model_name="legalholdevent",
            name="carried_from",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.legalhold",
            ),
        ),
        AddTrigger(
            model_name="legalhold",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."carried_at" IS DISTINCT FROM (NEW."carried_at") OR OLD."carried_from_id" IS DISTINCT FROM (NEW."carried_from_id") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."matter" IS DISTINCT FROM (NEW."matter") OR OLD."placed_at" IS DISTINCT FROM (NEW."placed_at") OR OLD."placed_by_id" IS DISTINCT FROM (NEW."placed_by_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."review_on" IS DISTINCT FROM (NEW."review_on"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="a229e41b049dd69375438cc8128a5e9ca418f5dc",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_b8622",
                    table="cases_legalhold",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="legalhold",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_legalholdevent" ("carried_at", "carried_from_id", "case_id", "ended_at", "ended_because", "ended_by_id", "id", "matter", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "reason", "reference", "review_on") VALUES (NEW."carried_at", NEW."carried_from_id", NEW."case_id", NEW."ended_at", NEW."ended_because", NEW."ended_by_id", NEW."id", NEW."matter", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."placed_at", NEW."placed_by_id", NEW."reason", NEW."reference", NEW."review_on"); RETURN NULL;',
                    hash="16dd10d11dba151e31f4917462a5e65a5dc697e1",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_b4e4c",
                    table="cases_legalhold",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="legalhold",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_legalholdevent" ("carried_at", "carried_from_id", "case_id", "ended_at", "ended_because", "ended_by_id", "id", "matter", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "reason", "reference", "review_on") VALUES (NEW."carried_at", NEW."carried_from_id", NEW."case_id", NEW."ended_at", NEW."ended_because", NEW."ended_by_id", NEW."id", NEW."matter", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."placed_at", NEW."placed_by_id", NEW."reason", NEW."reference", NEW."review_on"); RETURN NULL;',
                    hash="d65a95246019c8f1368907d238f5ecfd311cd81a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_68752",
                    table="cases_legalhold",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="legalhold",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("carried_at", None), ("carried_from", None)),
                    models.Q(("carried_at__isnull", False), ("carried_from__isnull", False)),
                    _connector="OR",
                ),
                name="a_carried_legal_hold_says_from_where_and_when",
            ),
        ),
    ]
