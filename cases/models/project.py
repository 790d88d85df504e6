"""A project with places: help that an agency gives to so many people at a time."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import Q
from django.urls import reverse

from prevent_cases.accounts.models import Agency, Area, User
from prevent_cases.audit.records import Record, field_classes
from prevent_cases.pages.models import new_reference

# Nobody is asked beyond what they can give, nor a provider that is not approved on the day. Of two who ask at once for
# the last place one waits for the other, and is refused.
NOT_OVER = """given.ended_at IS NULL AND given.accepted IS DISTINCT FROM false AND EXISTS (
    SELECT FROM cases_case live WHERE live.id = given.case_id AND live.ended_at IS NULL
)"""
WHERE_THERE_IS_A_PLACE = pgtrigger.Trigger(
    name="where_there_is_a_place",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert,
    declare=[("approval", "cases_providerapproval%ROWTYPE"), ("place", "cases_project%ROWTYPE")],
    func="""
        IF EXISTS (SELECT FROM accounts_agency WHERE id = NEW.agency_id AND type = 'provider') THEN
            PERFORM FROM accounts_agency WHERE id = NEW.agency_id FOR NO KEY UPDATE;
            SELECT * INTO approval FROM cases_providerapproval WHERE agency_id = NEW.agency_id ORDER BY id DESC LIMIT 1;
            IF approval.id IS NULL OR approval.refused_because <> ''
                OR (NEW.asked_at AT TIME ZONE 'Europe/London')::date
                NOT BETWEEN approval.approved_from AND approval.approved_until
            THEN
                RAISE EXCEPTION 'A provider is asked for support only while it is approved.'
                USING ERRCODE = 'check_violation';
            END IF;
            IF (SELECT count(*) FROM cases_intervention given WHERE given.agency_id = NEW.agency_id AND {not_over})
                >= approval.capacity
            THEN
                RAISE EXCEPTION 'A provider gives support to no more people than it can.'
                USING ERRCODE = 'check_violation';
            END IF;
        END IF;
        IF NEW.project_id IS NOT NULL THEN
            SELECT * INTO place FROM cases_project WHERE id = NEW.project_id FOR NO KEY UPDATE;
            IF place.agency_id <> NEW.agency_id OR place.area_id <> NEW.area_id OR place.closed_at IS NOT NULL
                OR place.places <= (
                    SELECT count(*) FROM cases_intervention given WHERE given.project_id = NEW.project_id AND {not_over}
                )
            THEN
                RAISE EXCEPTION 'A place is given in an open project of the agency and area, where one is free.'
                USING ERRCODE = 'check_violation';
            END IF;
        END IF;
        RETURN NEW;
    """.replace("{not_over}", NOT_OVER),
)


@pghistory.track()
class Project(Record):
    """What an agency offers in an area, to how many at a time. Whoever is asked for, or receives it, has a place."""

    under = "area"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="projects")
    name = models.CharField(max_length=200)
    offers = models.TextField()
    places = models.PositiveSmallIntegerField()
    opened_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    field_classes = field_classes(public="reference name offers places opened_at closed_at")
    fetch_with = ("area", "agency")

    class Meta(Record.Meta):
        ordering = ("name", "pk")
        constraints = [
            models.CheckConstraint(condition=~(Q(name="") | Q(offers="")), name="a_project_says_what_it_offers"),
            models.CheckConstraint(condition=Q(places__gte=1), name="a_project_has_a_place"),
            models.UniqueConstraint(
                fields=["area", "name"], condition=Q(closed_at=None), name="one_open_project_of_a_name_in_an_area"
            ),
        ]
        triggers = [
            pgtrigger.ReadOnly(name="stands", fields=["reference", "area", "agency", "name", "opened_by", "opened_at"])
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("cases:help", args=[self.area.slug])

    @property
    def free(self) -> int:
        """Places that nobody has; read with how many are ``taken``."""
        return max(self.places - self.taken, 0)

    def obstacle_to_keeping(self) -> str:
        return "This project has closed." if self.closed_at else ""
