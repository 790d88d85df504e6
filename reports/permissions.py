"""Who may ask for summaries and board reports, see exact figures, and acknowledge what was shared with them."""

from django.db.models import Exists, OuterRef, Q, QuerySet

from cases.models import Case, Contribution, Share
from cases.permissions.case import (
    BROKE_GLASS,
    CHAIRS,
    CHAIRS_PANEL,
    COORDINATES,
    chaired,
    coordinated,
    view_case,
)
from cases.permissions.restriction import GOVERNS, governed
from prevent_cases import clock
from prevent_cases.access import Ground, rule
from prevent_cases.accounts.models import Area, Panel, PanelKind
from prevent_cases.accounts.permissions import everything_for_the_service
from prevent_cases.accounts.posts import HANDLES_CASES, OVERSEES_AREA, PostKind
from reports.models import (
    Acknowledgement,
    BoardReport,
    CaseSummary,
    ConfirmedContribution,
    ConfirmedItem,
    ConfirmedReferral,
    Correction,
    SummarisedContribution,
    of_share,
    of_summary,
    parted_since_asked,
    summaries_in_use,
)


def areas_overseen(user):
    return Area.objects.filter(pk__in=user.posts.areas(*OVERSEES_AREA)).values("pk")


def areas_of_panels(panels):
    return Area.objects.filter(pk__in=panels.values("area")).values("pk")


def of_chaired_panels(user):
    return areas_of_panels(Panel.objects.filter(pk__in=user.posts.panels(*CHAIRS)).exclude(kind=PanelKind.BOARD))


def of_own_boards(user):
    panels = user.posts.panels(PostKind.BOARD_MEMBER, *CHAIRS)
    return areas_of_panels(Panel.objects.filter(pk__in=panels, kind=PanelKind.BOARD))


OVERSEES = Ground("You oversee cases in this area.", areas_overseen)
CHAIRS_ONE = Ground("You chair one of its panels.", of_chaired_panels)

view_board_report = rule(
    "reports.view_board_report",
    on="accounts.Area",
    grounds=[OVERSEES, CHAIRS_ONE, Ground("You sit on its board.", of_own_boards)],
)
# Small numbers too: those who may see the cases behind them.
view_exact_figures = rule("reports.view_exact_figures", on="accounts.Area", grounds=[OVERSEES, CHAIRS_ONE])

# Whoever broke the glass reads for an hour, and takes no copy away.
request_case_summary = rule(
    "reports.request_case_summary",
    on="cases.Case",
    grounds=[ground for ground in view_case.grounds if ground is not BROKE_GLASS],
)

# To hand something on is more than to read it: whoever may share the case.
hand_out_case_summary = rule("reports.hand_out_case_summary", on="cases.Case", grounds=[COORDINATES, CHAIRS_PANEL])


def confirmed_and_known(user):
    """Pieces of which somebody may know that they are there, in summaries of cases whose ledger they keep."""
    cases = Case.objects.permitted(user, "cases.view_disclosures").values("pk")
    known = Contribution.objects.permitted(user, "cases.view_contribution").values("pk")
    return ConfirmedContribution.objects.filter(summary__case__in=cases, contribution__in=known).values("pk")


view_confirmedcontribution = rule(
    "reports.view_confirmedcontribution",
    on="reports.ConfirmedContribution",
    grounds=[Ground("You read to whom anything of its case went, and know of this piece.", confirmed_and_known)],
)


def of_ledgers_read(model, path="summary__case"):
    def keys(user):
        cases = Case.objects.permitted(user, "cases.view_disclosures").values("pk")
        return model.objects.filter(**{f"{path}__in": cases}).values("pk")

    return Ground("You read to whom anything of its case went.", keys)


view_confirmedreferral = rule(
    "reports.view_confirmedreferral", on="reports.ConfirmedReferral", grounds=[of_ledgers_read(ConfirmedReferral)]
)
view_confirmeditem = rule(
    "reports.view_confirmeditem", on="reports.ConfirmedItem", grounds=[of_ledgers_read(ConfirmedItem)]
)


def corrections_of(sentence, cases):
    return Ground(sentence, lambda user: Correction.objects.filter(case__in=cases(user)).values("pk"))


# To whom anything of a case went is read by those who keep its ledger, and what follows from it too.
TELL = [corrections_of(COORDINATES.sentence, coordinated), corrections_of(CHAIRS_PANEL.sentence, chaired)]
view_correction = rule(
    "reports.view_correction", on="reports.Correction", grounds=[*TELL, corrections_of(GOVERNS, governed)], apart=True
)
tell_correction = rule("reports.tell_correction", on="reports.Correction", grounds=TELL, apart=True)


def shares_with_own_agency(user) -> Q:
    return Q(colleague=None, agency__in=user.posts.agencies(*HANDLES_CASES))


