"""Where files lie: a folder, or an S3-compatible store by one setting."""

import stat
from pathlib import Path
from urllib.parse import urlsplit

import botocore.config
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils.module_loading import import_string

from prevent_cases.settings import file_store

BUCKET = "https://key:se%2Fcret@store.example:9000/prevent-cases?region=eu-west-2"


def test_by_default_files_lie_in_a_folder_closed_to_others():
    store = storages["default"]
    name = store.save("trial/a", ContentFile(b"a"))
    try:
        assert stat.S_IMODE(Path(store.path(name)).stat().st_mode) == 0o600
    finally:
        store.delete(name)


def test_a_store_elsewhere_is_told_from_its_address():
    made = file_store(BUCKET)
    store = import_string(made["BACKEND"])(**made["OPTIONS"])
    assert (store.access_key, store.secret_key) == ("key", "se/cret")
    assert (store.bucket_name, store.endpoint_url) == ("prevent-cases", "https://store.example:9000")
    assert (store.region_name, store.default_acl, store.file_overwrite) == ("eu-west-2", "private", False)


def test_what_it_asks_of_the_store_is_signed_and_goes_there_and_nowhere_else():
    """Made without asking anybody: the address that the store's own library would call."""
    made = file_store(BUCKET)
    store = import_string(made["BACKEND"])(**made["OPTIONS"])
    assert isinstance(store.client_config, botocore.config.Config)
    asked = urlsplit(store.url("trial/a"))
    assert (asked.scheme, asked.netloc, asked.path) == ("https", "store.example:9000", "/prevent-cases/trial/a")
    assert "X-Amz-Algorithm=AWS4-HMAC-SHA256" in asked.query
    assert "key%2F" in asked.query
    assert "eu-west-2" in asked.query
    assert "se/cret" not in asked.query


def test_a_store_that_needs_no_region_is_told_none():
    assert file_store("https://key:secret@store.example/files")["OPTIONS"]["region_name"] is None
