"""What happened in a case, kind by kind, each as far as its reader may see it: of this the chronology is made."""

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from django.db.models import BigIntegerField, QuerySet
from django.urls import reverse
from django.utils.formats import date_format

from actions.models import Action, ActionDispute
from cases.known import answers_known, read_contributions, read_requests
from cases.models import (
    Allocation,
    AnswerKind,
    Assessment,
    BeingTold,
    BrokenGlass,
    Case,
    CaseFile,
    CaseTransfer,
    Consent,
    Contribution,
    Dispute,
    ExitPlan,
    Intervention,
    InterventionSession,
    Letter,
    LoggedContact,
    OfferOutcome,
    OwnAccount,
    OwnerCover,
    PanelOffer,
    Section36Decision,
    Share,
    SupportPlan,
    UrgentConcern,
)
from panels.models import Decision, DecisionDispute, Review
from prevent_cases import clock
from prevent_cases.access import view_rule
from prevent_cases.accounts.models import User
from prevent_cases.audit.records import Record
from prevent_cases.pages.together import Asked
from prevent_cases.prepared import Given, among
from referrals.models.own_words import InOwnWords


@dataclass(frozen=True)
class Happening:
    """One thing on one day: what, from whom, in whose words, and where more of it is."""

    on: date
    title: str
    url: str
    text: str = ""
    by: str = ""
    # What the person or a parent says against it: it is never shown without.
    disputes: list = field(default_factory=list)
    # What an agency shared, where its words stand here: whoever reads them is written down.
    reads: Contribution | None = None


# What leads to the case of a kind that does not name it.
BETWEEN = {"decisions": "item", "reviews": "item", "sessions": "intervention", "informed": "request"}
# What is found by what it is beside, or by whom it is about, whichever case that is of.
FOUND_BY_OTHERS = ("covers", "decisions_disputed", "actions_disputed")


# Before the names of the kinds where they are kept, which relations of a case have too.
KEPT_AS = "happened_"


class Read:
    """What a case has of each kind that its reader may see, by the names of the kinds."""

    def __init__(self, case: Case, found: dict[str, list[Record]]):
        self.case = case
        vars(self).update(found)

    def beside(self, column: str, each: Record) -> list[InOwnWords]:
        return [said for said in self.disputed if getattr(said, f"{column}_id") == each.pk]

    def beside_decision(self, column: str, each: Record) -> list[InOwnWords]:
        return [said for said in self.decisions_disputed if getattr(said, f"{column}_id") == each.pk]


def read_together(cases: list[Case], reader: User) -> list[Read]:
    """Of each of the cases of one person in one area, in one query for all."""
    first, asked = cases[0], reader.posts.kept("happened", lambda: Asked(**kinds(reader)))
    asked.fetch(first, cases=[case.pk for case in cases], area=first.area_id)
    found = {name.removeprefix(KEPT_AS): getattr(first, name) for name in asked.kinds}
    return [Read(case, {name: of_case(name, records, case) for name, records in found.items()}) for case in cases]


