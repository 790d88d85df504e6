"""The base of the tables that keep the values before and after each change, written by triggers."""

import pghistory.models
from django.db import models


class Event(pghistory.models.Event):
    """One row as it stood after one change; ``pgh_context_id`` is the token of the audit entry it belongs to."""

    pgh_id = models.BigAutoField(primary_key=True)

    class Meta:
        abstract = True
