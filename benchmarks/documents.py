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
    summary = CaseSummary(case=case, number=1)
    context = {"reader": reader, "asked_by": reader, "case": case, "moment": clock.now(), "marking": pdf.MARKING}
    context |= {"summary": summary, "copy_number": summary.copy_number}
    held = contents(case, reader)
    html = render_to_string("reports/pdf/case_summary.html", context | held)
    of_pages = render_to_string("reports/pdf/case_summary.html", context | held | {"actions": [*held["actions"]] * 12})
    style_sheet = str(settings.BASE_DIR / "static" / "built" / "print.css")
    alone = Alone()

    def check(made: bytes) -> None:
        pages = pypdfium2.PdfDocument(made)
        text = " ".join(" ".join(page.get_textpage().get_text_range() for page in pages).split())
        is_whole = all(text.count(each) == words.count(each) for each in words)
        if f"Summary of case {case.reference}" not in text or not is_whole:
            raise Wrong("The summary does not hold what its reader may see.")

    def has_four_pages(made: bytes) -> None:
        if len(pypdfium2.PdfDocument(made)) < 4:
            raise Wrong("That is less than four pages.")

    def make_summary() -> bytes:
        """What the reader may see, the HTML, the child process, the stored file, the trail."""
        make_case_summary(OutboxRow.objects.latest("pk").pk)
        return CaseSummary.objects.latest("pk").read()

    def in_our_child() -> bytes:
        return pdf.made_in_child(of_pages)

    bare = Benchmark("WeasyPrint alone", lambda: alone.write(html, style_sheet), check, works_in=alone.pid)
    yield bare
    errand = Benchmark(
        "Case summary, the whole errand",
        make_summary,
        check,
        lambda: reports.request_case_summary(case, by=reader),
        beside=bare,
    )
    yield errand
    four = Benchmark(
        "WeasyPrint alone, four pages",
        lambda: alone.write(of_pages, style_sheet),
        has_four_pages,
        works_in=alone.pid,
    )
    yield four
    # After a summary, so that this process has loaded what a worker has.
    yield Benchmark("The same HTML, in our child process", in_our_child, has_four_pages, beside=four, goal=1.15)
