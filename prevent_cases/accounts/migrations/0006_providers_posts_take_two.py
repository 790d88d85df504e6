from django.db import migrations

# Given by one administrator before they opened briefs: another confirms them now.
FORWARDS = """
    UPDATE accounts_post SET confirmed_at = NULL
    WHERE kind = 'provider' AND confirmed_at IS NOT NULL AND confirmed_by_id IS NULL;
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0005_no_provider_is_without_one")]
    operations = [migrations.RunSQL(FORWARDS, migrations.RunSQL.noop)]
