"""WeasyPrint and nothing else, in a process of its own that has made PDFs before: what ours is compared with."""

import multiprocessing
import os
from concurrent.futures import ProcessPoolExecutor


def write(html: str, style_sheet: str) -> bytes:
    import weasyprint  # Here: the process that measures stays without it, as a PDF worker is when it starts.

    style = weasyprint.CSS(filename=style_sheet)
    return weasyprint.HTML(string=html).write_pdf(stylesheets=[style], pdf_variant="pdf/ua-1")


class Alone:
    def __init__(self):
        self.process = ProcessPoolExecutor(1, multiprocessing.get_context("spawn"))
        self.pid = self.process.submit(os.getpid).result()

    def write(self, html: str, style_sheet: str) -> bytes:
        return self.process.submit(write, html, style_sheet).result()
