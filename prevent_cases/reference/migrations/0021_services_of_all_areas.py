"""The services that decisions could name before they were rows, by the codes that these hold. Unverified words."""

from datetime import date

from django.db import migrations

SERVICES = [
    ("children", "Children's social care"),
    ("early_help", "Early help"),
    ("adults", "Adult social care"),
    ("health", "A health service"),
    ("mental_health", "A mental health service"),
    ("school", "The school or college"),
    ("youth", "Youth services or youth justice"),
    ("housing", "Housing"),
    ("police", "The police"),
    ("probation", "Probation or the prison"),
    ("voluntary", "A voluntary or community service"),
    ("other", "Another service"),
]


def add(apps, schema_editor):
    OnwardService = apps.get_model("reference", "OnwardService")
    OnwardService.objects.using(schema_editor.connection.alias).bulk_create(
        OnwardService(code=code, label=label, position=position, starts_on=date(2015, 7, 1))
        for position, (code, label) in enumerate(SERVICES)
    )


class Migration(migrations.Migration):
    dependencies = [("reference", "0020_services_that_help_instead")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
