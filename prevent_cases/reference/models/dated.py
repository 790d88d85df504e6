"""Rows of code lists that hold from a day on, and until another."""

from django.db import models
from django.db.models import Q

from prevent_cases import clock


class DatedQuerySet(models.QuerySet):
    def current(self) -> "DatedQuerySet":
        today = clock.today()
        return self.filter(Q(until=None) | Q(until__gte=today), starts_on__lte=today)
