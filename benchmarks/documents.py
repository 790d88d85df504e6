"""A case summary as the PDF worker makes it, beside what WeasyPrint alone takes for the same HTML."""

from collections.abc import Iterator

import pypdfium2
import weasyprint
from django.conf import settings
from django.template.loader import render_to_string

from benchmarks.measuring import Benchmark
from benchmarks.pages import Wrong
from benchmarks.people import People
from benchmarks.rows import SHARED_WITH_FEW, references
from cases.models import Case
from prevent_cases import clock
from prevent_cases.documents.pdf import MARKING
from prevent_cases.later.models import OutboxRow
from reports import operations as reports
from reports.models import CaseSummary
from reports.operations.case_summary import contents
from reports.tasks import make_case_summary

PDF = 1.15


def of_documents(people: People) -> Iterator[Benchmark]:
    reader = people.here.coordinator
    (reference,) = references(
        f"SELECT reference FROM cases_case WHERE {SHARED_WITH_FEW} AND stage = 'active' ORDER BY id DESC LIMIT 1"
    )
    case = Case.objects.get(reference=reference)
    words = references(f"SELECT what FROM actions_action WHERE case_id = {case.pk}")
    context = {"reader": reader, "case": case, "moment": clock.now(), "marking": MARKING, "copy_number": "B" * 10}
    html = render_to_string("reports/pdf/case_summary.html", context | contents(case, reader))

    def write() -> bytes:
        style = weasyprint.CSS(filename=settings.BASE_DIR / "static" / "built" / "print.css")
        return weasyprint.HTML(string=html).write_pdf(stylesheets=[style], pdf_variant="pdf/ua-1")

    def prepare() -> None:
        reports.request_case_summary(case, by=reader)

    def make() -> bytes:
        """The whole errand: what the reader may see, the HTML, the child process, the stored file, the trail."""
        make_case_summary(OutboxRow.objects.latest("pk").pk)
        return CaseSummary.objects.latest("pk").read()

    def check(made: bytes) -> None:
        text = " ".join(text_of(made).split())
        if f"Summary of case {reference}" not in text or any(text.count(each) != words.count(each) for each in words):
            raise Wrong("The summary does not hold what its reader may see.")
        if len(pypdfium2.PdfDocument(made)) != len(pypdfium2.PdfDocument(bare_pdf)):
            raise Wrong("The summary is not as long as the same HTML made by WeasyPrint alone.")

    bare_pdf = write()
    bare = Benchmark("WeasyPrint alone", write, check)
    yield bare
    yield Benchmark("Case summary as PDF", make, check, prepare, beside=bare, goal=PDF)


def text_of(made: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made))
