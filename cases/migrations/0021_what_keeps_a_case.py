import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import prevent_cases.pages.models
from prevent_cases.migration_operations import AddConstraint, AddField, AddIndex, AddTrigger, CreateModel


class Migration(migrations.Migration):
    dependencies = [
        ("cases", "0020_live_cases_of_an_area"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="LegalHold",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("matter", models.CharField(max_length=200)),
                ("reason", models.TextField()),
                ("placed_at", models.DateTimeField()),
                ("review_on", models.DateField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_because", models.TextField(blank=True)),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="LegalHoldEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                (
                    "reference",
                    models.CharField(default=prevent_cases.pages.models.new_reference, editable=False, max_length=10),
                ),
                ("matter", models.CharField(max_length=200)),
                ("reason", models.TextField()),
                ("placed_at", models.DateTimeField()),
                ("review_on", models.DateField()),
                ("ended_at", models.DateTimeField(null=True)),
                ("ended_because", models.TextField(blank=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="LegalHoldReview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField()),
                ("review_on", models.DateField()),
                ("reviewed_at", models.DateTimeField()),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="LegalHoldReviewEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("reason", models.TextField()),
                ("review_on", models.DateField()),
                ("reviewed_at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="RetentionReview",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField()),
                ("review_on", models.DateField()),
                ("reviewed_at", models.DateTimeField()),
            ],
            options={
                "ordering": ("pk",),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="RetentionReviewEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("reason", models.TextField()),
                ("review_on", models.DateField()),
                ("reviewed_at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
            },
        ),
        AddTrigger(
            model_name="case",
            trigger=pgtrigger.compiler.Trigger(
                name="kept_as_reviewed",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."retention_review_on" IS NOT NULL AND OLD."retention_review_on" IS DISTINCT FROM (NEW."retention_review_on"))',
                    func="\n        IF NOT EXISTS (\n            SELECT FROM cases_retentionreview review\n            WHERE review.case_id = NEW.id AND review.review_on = NEW.retention_review_on\n        ) THEN\n            RAISE EXCEPTION 'A case is kept for longer only as a review says why.' USING ERRCODE = 'check_violation';\n        END IF;\n        RETURN NEW;\n    ",
                    hash="a69de435ac046ebea509855f3736b6d58236bbad",
                    operation="UPDATE",
                    pgid="pgtrigger_kept_as_reviewed_aba2f",
                    table="cases_case",
                    when="BEFORE",
                ),
            ),
        ),
        AddField(
            model_name="legalhold",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="legal_holds", to="cases.case"
            ),
        ),
        AddField(
            model_name="legalhold",
            name="ended_by",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="legalhold",
            name="placed_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="legalholdevent",
            name="case",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.case",
            ),
        ),
        AddField(
            model_name="legalholdevent",
            name="ended_by",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddField(
            model_name="legalholdevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="cases.legalhold",
            ),
        ),
        AddField(
            model_name="legalholdevent",
            name="placed_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddField(
            model_name="legalholdreview",
            name="hold",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="reviews", to="cases.legalhold"
            ),
        ),
        AddField(
            model_name="legalholdreview",
            name="reviewed_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="legalholdreviewevent",
            name="hold",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.legalhold",
            ),
        ),
        AddField(
            model_name="legalholdreviewevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="cases.legalholdreview",
            ),
        ),
        AddField(
            model_name="legalholdreviewevent",
            name="reviewed_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddField(
            model_name="retentionreview",
            name="case",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="retention_reviews", to="cases.case"
            ),
        ),
        AddField(
            model_name="retentionreview",
            name="reviewed_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="retentionreviewevent",
            name="case",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.case",
            ),
        ),
        AddField(
            model_name="retentionreviewevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="cases.retentionreview",
            ),
        ),
        AddField(
            model_name="retentionreviewevent",
            name="reviewed_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddIndex(
            model_name="legalhold",
            index=models.Index(condition=models.Q(("ended_at", None)), fields=["case"], name="legal_holds_that_stand"),
        ),
        AddConstraint(
            model_name="legalhold",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_at", None)),
                fields=("case", "matter"),
                name="one_legal_hold_for_a_matter_at_a_time",
            ),
        ),
        AddConstraint(
            model_name="legalhold",
            constraint=models.CheckConstraint(
                condition=models.Q(("matter", ""), ("reason", ""), _connector="OR", _negated=True),
                name="a_legal_hold_says_for_what_matter_and_why",
            ),
        ),
        AddConstraint(
            model_name="legalhold",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("ended_at", None), ("ended_because", ""), ("ended_by", None)),
                    models.Q(
                        ("ended_at__isnull", False),
                        ("ended_by__isnull", False),
                        models.Q(("ended_because", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="an_ended_legal_hold_says_by_whom_and_why",
            ),
        ),
        AddTrigger(
            model_name="legalhold",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."matter" IS DISTINCT FROM (NEW."matter") OR OLD."placed_at" IS DISTINCT FROM (NEW."placed_at") OR OLD."placed_by_id" IS DISTINCT FROM (NEW."placed_by_id") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."review_on" IS DISTINCT FROM (NEW."review_on"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="e60cc439749ea8815ce195d7ba9de2b9c5d65d8d",
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
                name="ended_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."ended_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="02806e14341c4ff563086257fad90d1046526901",
                    operation="UPDATE",
                    pgid="pgtrigger_ended_once_35c05",
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
                    func='INSERT INTO "cases_legalholdevent" ("case_id", "ended_at", "ended_because", "ended_by_id", "id", "matter", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "reason", "reference", "review_on") VALUES (NEW."case_id", NEW."ended_at", NEW."ended_because", NEW."ended_by_id", NEW."id", NEW."matter", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."placed_at", NEW."placed_by_id", NEW."reason", NEW."reference", NEW."review_on"); RETURN NULL;',
                    hash="a3036f73db49fb3651a9e1a96bf4129284d66bf0",
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
                    func='INSERT INTO "cases_legalholdevent" ("case_id", "ended_at", "ended_because", "ended_by_id", "id", "matter", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "placed_at", "placed_by_id", "reason", "reference", "review_on") VALUES (NEW."case_id", NEW."ended_at", NEW."ended_because", NEW."ended_by_id", NEW."id", NEW."matter", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."placed_at", NEW."placed_by_id", NEW."reason", NEW."reference", NEW."review_on"); RETURN NULL;',
                    hash="d16cfc24b61ec8cab32f178d60ca483ba1d2db3e",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_68752",
                    table="cases_legalhold",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="legalholdreview",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="a_review_of_a_legal_hold_has_its_reason"
            ),
        ),
        AddTrigger(
            model_name="legalholdreview",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="3c0bb92485c7fd2eab2540e4688b7d82fe1160ec",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_9c199",
                    table="cases_legalholdreview",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="legalholdreview",
            trigger=pgtrigger.compiler.Trigger(
                name="of_one_that_stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF EXISTS (SELECT FROM cases_legalhold hold WHERE hold.id = NEW.hold_id AND ended_at IS NOT NULL)\n                    THEN\n                        RAISE EXCEPTION 'This legal hold has ended.' USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="4e77397be36ccb2904f9a9adce593b055fb7aaa1",
                    operation="INSERT",
                    pgid="pgtrigger_of_one_that_stands_097be",
                    table="cases_legalholdreview",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="legalholdreview",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_legalholdreviewevent" ("hold_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_on", "reviewed_at", "reviewed_by_id") VALUES (NEW."hold_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."review_on", NEW."reviewed_at", NEW."reviewed_by_id"); RETURN NULL;',
                    hash="b7a9301e522afba68f8f59be335a2fdac2c864a8",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_e2d15",
                    table="cases_legalholdreview",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="legalholdreview",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_legalholdreviewevent" ("hold_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_on", "reviewed_at", "reviewed_by_id") VALUES (NEW."hold_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."review_on", NEW."reviewed_at", NEW."reviewed_by_id"); RETURN NULL;',
                    hash="18fe2200f89f78c35b4628d093d9a787971aaf8a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cb1e1",
                    table="cases_legalholdreview",
                    when="AFTER",
                ),
            ),
        ),
        AddConstraint(
            model_name="retentionreview",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="a_retention_review_has_its_reason"
            ),
        ),
        AddTrigger(
            model_name="retentionreview",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="4928616aa2773fe11dcce966aa885ad85101649f",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_30e9c",
                    table="cases_retentionreview",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="retentionreview",
            trigger=pgtrigger.compiler.Trigger(
                name="of_a_case_that_has_ended",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    IF NOT EXISTS (\n                        SELECT FROM cases_case kept WHERE kept.id = NEW.case_id AND kept.ended_at IS NOT NULL\n                    ) THEN\n                        RAISE EXCEPTION 'Whether a case is still needed is asked once it has ended.'\n                        USING ERRCODE = 'check_violation';\n                    END IF;\n                    RETURN NEW;\n                ",
                    hash="ed710e9d71fa12233bbb692ee8f847fafe4cef3b",
                    operation="INSERT",
                    pgid="pgtrigger_of_a_case_that_has_ended_50b03",
                    table="cases_retentionreview",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="retentionreview",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_retentionreviewevent" ("case_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_on", "reviewed_at", "reviewed_by_id") VALUES (NEW."case_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."reason", NEW."review_on", NEW."reviewed_at", NEW."reviewed_by_id"); RETURN NULL;',
                    hash="34e79c385cde3ec87c76f6214ea2adc6d624c25b",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_7e328",
                    table="cases_retentionreview",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="retentionreview",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_retentionreviewevent" ("case_id", "id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reason", "review_on", "reviewed_at", "reviewed_by_id") VALUES (NEW."case_id", NEW."id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."reason", NEW."review_on", NEW."reviewed_at", NEW."reviewed_by_id"); RETURN NULL;',
                    hash="aedc6672e84ae9eb293d60456f0018fa3750e729",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_55c64",
                    table="cases_retentionreview",
                    when="AFTER",
                ),
            ),
        ),
    ]
