"""A decision made before each referral had its own was about the referral with which the case was opened."""

from django.db import migrations


def take_the_first(apps, schema_editor):
    owner = schema_editor.connection.alias
    decisions = apps.get_model("cases", "Section36Decision")._base_manager.using(owner).filter(referral=None)
    events = apps.get_model("cases", "Section36DecisionEvent")._base_manager.using(owner).filter(referral=None)
    for decision in list(decisions):
        first = decision.case.carried_referrals.order_by("pk").first()
        events.filter(pgh_obj_id=decision.pk).update(referral=first.referral_id)
        decisions.filter(pk=decision.pk).update(referral=first.referral_id)


class Migration(migrations.Migration):
    dependencies = [("cases", "0002_section36_decisions_name_their_referral")]
    operations = [migrations.RunPython(take_the_first, migrations.RunPython.noop)]
