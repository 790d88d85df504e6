"""What tests of support that agencies give have in common: addresses, and words that must reach nobody else."""

from django.urls import reverse

from tests import factories

# One in each part of a brief, and one in what is reported: whoever gives support reads them all.
BRIEF = factories.BRIEF | {
    "purpose": "Canary-purpose.",
    "needs": "Canary-needs.",
    "safe_place": "Canary-place.",
    "to_avoid": "Canary-avoid.",
}
OF_BRIEF = ("Canary-purpose", "Canary-needs", "Canary-place", "Canary-avoid")
OF_INTERVENTION = (
    "view_intervention", "answer_intervention", "report_session", "raise_urgent_concern", "end_intervention",
)  # fmt: skip
OF_CASE = ("support", "arrange_intervention", "view_case", "concerns", "history", "contact_log", "assessments")


def pages(intervention) -> dict[str, str]:
    """The pages about one part of somebody's support, and some of its case."""
    return {name: reverse(f"cases:{name}", args=[intervention.reference]) for name in OF_INTERVENTION} | {
        name: reverse(f"cases:{name}", args=[intervention.case.reference]) for name in OF_CASE
    }


def text(answer) -> str:
    return " ".join(answer.content.decode().split())
