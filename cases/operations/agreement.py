"""The register of agreements on sharing, and what stops where one that is needed does not hold."""

from collections.abc import Iterable
from datetime import date

from cases.models import AgreementParty, SharingAgreement, lacking
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, Area, User
from prevent_cases.operations import Refused, operation


@operation("cases.keep_agreements", locked=False)
def record_agreement(
    area: Area,
    *,
    by: User,
    title: str,
    agencies: Iterable[Agency],
    purpose: str,
    starts_on: date,
    until: date,
    kept_where: str,
) -> SharingAgreement:
    """Agreement recorded. The governance lead is reminded before it lapses."""
    agencies = list(agencies)
    if not agencies:
        raise Refused("Choose at least one agency.", field="agencies")
    if any(agency.area_id != area.pk and not agency.serves_all_areas for agency in agencies):
        raise Refused("An agency does not serve this area.", field="agencies")
    if until < starts_on:
        raise Refused("It cannot end before it starts.", field="until")
    agreement = SharingAgreement.objects.create(
        area=area,
        title=title,
        purpose=purpose,
        starts_on=starts_on,
        until=until,
        kept_where=kept_where,
        recorded_by=by,
        recorded_at=clock.now(),
    )
    for agency in agencies:
        AgreementParty.objects.create(agreement=agreement, agency=agency)
    return agreement


@operation("cases.end_agreement", unless=SharingAgreement.obstacle_to_ending)
def end_agreement(agreement: SharingAgreement, *, by: User, reason: str) -> None:
    """Agreement ended. What was shared under it stays shared; nothing new is, without another."""
    agreement.change(ended_at=clock.now(), ended_by=by, ended_because=reason)


def refuse_without_agreement(area: Area, agencies: list[Agency], despite: str) -> dict[int, str]:
    """Refuse to share with an agency without the agreement that is needed, unless it is said why it is done all the
    same. Gives that reason for those agencies by key where there is none.
    """
    lacks = lacking(area, agencies)
    if lacks and not despite:
        sentences = " ".join(lacks.values())
        raise Refused(
            f"{sentences} Without one nothing new is shared with them, unless you say here why it must be.",
            field="despite_agreement",
        )
    return dict.fromkeys(lacks, despite)