def shares_by_name(user) -> Q:
    return Q(colleague=user, agency__in=user.posts.agencies())


def shares_to_acknowledge(user, own: Q | None = None) -> QuerySet[Share]:
    """By which cases are open to somebody on terms that they have not acknowledged."""
    own = own or shares_with_own_agency(user) | shares_by_name(user)
    in_force = Share.objects.filter(Q(until=None) | Q(until__gte=clock.today()), own, ended_at=None)
    return in_force.filter(~Exists(of_share().filter(acknowledged_by=user)))


def summaries_to_acknowledge(user) -> QuerySet[CaseSummary]:
    """What was handed to the agencies whose cases somebody handles, and they have not acknowledged."""
    handed = summaries_in_use().filter(handed_to__in=user.posts.agencies(*HANDLES_CASES))
    return handed.filter(~Exists(of_summary().filter(acknowledged_by=user)))


# Kept apart: who at another agency has the case is no matter of every reader of its history.
acknowledge_case = rule(
    "reports.acknowledge_case",
    on="cases.Case",
    grounds=[
        Ground(
            "It is shared with your agency, you handle its cases, and have not acknowledged that yet.",
            lambda user: shares_to_acknowledge(user, shares_with_own_agency(user)).values("case"),
        ),
        Ground(
            "You were put on this case by name, and have not acknowledged that yet.",
            lambda user: shares_to_acknowledge(user, shares_by_name(user)).values("case"),
        ),
        Ground(
            "A summary of it was handed to your agency, you handle its cases, and have not acknowledged that yet.",
            lambda user: summaries_to_acknowledge(user).values("case"),
        ),
    ],
    apart=True,
)
view_acknowledgement = rule(
    "reports.view_acknowledgement",
    on="reports.Acknowledgement",
    grounds=[
        of_ledgers_read(Acknowledgement, "case"),
        Ground("You said so yourself.", lambda user: Acknowledgement.objects.filter(acknowledged_by=user).values("pk")),
    ],
)


def to_acknowledge(user) -> QuerySet[Case]:
    """The cases in which somebody has something to acknowledge: few among those they may know of."""
    found = [query for ground in acknowledge_case.grounds for query in ground.queries(user)]
    among = Case.objects.filter(pk__in=Case.objects.none().union(*found, all=True))
    return Case.objects.permitted(user, acknowledge_case.name).filter(pk__in=among.values("pk"))


def own_summaries(user):
    """Of the cases of which they may still ask one; not one that holds what was withdrawn or marked for others since.

    Of what was withdrawn before, it says no more than that, to whoever may know it.
    """
    held = Contribution.objects.filter(pk=OuterRef("contribution"))
    read = held.permitted(user, "cases.read_contribution")
    known = held.permitted(user, "cases.view_contribution").filter(withdrawn_at__lte=OuterRef("summary__asked_at"))
    closed = SummarisedContribution.objects.filter(~Exists(read), ~Exists(known), summary=OuterRef("pk"))
    cases = Case.objects.permitted(user, "reports.request_case_summary").values("pk")
    return CaseSummary.objects.filter(
        ~Exists(closed), ~Exists(parted_since_asked()), asked_by=user, case__in=cases
    ).values("pk")


view_casesummary = rule(
    "reports.view_casesummary",
    on="reports.CaseSummary",
    grounds=[Ground("You asked for it, and may see its case and all that it holds.", own_summaries)],
)
make_case_summary = rule(
    "reports.make_case_summary",
    on="reports.CaseSummary",
    grounds=[Ground("The unattended service makes PDFs.", lambda user: everything_for_the_service(user, CaseSummary))],
)
# Kept apart: that one was removed, and another not, would tell in the history of a case that a legal hold keeps that.
remove_case_summary = rule(
    "reports.remove_case_summary",
    on="reports.CaseSummary",
    grounds=[
        Ground("The unattended service removes PDFs.", lambda user: everything_for_the_service(user, CaseSummary))
    ],
    apart=True,
)


def own_reports(user, permission, **which):
    areas = Area.objects.permitted(user, permission).values("pk")
    return BoardReport.objects.filter(asked_by=user, area__in=areas, **which).values("pk")


view_boardreport = rule(
    "reports.view_boardreport",
    on="reports.BoardReport",
    grounds=[
        Ground(
            "You asked for it, and may see the board reports of this area.",
            lambda user: own_reports(user, "reports.view_board_report", exact=False),
        ),
        Ground(
            "You asked for it, and may see exact figures of this area.",
            lambda user: own_reports(user, "reports.view_exact_figures", exact=True),
        ),
    ],
)
make_board_report = rule(
    "reports.make_board_report",
    on="reports.BoardReport",
    grounds=[Ground("The unattended service makes PDFs.", lambda user: everything_for_the_service(user, BoardReport))],
)
