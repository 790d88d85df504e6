"""What an agency shares about a case, of its own accord or asked; for whom; and taking it back."""

from cases.models import Case, ConfidentialityGround, Contribution, Level, Mark
from prevent_cases import clock
from prevent_cases.accounts.models import Agency, AgencyType, User
from prevent_cases.operations import Refused, operation

MATERIAL = "Take out what comes from an intelligence service, or is about one, and say that there is nothing."


@operation("cases.add_contribution", unless=Case.obstacle_to_change)
def add_contribution(
    case: Case, *, by: User, agency: Agency, text: str, mark: str, with_deputies: bool = False, **release
) -> Contribution:
    """Shared with those for whom you marked it."""
    if agency.group_id not in by.posts.groups or not case.is_open_to(agency, *Level.codenames(Level.CONTRIBUTE)):
        raise Refused("This case is not shared with that agency, so that it could contribute.", field="agency")
    return contribute(case, agency, by=by, text=text, mark=mark, with_deputies=with_deputies, **release)


def contribute(
    case: Case, agency: Agency, *, by: User, text: str, mark: str, with_deputies: bool = False, **release
) -> Contribution:
    """A further contribution, within the operation that shares it."""
    if not text:
        raise Refused("Write what you share.", field="text")
    if release.get("confidentiality_ground") == ConfidentialityGround.KEPT:
        raise Refused("If the confidence is kept, this is not shared.", field="confidentiality_ground")
    return Contribution.objects.create(
        case=case,
        agency=agency,
        text=text,
        shared_by=by,
        shared_at=clock.now(),
        **marked(mark, with_deputies),
        **released(agency, **release),
    )


def marked(mark: str, with_deputies: bool) -> dict:
    """For whom it is. Whether that is co-chair and deputies, too, is asked of what is for the chair only."""
    if mark not in Mark.values:
        raise Refused("Say for whom this is.", field="mark")
    return {"mark": mark, "with_deputies": mark == Mark.CHAIR_ONLY and bool(with_deputies)}


def released(
    agency: Agency,
    *,
    no_intelligence: bool,
    confidentiality_by: str = "",
    confidentiality_ground: str = "",
    confidentiality_words: str = "",
) -> dict:
    """On whose word an agency lets go of something, and under which law."""
    if not no_intelligence:
        raise Refused(MATERIAL, field="no_intelligence")
    said = {"law_enforcement": agency.type == AgencyType.POLICE, "no_intelligence": True}
    if agency.type != AgencyType.HEALTH:
        return said
    if not confidentiality_by:
        raise Refused("Say who decided on confidentiality.", field="confidentiality_by")
    if confidentiality_ground not in ConfidentialityGround.values:
        raise Refused("Say on what ground that was decided.", field="confidentiality_ground")
    return said | {
        "confidentiality_by": confidentiality_by,
        "confidentiality_ground": confidentiality_ground,
        "confidentiality_words": confidentiality_words,
    }


@operation("cases.mark_contribution", unless=Contribution.obstacle_to_change)
def mark_contribution(contribution: Contribution, *, by: User, mark: str, with_deputies: bool = False) -> None:
    """Contribution marked anew. From now on it is for those and nobody else."""
    new = marked(mark, with_deputies)
    if new == {"mark": contribution.mark, "with_deputies": contribution.with_deputies}:
        raise Refused("It is marked so already.", field="mark")
    contribution.change(**new)


@operation("cases.withdraw_contribution", unless=Contribution.obstacle_to_change)
def withdraw_contribution(contribution: Contribution, *, by: User, reason: str) -> None:
    """Contribution withdrawn. Its text is shown to nobody else any more.

    It stays on the record, and who had read it stays known. Those for whom it was read that it was withdrawn, and why.
    """
    contribution.change(withdrawn_by=by, withdrawn_at=clock.now(), withdrawn_because=reason)
