"""Asking for the summary of a case, and making it: of everything under the case, what its reader may see."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Max, Q, QuerySet

from actions.known import with_disputes as actions_with_disputes
from actions.models import Action
from cases.known import decided_singly, note_reading, read_contributions, referred_singly, with_awaited, with_disputes
from cases.models import (
    CONFIRMED_SINGLY,
    Assessment,
    BeingTold,
    Case,
    CaseFile,
    Consent,
    Contribution,
    ExitPlan,
    Intervention,
    InterventionSession,
    LoggedContact,
    Mark,
    NamedReader,
    OwnAccount,
    Section36Decision,
    Share,
    SupportPlan,
    UrgentConcern,
)
from cases.operations.agreement import refuse_without_agreement
from cases.operations.recipients import said_to_whom
from panels.known import said_against
from panels.known import with_disputes as with_disputes_of_panels
from panels.models import AgendaItem, Decision, Review
from prevent_cases import clock
from prevent_cases.access import view_rule
from prevent_cases.accounts.models import Agency, Area, Post, User
from prevent_cases.accounts.on_paper import without_providers
from prevent_cases.accounts.posts import HANDLES_CASES
from prevent_cases.audit.records import Record
from prevent_cases.documents import pdf
from prevent_cases.later.outbox import later
from prevent_cases.operations import Refused, operation
from prevent_cases.pages.together import fetched_with
from prevent_cases.reference.models import CopiesPolicy
from referrals.models import Individual, Referral, lay_beside
from referrals.models.leads import is_kept_from
from referrals.models.parts import said_since
from referrals.models.people import plain_words
from reports import permissions
from reports.models import (
    HANDED_OUT,
    MOST_IN_DETAIL,
    CaseSummary,
    ConfirmedContribution,
    ConfirmedItem,
    ConfirmedReferral,
    Section,
    SummarisedContribution,
)


def acted_singly(case: Case, reader: User) -> QuerySet[Action]:
    """What health and the police have taken upon them to do about a case, as far as somebody may see it."""
    seen = Action.objects.permitted(reader, "actions.view_action").filter(case=case, agency__type__in=CONFIRMED_SINGLY)
    return seen.standing().select_related("agency", "agreed_by", "done_by").order_by("due_on", "pk")


def given_singly(case: Case, reader: User) -> QuerySet[Intervention]:
    """The support that they give, of which they report sessions and say that they are worried."""
    seen = Intervention.objects.permitted(reader, "cases.view_intervention").filter(case=case, accepted=True)
    return seen.filter(agency__type__in=CONFIRMED_SINGLY).select_related("agency", "answered_by").order_by("pk")


@dataclass(frozen=True)
class Confirmed:
    """What of health and the police is confirmed one by one, beside what they have shared."""

    found: Callable[[Case, User], QuerySet]
    model: type[Record]
    column: str
    # In which it stands.
    sections: tuple[Section, ...]


# By the argument of an operation and the question of a form that name it.
CONFIRMED_AS = {
    "referred": Confirmed(referred_singly, ConfirmedReferral, "referral", (Section.REFERRALS,)),
    "decided": Confirmed(decided_singly, ConfirmedItem, "decision", (Section.SECTION36,)),
    "acted": Confirmed(acted_singly, ConfirmedItem, "action", (Section.ACTIONS,)),
    "given": Confirmed(given_singly, ConfirmedItem, "intervention", (Section.SESSIONS, Section.WORRIES)),
}


# Both lock the case: its summaries are numbered one after another.
@operation("reports.request_case_summary")
def request_case_summary(
    case: Case,
    *,
    by: User,
    sections: Iterable[str] = Section.values,
    pieces: Iterable[Contribution] = (),
    **confirmed: Iterable[Record],
) -> CaseSummary:
    """Case summary asked for. It will hold what you may see when it is made.

    Of what health and the police have shared, referred, decided under section 36, taken upon them or said of support it
    holds the ``pieces`` and what else is ``confirmed`` here (``CONFIRMED_AS``), and no other.
    """
    return _asked_for(case, by, sections, pieces, confirmed, among=Section.values, offered=to_confirm(case, by))


@operation("reports.hand_out_case_summary")
def hand_out_case_summary(
    case: Case,
    *,
    by: User,
    agency: Agency | None = None,
    body: str = "",
    recipient_kind: str = "",
    authorised_by: str = "",
    authorised_post: str = "",
    purpose: str,
    lawful_basis: str,
    sections: Iterable[str] = HANDED_OUT,
    pieces: Iterable[Contribution] = (),
    despite_agreement: str = "",
    **confirmed: Iterable[Record],
) -> CaseSummary:
    """Case summary asked for, to be handed out. To whom it goes, and why, is kept.

    Of what agencies have shared it holds what is for all members, and of health's and the police's the ``pieces`` that
    are confirmed here; of what else is theirs what is ``confirmed``, as where somebody asks for one for themselves.
    """
    to_whom = said_to_whom(by, agency, body, recipient_kind, authorised_by, authorised_post)
    despite = {}
    if agency:
        if is_kept_from(agency, Referral.objects.filter(carried_by__case=case)):
            raise Refused(
                "A referral in this case is kept from their safeguarding lead, who would read it.", field="agency"
            )
        if is_shut_to(agency, case):
            raise Refused("This case is restricted, and nobody who handles their cases is named on it.", field="agency")
        despite = refuse_without_agreement(case.area, [agency], despite_agreement)
    elif known := _known_as(body, case.area):
        raise Refused(
            f"{known} is one of the agencies: choose it there, so that what stops sharing with it is looked at.",
            field="body",
        )
    return _asked_for(
        case,
        by,
        sections,
        pieces,
        confirmed,
        among=HANDED_OUT,
        offered=to_confirm(case, by).filter(mark=Mark.ALL_MEMBERS),
        handed_to=agency,
        handed_to_body=body,
        **to_whom,
        purpose=purpose,
        lawful_basis=lawful_basis,
        despite_agreement=despite.get(agency.pk, "") if agency else "",
    )


def _asked_for(
    case: Case,
    by: User,
    sections: Iterable[str],
    pieces: Iterable[Contribution],
    confirmed: dict[str, Iterable[Record]],
    *,
    among: Iterable[str],
    offered: QuerySet[Contribution],
    **terms,
) -> CaseSummary:
    chosen, pieces = set(sections), list(pieces)
    if not chosen:
        raise Refused("Choose what stands in it: at least one.", field="sections")
    if chosen - set(among):
        raise Refused("One of these cannot stand in it.", field="sections")
    if pieces and Section.CONTRIBUTIONS not in chosen:
        raise Refused("Choose “What agencies have shared” as well, or none of these.", field="pieces")
    if {each.pk for each in pieces} - set(offered.values_list("pk", flat=True)):
        raise Refused("One of these can no longer go into it. Look at them again.", field="pieces")
    items = [(name, each) for name, of_kind in confirmed.items() for each in of_kind]
    for name in {name for name, _ in items}:
        kind = CONFIRMED_AS[name]
        if not chosen.intersection(kind.sections):
            labels = " or ".join(f"“{each.label}”" for each in kind.sections)
            raise Refused(f"Choose {labels} as well, or none of these.", field=name)
        if {each.pk for of, each in items if of == name} - set(kind.found(case, by).values_list("pk", flat=True)):
            raise Refused("One of these can no longer go into it. Look at them again.", field=name)
    last = case.summaries.aggregate(last=Max("number"))["last"] or 0
    summary = CaseSummary.objects.create(
        case=case,
        number=last + 1,
        sections=[each for each in Section.values if each in chosen],
        asked_by=by,
        asked_at=clock.now(),
        **terms,
    )
    for piece in pieces:
        ConfirmedContribution.objects.create(summary=summary, contribution=piece)
    for name, item in items:
        kind = CONFIRMED_AS[name]
        kind.model.objects.create(summary=summary, **{kind.column: item})
    later("reports.make_case_summary", summary.pk)
    return summary


def _known_as(body: str, area: Area) -> Agency | None:
    """The agency, of those to which a case of an area can go, that somebody means who writes its name."""
    said = plain_words(body)
    agencies = Agency.objects.filter(Q(area=area) | Q(serves_all_areas=True))
    return next((agency for agency in agencies if plain_words(agency.name) == said), None)


def is_shut_to(agency: Agency, case: Case) -> bool:
    """Whether a case is restricted to named people, none of whom handles an agency's cases."""
    handlers = Post.objects.current().filter(agency=agency, kind__in=HANDLES_CASES).values("user")
    restriction = case.restrictions.standing().first()
    return bool(restriction) and not restriction.named.filter(person__in=handlers, removed_at=None).exists()