def kinds(reader: User) -> dict[str, QuerySet]:
    """What is read of any cases."""

    def permitted(model):
        return model.objects.permitted(reader, view_rule(model).name)

    found = {
        "decisions36": permitted(Section36Decision)
        .filter(among("case", "cases"))
        .standing()
        .on_carried()
        .select_related("decided_by", "checked_by"),
        "decisions": permitted(Decision).filter(among("item__case", "cases")).select_related("item__meeting__panel"),
        "answers": permitted(Consent).filter(among("case", "cases")).standing().select_related("recorded_by"),
        "told": permitted(BeingTold).filter(among("case", "cases")).standing().select_related("recorded_by"),
        "contacts": permitted(LoggedContact).filter(among("case", "cases")).standing().select_related("logged_by"),
        "accounts": permitted(OwnAccount).filter(among("case", "cases")).standing().select_related("noted_by"),
        "assessed": permitted(Assessment).filter(among("case", "cases")).standing().select_related("completed_by"),
        "agreed": permitted(Action).filter(among("case", "cases")).standing().select_related("agency", "done_by"),
        "moved": permitted(PanelOffer)
        .filter(among("case", "cases"), outcome=OfferOutcome.ACCEPTED)
        .select_related("from_panel", "to_panel", "answered_by"),
        "came": permitted(CaseTransfer).filter(among("becomes", "cases")).select_related("case__area"),
        "went": permitted(CaseTransfer)
        .filter(among("case", "cases"), outcome=OfferOutcome.ACCEPTED)
        .select_related("to_area", "answered_by"),
        "plans": permitted(SupportPlan).filter(among("case", "cases")).standing().select_related("made_by"),
        "given": permitted(Intervention).filter(among("case", "cases"), accepted=True).select_related("agency"),
        "sessions": permitted(InterventionSession)
        .filter(among("intervention__case", "cases"))
        .standing()
        .select_related("intervention__agency"),
        "worries": permitted(UrgentConcern)
        .filter(among("case", "cases"))
        .standing()
        .select_related("intervention__agency", "answered_by"),
        "planned": permitted(ExitPlan).filter(among("case", "cases")).standing().select_related("made_by"),
        "reviews": permitted(Review).filter(among("case", "cases")).standing().select_related("item", "reviewed_by"),
        "letters": permitted(Letter).filter(among("case", "cases"), sent_on__isnull=False).select_related("sent_by"),
        "files": permitted(CaseFile)
        .filter(among("case", "cases"))
        .standing()
        .select_related("added_by", "contribution__agency"),
        "asked": read_requests(reader).filter(among("case", "cases")),
        "informed": answers_known(reader)
        .filter(among("request__case", "cases"))
        .standing()
        .select_related("request__agency"),
        "shared": read_contributions(reader).filter(among("case", "cases"), withdrawn_at=None),
        "shares": permitted(Share)
        .filter(among("case", "cases"))
        .select_related("agency", "colleague", "shared_by", "ended_by"),
        "owners": permitted(Allocation).filter(among("case", "cases")).select_related("owner", "allocated_by"),
        "covers": permitted(OwnerCover)
        .filter(
            area=Given("area", BigIntegerField()),
            away__in=Allocation.objects.filter(among("case", "cases")).values("owner"),
        )
        .select_related("away", "covered_by", "arranged_by"),
        "glasses": permitted(BrokenGlass).filter(among("case", "cases")).select_related("broken_by", "judged_by"),
        # Each is shown only beside what it disputes, to whoever may read that.
        "disputed": Dispute.objects.filter(among("case", "cases")),
        "decisions_disputed": DecisionDispute.objects.filter(among("item__case", "cases")).order_by("pk"),
        "actions_disputed": ActionDispute.objects.filter(among("action__case", "cases")).order_by("pk"),
    }
    return {KEPT_AS + name: kind for name, kind in found.items()}


def of_case(name: str, records: list[Record], case: Case) -> list[Record]:
    if name in FOUND_BY_OTHERS:
        return records
    if name == "came":
        return [each for each in records if each.becomes_id == case.pk]
    named_by = BETWEEN.get(name)
    return [each for each in records if (getattr(each, named_by) if named_by else each).case_id == case.pk]


def happened(case: Case, earlier: list[Case], reader: User) -> Iterator[Happening]:
    """All of it, in no order, of a case and of ``earlier`` ones of the same person."""
    of_this, *before = read_together([case, *earlier], reader)
    yield from of_each_kind(of_this)
    for read in before:
        for each in of_each_kind(read):
            yield replace(each, title=f"{each.title} (earlier case {read.case.reference})")


def of_each_kind(read: Read) -> Iterator[Happening]:
    for kind in (of_the_whole, of_decisions, of_consent, of_the_work, of_support, of_information, of_who_can_see):
        yield from kind(read)


def of_the_whole(read: Read) -> Iterator[Happening]:
    case, url = read.case, read.case.get_absolute_url()
    yield Happening(clock.day_of(case.opened_at), "Case opened", url, f"With {case.panel}")
    for each in read.owners:
        yield Happening(
            clock.day_of(each.allocated_at),
            f"Owner: {each.owner}",
            url,
            each.note,
            each.allocated_by,
            read.beside("allocation", each),
        )
    for each in read.covers:
        if each.starts_on <= clock.today() and was_owned(read.owners, case, each):
            title = f"{each.covered_by} stood in for {each.away}"
            text = f"Until {in_words(over_on(each))}"
            yield Happening(each.starts_on, title, url, text, each.arranged_by)
    for each in read.moved:
        title = f"Went from {each.from_panel} to {each.to_panel}"
        yield Happening(clock.day_of(each.answered_at), title, each.get_absolute_url(), each.answer, each.answered_by)
    for each in read.came:
        title = f"Came from {each.case.area}"
        yield Happening(clock.day_of(each.answered_at), title, each.get_absolute_url(), each.words["summary"])
    for each in read.went:
        title = f"Taken on by {each.to_area}"
        yield Happening(clock.day_of(each.answered_at), title, each.get_absolute_url(), each.reason, each.answered_by)
    if case.ended_at:
        yield Happening(clock.day_of(case.ended_at), "Case ended", url, case.get_stage_display())


