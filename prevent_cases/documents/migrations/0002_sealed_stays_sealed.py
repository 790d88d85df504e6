import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("documents", "0001_files_not_sent_yet"),
    ]

    operations = [
        pgtrigger.migrations.AddTrigger(
            model_name="upload",
            trigger=pgtrigger.compiler.Trigger(
                name="sealed_for_ever",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.\"state\" = 'sealed')",
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update of \"state\" rows from % table', TG_TABLE_NAME;",
                    hash="1bf5ce492c58ee1a92433a1271c82be4ca6ed915",
                    operation='UPDATE OF "state"',
                    pgid="pgtrigger_sealed_for_ever_a123d",
                    table="documents_upload",
                    when="BEFORE",
                ),
            ),
        ),
    ]
