"""The web server sets aside what it has loaded."""

import subprocess
import sys

SAYS = """
import gc
from prevent_cases import asgi
from referrals import views
print(any(each is vars(views) for each in gc.get_objects()), *gc.get_threshold())
"""


def test_what_the_web_server_has_loaded_is_set_aside_from_what_is_looked_through():
    done = subprocess.run([sys.executable, "-c", SAYS], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["False", "50000", "5", "5"]