def over_on(cover: OwnerCover) -> date:
    return min(cover.until, clock.day_of(cover.ended_at)) if cover.ended_at else cover.until


def was_owned(owners: list[Allocation], case: Case, cover: OwnerCover) -> bool:
    """Whether whoever was away owned the case on some day on which somebody stood in for them."""
    began = [clock.day_of(each.allocated_at) for each in owners]
    ended = [*began[1:], clock.day_of(case.ended_at or clock.now())]
    return any(
        each.owner_id == cover.away_id and since <= over_on(cover) and cover.starts_on <= until
        for each, since, until in zip(owners, began, ended, strict=False)
    )


def of_decisions(read: Read) -> Iterator[Happening]:
    for each in read.decisions36:
        title = f"Section 36 decision: {'reasonable' if each.reasonable_grounds else 'no reasonable'} grounds"
        url, against = read.case.get_absolute_url(), read.beside("decision", each)
        care = each.health_or_care and f"Health or social care: {each.health_or_care_words}"
        why = each.end_reason and f"Why the case ended: {each.get_end_reason_display()}"
        text = "\n".join(filter(None, [each.grounds, why, care, each.signature_words]))
        yield Happening(clock.day_of(each.decided_at), title, url, text, each.decided_by, against)
    for each in read.decisions:
        title = f"{each.item.meeting.panel} decided: {each.judgement_words}"
        url, against = each.item.get_absolute_url(), read.beside_decision("decision", each)
        text = "\n".join([each.rationale, *(f"{heading}: {words}" for heading, words in each.further)])
        yield Happening(clock.day_of(each.decided_at), title, url, text, disputes=against)
    for each in read.reviews:
        title = f"Review {each.months} months after support: {each.words.lower()}"
        url, against = each.item.get_absolute_url(), read.beside_decision("review", each)
        yield Happening(clock.day_of(each.reviewed_at), title, url, each.reason, each.reviewed_by, against)


def of_consent(read: Read) -> Iterator[Happening]:
    url = reverse("cases:consent", args=[read.case.reference])
    for each in read.answers:
        title = f"Agreement to support: {each.get_answer_display().lower()}, {each.get_answered_by_display().lower()}"
        against = read.beside("consent", each)
        yield Happening(each.answered_on, title, url, each.own_view, each.recorded_by, against)
    for each in read.told:
        title = f"{each.get_whom_display()}: {'told' if each.told else 'not told'}"
        yield Happening(each.on, title, url, each.words, each.recorded_by, read.beside("being_told", each))


def of_the_work(read: Read) -> Iterator[Happening]:
    url = reverse("cases:contact_log", args=[read.case.reference])
    for each in read.contacts:
        against = read.beside("contact", each)
        yield Happening(each.contacted_on, each.heading, url, each.what, each.logged_by, against)
    page = reverse("cases:own_accounts", args=[read.case.reference])
    for each in read.accounts:
        against = read.beside("own_account", each)
        yield Happening(each.said_on, each.heading, page, each.words, each.noted_by, against)
    for each in read.letters:
        title = f"Letter to {each.name}: {each.get_kind_display().lower()}"
        url, against, how = each.get_absolute_url(), read.beside("letter", each), each.get_sent_how_display()
        # It reached them all the same.
        wrong = each.in_error_at and f"Recorded in error: {each.in_error_reason}"
        yield Happening(each.sent_on, title, url, "\n".join(filter(None, [how, wrong])), each.sent_by, against)
    for each in read.files:
        part_of = f" to what {each.source} shared" if each.contribution_id else ""
        # With its reference: people give several files one name.
        title, url = f"{each} added{part_of}: {each.given_name}", each.get_absolute_url()
        yield Happening(clock.day_of(each.added_at), title, url, each.what, each.source)
    for each in read.assessed:
        url, against = each.get_absolute_url(), read.beside("assessment", each)
        yield Happening(each.assessed_on, "Assessment", url, each.summary, each.completed_by, against)
    for each in read.agreed:
        url, against = each.get_absolute_url(), [said for said in read.actions_disputed if said.action_id == each.pk]
        yield Happening(clock.day_of(each.agreed_at), "Action agreed", url, each.what, each.agency, against)
        if each.done_at:
            title = f"Action handed over to {each.handed_over_to}" if each.handed_over_to else "Action done"
            yield Happening(clock.day_of(each.done_at), title, url, each.outcome, each.agency, against)


