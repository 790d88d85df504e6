"""Cases and answers from before the ledger asked as much: whoever opened a case owns it; an answer says what it lacks."""

from django.db import migrations

from prevent_cases.pages.models import new_reference
from referrals.models import birthday

LACKING = "Not recorded then."
OWNERS = """
    UPDATE cases_case SET owner_id = opened_by_id WHERE owner_id IS NULL;
    UPDATE cases_caseevent SET owner_id = opened_by_id WHERE owner_id IS NULL;
    INSERT INTO cases_allocation (case_id, owner_id, note, allocated_by_id, allocated_at)
    SELECT id, owner_id, '', owner_id, opened_at FROM cases_case ORDER BY id
"""


def say_what_is_lacking(apps, schema_editor):
    using = schema_editor.connection.alias
    for name in ("Consent", "ConsentEvent"):
        lines = apps.get_model("cases", name)._base_manager.using(using)
        lines.update(asked_by=LACKING, wording=LACKING, language=LACKING, evidence=LACKING, capacity="presumed")
        lines.filter(answer="given").update(agreed_to=LACKING)
        lines.exclude(answered_by="person").update(answered_name=LACKING, responsibility=LACKING)


def give_references(apps, schema_editor):
    using = schema_editor.connection.alias
    events = apps.get_model("cases", "ConsentEvent")._base_manager.using(using)
    lines = apps.get_model("cases", "Consent")._base_manager.using(using)
    for line in lines.select_related("case__individual"):
        line.reference = new_reference()
        born_on = line.case.individual.born_on
        if line.answer == "given" and line.answered_by != "person" and born_on:
            line.ends_on = birthday(born_on, 18)
        line.save(update_fields=["reference", "ends_on"])
        events.filter(pgh_obj=line.pk).update(reference=line.reference, ends_on=line.ends_on)
        if line.ends_on and line.case.consent_given_on == line.answered_on:
            line.case.consent_ends_on = line.ends_on
            line.case.save(update_fields=["consent_ends_on"])


class Migration(migrations.Migration):
    dependencies = [("cases", "0003_owners_contacts_and_a_fuller_ledger")]
    operations = [
        migrations.RunSQL(OWNERS, migrations.RunSQL.noop),
        migrations.RunPython(say_what_is_lacking, migrations.RunPython.noop),
        migrations.RunPython(give_references, migrations.RunPython.noop),
    ]