def to_confirm(case: Case, reader: User) -> QuerySet[Contribution]:
    """What health and the police have let go of about a case, as far as somebody may read it."""
    read = Contribution.objects.permitted(reader, "cases.read_contribution")
    return read.filter(case=case, agency__type__in=CONFIRMED_SINGLY)


@operation("reports.make_case_summary", unless=CaseSummary.obstacle_to_making)
def make_case_summary(summary: CaseSummary, *, by: User) -> None:
    """Case summary made."""
    reader, case = summary.asked_by, summary.case
    if not permissions.request_case_summary.permits(reader, case):
        raise Refused("You could no longer see this case when it was to be made. If you can again, ask again.")
    named = {"reader": summary.to_whom or reader, "asked_by": reader, "summary": summary}
    context = named | {"copy_number": summary.copy_number, "case": case} | contents(case, reader)
    context["contributions"] = held_by(summary, context["contributions"])
    context |= let_in(summary, context) | in_detail(summary)
    for contribution in context["contributions"]:
        SummarisedContribution.objects.create(summary=summary, contribution=contribution)
    note_reading(context["contributions"], reader)
    made = pdf.render("reports/pdf/case_summary.html", context, reworded=without_providers())
    summary.keep(made, open_until=CopiesPolicy.of(case.area).last_day)


