"""The types of concern of the national returns since April 2024. Those not checked against the source are marked."""

from datetime import date

from django.db import migrations

TYPES = [
    ("not_yet_known", "Not yet known"),
    ("none_identified", "None identified"),
    ("extreme_right_wing", "Extreme right-wing"),
    ("islamist", "Islamist"),
    ("extreme_violence", "Fascination with extreme violence or mass casualty attacks"),
    ("conflicted", "Conflicted or multiple ideologies"),  # unverified
    ("left_anarchist_single_issue", "Left-wing, anarchist or single-issue"),  # unverified
    ("incel", "Incel"),  # unverified
    ("other", "Other"),  # unverified
]


def add(apps, schema_editor):
    ConcernType = apps.get_model("reference", "ConcernType")
    ConcernType.objects.using(schema_editor.connection.alias).bulk_create(
        ConcernType(code=code, label=label, position=position, starts_on=date(2015, 7, 1))
        for position, (code, label) in enumerate(TYPES)
    )


class Migration(migrations.Migration):
    dependencies = [("reference", "0001_code_lists_policies_contacts")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
