"""The chronology of a case: what happened, in the order of its days, across referrals and agencies."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from django.db.models import OuterRef
from django.urls import reverse

from actions.models import Action
from cases.known import note_reading, read_contributions
from cases.models import (
    Assessment,
    BeingTold,
    Case,
    CaseTransfer,
    Consent,
    Dispute,
    ExitPlan,
    Intervention,
    Letter,
    LoggedContact,
    OfferOutcome,
    PanelOffer,
    Section36Decision,
)
from panels.known import said_against_any
from panels.models import Decision, Review
from prevent_cases import clock
from prevent_cases.access import view_rule
from prevent_cases.accounts.models import User
from prevent_cases.audit.records import Record
from prevent_cases.pages.together import fetch_of_each, fetch_together
from referrals.models import IdentityLink, Referral
from referrals.models.own_words import InOwnWords
from referrals.permissions.source import shown_source
from referrals.permissions.triage import know_referrer
from referrals.views.as_sent import as_sent, show


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


def chronology(case: Case, reader: User) -> list[tuple[int, list[Happening]]]:
    """By year, the oldest first, what ``reader`` may see. That they read what agencies shared is written down."""
    happened = sorted([*of_referrals(case, reader), *of_case(case, reader)], key=lambda each: each.on)
    return [(year, list(of_year)) for year, of_year in groupby(happened, key=lambda each: each.on.year)]


def of_referrals(case: Case, reader: User) -> Iterator[Happening]:
    """The referrals about this person, of this case or not, with each thing that gave concern on its own day."""
    about = IdentityLink.objects.filter(individual=case.individual_id, ended_at=None).values("referral")
    seen = Referral.objects.permitted(reader, "referrals.view_referral").filter(pk__in=about)
    referrals = list(
        seen.select_related("for_agency", "area").annotate(knows_referrer=know_referrer.held_by(reader)).order_by("pk")
    )
    fetch_of_each(referrals, **as_sent(OuterRef("pk")))
    for referral in referrals:
        show(referral, shown_source(referral, knows_referrer=referral.knows_referrer))
        received, url, agency = clock.day_of(referral.submitted_at), referral.get_absolute_url(), referral.for_agency
        yield Happening(received, f"Referral {referral.reference} received", url, referral.get_stage_display(), agency)
        for entry in referral.entries.all():
            title = f"{entry.get_how_known_display()}: referral {referral.reference}"
            title += "" if entry.happened_on else ". The day is not known, so it stands where it was referred"
            yield Happening(entry.happened_on or received, title, url, entry.text, agency, entry.disputes)


def of_case(case: Case, reader: User) -> Iterator[Happening]:
    def permitted(model):
        return model.objects.permitted(reader, view_rule(model).name)

    found = {
        "decisions36": permitted(Section36Decision).filter(case=case).on_carried().select_related("decided_by"),
        "decisions": permitted(Decision).filter(item__case=case).select_related("item__meeting__panel"),
        "answers": permitted(Consent).filter(case=case).standing().select_related("recorded_by"),
        "told": permitted(BeingTold).filter(case=case).standing().select_related("recorded_by"),
        "contacts": permitted(LoggedContact).filter(case=case).standing().select_related("logged_by"),
        "assessed": permitted(Assessment).filter(case=case).standing().select_related("completed_by"),
        "agreed": permitted(Action).filter(case=case).standing().select_related("agency", "done_by"),
        "moved": permitted(PanelOffer)
        .filter(case=case, outcome=OfferOutcome.ACCEPTED)
        .select_related("from_panel", "to_panel", "answered_by"),
        "came": permitted(CaseTransfer).filter(becomes=case).select_related("case__area"),
        "went": permitted(CaseTransfer)
        .filter(case=case, outcome=OfferOutcome.ACCEPTED)
        .select_related("to_area", "answered_by"),
        "given": permitted(Intervention).filter(case=case, accepted=True).select_related("agency"),
        "planned": permitted(ExitPlan).filter(case=case).select_related("made_by"),
        "reviews": permitted(Review).filter(case=case).select_related("item", "reviewed_by"),
        "letters": permitted(Letter).filter(case=case, sent_on__isnull=False).select_related("sent_by"),
        "shared": read_contributions(reader, case=case).filter(withdrawn_at=None),
        # Each is shown only beside what it disputes, to whoever may read that.
        "disputed": Dispute.objects.filter(case=case),
        "decisions_disputed": said_against_any(case),
    }
    fetch_together(case, **{f"happened_{name}": kind for name, kind in found.items()})
    read = {name: getattr(case, f"happened_{name}") for name in found}

    def beside(column: str, each: Record, among: str = "disputed") -> list[InOwnWords]:
        return [said for said in read[among] if getattr(said, f"{column}_id") == each.pk]

    for each in read["shared"]:
        each.case = case
    note_reading(read["shared"], reader)

    yield Happening(clock.day_of(case.opened_at), "Case opened", case.get_absolute_url(), f"With {case.panel}")
    for each in read["decisions36"]:
        title = f"Section 36 decision: {'reasonable' if each.reasonable_grounds else 'no reasonable'} grounds"
        yield Happening(
            clock.day_of(each.decided_at),
            title,
            case.get_absolute_url(),
            each.grounds,
            each.decided_by,
            beside("decision", each),
        )
    for each in read["decisions"]:
        title = f"{each.item.meeting.panel} decided: {each.get_judgement_display()}"
        against = beside("decision", each, "decisions_disputed")
        url = each.item.get_absolute_url()
        yield Happening(clock.day_of(each.decided_at), title, url, each.rationale, disputes=against)
    consent = reverse("cases:consent", args=[case.reference])
    for each in read["answers"]:
        title = f"Agreement to support: {each.get_answer_display().lower()}, {each.get_answered_by_display().lower()}"
        against = beside("consent", each)
        yield Happening(each.answered_on, title, consent, each.own_view, each.recorded_by, against)
    for each in read["told"]:
        title = f"{each.get_whom_display()}: {'told' if each.told else 'not told'}"
        yield Happening(each.on, title, consent, each.what or each.reason, each.recorded_by)
    contacts = reverse("cases:contact_log", args=[case.reference])
    for each in read["contacts"]:
        yield Happening(each.contacted_on, each.heading, contacts, each.what, each.logged_by, beside("contact", each))
    support = reverse("cases:support", args=[case.reference])
    for each in read["given"]:
        title = "Support taken on"
        yield Happening(clock.day_of(each.answered_at), title, each.get_absolute_url(), each.purpose, each.agency)
        if each.ended_at:
            title = "Support by this agency ended"
            yield Happening(
                clock.day_of(each.ended_at), title, each.get_absolute_url(), each.ended_because, each.agency
            )
    for each in read["planned"]:
        title, against = "Planned for after support", beside("exit_plan", each)
        yield Happening(clock.day_of(each.made_at), title, support, each.continues, each.made_by, against)
    for each in read["reviews"]:
        title = f"Review {each.months} months after support: {each.words.lower()}"
        url = each.item.get_absolute_url()
        against = beside("review", each, "decisions_disputed")
        yield Happening(clock.day_of(each.reviewed_at), title, url, each.reason, each.reviewed_by, against)
    for each in read["letters"]:
        title = f"Letter to {each.name}: {each.get_kind_display().lower()}"
        yield Happening(each.sent_on, title, each.get_absolute_url(), each.get_sent_how_display(), each.sent_by)
    for each in read["assessed"]:
        yield Happening(
            each.assessed_on,
            "Assessment",
            each.get_absolute_url(),
            each.summary,
            each.completed_by,
            beside("assessment", each),
        )
    for each in read["shared"]:
        yield Happening(
            clock.day_of(each.shared_at),
            f"{each.agency} shared what it knows: {each.mark_words.lower()}",
            each.get_absolute_url(),
            each.text if each.may_read else "",
            each.agency,
            beside("contribution", each) if each.may_read else [],
        )
    for each in read["agreed"]:
        yield Happening(clock.day_of(each.agreed_at), "Action agreed", each.get_absolute_url(), each.what, each.agency)
        if each.done_at:
            title = f"Action handed over to {each.handed_over_to}" if each.handed_over_to else "Action done"
            yield Happening(clock.day_of(each.done_at), title, each.get_absolute_url(), each.outcome, each.agency)
    for each in read["moved"]:
        title = f"Went from {each.from_panel} to {each.to_panel}"
        yield Happening(clock.day_of(each.answered_at), title, each.get_absolute_url(), each.answer, each.answered_by)
    for each in read["came"]:
        title = f"Came from {each.case.area}"
        yield Happening(clock.day_of(each.answered_at), title, each.get_absolute_url(), each.words["summary"])
    for each in read["went"]:
        title = f"Taken on by {each.to_area}"
        yield Happening(clock.day_of(each.answered_at), title, each.get_absolute_url(), each.reason, each.answered_by)
    if case.ended_at:
        yield Happening(clock.day_of(case.ended_at), "Case ended", case.get_absolute_url(), case.get_stage_display())