def of_support(read: Read) -> Iterator[Happening]:
    page = reverse("cases:support", args=[read.case.reference])
    for number, each in enumerate(read.plans):
        title = "Plan of support revised" if number else "Plan of support made"
        against = read.beside("support_plan", each)
        yield Happening(clock.day_of(each.made_at), title, page, each.support, each.made_by, against)
    for each in read.given:
        url, agency, against = each.get_absolute_url(), each.agency, read.beside("intervention", each)
        yield Happening(clock.day_of(each.answered_at), "Support taken on", url, each.purpose, agency, against)
        if each.ended_at:
            title = "Support by this agency ended"
            yield Happening(clock.day_of(each.ended_at), title, url, each.ended_because, agency)
    for each in read.sessions:
        title = "A session took place" if each.came else "A session was missed"
        url, against = each.get_absolute_url(), read.beside("session", each)
        yield Happening(each.held_on, title, url, each.words, each.intervention.agency, against)
    for each in read.worries:
        url, title = each.get_absolute_url(), "Whoever gives support was worried"
        against = read.beside("urgent_concern", each)
        yield Happening(clock.day_of(each.raised_at), title, url, each.words, each.intervention.agency, against)
        if each.answered_at:
            title, done = "What was done about a worry", each.what_was_done
            yield Happening(clock.day_of(each.answered_at), title, url, done, each.answered_by, against)
    for each in read.planned:
        title, against = "Planned for after support", read.beside("exit_plan", each)
        yield Happening(clock.day_of(each.made_at), title, page, each.continues, each.made_by, against)


def of_information(read: Read) -> Iterator[Happening]:
    known = {each.pk for each in read.informed}
    for each in read.asked:
        url, agency = each.get_absolute_url(), each.agency
        yield Happening(clock.day_of(each.asked_at), f"Asked {agency} for information", url, each.asked, each.asked_by)
        if each.recalled_at:
            title = f"No longer asked of {agency}"
            yield Happening(clock.day_of(each.recalled_at), title, url, each.recalled_because)
        elif each.answered_at and each.last_answer not in known:
            title, text = f"{agency} answered: for the chair", "By word, or marked for others than you."
            yield Happening(clock.day_of(each.answered_at), title, url, text, agency)
    for each in read.informed:
        # What was shared with it stands under its own mark.
        if each.answer != AnswerKind.SHARED:
            agency, words = (
                each.request.agency,
                each.why_not or (each.who_tells and f"{each.who_tells} tells the chair."),
            )
            title = f"{agency} answered: {each.get_answer_display().lower()}"
            url, against = each.get_absolute_url(), read.beside("information_answer", each)
            yield Happening(clock.day_of(each.answered_at), title, url, words, agency, against)
    for each in read.shared:
        each.case = read.case
        title = f"{each.agency} shared what it knows: {each.mark_words.lower()}"
        day, url = clock.day_of(each.shared_at), each.get_absolute_url()
        if each.may_read:
            against = read.beside("contribution", each)
            yield Happening(day, title, url, each.text, each.agency, against, reads=each)
        else:
            yield Happening(day, title, url, by=each.agency)


def of_who_can_see(read: Read) -> Iterator[Happening]:
    url = reverse("cases:who_can_see", args=[read.case.reference])
    followed = {each.follows_id for each in read.shares}
    for each in read.shares:
        whom = f"{each.agency}: {each.colleague}" if each.colleague_id else str(each.agency)
        begun = "Changed how it is shared with" if each.follows_id else "Shared with"
        far = f"{each.get_level_display()}{f', until {in_words(each.until)}' if each.until else ''}. {each.purpose}"
        yield Happening(clock.day_of(each.shared_at), f"{begun} {whom}", url, far, each.shared_by)
        if each.is_lapsed:
            yield Happening(each.until + timedelta(days=1), f"Sharing with {whom} lapsed", url)
        elif each.ended_at and each.pk not in followed:
            stopped = clock.day_of(each.ended_at)
            yield Happening(stopped, f"Stopped sharing with {whom}", url, by=each.ended_by or "")
    for each in read.glasses:
        title = f"{each.broken_by} broke the glass"
        yield Happening(clock.day_of(each.broken_at), title, url, each.reason, each.broken_by)
        if each.judged_at:
            title = f"Breaking the glass was judged {'right' if each.was_right else 'not right'}"
            yield Happening(clock.day_of(each.judged_at), title, url, each.judgement, each.judged_by)


def in_words(day: date) -> str:
    return date_format(day, "j F Y")
