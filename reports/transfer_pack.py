"""The pack of a case that goes to another area: what of it that area reads, before it takes the case on and after.

It is read from the case itself whenever it is looked at, and nothing is kept of it. Of what agencies have shared it
holds the pieces that were confirmed, as long as they are for all members; of what health and the police have referred,
and the police have decided, what was. Providers stand in it by reference. Files are named; what of them may be opened
there its rule says.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from django.db.models import OuterRef, Q, QuerySet

from actions.known import with_disputes as actions_with_disputes
from actions.models import Action
from cases.known import with_awaited, with_disputes
from cases.models import (
    CONFIRMED_SINGLY,
    Assessment,
    CaseFile,
    CaseTransfer,
    Consent,
    DecidedAs,
    Intervention,
    OwnAccount,
    Section36Decision,
    SupportPlan,
)
from panels.known import said_against_any
from panels.models import ConferenceRequest, Decision
from prevent_cases.access import view_rule
from prevent_cases.accounts.models import User
from prevent_cases.accounts.on_paper import without_providers
from prevent_cases.audit.models import AuditEntry
from prevent_cases.pages.together import fetch_of_each, fetch_together
from referrals.models import lay_beside
from referrals.models.in_words import own_words
from referrals.models.parts import said_since
from referrals.views.as_sent import as_sent
from reports.sheet import day, disputed


@dataclass(frozen=True)
class Row:
    """One thing that is said, and what it is called."""

    term: str
    words: str
    # Of a file that its reader may open, its reference.
    file: str = ""


@dataclass
class Entry:
    """What stands together under one heading."""

    heading: str
    rows: list[Row] = field(default_factory=list)

    def say(self, **words: Any) -> "Entry":
        """Add what is said, under the names that stand for its terms; what is empty is not."""
        self.rows += [Row(TERMS[name], str(said)) for name, said in words.items() if said not in (None, "")]
        return self


@dataclass(frozen=True)
class Section:
    title: str
    entries: list[Entry]


TERMS = {
    "name": "Name", "born": "Date of birth", "address": "New address", "panel": "With", "stage": "Stands at",
    "opened": "Open since", "named": "The person, as named there", "told": "Who knows of the referral",
    "agreed": "Agreed to", "explained": "What was explained", "own": "In the person’s own words", "by": "By",
    "why": "Why", "grounds": "Grounds", "summary": "Summary", "plan": "Plan", "changed": "What changed",
    "support": "Which support", "provider": "Who gives it", "arrangements": "How and when",
    "sessions": "Sessions", "says": "What they say", "released": "Released by", "law": "Controller",
    "confidentiality": "Confidentiality", "agency": "Agency", "due": "Was to be done by",
    "reason": "Why it cannot wait", "follows": "What follows",
    "stands": "How things stand", "needed": "What is needed there first",
    "stays": "Who goes on with what", "parted": "Two people",
    "worries": "Other worries", "if_nothing": "If nothing is done", "setting": "School, college or work",
    "parents": "Parents, guardians or carers", "children": "Children in the household", "dissent": "Dissent",
}  # fmt: skip


def pack(transfer: CaseTransfer, reader: User) -> list[Section]:
    """What goes over, for somebody who may read the offer. That they read what agencies shared is written down."""
    fetch_together(transfer.case, **{f"packed_{name}": kind for name, kind in packed(transfer, reader).items()})
    shown = {
        "decision": "decided36", "assessment": "assessed", "contribution": "pieces", "consent": "answered",
        "support_plan": "planned", "own_account": "accounts",
    }  # fmt: skip
    actions_with_disputes(transfer.case.packed_actions)
    for column, name in shown.items():
        with_disputes(column, getattr(transfer.case, f"packed_{name}"))
    for piece in transfer.case.packed_pieces:
        piece.case = transfer.case
    AuditEntry.view(*transfer.case.packed_pieces, by=reader, what="cases.read_contribution")
    sections = [
        Section("The offer", list(offered(transfer))),
        Section("Who it is about", list(person(transfer))),
        Section("Referrals, as sent", list(referred(transfer))),
        Section("In their own words", list(own_accounts(transfer))),
        Section("Section 36 decisions", list(decided_under_section36(transfer))),
        Section("Decisions of the panel", list(decided(transfer))),
        Section("Last assessment", list(assessed(transfer))),
        Section("Plan of support", list(planned(transfer))),
        Section("What was answered about support", list(answered(transfer))),
        Section("What agencies have shared", list(shared(transfer))),
        Section("Other files", list(other_files(transfer))),
        Section("Open actions, to be agreed anew", list(to_do(transfer))),
    ]
    if waiting := list(urgent(transfer)):
        sections.insert(2, Section("Urgent: a conference that was asked for and not held", waiting))
    return reworded(sections, without_providers())


def packed(transfer: CaseTransfer, reader: User) -> dict[str, QuerySet]:
    """What stands in it besides the referrals, each kind as it is read with the others."""
    case = transfer.case_id
    open_then = Q(done_at=None)
    if transfer.becomes_id:  # Those that were open until it was taken on.
        open_then = Q(handed_over_to=transfer.handed_over_to, done_by=transfer.answered_by_id)
    # What is said of a referral goes no further than it.
    referred = transfer.referred().order_by().values("pk")
    confirmed = transfer.decisions_ticked.values("decision")
    made = (
        Section36Decision.objects.standing()
        .filter(~Q(decided_as=DecidedAs.POLICE) | Q(pk__in=confirmed), case=case, referral__in=referred)
        .on_carried()
        .select_related("decided_by")
    )
    conferences = ConferenceRequest.objects.filter(referral__in=referred)
    taken_on_at = transfer.answered_at if transfer.becomes_id else None
    assessments = Assessment.objects.standing().filter(case=case).select_related("version__framework", "completed_by")
    interventions = Intervention.objects.filter(case=case, accepted=True).with_ledger()
    actions = Action.objects.filter(open_then, case=case).standing()
    answered = Consent.objects.filter(case=case).standing()
    # Each is named with what it is part of, and so only where that stands in the pack.
    files = CaseFile.objects.standing().filter(case=case).select_related("added_by", "contribution__agency")
    return {
        "conferences": conferences.not_held(taken_on_at).order_by("pk"),
        "decided36": made.order_by("pk"),
        "decided": Decision.objects.filter(item__case=case).select_related("item__meeting__panel").order_by("pk"),
        "decisions_disputed": said_against_any(case),
        "assessed": assessments.order_by("-assessed_on", "-pk")[:1],
        "planned": SupportPlan.objects.filter(case=case).that_counts(),
        "given": interventions.select_related("agency").order_by("pk"),
        "answered": with_awaited(answered, taken_on_at).order_by("answered_on", "pk"),
        "accounts": OwnAccount.objects.standing().filter(case=case).order_by("said_on", "pk"),
        "pieces": transfer.pieces(),
        "files": files.annotate(may_open=view_rule(CaseFile).held_by(reader)).order_by("pk"),
        "actions": actions.select_related("agency").order_by("due_on", "pk"),
    }


def reworded(sections: list[Section], words: Callable[[str], str]) -> list[Section]:
    return [
        Section(
            section.title,
            [
                Entry(
                    words(entry.heading),
                    [replace(row, term=words(row.term), words=words(row.words)) for row in entry.rows],
                )
                for entry in section.entries
            ],
        )
        for section in sections
    ]


def offered(transfer: CaseTransfer) -> Iterator[Entry]:
    """What was written for whoever takes it on."""
    yield Entry(f"Written by {transfer.offered_by} on {day(transfer.offered_at)}").say(
        stands=transfer.summary, needed=transfer.needed, stays=transfer.stays
    )


def person(transfer: CaseTransfer) -> Iterator[Entry]:
    case, about = transfer.case, transfer.case.individual
    yield Entry(f"{about.given_names} {about.family_name}".strip()).say(
        born=f"{day(about.born_on)}, {about.age} years old" if about.born_on else "Not known",
        address=transfer.new_address,
        panel=f"{transfer.from_panel}, {case.area}",
        stage=case.get_stage_display(),
        opened=day(case.opened_at),
        parted=case.parted_on
        and f"On {day(case.parted_on)} a referral left this case, because it was about somebody else. What was written "
        "before then may mix two people.",
    )


def urgent(transfer: CaseTransfer) -> Iterator[Entry]:
    for each in transfer.case.packed_conferences:
        yield Entry(f"Asked for on {day(each.first_asked_at or each.asked_at)}").say(
            reason=each.reason,
            follows=f"As {transfer.to_area} takes the case on, whoever coordinates or organises there is asked to call "
            "one, or to say why not.",
        )


def referred(transfer: CaseTransfer) -> Iterator[Entry]:
    referrals = list(transfer.referred().select_related("for_agency"))
    fetch_of_each(referrals, **as_sent(OuterRef("pk")))
    for referral in referrals:
        lay_beside(referral)
        entry = Entry(f"Received on {day(referral.submitted_at)} from {referral.for_agency}").say(
            released=f"{referral.for_agency}, by referring" if referral.for_agency.type in CONFIRMED_SINGLY else "",
            named=f"{referral.given_names} {referral.family_name}".strip(),
            parents=referral.parents,
            children=referral.household_children,
            setting=referral.setting,
        )
        for each in referral.entries.all():
            on = f", {day(each.happened_on)}" if each.happened_on else ""
            entry.rows.append(Row(each.get_how_known_display() + on, disputed(each.text, each.disputes)))
        for said in referral.accounts:
            entry.rows.append(Row(f"{said.heading}, on {day(said.said_on)}", said.words))
        entry.say(worries=referral.other_concerns, if_nothing=referral.if_nothing_is_done)
        for need in referral.support_needs.all():
            entry.rows.append(Row(need.get_kind_display(), f"{need.fact} ({need.get_source_display().lower()})"))
        entry.say(
            told=f"The person: {referral.get_person_told_display().lower()}. A parent or guardian: "
            f"{referral.get_parent_told_display().lower()}. {referral.told_reason}".strip()
        )
        for each in said_since(referral, named=False):
            term = f"Asked later: {each.asked}" if each.asked else f"Added on {day(each.at)}"
            entry.rows.append(Row(term, each.text))
        yield entry


def own_accounts(transfer: CaseTransfer) -> Iterator[Entry]:
    """What the person and their parents say of the case. It is theirs, and nobody's to release."""
    for each in transfer.case.packed_accounts:
        yield Entry(f"{each.heading}, on {day(each.said_on)}").say(says=disputed(each.words, each.said_against))


