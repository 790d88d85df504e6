from django.db import migrations

FORWARDS = """
    UPDATE panels_decisiondispute dispute SET item_id = decision.item_id
    FROM panels_decision decision WHERE decision.id = dispute.decision_id;
    UPDATE panels_decisiondisputeevent event SET item_id = decision.item_id
    FROM panels_decision decision WHERE decision.id = event.decision_id;
"""


class Migration(migrations.Migration):
    dependencies = [("panels", "0010_what_is_disputed_of_reviews")]
    operations = [migrations.RunSQL(FORWARDS, migrations.RunSQL.noop)]
