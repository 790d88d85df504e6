"""A referral in words, subject by subject: what every copy of it is put together from, on paper or on the screen."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from django.utils.formats import date_format

from referrals.models.answers import NeedKind, Told, YesNo
from referrals.models.own_words import InOwnWords, lay_beside
from referrals.models.parts import ConcernEntry, SaidSince, SupportNeed, said_since
from referrals.models.referral import Referral
from referrals.models.said import STEPS

NOT_KNOWN = "Not known"
DISPUTED = "This is disputed. The Prevent coordinator has their words."


@dataclass(frozen=True)
class Line:
    """What was asked, and the answer in words."""

    label: str
    words: str


def on_day(day) -> str:
    return date_format(day, "j F Y") if day else ""


def line(label: str, *words: str) -> Line:
    """A line that is always there: nothing said reads as not known."""
    return Line(label, "\n".join(filter(None, words)) or NOT_KNOWN)


def if_said(label: str, *words: str) -> Iterator[Line]:
    if any(words):
        yield line(label, *words)


def person(referral: Referral) -> Iterator[Line]:
    yield line("Name", f"{referral.given_names} {referral.family_name}".strip())
    yield from if_said("Other names and spellings", referral.other_names)
    yield line("Date of birth", on_day(referral.born_on))
    age = referral.age_at_referral
    yield line("Age on the day of referral", "" if age is None else str(age))
    yield line("Gender", referral.get_gender_display())


def home(referral: Referral) -> Iterator[Line]:
    yield line("Address", referral.address)
    yield line("Lives", referral.get_lives_here_display())


def contact(referral: Referral) -> Iterator[Line]:
    yield line("Telephone", referral.telephone)
    yield line("Email", referral.email)
    yield line("First language", referral.first_language)


def online_names(referral: Referral) -> Iterator[Line]:
    yield from if_said("Names used online", referral.online_names)


def supervision(referral: Referral) -> Iterator[Line]:
    yield line("In prison or under supervision", referral.get_under_supervision_display())


WHEREABOUTS = (home, contact, online_names, supervision)


def parents(referral: Referral) -> Iterator[Line]:
    yield line("Parents, guardians or carers, and who has parental responsibility", referral.parents)


def carers(referral: Referral) -> Iterator[Line]:
    yield line("Family and carers", referral.parents)


def lives_with_children(referral: Referral) -> Iterator[Line]:
    yield line("Children in the household", referral.get_lives_with_children_display())


def household(referral: Referral) -> Iterator[Line]:
    yield line("Children in the household", referral.get_lives_with_children_display(), referral.household_children)


def setting(referral: Referral) -> Iterator[Line]:
    yield line("School, college or work", referral.setting)


def entries(referral: Referral) -> Iterator[Line]:
    """Each with what disputes it, and then the accounts of the person and of a parent."""
    lay_beside(referral)
    for entry in referral.entries.all():
        yield entry_line(entry, *(own_words(each) for each in entry.disputes))
    for each in referral.accounts:
        yield line(f"{each.heading}, on {on_day(each.said_on)}", each.words)


def entry_line(entry: ConcernEntry, *disputed: str) -> Line:
    day = f", on {on_day(entry.happened_on)}" if entry.happened_on else ""
    return line(f"{entry.get_how_known_display()}{day}", entry.text, *disputed)


def own_words(said: InOwnWords) -> str:
    """What disputes an entry, and what was answered."""
    dispute = f"({said.heading}, on {on_day(said.said_on)}: {said.words})"
    return f"{dispute}\n({said.get_outcome_display()}: {said.answer})" if said.answered_at else dispute


def marked_entries(referral: Referral) -> Iterator[Line]:
    """For whoever sent it: that an entry is disputed, and not in which words."""
    lay_beside(referral)
    for entry in referral.entries.all():
        yield entry_line(entry, *(f"({DISPUTED})" for each in entry.disputes))


def concern(referral: Referral) -> Iterator[Line]:
    yield from marked_entries(referral)
    yield from since(said_since(referral))


def concern_unnamed(referral: Referral) -> Iterator[Line]:
    yield from marked_entries(referral)
    yield from since(said_since(referral, named=False))


def concern_passed_on(referral: Referral) -> Iterator[Line]:
    yield from entries(referral)
    yield from since(said_since(referral))


def concern_of_nobody(referral: Referral) -> Iterator[Line]:
    """Without who added to it and answered."""
    yield from entries(referral)
    yield from since(said_since(referral, named=False))


def since(said: Iterable[SaidSince]) -> Iterator[Line]:
    for each in said:
        when = ", by ".join(filter(None, [on_day(each.at), each.by]))
        if each.asked:
            yield line(f"Asked later: {each.asked}", each.text, f"(Answered on {when})")
        else:
            yield line(f"Added later, on {when}", each.text)


def points(referral: Referral) -> Iterator[Line]:
    for title, answer in referral.points:
        yield line(title, answer)


def further_worries(referral: Referral) -> Iterator[Line]:
    yield line("Other worries", referral.other_concerns)
    yield line("If nothing is done", referral.if_nothing_is_done)


def first_noticed(referral: Referral) -> Iterator[Line]:
    yield line("Who noticed it first", referral.noticed_by)


def days(referral: Referral) -> Iterator[Line]:
    yield line("First noticed", on_day(referral.first_noticed_on))
    yield line("Own safeguarding lead told", on_day(referral.told_lead_on))
    yield line("Form completed", on_day(referral.completed_on))
    yield line("Referral sent", on_day(referral.submitted_at))
    yield line("Referral received", on_day(referral.received_at))


def urgency(referral: Referral) -> Iterator[Line]:
    yield line("Is anybody in danger?", referral.get_in_danger_display())
    time = referral.danger_called_time
    moment = [on_day(referral.danger_called_on), f"at {time:%H:%M}" if time else ""]
    yield from if_said("Called", referral.danger_called, " ".join(filter(None, moment)))
    yield line("Urgent", referral.get_urgency_display(), referral.urgency_reason)


def needs(referral: Referral) -> Iterator[Line]:
    yield from each_need(referral.support_needs.all())


def needs_passed_on(referral: Referral) -> Iterator[Line]:
    """Without what was said of immigration, which goes to no other service unasked."""
    yield from each_need([need for need in referral.support_needs.all() if need.kind != NeedKind.IMMIGRATION])


def each_need(stated: Iterable[SupportNeed]) -> Iterator[Line]:
    for need in stated:
        yield line(need.get_kind_display(), f"{need.fact} ({need.get_source_display()})")
    if not stated:
        yield Line("Needs", "None known")


def person_knows(referral: Referral) -> Iterator[Line]:
    yield line("The person knows of it", referral.get_person_told_display())
    yield from if_said("The person agrees with it", referral.get_agrees_with_referral_display())


def parent_knows(referral: Referral) -> Iterator[Line]:
    yield line("A parent or guardian knows of it", referral.get_parent_told_display())


def why_not_told(referral: Referral) -> Iterator[Line]:
    yield from if_said("Why not", referral.get_not_told_because_display(), referral.told_reason)


def why_person_not_told(referral: Referral) -> Iterator[Line]:
    """Without why a parent has not been told."""
    if referral.person_told == Told.NO:
        yield from why_not_told(referral)


WHO_KNOWS = (person_knows, parent_knows, why_not_told)


def harm_if_known(referral: Referral) -> Iterator[Line]:
    yield line("Could somebody come to harm if it were known who told?", referral.get_source_at_risk_display())


def done_already(referral: Referral) -> Iterator[Line]:
    yield from taken(referral, *STEPS)


def help_for_family(referral: Referral) -> Iterator[Line]:
    yield from taken(referral, "early_help", "team_around")


def family_and_services(referral: Referral) -> Iterator[Line]:
    yield from taken(referral, "family_spoken", "social_care", "other_services")


def police_and_proceedings(referral: Referral) -> Iterator[Line]:
    yield from taken(referral, "police_called", "mappa_marac")


def taken(referral: Referral, *names: str) -> Iterator[Line]:
    """These steps, with what came of each."""
    for step in referral.steps:
        if step.name in names:
            yield line(step.title, step.answer, step.result)


def early_help(referral: Referral) -> Iterator[Line]:
    agreed = referral.get_early_help_consent_display()
    yield line("Did the family agree to early help?", agreed or "They have not been asked, as far as is known")


def referrer(referral: Referral) -> Iterator[Line]:
    yield line("Agency", f"{referral.for_agency.name} ({referral.for_agency.get_sector_display()})")
    yield line("Name", ", ".join(filter(None, [str(referral.referred_by), referral.referrer_role])))
    yield line("Telephone", referral.referrer_telephone)
    yield line("Email", referral.referred_by.email)
    yield line("Knows the person as", referral.relationship)


def safeguarding_lead(referral: Referral) -> Iterator[Line]:
    yield line("Safeguarding lead", referral.safeguarding_lead)


# What tells who spoke. It leaves on no copy where somebody could come to harm by it.
THE_SOURCE = (first_noticed, referrer, safeguarding_lead)
# What stands there in place of a subject that names them on the way.
UNNAMED = {concern: concern_unnamed, concern_passed_on: concern_of_nobody}


@dataclass(frozen=True)
class Section:
    """A heading of a copy, and the subjects that stand under it."""

    title: str
    subjects: tuple[Callable[[Referral], Iterator[Line]], ...]

    def lines(self, referral: Referral, *, hide_source: bool = False) -> list[Line]:
        shown = [subject for subject in self.subjects if not (hide_source and subject in THE_SOURCE)]
        if hide_source:
            shown = [UNNAMED.get(subject, subject) for subject in shown]
        lines = [each for subject in shown for each in subject(referral)]
        if len(shown) < len(self.subjects):
            lines.append(Line("Who told", "Left out: somebody could come to harm if it became known. Ask the sender."))
        return lines


def source_is_hidden(referral: Referral) -> bool:
    """Whether who told is kept back, since somebody could come to harm by it: on a copy that leaves, from whoever gets
    it; on the screen, from whoever needs not know (``permissions.source``).
    """
    return referral.source_at_risk == YesNo.YES
