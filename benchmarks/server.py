"""A PostgreSQL and a Valkey of the benchmarks' own, migrated and empty, with the settings of the product."""

import contextlib
import io
import logging
import os
import shutil
import tempfile
from pathlib import Path

import django
from django.core.management import call_command

from prevent_cases.embedded.processes import stop_all
from prevent_cases.embedded.services import Home, PostgreSQL, Valkey


@contextlib.contextmanager
def own_services():
    """Everything is gone afterwards. What is committed goes to the disk, as in the product: that is part of a page."""
    folder = Path(tempfile.mkdtemp(prefix="prevent-cases-benchmarks-"))
    folder.chmod(0o711)  # Run by root, the services have another account, with folders of their own below.
    home = Home(folder)
    services = [PostgreSQL(home, log=folder / "postgresql.log"), Valkey(home, log=folder / "valkey.log")]
    try:
        for service in services:
            service.start()
        start_django(folder, *services)
        yield
    finally:
        stop_all(services, seconds=10)
        home.leave()
        shutil.rmtree(folder, ignore_errors=True)


def start_django(folder, postgresql, valkey):
    os.environ |= {
        "DJANGO_SETTINGS_MODULE": "prevent_cases.settings",
        "ENVIRONMENT": "demonstration",
        "SECRET_KEY": "only-for-benchmarks-" + "0123456789" * 5,
        "DATABASE_URL": postgresql.url("app"),
        "DATABASE_OWNER_URL": postgresql.url("owner"),
        "REDIS_URL": valkey.url(),
        "DATA_DIR": str(folder),
        "PUBLIC_URL": "http://127.0.0.1:8000",
        "EMAIL_URL": "",
    }
    django.setup()
    # The terminal is for the figures. No file: the child that makes a PDF would find it closed.
    logging.getLogger().handlers[0].setStream(io.StringIO())
    call_command("migrate", database="owner", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
