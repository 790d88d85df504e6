"""The tables of the trail: entries, the keys of their digests, and the seals."""

import json
import secrets
import uuid
from typing import Any

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import connection, models
from django.db.models import F
from django.db.models.functions import Now

from prevent_cases import clock
from prevent_cases.access import kept_apart
from prevent_cases.audit import writing
from prevent_cases.audit.records import chains_of, key_of
from prevent_cases.prepared import Given, prepared

VIEWED = " viewed."
append_only = [
    pgtrigger.Protect(name="append_only", operation=pgtrigger.Update | pgtrigger.Delete),
    pgtrigger.Trigger(
        name="never_emptied",
        level=pgtrigger.Statement,
        when=pgtrigger.Before,
        operation=pgtrigger.Truncate,
        func="RAISE EXCEPTION 'The trail is never emptied.';",
    ),
]


class DigestKey(models.Model):
    """The key of the digests about one individual (or about one record that is about nobody).

    It is destroyed when the individual is disposed of: a digest of yes or no could otherwise be guessed for ever.
    """

    about = models.TextField(unique=True)
    key = models.BinaryField()

    class Meta:
        default_permissions = ()

    @classmethod
    def of(cls, about: str) -> bytes:
        if not (found := keys_about(about=about)):
            cls.objects.bulk_create([cls(about=about, key=secrets.token_bytes(32))], ignore_conflicts=True)
            found = keys_about(about=about)
        ((key,),) = found
        return bytes(key)

    @classmethod
    def forget(cls, record: models.Model) -> None:
        """Destroy the key of what is said of a record that is under nothing; what is said later has another."""
        cls.objects.filter(about=key_of(record)).delete()


@prepared
def keys_about() -> models.QuerySet:
    return DigestKey.objects.filter(about=Given("about", models.TextField())).values_list("key")


class AuditChain(models.Model):
    """A run of seals on one database. A restored database begins a new one, because its transaction ids begin again."""

    began_at = models.DateTimeField(db_default=Now())
    reason = models.TextField()
    last_digest = models.TextField(blank=True)

    class Meta:
        default_permissions = ()
        triggers = append_only


class EntryQuerySet(models.QuerySet):
    def about(self, record: models.Model) -> "EntryQuerySet":
        """The entries about a record and about whatever is under it, newest first; not what is kept apart from it."""
        return self.about_one(type(record), [key_of(record)])

    def about_one(self, model: type[models.Model], key: list[str] | Given) -> "EntryQuerySet":
        """The same about the record of a model that has this one name in the trail, which may be given later."""
        apart = kept_apart()
        if f"{model._meta.app_label}.view_{model._meta.model_name}" in apart:
            apart = []
        return self.filter(about__contains=key).exclude(what__in=apart).newest_first()

    def newest_first(self) -> "EntryQuerySet":
        # Not by the bare key: PostgreSQL takes these for many and would look through the whole trail from its end.
        return self.order_by((F("pk") + 0).desc())

    def acts(self) -> "EntryQuerySet":
        """What was done, without who looked."""
        return self.exclude(sentence__endswith=VIEWED)


