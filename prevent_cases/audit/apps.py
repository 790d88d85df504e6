"""Configuration of the trail."""

from django.apps import AppConfig
from django.core.checks import Tags, register
from django.db.models.signals import post_migrate

from prevent_cases.audit.registering import look_each_trigger_up

look_each_trigger_up()  # Here: every app is configured before the first model is loaded.


class AuditConfig(AppConfig):
    name = "prevent_cases.audit"
    label = "audit"
    verbose_name = "audit trail"

    def ready(self):
        from prevent_cases.audit import rights

        post_migrate.connect(rights.harden_after_migrate)
        register(rights.check_rights, Tags.database)
