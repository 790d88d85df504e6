"""The blocks of the police's national form, in its order, as dated rows: the form changes, and our code does not."""

from django.db import models

from prevent_cases.reference.models.dated import DatedQuerySet


class NationalFormBlock(models.Model):
    """One block of the form: its title there, and by its code what of a referral stands in it.

    The form's layout is not published. The titles are those that are known of it, and have not been checked against it.
    """

    code = models.SlugField(max_length=60)
    title = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField()
    starts_on = models.DateField()
    until = models.DateField(null=True)

    objects = DatedQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        ordering = ("position",)
        constraints = [models.UniqueConstraint(fields=["code", "starts_on"], name="one_row_of_a_block_from_a_day")]

    def __str__(self) -> str:
        return self.title