class AuditEntry(models.Model):
    """One line of the trail: one operation, or one view of a record. It holds no personal content.

    Plain text and no foreign keys, because the trail stays when records go. ``changes`` is JSON text (the seal covers
    its very characters): of each changed record its name in the trail, the fields by name, a digest of the values.
    """

    token = models.UUIDField(unique=True)
    at = models.DateTimeField()
    by = models.TextField()
    what = models.TextField()
    sentence = models.TextField()
    about = ArrayField(models.TextField())
    changes = models.TextField(default="[]")
    outer = models.UUIDField(null=True)
    # Stamped by the trigger below; whatever the application sends is overwritten.
    recorded_at = models.DateTimeField(null=True)
    chain = models.IntegerField(null=True)
    transaction = models.BigIntegerField(null=True)

    objects = EntryQuerySet.as_manager()

    class Meta:
        default_permissions = ()
        verbose_name = "audit entry"
        verbose_name_plural = "audit entries"
        indexes = [
            GinIndex(fields=["about"], name="entries_about"),
            models.Index(fields=["chain", "transaction", "id"], name="entries_in_sealing_order"),
            models.Index(fields=["by", "-id"], name="entries_by_person"),
        ]
        triggers = [
            *append_only,
            pgtrigger.Trigger(
                name="stamp",
                when=pgtrigger.Before,
                operation=pgtrigger.Insert,
                func="""
                    NEW.recorded_at := clock_timestamp();
                    NEW.transaction := pg_current_xact_id()::text::bigint;
                    NEW.chain := (SELECT max(id) FROM audit_auditchain);
                    RETURN NEW;
                """,
            ),
        ]

    @property
    def deed(self) -> str:
        """What was done, without what its sentence goes on to say to whoever did it."""
        first, more, _ = self.sentence.partition(". ")
        return f"{first}." if more else first

    @classmethod
    def close(cls, entry: writing.OpenEntry, *, by, record: models.Model, what: str, sentence: str) -> None:
        """Write the entry of an operation that has done its work on ``record``."""
        about, *chains = chains_of([record, *entry.changed])
        about, changes, keys = list(about), [], {}
        for (changed, fields), chain in zip(entry.changed.items(), chains, strict=True):
            about += [key for key in chain if key not in about]
            if chain[-1] not in keys:
                keys[chain[-1]] = DigestKey.of(chain[-1])
            value = writing.digest(keys[chain[-1]], changed, fields)
            changes.append({"record": chain[0], "fields": sorted(fields), "digest": value})
        outer = entry.outer.token if entry.outer else None
        said = {"by": key_of(by), "what": what, "sentence": sentence, "about": about, "changes": json.dumps(changes)}
        write_entry(token=entry.token, outer=outer, **said)

    @classmethod
    def view(cls, *records: models.Model, by, what: str) -> None:
        """Write that somebody looked at these records; committed before the first byte of the page leaves."""
        if not records:
            return
        meta = records[0]._meta
        name = meta.verbose_name if len(records) == 1 else meta.verbose_name_plural
        cls.tell(*records, by=by, what=what, sentence=name.capitalize() + VIEWED)

    @classmethod
    def tell(cls, *records: models.Model, by, what: str, sentence: str) -> None:
        """Write that somebody learnt something of these records without an operation, in a sentence of its own."""
        about = list(dict.fromkeys(key for chain in chains_of(records) for key in chain))
        said = {"by": key_of(by), "what": what, "sentence": sentence, "about": about}
        write_entry(token=uuid.uuid4(), **said)


# What every operation and every view ends with: Django would put it together anew for each.
ROW_OF_ENTRY = """
    INSERT INTO "audit_auditentry" ("token", "at", "by", "what", "sentence", "about", "changes", "outer")
    VALUES (%(token)s, %(at)s, %(by)s, %(what)s, %(sentence)s, %(about)s, %(changes)s, %(outer)s)
""".strip()


def write_entry(**said: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(ROW_OF_ENTRY, {"at": clock.now(), "outer": None, "changes": "[]"} | said)


class Seal(models.Model):
    """A digest over the entries of all transactions ended before one, and over the seal before it."""

    number = models.BigIntegerField()
    chain = models.IntegerField()
    at = models.DateTimeField(db_default=Now())
    before_transaction = models.BigIntegerField()
    entries = models.IntegerField()
    digest = models.TextField()

    class Meta:
        default_permissions = ()
        constraints = [
            models.UniqueConstraint(fields=["number"], name="one_seal_of_a_number"),
            models.UniqueConstraint(fields=["chain", "before_transaction"], name="one_seal_up_to_a_transaction"),
        ]
        triggers = append_only
