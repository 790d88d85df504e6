"""What of a referral stands in which block of the police's national form."""

from dataclasses import dataclass

from prevent_cases.reference.models import NationalFormBlock
from referrals.models import in_words
from referrals.models.in_words import Line, Section, source_is_hidden
from referrals.models.referral import Referral

# By the code of the block; its title and place are rows of the reference list.
SUBJECTS = {
    "person": (in_words.person, *in_words.WHEREABOUTS),
    "concerns": (in_words.concern_passed_on, in_words.points),
    "complex_needs": (in_words.needs_passed_on,),
    "other_information": (in_words.parents, in_words.household, in_words.further_worries),
    "first_identified": (in_words.first_noticed,),
    "referrer": (in_words.referrer, in_words.harm_if_known),
    "prevent_contact": (in_words.safeguarding_lead,),
    "dates": (in_words.days,),
    "safeguarding": (in_words.urgency, *in_words.WHO_KNOWS),
    "employment_education": (in_words.setting,),
    "third_party": (in_words.done_already, in_words.early_help),
}


@dataclass(frozen=True)
class Block:
    """One block, as it is copied over: plain text, line by line."""

    code: str
    title: str
    text: str

    @property
    def rows(self) -> int:
        """How many lines it takes on the page, so that all of it is seen where it fits."""
        return min(30, sum(1 + len(line) // 70 for line in self.text.split("\n")) + 1)


def blocks(referral: Referral) -> list[Block]:
    """The blocks of the form as it is today, in its order."""
    return [
        Block(row.code, row.title, as_text(Section(row.title, SUBJECTS[row.code]), referral))
        for row in NationalFormBlock.objects.current().filter(code__in=SUBJECTS)
    ]


def as_text(section: Section, referral: Referral) -> str:
    lines = section.lines(referral, hide_source=source_is_hidden(referral))
    return "\n".join(map(one_line_or_more, lines))


def one_line_or_more(line: Line) -> str:
    asked = line.label if line.label.endswith("?") else f"{line.label}:"
    return f"{asked}\n{line.words}" if "\n" in line.words else f"{asked} {line.words}"
