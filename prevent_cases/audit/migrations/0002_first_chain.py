"""The first chain of seals."""

from django.db import migrations


def begin(apps, schema_editor):
    chains = apps.get_model("audit", "AuditChain").objects.using(schema_editor.connection.alias)
    chains.create(reason="The service began.")


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_trail")]
    operations = [migrations.RunPython(begin, migrations.RunPython.noop)]
