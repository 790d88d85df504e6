"""The blocks of the police's national form. Its layout is not published: titles and order have not been checked."""

from datetime import date

from django.db import migrations

BLOCKS = [
    ("person", "Person's biographical and contact details"),
    ("concerns", "Describe concerns"),
    ("complex_needs", "Complex needs"),
    ("other_information", "Other information"),
    ("first_identified", "Person who first identified the concern"),
    ("referrer", "Person making the referral"),
    ("prevent_contact", "Referrer's organisational Prevent contact"),
    ("dates", "Relevant dates"),
    ("safeguarding", "Safeguarding considerations"),
    ("employment_education", "Employment or education"),
    ("third_party", "Actions by other agencies"),
]


def add(apps, schema_editor):
    block = apps.get_model("reference", "NationalFormBlock")
    block.objects.using(schema_editor.connection.alias).bulk_create(
        block(code=code, title=title, position=position, starts_on=date(2018, 9, 24))
        for position, (code, title) in enumerate(BLOCKS)
    )


class Migration(migrations.Migration):
    replaces = [("reference", "0009_blocks_of_the_national_form")]
    dependencies = [("reference", "0003_national_contacts")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
