"""What the build sends to a browser: small, our own, and without what may not be used here."""

import gzip
import json
from pathlib import Path

from django.conf import settings

ROOT = Path(settings.BASE_DIR)
BUILT = ROOT / "static" / "built"


def test_the_first_visit_is_light():
    weight = {name: len(gzip.compress((BUILT / name).read_bytes())) for name in ("app.css", "app.js", "favicon.svg")}
    assert weight["app.js"] <= 50_000
    assert sum(weight.values()) <= 100_000


def test_no_crown_no_crest_no_gds_transport_and_nothing_from_elsewhere():
    css = (BUILT / "app.css").read_text(encoding="utf-8")
    for word in ("crown", "crest", "Transport", "@font-face", "url(http"):
        assert word not in css


def test_the_lock_names_hashes_and_no_host():
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert all("resolved" not in package for package in packages.values())
    assert all("integrity" in package for name, package in packages.items() if name)
