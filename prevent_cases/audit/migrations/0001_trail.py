import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.functions.datetime
import pgtrigger.compiler
from django.db import migrations, models

from prevent_cases.migration_operations import AddTrigger, CreateModel


class Migration(migrations.Migration):
    initial = True

    dependencies = []

    operations = [
        CreateModel(
            name="AuditChain",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("began_at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("reason", models.TextField()),
                ("last_digest", models.TextField(blank=True)),
            ],
            options={
                "default_permissions": (),
            },
        ),
        CreateModel(
            name="AuditEntry",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("token", models.UUIDField(unique=True)),
                ("at", models.DateTimeField()),
                ("by", models.TextField()),
                ("what", models.TextField()),
                ("sentence", models.TextField()),
                ("about", django.contrib.postgres.fields.ArrayField(base_field=models.TextField(), size=None)),
                ("changes", models.TextField(default="[]")),
                ("outer", models.UUIDField(null=True)),
                ("recorded_at", models.DateTimeField(null=True)),
                ("chain", models.IntegerField(null=True)),
                ("transaction", models.BigIntegerField(null=True)),
            ],
            options={
                "verbose_name": "audit entry",
                "verbose_name_plural": "audit entries",
                "default_permissions": (),
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(fields=["about"], name="entries_about"),
                    models.Index(fields=["chain", "transaction", "id"], name="entries_in_sealing_order"),
                    models.Index(fields=["by", "-id"], name="entries_by_person"),
                ],
            },
        ),
        CreateModel(
            name="DigestKey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("about", models.TextField(unique=True)),
                ("key", models.BinaryField()),
            ],
            options={
                "default_permissions": (),
            },
        ),
        CreateModel(
            name="Seal",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.BigIntegerField()),
                ("chain", models.IntegerField()),
                ("at", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("before_transaction", models.BigIntegerField()),
                ("entries", models.IntegerField()),
                ("digest", models.TextField()),
            ],
            options={
                "default_permissions": (),
                "constraints": [
                    models.UniqueConstraint(fields=("number",), name="one_seal_of_a_number"),
                    models.UniqueConstraint(
                        fields=("chain", "before_transaction"), name="one_seal_up_to_a_transaction"
                    ),
                ],
            },
        ),
        AddTrigger(
            model_name="auditchain",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="faaa5573245edfb91e798c8a67a60ead426a1161",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_ad524",
                    table="audit_auditchain",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="auditchain",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'The trail is never emptied.';",
                    hash="3a2e009bfd44d6c5fa97a1aad9c187bc6296df3e",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_7c2bf",
                    table="audit_auditchain",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="auditentry",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="ab24cb77a22d3160dc788fecde00a98236f14d09",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_6cfb3",
                    table="audit_auditentry",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="auditentry",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'The trail is never emptied.';",
                    hash="8de52c5e0716995d539de2e63e7ba329da59337c",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_09ce4",
                    table="audit_auditentry",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="auditentry",
            trigger=pgtrigger.compiler.Trigger(
                name="stamp",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="\n                    NEW.recorded_at := clock_timestamp();\n                    NEW.transaction := pg_current_xact_id()::text::bigint;\n                    NEW.chain := (SELECT max(id) FROM audit_auditchain);\n                    RETURN NEW;\n                ",
                    hash="04c804c57a3d31ad486ff8af9f51badd8c24fe16",
                    operation="INSERT",
                    pgid="pgtrigger_stamp_33928",
                    table="audit_auditentry",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="seal",
            trigger=pgtrigger.compiler.Trigger(
                name="append_only",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update or delete rows from % table', TG_TABLE_NAME;",
                    hash="425da599b8e4cf7384a383a64e17697a9d08a345",
                    operation="UPDATE OR DELETE",
                    pgid="pgtrigger_append_only_4de12",
                    table="audit_seal",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="seal",
            trigger=pgtrigger.compiler.Trigger(
                name="never_emptied",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func="RAISE EXCEPTION 'The trail is never emptied.';",
                    hash="9c0896fa97a18f34d289c553e5b9d648b80f9136",
                    level="STATEMENT",
                    operation="TRUNCATE",
                    pgid="pgtrigger_never_emptied_aeb05",
                    table="audit_seal",
                    when="BEFORE",
                ),
            ),
        ),
    ]
