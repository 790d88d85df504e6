from django.db import migrations

# As it is made for a new one: without vowels and without what can be misread.
FORWARDS = """
    UPDATE accounts_agency
    SET provider_reference = translate(upper(substr(md5(gen_random_uuid()::text), 1, 10)), '01AE', 'WXYZ')
    WHERE type = 'provider';
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0003_providers_have_a_reference")]
    operations = [migrations.RunSQL(FORWARDS, migrations.RunSQL.noop)]
