"""A Channel panel opened without the tick acts as Channel like any other."""

from django.db import migrations

EARLIER = "UPDATE accounts_panel SET acts_as_channel = true WHERE kind = 'channel' AND NOT acts_as_channel"


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_unattended_service")]
    operations = [migrations.RunSQL(EARLIER, migrations.RunSQL.noop)]