def decided_under_section36(transfer: CaseTransfer) -> Iterator[Entry]:
    for each in transfer.case.packed_decided36:
        found = "Reasonable grounds" if each.reasonable_grounds else "No reasonable grounds"
        by = f"{each.decided_by}, {each.get_decided_as_display().lower()}"
        yield Entry(f"{found}, on {day(each.decided_at)}").say(
            grounds=disputed(each.grounds, each.said_against),
            by=by,
            released=f"{each.decided_by}, for the police" if each.is_of_police else "",
        )


def decided(transfer: CaseTransfer) -> Iterator[Entry]:
    for each in transfer.case.packed_decided:
        heading = f"{each.item.meeting.panel}, {day(each.decided_at)}: {each.judgement_words}"
        against = [said for said in transfer.case.packed_decisions_disputed if said.decision_id == each.pk]
        entry = Entry(heading).say(why=disputed(each.rationale, against), dissent=each.dissent)
        entry.rows += [Row(*said) for said in each.further]
        yield entry


def assessed(transfer: CaseTransfer) -> Iterator[Entry]:
    for last in transfer.case.packed_assessed:
        yield Entry(f"On {day(last.assessed_on)}, by {last.completed_by}; {last.version}").say(
            summary=disputed(last.summary, last.said_against), plan=last.plan, changed=last.what_changed
        )


