#!/usr/bin/env python3
"""Django's commands for this project."""

import gc
import os
import sys

if __name__ == "__main__":
    # What a migration makes of all models stays to its end: looking through it for garbage takes a quarter of the time.
    gc.set_threshold(100_000, 20, 50)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "prevent_cases.settings")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
