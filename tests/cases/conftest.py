"""A case that is shared, a small framework, and an assessment by it."""

from datetime import date

from tests import factories
from tests.standing import standing

QUARRELS = {"in_words": "Every evening, about money.", "evidence": "The neighbours hear it.", "source": "His school"}


@standing
def version(area):
    return factories.framework(area)


@standing
def shared(case, police, childrens_services, coordinator):
    """With the police and with children's services."""
    for agency in (police, childrens_services):
        factories.share(case, agency, coordinator)
    return case


@standing
def assessment(case, coordinator, version):
    said = factories.found(version, H1=QUARRELS | {"point": point(version, "A lot"), "evidence_on": date(2026, 3, 1)})
    return factories.assessment(case, coordinator, version, entries=said, summary="He is alone, and angry about it.")


def point(version, label):
    return version.points.get(label=label).reference


def words_on(page) -> str:
    return " ".join(page.content.decode().split())
