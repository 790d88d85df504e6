from django.db import migrations, models

from prevent_cases.migration_operations import AlterField


class Migration(migrations.Migration):
    dependencies = [
        ("reference", "0027_how_soon_what_is_shared_is_acknowledged"),
    ]

    operations = [
        AlterField(
            model_name="letterpolicy",
            name="no_concern",
            field=models.TextField(
                default="Somebody was worried about you and told us. We looked at it, and found nothing that we need to do. Nobody thinks that you did anything wrong.\n\nWe are sorry for any worry that this has caused you. If you do not agree with how it was done, please tell us.\n\nYou can complain to us: by letter, by email, or by asking to speak with somebody, and it is never held against you. You can also complain to others: to the government’s Standards and Compliance Unit, or, about what is kept of you, to the Information Commissioner’s Office."
            ),
        ),
        AlterField(
            model_name="letterpolicy",
            name="no_concern_easy",
            field=models.TextField(
                default="Somebody was worried about you.\nWe looked at it.\nThere is nothing to worry about.\nYou did nothing wrong.\nWe are sorry if this upset you.\nYou can complain to us.\nIt is safe to complain.\nYou can complain to others too.\nWe can tell you how."
            ),
        ),
        AlterField(
            model_name="letterpolicy",
            name="outcome",
            field=models.TextField(
                default="We said that we would tell you what was decided. People from different services looked together at what we were told, and at what would help.\n\nIf you want to know more, or do not agree, please tell us.\n\nYou can complain to us: by letter, by email, or by asking to speak with somebody, and it is never held against you. You can also complain to others: to the government’s Standards and Compliance Unit, or, about what is kept of you, to the Information Commissioner’s Office."
            ),
        ),
        AlterField(
            model_name="letterpolicy",
            name="outcome_easy",
            field=models.TextField(
                default="People talked about how to help you.\nThey have decided.\nYou can ask us about it.\nYou can tell us if you do not agree.\nYou can complain to us.\nIt is safe to complain.\nYou can complain to others too.\nWe can tell you how."
            ),
        ),
        AlterField(
            model_name="letterpolicyevent",
            name="no_concern",
            field=models.TextField(
                default="Somebody was worried about you and told us. We looked at it, and found nothing that we need to do. Nobody thinks that you did anything wrong.\n\nWe are sorry for any worry that this has caused you. If you do not agree with how it was done, please tell us.\n\nYou can complain to us: by letter, by email, or by asking to speak with somebody, and it is never held against you. You can also complain to others: to the government’s Standards and Compliance Unit, or, about what is kept of you, to the Information Commissioner’s Office."
            ),
        ),
        AlterField(
            model_name="letterpolicyevent",
            name="no_concern_easy",
            field=models.TextField(
                default="Somebody was worried about you.\nWe looked at it.\nThere is nothing to worry about.\nYou did nothing wrong.\nWe are sorry if this upset you.\nYou can complain to us.\nIt is safe to complain.\nYou can complain to others too.\nWe can tell you how."
            ),
        ),
        AlterField(
            model_name="letterpolicyevent",
            name="outcome",
            field=models.TextField(
                default="We said that we would tell you what was decided. People from different services looked together at what we were told, and at what would help.\n\nIf you want to know more, or do not agree, please tell us.\n\nYou can complain to us: by letter, by email, or by asking to speak with somebody, and it is never held against you. You can also complain to others: to the government’s Standards and Compliance Unit, or, about what is kept of you, to the Information Commissioner’s Office."
            ),
        ),
        AlterField(
            model_name="letterpolicyevent",
            name="outcome_easy",
            field=models.TextField(
                default="People talked about how to help you.\nThey have decided.\nYou can ask us about it.\nYou can tell us if you do not agree.\nYou can complain to us.\nIt is safe to complain.\nYou can complain to others too.\nWe can tell you how."
            ),
        ),
    ]