@operation("reports.make_case_summary", unless=CaseSummary.obstacle_to_making)
def refuse_case_summary(summary: CaseSummary, *, by: User, because: str) -> None:
    """Case summary not made: the person who asked may no longer see its case."""
    summary.change(not_made_because=because)


@operation("reports.remove_case_summary", unless=CaseSummary.obstacle_to_removing)
def remove_case_summary(summary: CaseSummary, *, by: User) -> None:
    """Case summary removed: its last day was past. That it was made stays on record."""
    summary.remove()


def held_by(summary: CaseSummary, contributions: list[Contribution]) -> list[Contribution]:
    """Of what its reader may know: of health and the police what was confirmed, or that it was withdrawn; handed out,
    what is for all members.
    """
    if Section.CONTRIBUTIONS not in summary.sections:
        return []
    confirmed = set(summary.confirmed_contributions.values_list("contribution", flat=True))
    return [
        each
        for each in contributions
        if (each.agency.type not in CONFIRMED_SINGLY or each.pk in confirmed or not each.may_read)
        and (not summary.to_whom or (each.mark == Mark.ALL_MEMBERS and not each.withdrawn_at))
    ]


def let_in(summary: CaseSummary, found: dict[str, Any]) -> dict[str, list[Record]]:
    """Of what its reader may see of health's and the police's what was confirmed; of others everything."""
    referred = set(summary.confirmed_referrals.values_list("referral", flat=True))
    decided, acted = (
        set(summary.confirmed(column).values_list(column, flat=True)) for column in ("decision", "action")
    )
    return {
        "referrals": [each for each in found["referrals"] if not each.is_confirmed_singly or each.pk in referred],
        "section36_decisions": [
            each for each in found["section36_decisions"] if not each.is_of_police or each.pk in decided
        ],
        "actions": [each for each in found["actions"] if each.agency.type not in CONFIRMED_SINGLY or each.pk in acted],
    }


def with_files(column: str, records: list[Record], files: Iterable[CaseFile]) -> list[Record]:
    """Each with those of the files that belong to it. ``column`` is that of a file which names it."""
    for each in records:
        each.named_files = [file for file in files if getattr(file, f"{column}_id") == each.pk]
    return records


