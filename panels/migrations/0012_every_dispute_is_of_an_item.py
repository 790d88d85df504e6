import django.db.models.deletion
import pgtrigger.compiler
from django.db import migrations, models

from prevent_cases.migration_operations import AddTrigger, AlterField


class Migration(migrations.Migration):
    dependencies = [("panels", "0011_of_which_item_earlier_disputes_are")]

    operations = [
        AlterField(
            model_name="decisiondispute",
            name="item",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to="panels.agendaitem"
            ),
        ),
        AlterField(
            model_name="decisiondisputeevent",
            name="item",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="panels.agendaitem",
            ),
        ),
        AddTrigger(
            model_name="decisiondispute",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."decision_id" IS DISTINCT FROM (NEW."decision_id") OR OLD."due_on" IS DISTINCT FROM (NEW."due_on") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."item_id" IS DISTINCT FROM (NEW."item_id") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."review_id" IS DISTINCT FROM (NEW."review_id") OR OLD."said_on" IS DISTINCT FROM (NEW."said_on") OR OLD."whose" IS DISTINCT FROM (NEW."whose") OR OLD."words" IS DISTINCT FROM (NEW."words"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="9d30e47aa173771a4c0ba1358ea65796e38e3c32",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_f8d29",
                    table="panels_decisiondispute",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="decisiondispute",
            trigger=pgtrigger.compiler.Trigger(
                name="answered_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."answered_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="557d3810088ba9a2571fba992d2fca13fca470c4",
                    operation="UPDATE",
                    pgid="pgtrigger_answered_once_beb0f",
                    table="panels_decisiondispute",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="decisiondispute",
            trigger=pgtrigger.compiler.Trigger(
                name="of_its_item",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n        IF NOT EXISTS (SELECT FROM panels_decision WHERE id = NEW.decision_id AND item_id = NEW.item_id)\n        AND NOT EXISTS (SELECT FROM panels_review WHERE id = NEW.review_id AND item_id = NEW.item_id) THEN\n            RAISE EXCEPTION 'What is disputed of a panel is disputed at its own item.'\n            USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="85bc3244e37dcae4e41539b426e494cb35d024be",
                    operation="INSERT",
                    pgid="pgtrigger_of_its_item_1c85a",
                    table="panels_decisiondispute",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="decisiondispute",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "panels_decisiondisputeevent" ("answer", "answered_at", "answered_by_id", "decision_id", "due_on", "id", "item_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference", "review_id", "said_on", "whose", "words") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."decision_id", NEW."due_on", NEW."id", NEW."item_id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."review_id", NEW."said_on", NEW."whose", NEW."words"); RETURN NULL;',
                    hash="54132474a33b075cf7a4119c17830b1b11bc4288",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_80f10",
                    table="panels_decisiondispute",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="decisiondispute",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "panels_decisiondisputeevent" ("answer", "answered_at", "answered_by_id", "decision_id", "due_on", "id", "item_id", "outcome", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "reference", "review_id", "said_on", "whose", "words") VALUES (NEW."answer", NEW."answered_at", NEW."answered_by_id", NEW."decision_id", NEW."due_on", NEW."id", NEW."item_id", NEW."outcome", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."reference", NEW."review_id", NEW."said_on", NEW."whose", NEW."words"); RETURN NULL;',
                    hash="915fbc9ddb3180a88a1acc4e4329aa170d73b6c0",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_ea576",
                    table="panels_decisiondispute",
                    when="AFTER",
                ),
            ),
        ),
    ]
