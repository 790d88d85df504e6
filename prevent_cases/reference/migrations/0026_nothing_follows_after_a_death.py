"""After a death nobody is there to plan for, to assess or to look back on."""

from django.db import migrations


def say(apps, schema_editor):
    reasons = apps.get_model("reference", "CaseEndReason").objects.using(schema_editor.connection.alias)
    reasons.filter(code="died").update(nothing_follows=True)


class Migration(migrations.Migration):
    dependencies = [("reference", "0025_end_reasons_of_an_area")]
    operations = [migrations.RunPython(say, migrations.RunPython.noop)]
