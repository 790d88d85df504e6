"""Reports as JSON: the same operations and records as the pages."""

from typing import Any

from rest_framework import serializers

from cases.models import Case
from prevent_cases import clock
from prevent_cases.accounts.models import Area
from prevent_cases.api.endpoints import OperationEndpoint, RecordEndpoint
from prevent_cases.look.forms import Form
from reports import operations
from reports.forms import PeriodForm
from reports.models import BoardReport, CaseSummary
