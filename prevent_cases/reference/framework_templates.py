"""Frameworks to begin from: an administrator takes one in as a draft, checks it and edits it."""

from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class Asked:
    """One factor of a template."""

    code: str
    wording: str
    help_text: str = ""


@dataclass(frozen=True)
class TemplateDomain:
    title: str
    about: str
    factors: tuple[Asked, ...]


@dataclass(frozen=True)
class Template:
    """What a draft begins with; each point of ``scale`` stands on a line of its own."""

    slug: str
    title: str
    origin: str
    guidance: str
    scale: str
    domains: tuple[TemplateDomain, ...]

    def said(self) -> dict[str, Any]:
        """As a framework is put forward."""
        said = asdict(self)
        del said["slug"]
        return said


# Published on 23 October 2012 with 22 factors in three dimensions, to complement professional judgement. The wording
# of the single factors has not been checked against it: these are our own plain words of what is known of each.
VAF_2012 = Template(
    slug="vaf-2012",
    title="Vulnerability Assessment Framework 2012",
    origin="historic template, wording unverified",
    guidance=(
        "A historic template of 22 factors. Nobody has checked its wording against the original of 2012: do so before "
        "you publish it, or use another.\n"
        "The factors help people to judge together, and do not judge. That one is present does not mean that somebody "
        "is being drawn into anything, and nothing is added up."
    ),
    scale="Present\nPartly present\nNot present",
    domains=(
        TemplateDomain(
            "Engagement",
            "What may draw the person to a group, cause or ideology.",
            (
                Asked("E01", "Feelings of grievance and injustice"),
                Asked("E02", "Feeling under threat"),
                Asked("E03", "A need for identity, meaning and belonging"),
                Asked("E04", "A desire for status"),
                Asked("E05", "A desire for excitement and adventure"),
                Asked("E06", "A need to dominate and control others"),
                Asked("E07", "Easily led to take on the beliefs of others"),
                Asked(
                    "E08",
                    "A desire for political or moral change",
                    "Lawful by itself. Say what makes it part of a concern here, or that it is none.",
                ),
                Asked("E09", "Involvement where the chance arises"),
                Asked("E10", "Family or friends involved in extremism"),
                Asked("E11", "At a time of change in life"),
                Asked("E12", "Influenced or controlled by a group"),
                Asked(
                    "E13",
                    "Relevant mental health needs",
                    "As a health professional has said. A diagnosis by itself is no concern.",
                ),
            ),
        ),
        TemplateDomain(
            "Intent",
            "Whether the person may be ready to use or support violence.",
            (
                Asked("I01", "Over-identification with a group, cause or ideology"),
                Asked("I02", "Them-and-us thinking"),
                Asked("I03", "Seeing those on the other side as less than human"),
                Asked("I04", "Attitudes that justify offending"),
                Asked("I05", "Harmful means to an end"),
                Asked("I06", "Harmful aims"),
            ),
        ),
        TemplateDomain(
            "Capability",
            "Whether the person could cause harm.",
            (
                Asked("C01", "Knowledge, skills and competence of their own"),
                Asked("C02", "Access to networks, funding or equipment"),
                Asked("C03", "Criminal history or capability"),
            ),
        ),
    ),
)
TEMPLATES = {template.slug: template for template in (VAF_2012,)}