def contents(case: Case, reader: User) -> dict[str, Any]:
    """What ``reader`` may see of ``case``; nothing in it was fetched without asking their permission."""

    def permitted(model):
        return model.objects.permitted(reader, f"{model._meta.app_label}.view_{model._meta.model_name}")

    items = permitted(AgendaItem).filter(case=case).select_related("meeting__panel").order_by("meeting__starts_at")
    items = fetched_with(items, said_against=said_against())
    decisions = {decision.item_id: decision for decision in permitted(Decision).filter(item__case=case)}
    referrals = list(
        permitted(Referral)
        .filter(carried_by__case=case)
        .select_related("for_agency")
        .prefetch_related("entries", "support_needs", "additions", "questions", "own_words")
        .order_by("submitted_at")
    )
    for referral in referrals:
        lay_beside(referral)
        # A summary goes from hand to hand as a screen does not: who referred stands in none.
        referral.since = said_since(referral, named=False)
        referral.is_confirmed_singly = referral.for_agency.type in CONFIRMED_SINGLY
    contributions = read_contributions(reader, case=case).select_related("case", "agency", "shared_by")
    # They are named in it, each where what it belongs to stands. None is printed.
    files = permitted(CaseFile).filter(case=case).standing().select_related("added_by", "contribution__agency")
    files = list(files.order_by("pk"))
    interventions = permitted(Intervention).filter(case=case).with_ledger()
    plans = permitted(SupportPlan).filter(case=case)
    consents = with_awaited(permitted(Consent).filter(case=case))
    assessments = permitted(Assessment).filter(case=case).standing().select_related("version", "completed_by")
    return {
        "individual": permitted(Individual).filter(cases=case).first(),
        "referrals": referrals,
        "own_accounts": with_disputes(
            "own_account", permitted(OwnAccount).filter(case=case).standing().order_by("said_on", "pk")
        ),
        "section36_decisions": with_disputes(
            "decision",
            permitted(Section36Decision)
            .filter(case=case, stands=True)
            .on_carried()
            .select_related("decided_by", "checked_by", "referral"),
        ),
        "contributions": with_files("contribution", with_disputes("contribution", contributions), files),
        "consents": with_files("consent", with_disputes("consent", consents), files),
        "files": [each for each in files if not (each.contribution_id or each.consent_id)],
        "named": permitted(NamedReader)
        .filter(restriction__case=case, restriction__lifted_at=None, removed_at=None)
        .select_related("person"),
        "shares": permitted(Share).filter(case=case, ended_at=None).select_related("agency", "colleague"),
        "assessment": next(iter(with_disputes("assessment", assessments.order_by("-assessed_on", "-pk")[:1])), None),
        "plan": next(iter(with_disputes("support_plan", plans.that_counts())), None),
        "interventions": list(interventions.select_related("agency", "case").order_by("pk")),
        "exit_plan": next(iter(with_disputes("exit_plan", permitted(ExitPlan).filter(case=case))), None),
        "reviews": with_disputes_of_panels(permitted(Review).filter(case=case)),
        "actions": actions_with_disputes(
            permitted(Action).filter(case=case).standing().select_related("agency").order_by("due_on", "pk")
        ),
        "items": [(item, decisions.get(item.pk)) for item in items],
        "today": clock.today(),
    }


def in_detail(summary: CaseSummary) -> dict[str, Any]:
    """What was written down in the course of the work, of each kind the latest, the first of these first."""

    def permitted(model):
        return model.objects.permitted(summary.asked_by, view_rule(model).name).standing()

    case, of_support = summary.case, summary.let_in("intervention", "intervention__")
    sessions = permitted(InterventionSession).filter(of_support, intervention__case=case)
    worries = permitted(UrgentConcern).filter(of_support, case=case)
    kinds = {
        "contacts": ("contact", permitted(LoggedContact).filter(case=case).select_related("logged_by"), "contacted_on"),
        "told": ("being_told", permitted(BeingTold).filter(case=case).select_related("recorded_by"), "on"),
        "sessions": ("session", sessions.select_related("intervention__agency"), "held_on"),
        "worries": ("urgent_concern", worries.select_related("intervention__agency", "answered_by"), "raised_at"),
    }
    return {"most_in_detail": MOST_IN_DETAIL} | {
        name: with_disputes(column, found.order_by(f"-{day}", "-pk")[:MOST_IN_DETAIL])[::-1]
        for name, (column, found, day) in kinds.items()
    }
