import django.db.models.deletion
import pghistory.utils
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

import prevent_cases.pages.models
from prevent_cases.migration_operations import AddConstraint, AddField, AddIndex, AddTrigger, CreateModel, RemoveTrigger


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0007_a_provider_takes_two"),
        ("cases", "0045_sessions_are_agreed_for_a_day"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        CreateModel(
            name="Project",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "reference",
                    models.CharField(
                        default=prevent_cases.pages.models.new_reference, editable=False, max_length=10, unique=True
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("offers", models.TextField()),
                ("places", models.PositiveSmallIntegerField()),
                ("opened_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
            ],
            options={
                "ordering": ("name", "pk"),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="ProjectEvent",
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
                ("name", models.CharField(max_length=200)),
                ("offers", models.TextField()),
                ("places", models.PositiveSmallIntegerField()),
                ("opened_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        CreateModel(
            name="ProviderApproval",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("approved_from", models.DateField()),
                ("approved_until", models.DateField()),
                ("specialism", models.TextField()),
                ("languages", models.CharField(max_length=300)),
                ("capacity", models.PositiveSmallIntegerField()),
                ("recorded_at", models.DateTimeField()),
            ],
            options={
                "ordering": ("agency__name", "pk"),
                "abstract": False,
                "default_permissions": ("view",),
            },
        ),
        CreateModel(
            name="ProviderApprovalEvent",
            fields=[
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("pgh_id", models.BigAutoField(primary_key=True, serialize=False)),
                ("pgh_context", pghistory.utils.JSONField(null=True)),
                ("pgh_context_id", models.UUIDField(null=True)),
                ("id", models.BigIntegerField()),
                ("approved_from", models.DateField()),
                ("approved_until", models.DateField()),
                ("specialism", models.TextField()),
                ("languages", models.CharField(max_length=300)),
                ("capacity", models.PositiveSmallIntegerField()),
                ("recorded_at", models.DateTimeField()),
            ],
            options={
                "abstract": False,
            },
        ),
        RemoveTrigger(
            model_name="intervention",
            name="stands",
        ),
        RemoveTrigger(
            model_name="intervention",
            name="insert_insert",
        ),
        RemoveTrigger(
            model_name="intervention",
            name="update_update",
        ),
        AddField(
            model_name="project",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="projects", to="accounts.agency"
            ),
        ),
        AddField(
            model_name="project",
            name="area",
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="accounts.area"),
        ),
        AddField(
            model_name="project",
            name="opened_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="intervention",
            name="project",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="cases.project"
            ),
        ),
        AddField(
            model_name="interventionevent",
            name="project",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="cases.project",
            ),
        ),
        AddIndex(
            model_name="intervention",
            index=models.Index(
                condition=models.Q(("ended_at", None), ("project__isnull", False)),
                fields=["project"],
                name="places_taken_in_a_project",
            ),
        ),
        AddField(
            model_name="projectevent",
            name="agency",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="accounts.agency",
            ),
        ),
        AddField(
            model_name="projectevent",
            name="area",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="accounts.area",
            ),
        ),
        AddField(
            model_name="projectevent",
            name="opened_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddField(
            model_name="projectevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="cases.project",
            ),
        ),
        AddField(
            model_name="providerapproval",
            name="agency",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="approvals", to="accounts.agency"
            ),
        ),
        AddField(
            model_name="providerapproval",
            name="recorded_by",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AddField(
            model_name="providerapprovalevent",
            name="agency",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="accounts.agency",
            ),
        ),
        AddField(
            model_name="providerapprovalevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="events",
                to="cases.providerapproval",
            ),
        ),
        AddField(
            model_name="providerapprovalevent",
            name="recorded_by",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AddConstraint(
            model_name="project",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), ("offers", ""), _connector="OR", _negated=True),
                name="a_project_says_what_it_offers",
            ),
        ),
        AddConstraint(
            model_name="project",
            constraint=models.CheckConstraint(condition=models.Q(("places__gte", 1)), name="a_project_has_a_place"),
        ),
        AddConstraint(
            model_name="project",
            constraint=models.UniqueConstraint(
                condition=models.Q(("closed_at", None)),
                fields=("area", "name"),
                name="one_open_project_of_a_name_in_an_area",
            ),
        ),
        AddTrigger(
            model_name="project",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."agency_id" IS DISTINCT FROM (NEW."agency_id") OR OLD."name" IS DISTINCT FROM (NEW."name") OR OLD."opened_by_id" IS DISTINCT FROM (NEW."opened_by_id") OR OLD."opened_at" IS DISTINCT FROM (NEW."opened_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="b39131a2db1149a373659569111db52dd8eddc0a",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_3cee0",
                    table="cases_project",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="project",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_projectevent" ("agency_id", "area_id", "closed_at", "id", "name", "offers", "opened_at", "opened_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "reference") VALUES (NEW."agency_id", NEW."area_id", NEW."closed_at", NEW."id", NEW."name", NEW."offers", NEW."opened_at", NEW."opened_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."places", NEW."reference"); RETURN NULL;',
                    hash="37fc59e0b71b4f80cecef51536d47f655cdf8b20",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_aa71b",
                    table="cases_project",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="project",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_projectevent" ("agency_id", "area_id", "closed_at", "id", "name", "offers", "opened_at", "opened_by_id", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "places", "reference") VALUES (NEW."agency_id", NEW."area_id", NEW."closed_at", NEW."id", NEW."name", NEW."offers", NEW."opened_at", NEW."opened_by_id", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."places", NEW."reference"); RETURN NULL;',
                    hash="0ae050e496aceb7aa39a68370723225b6ec51c22",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b8956",
                    table="cases_project",
                    when="AFTER",
                ),
            ),
        ),
        AddIndex(
            model_name="providerapproval",
            index=models.Index(fields=["agency", "-id"], name="approvals_of_a_provider"),
        ),
        AddConstraint(
            model_name="providerapproval",
            constraint=models.CheckConstraint(
                condition=models.Q(("approved_until__gte", models.F("approved_from"))),
                name="an_approval_ends_after_it_begins",
            ),
        ),
        AddConstraint(
            model_name="providerapproval",
            constraint=models.CheckConstraint(
                condition=models.Q(("specialism", ""), ("languages", ""), _connector="OR", _negated=True),
                name="an_approval_says_what_a_provider_gives",
            ),
        ),
        AddTrigger(
            model_name="providerapproval",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="66f5f4dda614126e70b15f5c693eefaabc41eea8",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_6964c",
                    table="cases_providerapproval",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="providerapproval",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_providerapprovalevent" ("agency_id", "approved_from", "approved_until", "capacity", "id", "languages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "specialism") VALUES (NEW."agency_id", NEW."approved_from", NEW."approved_until", NEW."capacity", NEW."id", NEW."languages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."specialism"); RETURN NULL;',
                    hash="19caddb304f609110e73641027dba24ac0def831",
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
                    func='INSERT INTO "cases_providerapprovalevent" ("agency_id", "approved_from", "approved_until", "capacity", "id", "languages", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "recorded_at", "recorded_by_id", "specialism") VALUES (NEW."agency_id", NEW."approved_from", NEW."approved_until", NEW."capacity", NEW."id", NEW."languages", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."recorded_at", NEW."recorded_by_id", NEW."specialism"); RETURN NULL;',
                    hash="e343f2d1e102728f890175ee89f03e80b3064bbb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_81d12",
                    table="cases_providerapproval",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="intervention",
            trigger=pgtrigger.compiler.Trigger(
                name="where_there_is_a_place",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    declare="DECLARE approval cases_providerapproval%ROWTYPE; place cases_project%ROWTYPE;",
                    func="\n        IF EXISTS (SELECT FROM accounts_agency WHERE id = NEW.agency_id AND type = 'provider') THEN\n            PERFORM FROM accounts_agency WHERE id = NEW.agency_id FOR NO KEY UPDATE;\n            SELECT * INTO approval FROM cases_providerapproval WHERE agency_id = NEW.agency_id ORDER BY id DESC LIMIT 1;\n            IF approval.id IS NULL OR (NEW.asked_at AT TIME ZONE 'Europe/London')::date\n                NOT BETWEEN approval.approved_from AND approval.approved_until\n            THEN\n                RAISE EXCEPTION 'A provider is asked for support only while it is approved.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n            IF (SELECT count(*) FROM cases_intervention given WHERE given.agency_id = NEW.agency_id AND given.ended_at IS NULL AND given.accepted IS DISTINCT FROM false AND EXISTS (\n    SELECT FROM cases_case live WHERE live.id = given.case_id AND live.ended_at IS NULL\n))\n                >= approval.capacity\n            THEN\n                RAISE EXCEPTION 'A provider gives support to no more people than it can.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n        END IF;\n        IF NEW.project_id IS NOT NULL THEN\n            SELECT * INTO place FROM cases_project WHERE id = NEW.project_id FOR NO KEY UPDATE;\n            IF place.agency_id <> NEW.agency_id OR place.area_id <> NEW.area_id OR place.closed_at IS NOT NULL\n                OR place.places <= (\n                    SELECT count(*) FROM cases_intervention given WHERE given.project_id = NEW.project_id AND given.ended_at IS NULL AND given.accepted IS DISTINCT FROM false AND EXISTS (\n    SELECT FROM cases_case live WHERE live.id = given.case_id AND live.ended_at IS NULL\n)\n                )\n            THEN\n                RAISE EXCEPTION 'A place is given in an open project of the agency and area, where one is free.'\n                USING ERRCODE = 'check_violation';\n            END IF;\n        END IF;\n        RETURN NEW;\n    ",
                    hash="2f75a3fff73780902573319062b90b3bfc47b9e9",
                    operation="INSERT",
                    pgid="pgtrigger_where_there_is_a_place_48240",
                    table="cases_intervention",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="intervention",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."area_id" IS DISTINCT FROM (NEW."area_id") OR OLD."agency_id" IS DISTINCT FROM (NEW."agency_id") OR OLD."called" IS DISTINCT FROM (NEW."called") OR OLD."purpose" IS DISTINCT FROM (NEW."purpose") OR OLD."needs" IS DISTINCT FROM (NEW."needs") OR OLD."safe_place" IS DISTINCT FROM (NEW."safe_place") OR OLD."to_avoid" IS DISTINCT FROM (NEW."to_avoid") OR OLD."lawful_basis" IS DISTINCT FROM (NEW."lawful_basis") OR OLD."despite_agreement" IS DISTINCT FROM (NEW."despite_agreement") OR OLD."sessions" IS DISTINCT FROM (NEW."sessions") OR OLD."starts_on" IS DISTINCT FROM (NEW."starts_on") OR OLD."until" IS DISTINCT FROM (NEW."until") OR OLD."project_id" IS DISTINCT FROM (NEW."project_id") OR OLD."asked_by_id" IS DISTINCT FROM (NEW."asked_by_id") OR OLD."asked_at" IS DISTINCT FROM (NEW."asked_at"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="69caeac5dfc023645c49068d02dc7d78fbaf3059",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_def11",
                    table="cases_intervention",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="intervention",
            trigger=pgtrigger.compiler.Trigger(
                name="insert_insert",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "cases_interventionevent" ("accepted", "agency_id", "answered_at", "answered_by_id", "area_id", "asked_at", "asked_by_id", "called", "case_id", "despite_agreement", "ended_at", "ended_because", "ended_by_id", "id", "lawful_basis", "needs", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "purpose", "reference", "safe_place", "sessions", "starts_on", "to_avoid", "until", "why_declined") VALUES (NEW."accepted", NEW."agency_id", NEW."answered_at", NEW."answered_by_id", NEW."area_id", NEW."asked_at", NEW."asked_by_id", NEW."called", NEW."case_id", NEW."despite_agreement", NEW."ended_at", NEW."ended_because", NEW."ended_by_id", NEW."id", NEW."lawful_basis", NEW."needs", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'insert\', NEW."id", NEW."project_id", NEW."purpose", NEW."reference", NEW."safe_place", NEW."sessions", NEW."starts_on", NEW."to_avoid", NEW."until", NEW."why_declined"); RETURN NULL;',
                    hash="4e74ea1a1f0e0fd8bd58489c0874fe4162b29f46",
                    operation="INSERT",
                    pgid="pgtrigger_insert_insert_ac66a",
                    table="cases_intervention",
                    when="AFTER",
                ),
            ),
        ),
        AddTrigger(
            model_name="intervention",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "cases_interventionevent" ("accepted", "agency_id", "answered_at", "answered_by_id", "area_id", "asked_at", "asked_by_id", "called", "case_id", "despite_agreement", "ended_at", "ended_because", "ended_by_id", "id", "lawful_basis", "needs", "pgh_context", "pgh_context_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "project_id", "purpose", "reference", "safe_place", "sessions", "starts_on", "to_avoid", "until", "why_declined") VALUES (NEW."accepted", NEW."agency_id", NEW."answered_at", NEW."answered_by_id", NEW."area_id", NEW."asked_at", NEW."asked_by_id", NEW."called", NEW."case_id", NEW."despite_agreement", NEW."ended_at", NEW."ended_because", NEW."ended_by_id", NEW."id", NEW."lawful_basis", NEW."needs", COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_metadata\', TRUE), \'\'), NULL)::JSONB, COALESCE(NULLIF(CURRENT_SETTING(\'pghistory.context_id\', TRUE), \'\'), NULL)::UUID, clock_timestamp(), \'update\', NEW."id", NEW."project_id", NEW."purpose", NEW."reference", NEW."safe_place", NEW."sessions", NEW."starts_on", NEW."to_avoid", NEW."until", NEW."why_declined"); RETURN NULL;',
                    hash="02d7053a46e97f1a9f919cefc6e2a5e20c339a11",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d366f",
                    table="cases_intervention",
                    when="AFTER",
                ),
            ),
        ),
    ]
