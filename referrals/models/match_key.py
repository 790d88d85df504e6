"""By what an individual is found again: derived from what their referrals say, kept nowhere else, gone with them."""

from django.db import models

from referrals.models.people import Individual


class MatchKey(models.Model):
    """One key of an individual (``referrals.matching.keys``), made and unmade as what it is derived from changes.

    No record: it says nothing that the referrals do not say, and its history would be a copy that outlived the person.
    """

    pk = models.CompositePrimaryKey("key", "individual_id")
    key = models.BigIntegerField()
    individual = models.ForeignKey(Individual, on_delete=models.CASCADE, related_name="match_keys")
    # What was answered before this was answered without it.
    made_at = models.DateTimeField()

    class Meta:
        default_permissions = ()
