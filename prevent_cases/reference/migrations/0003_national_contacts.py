"""The contacts that everybody has. Not checked against their sources; an area that knows better keeps its own."""

from django.db import migrations

AT_ALL_HOURS = "At all hours"
CONTACTS = [
    {"kind": "emergency", "name": "Emergency services", "telephone": "999", "hours": AT_ALL_HOURS},
    {
        "kind": "terrorist_act",
        "name": "Anti-Terrorist Hotline",
        "telephone": "0800 789 321",
        "hours": AT_ALL_HOURS,
    },
    {
        "kind": "material",
        "name": "Police",
        "telephone": "101",
        "hours": AT_ALL_HOURS,
        "note": "Do not copy it, send it on or upload it here. Write down where you saw it, and tell the police.",
    },
    {"kind": "police", "name": "Police", "telephone": "101", "hours": AT_ALL_HOURS},
]


def add(apps, schema_editor):
    contacts = apps.get_model("reference", "NationalContact").objects.using(schema_editor.connection.alias)
    for contact in CONTACTS:
        contacts.create(**contact)


class Migration(migrations.Migration):
    replaces = [("reference", "0007_national_contacts")]
    dependencies = [("reference", "0002_types_of_concern")]
    operations = [migrations.RunPython(add, migrations.RunPython.noop)]