def planned(transfer: CaseTransfer) -> Iterator[Entry]:
    for plan in transfer.case.packed_planned:
        yield Entry(f"Made on {day(plan.made_at)}").say(
            support=disputed(plan.support, plan.said_against), provider=plan.provider, arrangements=plan.arrangements
        )
    for each in transfer.case.packed_given:
        counted = (
            f"{each.sessions} commissioned, {each.delivered} delivered, {each.missed} missed, "
            f"{each.unreported} not reported"
        )
        if each.disputed_words:
            counted += f" ({each.disputed_words})"
        yield Entry(each.agency.name_on_paper).say(sessions=counted)


def answered(transfer: CaseTransfer) -> Iterator[Entry]:
    for each in transfer.case.packed_answered:
        heading = f"{each.get_answer_display()} on {day(each.answered_on)}, {each.get_answered_by_display().lower()}"
        entry = Entry(heading)
        if each.ask_again_on:
            again = f". To be asked again on {day(each.ask_again_on)}" if each.is_awaited else ""
            entry.rows.append(Row("Answer", f"No answer came then{again}"))
        entry.say(agreed=each.agreed_to, explained=each.what_was_explained, own=each.own_view)
        entry.rows += [Row("Disputed", own_words(said)) for said in each.said_against]
        entry.rows += named_files(transfer, consent_id=each.pk)
        yield entry


def shared(transfer: CaseTransfer) -> Iterator[Entry]:
    for each in transfer.case.packed_pieces:
        decided_by = each.confidentiality_by
        entry = Entry(f"{each.agency}, {day(each.shared_at)}").say(
            released=f"{each.shared_by}, for {each.agency}",
            law="The police process this for law enforcement: Part 3 of the Data Protection Act 2018"
            if each.law_enforcement
            else "",
            confidentiality=f"Decided by {decided_by}. {each.get_confidentiality_ground_display()}"
            if decided_by
            else "",
            says=disputed(each.text, each.said_against),
        )
        entry.rows += named_files(transfer, contribution_id=each.pk)
        yield entry


def other_files(transfer: CaseTransfer) -> Iterator[Entry]:
    if rows := named_files(transfer, contribution_id=None, consent_id=None):
        yield Entry("Added to the case", rows)


def named_files(transfer: CaseTransfer, **of: int | None) -> list[Row]:
    return [
        Row(
            f"File: {each.given_name}",
            f"{each.what}\n(Added on {day(each.added_at)} by {each.source})",
            each.reference if each.may_open and each.is_ready else "",
        )
        for each in transfer.case.packed_files
        if all(getattr(each, name) == key for name, key in of.items())
    ]


def to_do(transfer: CaseTransfer) -> Iterator[Entry]:
    for each in transfer.case.packed_actions:
        entry = Entry(each.what).say(agency=each.agency.name_on_paper, due=day(each.due_on))
        entry.rows += [Row("Disputed", own_words(said)) for said in each.said_against]
        yield entry
