"""The user in whose name tasks and commands act: it cannot sign in."""

from django.contrib.auth.hashers import make_password
from django.db import migrations


def create(apps, schema_editor):
    users = apps.get_model("accounts", "User").objects.using(schema_editor.connection.alias)
    users.create(
        email="unattended@service.invalid", name="Unattended service", is_service=True, password=make_password(None)
    )


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_people_and_the_posts_they_hold")]
    operations = [migrations.RunPython(create, migrations.RunPython.noop)]
