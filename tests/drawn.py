"""What is drawn by lot for each answer, and when it was read: without these, two that say the same are the same."""

import re

BY_LOT = re.compile(r'name="(?:csrfmiddlewaretoken|once)" value="[\w-]+"|data-now="[^"]+"|Printed for .*?</p>')
REFERENCE = re.compile(r"[2-9B-Z]{10}")


def without_lots(answer) -> str:
    """The text of a page or an endpoint."""
    return BY_LOT.sub("", answer.content.decode())
