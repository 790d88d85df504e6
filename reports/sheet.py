"""The statutory sheet of a case: each thing that Part 5 of the Act asks for, with its day and name, or the gap."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from dateutil.relativedelta import relativedelta
from django.utils.formats import date_format

from cases.known import disputed as said_against_of_case
from cases.known import lay_beside, with_disputes
from cases.models import (
    NOT_SENT_BACK,
    REVIEWED_AFTER,
    Case,
    Consent,
    ExitPlan,
    Intervention,
    Section36Decision,
    Stage,
    SupportPlan,
)
from panels.judgements import WITHOUT_SUPPORT, Judgement
from panels.known import said_against, said_against_any
from panels.models import AgendaItem, Attendance, Presence, Review
from prevent_cases import clock
from prevent_cases.accounts.models import AgencyType, User
from prevent_cases.accounts.on_paper import without_providers
from prevent_cases.pages.together import fetch_together, fetched_with
from referrals.models.in_words import own_words
from referrals.models.own_words import InOwnWords

# Where a case ends, other than by an exit or in another area.
WITHOUT_SUPPORT_STAGES = (Stage.NO_FURTHER_ACTION, Stage.REFERRED_ELSEWHERE, Stage.POLICE_LED)


@dataclass(frozen=True)
class Said:
    """One line of it: what, when and by whom."""

    words: str
    on: str = ""
    by: str = ""


@dataclass
class Part:
    """What is asked, where the law or guidance asks it, what was done, and what is missing in plain words."""

    title: str
    source: str
    said: list[Said] = field(default_factory=list)
    gaps: list[str] = field(default_factory=list)

    @property
    def is_dated(self) -> bool:
        """Whether anything was done: otherwise there are only words."""
        return any(line.on or line.by for line in self.said)


def day(moment) -> str:
    return date_format(clock.day_of(moment) if hasattr(moment, "hour") else moment, "j F Y")


def disputed(words: str, against: Iterable[InOwnWords]) -> str:
    """What is said, and whatever disputes it with what was answered."""
    return "\n".join([words, *map(own_words, against)])


def sheet(case: Case, reader: User) -> list[Part]:
    """The parts in the order of the work, of what ``reader`` may see."""

    def permitted(model):
        return model.objects.permitted(reader, f"{model._meta.app_label}.view_{model._meta.model_name}")

    decided = (
        permitted(AgendaItem)
        .filter(case=case, decision__isnull=False)
        .select_related("decision__recorded_by", "meeting__panel", "meeting__chaired_by")
        .order_by("meeting__starts_at")
    )
    items = fetched_with(decided, said_against=said_against())
    decided36 = with_disputes(
        "decision",
        permitted(Section36Decision)
        .filter(NOT_SENT_BACK, case=case)
        .on_carried()
        .select_related("decided_by", "checked_by", "referral"),
    )
    for decision in decided36:
        decision.case = case
    present = (
        permitted(Attendance)
        .filter(
            meeting__in=[item.meeting_id for item in items],
            presence=Presence.PRESENT,
        )
        .select_related("agency")
    )
    there = defaultdict(list)
    for attendance in present:
        there[attendance.meeting_id].append(attendance)
    fetch_together(
        case,
        plans_shown=permitted(SupportPlan).filter(case=case).standing().select_related("made_by").order_by("pk"),
        interventions_shown=permitted(Intervention)
        .filter(case=case)
        .with_ledger()
        .select_related("agency", "answered_by")
        .order_by("pk"),
        consents_shown=permitted(Consent).filter(case=case).standing().select_related("recorded_by").order_by("pk"),
        exit_plans_shown=permitted(ExitPlan).filter(case=case).standing().select_related("made_by"),
        also_disputed=said_against_of_case().filter(case=case),
        reviews_shown=permitted(Review).filter(case=case).select_related("reviewed_by"),
        reviews_disputed=said_against_any(case),
    )
    for intervention in case.interventions_shown:
        intervention.case = case
    lay_beside("consent", case.consents_shown, case.also_disputed)
    lay_beside("support_plan", case.plans_shown, case.also_disputed)
    lay_beside("exit_plan", case.exit_plans_shown, case.also_disputed)
    lay_beside("review", case.reviews_shown, case.reviews_disputed)
    parts = [
        grounds(case, decided36),
        presences(case, items, there),
        planned(case, next(reversed(case.plans_shown), None), items),
        consents(case, case.consents_shown),
        health_or_care(case, [each for each in decided36 if each.stands], items),
        given(case, case.interventions_shown),
        ended(case, next(iter(case.exit_plans_shown), None), items),
        reviews(case, case.reviews_shown),
    ]
    reworded = without_providers()
    for part in parts:
        part.said = [replace(line, words=reworded(line.words)) for line in part.said]
    return parts


def grounds(case: Case, decisions) -> Part:
    part = Part("Reasonable grounds", "Section 36(3)")
    for decision in decisions:
        by = f"{decision.decided_by}, {decision.get_decided_as_display().lower()}"
        if decision.is_to_sign:
            part.gaps.append(f"A decision of {day(decision.decided_at)}, by {by}, waits for a second signature.")
            continue
        words = "There are reasonable grounds." if decision.reasonable_grounds else "There are no reasonable grounds."
        if decision.was_never_signed:
            words = "That there are no reasonable grounds was decided, and does not count."
        elif decision.end_reason:
            words += f" Why the case ended: {decision.get_end_reason_display()}."
        if decision.signature_words:
            words += f" {decision.signature_words}."
        words += f"\nGrounds: {decision.grounds}"
        part.said.append(Said(disputed(words, decision.said_against), day(decision.decided_at), by))
    if not case.asks_section36:
        none = "No more" if part.said else "None"
        part.said.append(Said(f"{none} are asked for: {case.panel.name} does not act as Channel."))
    elif case.awaits_section36 or not part.said:
        part.gaps.append("A decision on a referral of this case is outstanding.")
    return part


def is_home_police(there: Attendance, case: Case) -> bool:
    return there.agency.type == AgencyType.POLICE and there.agency.area_id == case.area_id


def named(there: Iterable[Attendance]) -> str:
    return "; ".join(f"{each.agency}, {each.name_on_paper}" for each in there)


def presences(case: Case, items, there) -> Part:
    part = Part("Who sat", "Section 37(1) to (7)")
    for item in items:
        met, decision = item.meeting, item.decision
        words = f"{decision.judgement_words}. {decision.get_reached_display()}."
        if decision.end_reason:
            words += f" Why the case ended: {decision.get_end_reason_display()}."
        part.said.append(
            Said(
                disputed(words, item.said_against),
                day(decision.decided_at),
                f"Chaired by {met.chair_words}",
            )
        )
        if gap := met.gap_in_the_chair:
            part.gaps.append(gap)
        wrong = [each for each in there[met.pk] if each.in_error_at]
        police = [each for each in there[met.pk] if each not in wrong and is_home_police(each, case)]
        for each in police:
            part.said.append(Said("The police of the person’s home area were there.", day(met.started_at), each.name))
        others = [each for each in there[met.pk] if each not in police + wrong]
        if others:
            part.said.append(Said(f"Also there: {named(others)}.", day(met.started_at)))
        if wrong:
            part.said.append(Said(f"Recorded as there in error: {named(wrong)}.", day(met.started_at)))
        if not police and met.panel.acts_as_channel:
            part.gaps.append(f"On {day(met.started_at)} no police of the person’s home area are recorded as present.")
    if not items:
        part.gaps.append("No panel has decided about this case yet.")
    return part


def planned(case: Case, plan: SupportPlan | None, items) -> Part:
    part = Part("The plan of support", "Section 36(4)(a) and (5)")
    if plan:
        made = (day(plan.made_at), str(plan.made_by))
        part.said += [
            Said(disputed(words, plan.said_against), *made)
            for words in (
                f"How, when and by whom agreement is asked for: {plan.consent_request}",
                f"Which support: {plan.support}",
                f"Who gives it: {plan.provider}",
                f"How and when: {plan.arrangements}",
            )
        ]
        stand = [item.decision for item in items if not item.decision.in_error_at]
        goes_on = [each for each in stand if each.looks_again_on == plan.review_on]
        decided = (day(goes_on[-1].decided_at), str(goes_on[-1].recorded_by)) if goes_on else made
        words = f"The panel looks at it next on {day(plan.review_on)}."
        part.said.append(Said(disputed(words, plan.said_against), *decided))
        looked_at = [on for on in (clock.day_of(each.decided_at) for each in stand) if on >= plan.review_on]
        if case.stage == Stage.ACTIVE and looked_at:
            part.gaps.append(f"The panel looked at it on {day(looked_at[-1])}, and has set no further day.")
        elif case.stage == Stage.ACTIVE and plan.review_on < clock.today():
            part.gaps.append(f"It was to be looked at on {day(plan.review_on)}.")
    elif case.stage in (Stage.CONSENT_PENDING, Stage.ACTIVE, Stage.EXITED):
        part.gaps.append("Support was offered, and no plan is recorded.")
    else:
        part.said.append(Said("Support has not been offered."))
    return part


def consents(case: Case, lines) -> Part:
    part = Part("Agreement to support", "Section 36(4)(b) and (e)")
    for line in lines:
        words = (
            f"{line.get_answer_display()}: {line.get_answered_by_display().lower()}, {line.get_how_display().lower()}."
        )
        if line.answered_name:
            words += f" Who {'was asked' if line.ask_again_on else 'answered'}: {line.answered_name}."
        if line.asked_by:
            words += f" Who asked: {line.asked_by}."
        words = disputed(words, line.said_against)
        part.said.append(Said(words, day(line.answered_on), f"Recorded by {line.recorded_by}"))
    if case.stage == Stage.CONSENT_PENDING:
        asked_on = case.consent_asked_on
        still = f"was asked on {day(asked_on)}, and has not answered" if asked_on else "is still to be asked"
        part.gaps.append(f"The person, or a parent or guardian, {still}.")
    elif not part.said:
        part.said.append(Said("Nobody has been asked, as no support was offered."))
    return part


def health_or_care(case: Case, decisions, items) -> Part:
    part = Part("Health or social care, where no support is offered", "Section 36(4)(f) and (6)")
    for decision in decisions:
        if words := decision.health_or_care_words:
            words = disputed(f"The case ended without reasonable grounds. {words}", decision.said_against)
            part.said.append(Said(words, day(decision.decided_at), str(decision.decided_by)))
    without_grounds = decisions and not any(decision.reasonable_grounds for decision in decisions)
    if case.stage in WITHOUT_SUPPORT_STAGES and without_grounds and not (part.said or items):
        part.gaps.append("The case ended without reasonable grounds, and nothing was said of health or social care.")
    for item in items:
        decision = item.decision
        if decision.health_or_care:
            words = disputed(decision.health_or_care, item.said_against)
            part.said.append(Said(words, day(decision.decided_at), str(decision.recorded_by)))
        elif decision.judgement in WITHOUT_SUPPORT:
            part.gaps.append(f"On {day(decision.decided_at)} nothing was said of health or social care.")
    if not (part.said or part.gaps):
        part.said.append(Said("No panel has decided against support."))
    return part


def given(case: Case, interventions) -> Part:
    part = Part("Support that agencies give", "Section 36(4)(b)")
    for each in interventions:
        words = (
            f"{each.agency}: {each.state[0].lower()}. Sessions commissioned: {each.sessions}, delivered: "
            f"{each.delivered}, missed: {each.missed}, reported: {each.reported}."
        )
        if each.disputed_words:
            words += f" {each.disputed_words[0].upper()}{each.disputed_words[1:]}."
        if each.unreported:
            words += f" Agreed for a day and not reported: {each.unreported}."
        on, by = (each.answered_at, each.answered_by) if each.answered_at else (each.asked_at, "")
        # Who accepted it for a provider is named no more than the provider.
        part.said.append(Said(words, day(on), "" if each.agency.type == AgencyType.PROVIDER else str(by)))
        if case.is_live and (to_see_to := each.to_see_to):
            part.gaps.append(f"{each.agency.name_on_paper}: {to_see_to[0].lower()}{to_see_to[1:]}.")
    if case.stage == Stage.ACTIVE and not part.said:
        part.gaps.append("No agency has been asked to give it.")
    elif not part.said:
        part.said.append(Said("No agency was asked to give any."))
    return part


def without_exit(case: Case) -> str:
    if case.is_withdrawn:
        return f"The panel has withdrawn support, and assesses anew on {day(case.reassess_on)}."
    if case.is_live:
        return "Support has not ended."
    if case.stage == Stage.TRANSFERRED:
        return f"Another area has taken the case on: {day(case.ended_at)}. What came of support is said there."
    return "It ended without support."


def ended(case: Case, plan: ExitPlan | None, items) -> Part:
    part = Part("How support ended", "Channel duty guidance: leaving Channel")
    if case.stage != Stage.EXITED:
        part.said.append(Said(without_exit(case)))
        return part
    for item in items:
        decision = item.decision
        if decision.ends_support and case.nothing_follows:
            words = f"{decision.get_end_reason_display()}. No assessment and no plan for afterwards are asked for."
            words = disputed(words, item.said_against)
            part.said.append(Said(words, day(decision.decided_at), str(decision.recorded_by)))
            continue
        if decision.ends_support:
            words = f"Against the start of support: {decision.change_words.lower()}. {decision.change_reason}".strip()
            words = disputed(words, item.said_against)
            part.said.append(Said(words, day(decision.decided_at), str(decision.recorded_by)))
        if decision.judgement == Judgement.AGREED_NO_MORE:
            words = (
                "It was not agreed to any more, so nothing was planned for afterwards, and nobody was assessed for it."
            )
            part.said.append(Said(words, day(decision.decided_at)))
            return part
        if decision.judgement == Judgement.STAYS_WITHDRAWN:
            words = "The panel had withdrawn it before, so nothing was planned for afterwards."
            part.said.append(Said(words, day(decision.decided_at)))
            return part
    if assessment := case.final_assessment:
        part.said.append(
            Said("A final assessment was made.", day(assessment.assessed_on), str(assessment.completed_by))
        )
    elif not case.nothing_follows:
        part.gaps.append("No final assessment is recorded.")
    if plan:
        made = (day(plan.made_at), str(plan.made_by))
        part.said += [
            Said(disputed(words, plan.said_against), *made)
            for words in (
                f"What goes on after support: {plan.continues}",
                f"Whom the person turns to: {plan.turn_to}",
                f"Handed over to: {plan.handed_over_to}",
            )
        ]
    elif not case.nothing_follows:
        part.gaps.append("No plan for afterwards is recorded.")
    return part


def reviews(case: Case, held) -> Part:
    part = Part("Looking back after support", "Channel duty guidance: 6 and 12 months after exit")
    if case.stage != Stage.EXITED:
        part.said.append(Said(without_exit(case)))
        return part
    of_months = {review.months: review for review in held if not review.in_error_at}
    for review in held:
        if review.in_error_at:
            words = disputed(f"After {review.months} months: {review.words.lower()}.", review.said_against)
            part.said.append(Said(words, day(review.reviewed_at), str(review.reviewed_by)))
    for months in REVIEWED_AFTER:
        if review := of_months.get(months):
            words = f"After {months} months: {review.words.lower()}. {review.reason}"
            part.said.append(
                Said(disputed(words, review.said_against), day(review.reviewed_at), str(review.reviewed_by))
            )
            continue
        if case.nothing_follows:
            continue
        due_on = clock.day_of(case.ended_at) + relativedelta(months=months)
        if due_on > clock.today():
            part.said.append(Said(f"After {months} months: due on {day(due_on)}."))
        else:
            part.gaps.append(f"After {months} months: it was due on {day(due_on)}, and none is recorded.")
    if case.nothing_follows:
        part.said.append(Said("The panel does not look back any more: nothing follows after why it ended."))
    return part
