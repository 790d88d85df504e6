"""Agreements between agencies on sharing information: which there are in an area, and what stops where one lapsed."""

import pghistory
import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from prevent_cases import clock
from prevent_cases.accounts.models import Agency, AgencyType, Area, User
from prevent_cases.audit.records import Record, RecordQuerySet, field_classes
from prevent_cases.pages.models import new_reference
from prevent_cases.reference.models import SharingPolicy

OF_COUNCIL = (AgencyType.COUNCIL, AgencyType.CHILDREN, AgencyType.ADULTS)
ENDED = ("ended_at", "ended_by", "ended_because")


class SharingAgreementQuerySet(RecordQuerySet):
    def in_force(self) -> "SharingAgreementQuerySet":
        today = clock.today()
        return self.filter(starts_on__lte=today, until__gte=today, ended_at=None)


@pghistory.track()
class SharingAgreement(Record):
    """What an area and some agencies have agreed on sharing information; it lapses by itself on its last day.

    A renewed one is a new one: what held when a case was shared stays as it was.
    """

    under = "area"

    reference = models.CharField(max_length=10, unique=True, default=new_reference, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="sharing_agreements")
    title = models.CharField(max_length=200)
    purpose = models.TextField()
    starts_on = models.DateField()
    # Its end, or the day by which it is to be reviewed: unreviewed it holds no longer.
    until = models.DateField()
    kept_where = models.CharField(max_length=300)
    recorded_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    ended_because = models.TextField(blank=True)

    objects = SharingAgreementQuerySet.as_manager()

    field_classes = field_classes(
        public="reference title purpose starts_on until kept_where recorded_at ended_at ended_because"
    )
    fetch_with = ("area", "recorded_by", "ended_by")

    class Meta(Record.Meta):
        ordering = ("until", "pk")
        constraints = [
            models.CheckConstraint(condition=Q(until__gte=F("starts_on")), name="an_agreement_ends_after_it_starts"),
            models.CheckConstraint(
                condition=~(Q(title="") | Q(purpose="") | Q(kept_where="")),
                name="an_agreement_says_what_for_and_where_it_is_kept",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None, ended_because="")
                | (Q(ended_at__isnull=False, ended_by__isnull=False) & ~Q(ended_because="")),
                name="an_agreement_is_ended_with_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["area", "until"], name="agreements_of_an_area")]
        triggers = [
            pgtrigger.Protect(
                name="stands", operation=pgtrigger.Update, condition=pgtrigger.AnyChange(exclude=[*ENDED])
            ),
            pgtrigger.Protect(
                name="ended_once", operation=pgtrigger.Update, condition=pgtrigger.Q(old__ended_at__isnull=False)
            ),
            pgtrigger.Trigger(
                name="is_with_somebody",
                when=pgtrigger.After,
                operation=pgtrigger.Insert,
                timing=pgtrigger.Deferred,
                func="""
                    IF NOT EXISTS (SELECT FROM cases_agreementparty party WHERE party.agreement_id = NEW.id) THEN
                        RAISE EXCEPTION 'An agreement is with some agency.' USING ERRCODE = 'check_violation';
                    END IF;
                    RETURN NULL;
                """,
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("cases:view_sharingagreement", args=[self.reference])

    @property
    def is_in_force(self) -> bool:
        return self.ended_at is None and self.starts_on <= clock.today() <= self.until

    @property
    def state(self) -> str:
        if self.ended_at:
            return "Ended"
        if self.until < clock.today():
            return "Lapsed"
        return "In force" if self.starts_on <= clock.today() else "To come"

    def obstacle_to_ending(self) -> str:
        return "This agreement has been ended already." if self.ended_at else ""


@pghistory.track()
class AgreementParty(Record):
    """That an agency is a party to an agreement."""

    under = "agreement"

    agreement = models.ForeignKey(SharingAgreement, on_delete=models.PROTECT, related_name="parties")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")

    field_classes = field_classes()

    class Meta(Record.Meta):
        ordering = ("pk",)
        verbose_name_plural = "agreement parties"
        constraints = [
            models.UniqueConstraint(fields=["agreement", "agency"], name="an_agency_is_a_party_to_an_agreement_once")
        ]
        triggers = [pgtrigger.Protect(name="stands", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return str(self.agency)


def lacking(area: Area, agencies: list[Agency]) -> dict[int, str]:
    """Of some agencies by key: what stands in the way of sharing with them, where no agreement that is needed holds."""
    policy = SharingPolicy.of(area)
    need = [agency for agency in agencies if needs_one(agency, area, policy)]
    if not need:
        return {}
    parties = AgreementParty.objects.filter(agency__in=need, agreement__area=area).select_related("agreement")
    of_agency: dict[int, list[SharingAgreement]] = {}
    for party in parties:
        if party.agreement.starts_on <= clock.today():
            of_agency.setdefault(party.agency_id, []).append(party.agreement)
    sentences = {}
    for agency in need:
        made = of_agency.get(agency.pk, [])
        if not any(each.is_in_force for each in made) and (made or policy.agreement_needed):
            lapsed = f"The agreement with {agency} has lapsed."
            sentences[agency.pk] = lapsed if made else f"There is no agreement with {agency}."
    return sentences


def needs_one(agency: Agency, area: Area, policy: SharingPolicy) -> bool:
    if agency.type == AgencyType.POLICE:
        return policy.police_need_one
    if agency.type in OF_COUNCIL and agency.area_id == area.pk:
        return policy.council_needs_one
    return True


def as_agreed(moment: str, agency: str, but: str = "FALSE") -> pgtrigger.Trigger:
    """The same, whoever writes: what is shared anew rests on an agreement in force, or says why it does not.

    ``moment`` and ``agency`` are SQL for when, and for the agency's key; ``but`` for what it is not asked of.
    """
    return pgtrigger.Trigger(
        name="as_agreed",
        when=pgtrigger.Before,
        operation=pgtrigger.Insert,
        declare=[
            ("shared_on", "DATE"),
            ("of_area", "BIGINT"),
            ("kind", "TEXT"),
            ("home", "BIGINT"),
            ("policy", "RECORD"),
        ],
        func=f"""
            IF NEW.despite_agreement <> '' OR {agency} IS NULL OR {but} THEN
                RETURN NEW;
            END IF;
            shared_on := ({moment} AT TIME ZONE 'Europe/London')::date;
            of_area := (SELECT area_id FROM cases_case WHERE id = NEW.case_id);
            SELECT type, area_id INTO kind, home FROM accounts_agency WHERE id = {agency};
            SELECT agreement_needed, police_need_one, council_needs_one INTO policy FROM reference_sharingpolicy
            WHERE area_id = of_area AND starts_on <= shared_on AND confirmed_at IS NOT NULL
            ORDER BY starts_on DESC, id DESC LIMIT 1;
            IF kind = '{AgencyType.POLICE.value}' AND NOT COALESCE(policy.police_need_one, FALSE)
            OR kind IN {tuple(each.value for each in OF_COUNCIL)} AND home = of_area
                AND NOT COALESCE(policy.council_needs_one, FALSE) THEN
                RETURN NEW;
            END IF;
            IF EXISTS (
                SELECT FROM cases_agreementparty party
                JOIN cases_sharingagreement agreement ON agreement.id = party.agreement_id
                WHERE party.agency_id = {agency} AND agreement.area_id = of_area AND agreement.ended_at IS NULL
                AND shared_on BETWEEN agreement.starts_on AND agreement.until
            ) THEN
                RETURN NEW;
            END IF;
            IF COALESCE(policy.agreement_needed, FALSE) OR EXISTS (
                SELECT FROM cases_agreementparty party
                JOIN cases_sharingagreement agreement ON agreement.id = party.agreement_id
                WHERE party.agency_id = {agency} AND agreement.area_id = of_area AND agreement.starts_on <= shared_on
            ) THEN
                RAISE EXCEPTION 'A case is shared under an agreement in force, or it is said why without one.'
                USING ERRCODE = 'check_violation';
            END IF;
            RETURN NEW;
        """,  # noqa: S608 - of names and values in this code
    )
