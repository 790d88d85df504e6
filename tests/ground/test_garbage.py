"""The web server sets aside what it has loaded."""

import subprocess
import sys

SAYS = """
import gc, sys
from prevent_cases import asgi
print(gc.get_freeze_count() > 100_000, gc.get_threshold()[0], "referrals.views" in sys.modules)
"""


def test_what_the_web_server_has_loaded_is_set_aside_from_what_is_looked_through():
    done = subprocess.run([sys.executable, "-c", SAYS], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["True", "50000", "True"]
