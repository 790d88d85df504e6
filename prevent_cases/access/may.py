"""All that one person may do with one record."""

from django.db import models
from django.db.models import BooleanField, ExpressionWrapper

from prevent_cases.access.declaring import grounds_of, rules_on
from prevent_cases.access.keys import key_is_among
from prevent_cases.access.shutting import closures, shut_to


class May:
    """All permissions of one user on one record: ``may.triage_referral`` is true or false.

    They are read with the record, whose query was annotated with what is ``asked``.
    """

    def __init__(self, record):
        shut = {name for name in closures if getattr(record, f"shut_by_{name}", False)}
        met = {
            ground
            for name, ground in grounds_of(type(record)).items()
            if getattr(record, name, False) and shut <= set(ground.despite)
        }
        self._held = {rule.verb: not met.isdisjoint(rule.grounds) for rule in rules_on(type(record))}

    @staticmethod
    def asked(user, model: type[models.Model]) -> dict[str, ExpressionWrapper]:
        """For each ground that ``user`` may meet, whether they do; and whether the record is shut to them."""
        conditions = {
            name: key_is_among(model, queries)
            for name, ground in grounds_of(model).items()
            if (queries := ground.queries(user))
        }
        conditions |= {f"shut_by_{name}": condition for name, condition in shut_to(user, model).items()}
        return {name: ExpressionWrapper(each, output_field=BooleanField()) for name, each in conditions.items()}

    @classmethod
    def on(cls, user, record) -> "May":
        """On a record that was read without them, in one query."""
        model = type(record)
        return cls(model._base_manager.annotate(**cls.asked(user, model)).get(pk=record.pk))

    def __getattr__(self, verb: str) -> bool:
        try:
            return self._held[verb]
        except KeyError:
            raise AttributeError(f"No permission is called {verb}.") from None
