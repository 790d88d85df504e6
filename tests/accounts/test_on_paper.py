"""No provider is named on paper, however the name is written and wherever it stands."""

from prevent_cases.accounts.models import AgencyType, Sector
from prevent_cases.accounts.on_paper import without_providers
from tests import factories


def test_in_whatever_letters_and_never_in_a_tag(area):
    larch = factories.agency(area, "Larch & Mentoring", AgencyType.PROVIDER, Sector.OTHER)
    table = factories.agency(area, "Table", AgencyType.PROVIDER, Sector.OTHER)
    reword = without_providers()
    for written in ("Larch & Mentoring", "LARCH &amp; MENTORING", "larch & mentor\u0131ng", "Larch & Mentor\u0130ng"):
        assert reword(f"They met at {written}.") == f"They met at {larch.name_on_paper}."
    assert reword("<table><td>Table, tables</td></table>") == f"<table><td>{table.name_on_paper}, tables</td></table>"
