import django.db.models.deletion
import pgtrigger.compiler
from django.conf import settings
from django.db import migrations, models

from prevent_cases.migration_operations import AddConstraint, AddTrigger, AlterField
from prevent_cases.pages.models import new_reference


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_unattended_service"),
        ("cases", "0004_what_was_not_asked_before_there_was_a_ledger"),
    ]

    operations = [
        AlterField(
            model_name="case",
            name="owner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        AlterField(
            model_name="caseevent",
            name="owner",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        AlterField(
            model_name="consent",
            name="reference",
            field=models.CharField(default=new_reference, editable=False, max_length=10, unique=True),
        ),
        AlterField(
            model_name="consentevent",
            name="reference",
            field=models.CharField(default=new_reference, editable=False, max_length=10),
        ),
        AddTrigger(
            model_name="consent",
            trigger=pgtrigger.compiler.Trigger(
                name="stands",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."agreed_to" IS DISTINCT FROM (NEW."agreed_to") OR OLD."answer" IS DISTINCT FROM (NEW."answer") OR OLD."answered_by" IS DISTINCT FROM (NEW."answered_by") OR OLD."answered_name" IS DISTINCT FROM (NEW."answered_name") OR OLD."answered_on" IS DISTINCT FROM (NEW."answered_on") OR OLD."asked_by" IS DISTINCT FROM (NEW."asked_by") OR OLD."capacity" IS DISTINCT FROM (NEW."capacity") OR OLD."case_id" IS DISTINCT FROM (NEW."case_id") OR OLD."ends_on" IS DISTINCT FROM (NEW."ends_on") OR OLD."evidence" IS DISTINCT FROM (NEW."evidence") OR OLD."how" IS DISTINCT FROM (NEW."how") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."language" IS DISTINCT FROM (NEW."language") OR OLD."own_view" IS DISTINCT FROM (NEW."own_view") OR OLD."reason" IS DISTINCT FROM (NEW."reason") OR OLD."recorded_at" IS DISTINCT FROM (NEW."recorded_at") OR OLD."recorded_by_id" IS DISTINCT FROM (NEW."recorded_by_id") OR OLD."reference" IS DISTINCT FROM (NEW."reference") OR OLD."responsibility" IS DISTINCT FROM (NEW."responsibility") OR OLD."what_was_explained" IS DISTINCT FROM (NEW."what_was_explained") OR OLD."wording" IS DISTINCT FROM (NEW."wording"))',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="895ff07973636afb31b44159283b40cb6566ad59",
                    operation="UPDATE",
                    pgid="pgtrigger_stands_8d4c1",
                    table="cases_consent",
                    when="BEFORE",
                ),
            ),
        ),
        AddTrigger(
            model_name="consent",
            trigger=pgtrigger.compiler.Trigger(
                name="said_in_error_once",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."in_error_at" IS NOT NULL)',
                    func="RAISE EXCEPTION 'pgtrigger: Cannot update rows from % table', TG_TABLE_NAME;",
                    hash="6090ba5d0685043517ba9b4b2770a3bd8df70bae",
                    operation="UPDATE",
                    pgid="pgtrigger_said_in_error_once_43649",
                    table="cases_consent",
                    when="BEFORE",
                ),
            ),
        ),
        AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("in_error_at", None), ("in_error_by", None), ("in_error_reason", "")),
                    models.Q(
                        ("in_error_at__isnull", False),
                        ("in_error_by__isnull", False),
                        models.Q(("in_error_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="consent_in_error_says_why",
            ),
        ),
        AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("asked_by", ""), _negated=True),
                    models.Q(("wording", ""), _negated=True),
                    models.Q(("language", ""), _negated=True),
                    models.Q(("evidence", ""), _negated=True),
                ),
                name="an_answer_says_who_asked_in_which_words_and_where_it_is_kept",
            ),
        ),
        AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("answer", "given"), _negated=True),
                    models.Q(("agreed_to", ""), _negated=True),
                    _connector="OR",
                ),
                name="consent_says_what_was_agreed_to",
            ),
        ),
        AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answered_by", "person"),
                    models.Q(
                        models.Q(("answered_name", ""), _negated=True), models.Q(("responsibility", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="whoever_answers_for_somebody_says_by_what_right",
            ),
        ),
        AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("answer", "given"), ("answered_by", "person"), ("capacity", "unable"), _negated=True
                ),
                name="whoever_cannot_decide_does_not_consent",
            ),
        ),
        AddConstraint(
            model_name="consent",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("ends_on", None), models.Q(("answered_by", "person"), _negated=True), _connector="OR"
                ),
                name="only_anothers_consent_ends_by_itself",
            ),
        ),
    ]
