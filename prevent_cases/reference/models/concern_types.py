"""The types of concern of the national returns, as dated rows."""

from django.db import models

from prevent_cases.reference.models.dated import DatedQuerySet


class ConcernType(models.Model):
    """A category of the national statistics. It describes a referral for counting; it never labels a person.

    Rows begin and end with the years of the returns; ``NOT_YET_KNOWN`` is where every referral starts.
    """

    NOT_YET_KNOWN = "not_yet_known"

    code = models.SlugField(max_length=60)
    label = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    until = models.DateField(null=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("position",)
        constraints = [models.UniqueConstraint(fields=["code", "starts_on"], name="one_row_of_a_code_from_a_day")]

    def __str__(self) -> str:
        return self.label
