"""A case summary as the PDF worker makes it, beside what WeasyPrint alone takes for the same HTML."""

from collections.abc import Iterator

import pypdfium2
from django.conf import settings
from django.template.loader import render_to_string

from benchmarks.measuring import Benchmark
from benchmarks.pages import Wrong, newest
from benchmarks.people import People
from benchmarks.rows import SHARED_WITH_FEW, references
from benchmarks.weasyprint_alone import Alone
from cases.models import Case
from prevent_cases import clock
from prevent_cases.documents import pdf
from prevent_cases.later.models import OutboxRow
from reports import operations as reports
from reports.models import CaseSummary
from reports.operations.case_summary import contents
from reports.tasks import make_case_summary


def of_documents(people: People) -> Iterator[Benchmark]:
    reader = people.here.coordinator
    case = Case.objects.get(reference=references(newest(SHARED_WITH_FEW, "stage = 'active'"))[0])
    words = references(f"SELECT what FROM actions_action WHERE case_id = {case.pk}")
    context = {"reader": reader, "case": case, "moment": clock.now(), "marking": pdf.MARKING, "copy_number": "B" * 10}
    html = render_to_string("reports/pdf/case_summary.html", context | contents(case, reader))
    style_sheet = str(settings.BASE_DIR / "static" / "built" / "print.css")
    alone = Alone()

    def check(made: bytes) -> None:
        pages = pypdfium2.PdfDocument(made)
        text = " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())
        is_whole = all(text.count(each) == words.count(each) for each in words)
        if f"Summary of case {case.reference}" not in text or not is_whole:
            raise Wrong("The summary does not hold what its reader may see.")

    def make_summary() -> bytes:
        """What the reader may see, the HTML, the child process, the stored file, the trail."""
        make_case_summary(OutboxRow.objects.latest("pk").pk)
        return CaseSummary.objects.latest("pk").read()

    def in_our_child() -> bytes:
        return pdf.in_child(lambda: pdf.write_pdf(html), pdf.LONGEST_SECONDS, pdf.MOST_MEMORY)

    bare = Benchmark("WeasyPrint alone", lambda: alone.write(html, style_sheet), check, works_in=alone.pid)
    yield bare
    summary = Benchmark(
        "Case summary, the whole errand",
        make_summary,
        check,
        lambda: reports.request_case_summary(case, by=reader),
        beside=bare,
    )
    yield summary
    # After a summary, so that this process has loaded what a worker has.
    yield Benchmark("The same HTML, in our child process", in_our_child, check, beside=bare, goal=1.15)
