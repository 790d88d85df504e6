"""Settings: everything that varies between installations is read from the environment in the block at the top."""

import os
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pghistory
from celery.schedules import crontab
from django.core.exceptions import ImproperlyConfigured

from prevent_cases.logs import LOGGING as LOGGING

BASE_DIR = Path(__file__).resolve().parent.parent


def required(name: str) -> str:
    """The value of an environment variable without which the service must not start."""
    value = os.environ.get(name, "")
    if not value:
        raise ImproperlyConfigured(f"{name} is not set. The service does not start without it.")
    return value


# -- What varies ------------------------------------------------------------------------------------------------------

# demonstration, test or production. Only production holds real data.
ENVIRONMENT = os.environ.get("ENVIRONMENT", "production")
# Signs sessions and links; 50 characters or more; the same on every web process and worker.
SECRET_KEY = required("SECRET_KEY")
# PostgreSQL 18: the role `app`, which owns no table.
DATABASE_URL = required("DATABASE_URL")
# PostgreSQL 18: the role `owner`, for migrations and grants only. Not given to web processes and workers.
DATABASE_OWNER_URL = os.environ.get("DATABASE_OWNER_URL", "")
# Redis or Valkey: redis://host:port/0 or unix:///path/to/socket.
REDIS_URL = required("REDIS_URL")
# Where stored files lie.
DATA_DIR = Path(os.environ.get("DATA_DIR", BASE_DIR / ".data"))
# The address that people type, without a slash at the end: it stands in e-mails. Production must say it.
PUBLIC_URL = os.environ.get("PUBLIC_URL", f"http://127.0.0.1:{os.environ.get('PORT', '8000')}")
# More host names the service answers to, separated by commas.
ALLOWED_HOSTS = [urlsplit(PUBLIC_URL).hostname, *filter(None, os.environ.get("ALLOWED_HOSTS", "").split(","))]
# How many proxies of ours add to X-Forwarded-For: sign-in counts wrong guesses by the address before them.
TRUSTED_PROXIES = int(os.environ.get("TRUSTED_PROXIES", "0"))
# smtp://user:password@host:587 (STARTTLS), which production must say; empty: mail is kept as files in DATA_DIR/mail.
EMAIL_URL = os.environ.get("EMAIL_URL", "")
# The sender of every e-mail.
DEFAULT_FROM_EMAIL = os.environ.get("EMAIL_FROM", "no-reply@prevent-cases.example")
# The password of every account of the demonstration.
DEMO_PASSWORD = os.environ.get("DEMO_PASSWORD", "")
# The virus scanner, clamd: unix:///path/to/socket or tcp://host:3310.
CLAMD_URL = os.environ.get("CLAMD_URL", "")
# Without a scanner no file that people send is ever opened: production must say that it knows.
ACCEPT_NO_SCANNER = os.environ.get("ACCEPT_NO_SCANNER", "") == "yes"
# The largest file that people may send, in megabytes, and how many there may be of one referral.
LARGEST_FILE_MB = int(os.environ.get("LARGEST_FILE_MB", "10"))
MOST_FILES = int(os.environ.get("MOST_FILES", "10"))
# The threads of one web process that answer pages, each with a connection to the database.
WEB_THREADS = int(os.environ.get("WEB_THREADS", "8"))
# The steps after which a 404 and the answer to a search leave, in milliseconds: longer than nearly each takes.
EVEN_TIME_MILLISECONDS = int(os.environ.get("EVEN_TIME_MILLISECONDS", "50"))
# An S3-compatible store for all files, https://key:secret@host/bucket?region=eu-west-2; empty: a folder in DATA_DIR.
S3_URL = os.environ.get("S3_URL", "")
# Sign-in takes a password only, until second factors are built: production must say that it knows.
ACCEPT_PASSWORD_ONLY_SIGN_IN = os.environ.get("ACCEPT_PASSWORD_ONLY_SIGN_IN", "") == "yes"

if ENVIRONMENT not in ("demonstration", "test", "production"):
    raise ImproperlyConfigured("ENVIRONMENT must be demonstration, test or production.")
PRODUCTION = ENVIRONMENT == "production"
if PRODUCTION and not ACCEPT_PASSWORD_ONLY_SIGN_IN:
    raise ImproperlyConfigured(
        "Sign-in has no second factor yet, so this version is for invented data only. "
        "Set ACCEPT_PASSWORD_ONLY_SIGN_IN=yes to start it in production all the same."
    )
if PRODUCTION:
    # Without a word mail would be kept as files, and cookies and pages would go without TLS.
    required("EMAIL_URL")
    required("PUBLIC_URL")
if PRODUCTION and not (CLAMD_URL or ACCEPT_NO_SCANNER):
    raise ImproperlyConfigured(
        "CLAMD_URL is not set, so no file that people send could ever be opened. "
        "Set it, or ACCEPT_NO_SCANNER=yes to start all the same."
    )

# -- What does not ----------------------------------------------------------------------------------------------------

DEBUG = False
CLOCK_MAY_BE_SET = not PRODUCTION

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.usersessions",
    "drf_spectacular",
    "guardian",
    "pghistory",
    "pgtrigger",
    "rest_framework",
    "prevent_cases.look",
    "prevent_cases.audit",
    "prevent_cases.later",
    "prevent_cases.pages",
    "prevent_cases.api",
    "prevent_cases.accounts",
    "prevent_cases.documents",
    "prevent_cases.reference",
    "referrals",
    "cases",
    "actions",
    "panels",
    "reports",
    "home",
    "demonstration",
]

MIDDLEWARE = [
    "prevent_cases.middleware.security_headers",
    "prevent_cases.middleware.health",
    "prevent_cases.even_time.even_time",
    "prevent_cases.middleware.request_log",
    "prevent_cases.api.problems.problems_of_programs",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "prevent_cases.middleware.session_limits",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "prevent_cases.urls"
ASGI_APPLICATION = "prevent_cases.asgi.application"

TEMPLATES = [
    {
        "BACKEND": "prevent_cases.look.direction.Templates",
        "NAME": "django",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "home.context.page_frame",
            ],
        },
    },
]
if ENVIRONMENT == "demonstration":
    # The sign-in page lists the accounts to try.
    TEMPLATES[0]["OPTIONS"]["context_processors"].append("demonstration.context.accounts")
FORM_RENDERER = "prevent_cases.look.forms.Renderer"


OF_EACH_CONNECTION = {
    # What is prepared is planned once (docs/adr/0018). By itself PostgreSQL would plan it five times, and each time
    # where it knows little of what is new: the agenda of a conference that was put together today.
    "plan_cache_mode": "force_generic_plan",
    # Planned without its values, a search by words looks as if it found much. To start other processes for that, or to
    # compile it, takes longer than what is found: the page took 57 ms for 33 (`python3 run.py prove case-search`).
    "max_parallel_workers_per_gather": "0",
    "jit": "off",
}


def database(url: str) -> dict:
    """Django's settings for a postgresql:// address whose host may be a socket folder (``?host=``)."""
    parts = urlsplit(url)
    query = parse_qs(parts.query)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query["host"][0] if "host" in query else parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"options": " ".join(f"-c {name}={value}" for name, value in OF_EACH_CONNECTION.items())},
    }


DATABASES = {"default": database(DATABASE_URL)}
if DATABASE_OWNER_URL:
    DATABASES["owner"] = database(DATABASE_OWNER_URL) | {"CONN_MAX_AGE": 0, "TEST": {"MIRROR": "default"}}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}}

# -- The history of values (triggers; docs/adr/0003) ------------------------------------------------------------------

PGHISTORY_CONTEXT_FIELD = pghistory.ContextJSONField()
PGHISTORY_CONTEXT_ID_FIELD = pghistory.ContextUUIDField()
PGHISTORY_CREATED_AT_FUNCTION = "clock_timestamp()"
PGHISTORY_BASE_MODEL = "prevent_cases.audit.history.Event"
PGHISTORY_OBJ_FIELD = pghistory.ObjForeignKey(db_index=True)
GUARDIAN_MONKEY_PATCH_USER = False
ANONYMOUS_USER_NAME = None

# -- Celery: only the bell; the rows of the outbox are the queue ------------------------------------------------------

CELERY_BROKER_URL = "redis+socket://" + urlsplit(REDIS_URL).path if REDIS_URL.startswith("unix:") else REDIS_URL
if REDIS_URL.startswith("unix:") and (valkey_db := parse_qs(urlsplit(REDIS_URL).query).get("db")):
    CELERY_BROKER_URL += f"?virtual_host={valkey_db[0]}"
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
# A request waits for a broker that is away for less than half a second; the sweep rings again.
CELERY_BROKER_TRANSPORT_OPTIONS = {
    "socket_timeout": 5, "socket_connect_timeout": 2, "max_retries": 1, "interval_start": 0,
}  # fmt: skip
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_TIMEZONE = "Europe/London"
CELERY_BEAT_SCHEDULE = {
    "ring for what is not done": {"task": "later.sweep", "schedule": 30, "options": {"expires": 30}},
    "seal the audit trail": {"task": "audit.seal", "schedule": 60, "options": {"expires": 60}},
    "plan the panels' meetings": {"task": "panels.plan_meetings", "schedule": crontab(minute="5", hour="*/6")},
    "end consents": {"task": "cases.end_consents", "schedule": crontab(minute="2", hour="*")},
    "leave broken glasses": {"task": "cases.leave_broken_glasses", "schedule": crontab(minute="20", hour="*")},
    "remind of drafts": {"task": "referrals.remind_of_drafts", "schedule": crontab(minute="10", hour="9")},
    "forget match keys": {"task": "referrals.forget_match_keys", "schedule": crontab(minute="30", hour="3")},
    "forget drafts": {"task": "referrals.forget_drafts", "schedule": crontab(minute="20", hour="3")},
    "forget drafts about cases": {"task": "cases.forget_drafts", "schedule": crontab(minute="22", hour="3")},
    "move deadlines": {"task": "referrals.move_deadlines", "schedule": 300, "options": {"expires": 300}},
    "see to information requests": {
        "task": "cases.see_to_information_requests",
        "schedule": crontab(minute="15"),
        "options": {"expires": 3600},
    },
    "remove summaries and reports": {"task": "reports.remove_those_over", "schedule": crontab(minute="45")},
    "remove copies of referrals": {"task": "referrals.remove_those_over", "schedule": crontab(minute="50")},
    "tidy files": {"task": "documents.tidy", "schedule": 600, "options": {"expires": 600}},
    "forget enquiries": {"task": "referrals.forget_enquiries", "schedule": crontab(minute="30", hour="3")},
    "forget public concerns": {"task": "referrals.forget_public_concerns", "schedule": crontab(minute="25", hour="3")},
    "forget what was sent": {"task": "pages.forget_sent", "schedule": crontab(minute="35")},
    "forget sessions": {"task": "accounts.forget_sessions", "schedule": crontab(minute="40", hour="3")},
}

# -- Sign-in ----------------------------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = ["prevent_cases.accounts.sign_in.Backend"]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home:home"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
if ENVIRONMENT == "test":
    # Argon2 takes 150 ms by design; the suite signs in hundreds of times.
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ["email", "name"]},
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
ACCOUNT_ADAPTER = "prevent_cases.accounts.sign_in.Adapter"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_LOGIN_ON_PASSWORD_RESET = False
# Wrong guesses count per account and source (accounts/sign_in.py) and per source; right ones never, since a whole
# office may sign in through one address.
ACCOUNT_RATE_LIMITS = {
    "login": None,
    "login_failed": "10/5m/key,100/h/ip",
    "reset_password": "20/h/ip,5/h/key",
    # An area's form for the public: from one source, and in one area altogether. Each of the last hour counts, so
    # that an area in which somebody has used them all up takes again what is sent within the hour.
    "public_concern": "5/h/ip,25/h/key",
}
ALLAUTH_TRUSTED_PROXY_COUNT = TRUSTED_PROXIES
USERSESSIONS_TRACK_ACTIVITY = False

SESSION_ENGINE = "django.contrib.sessions.backends.db"
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
# Minutes without a request of the person's own before sign-out, when the page warns, and the longest stay of all.
SESSION_IDLE_MINUTES, SESSION_WARN_MINUTES, SESSION_LONGEST_HOURS = 15, 10, 12

# -- Safety -----------------------------------------------------------------------------------------------------------

SECURE = PUBLIC_URL.startswith("https://")
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE
if SECURE:
    SESSION_COOKIE_NAME, CSRF_COOKIE_NAME = "__Host-session", "__Host-csrf"
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
CSRF_TRUSTED_ORIGINS = [PUBLIC_URL]
SECURE_REFERRER_POLICY = SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000

# -- Mail, files, language --------------------------------------------------------------------------------------------

if EMAIL_URL:
    _mail = urlsplit(EMAIL_URL)
    EMAIL_HOST, EMAIL_PORT, EMAIL_USE_TLS = _mail.hostname, _mail.port or 587, True
    EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = unquote(_mail.username or ""), unquote(_mail.password or "")
    EMAIL_TIMEOUT = 10
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = DATA_DIR / "mail"

STATIC_URL = "static/"
STATIC_ROOT = DATA_DIR / "static"
# Not what packages bring along: nobody uses it, and collecting it takes longer than all the rest.
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder"]
STATICFILES_DIRS = [BASE_DIR / "static" / "built"]


def file_store(url: str) -> dict:
    """Django's settings for where files lie: a folder, or a bucket (https://key:secret@host/bucket?region=name)."""
    if not url:
        options = {"location": DATA_DIR / "files", "base_url": None, "file_permissions_mode": 0o600}
        return {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": options}
    parts = urlsplit(url)
    options = {
        "access_key": unquote(parts.username or ""),
        "secret_key": unquote(parts.password or ""),
        "bucket_name": parts.path.strip("/"),
        "endpoint_url": f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}",
        "region_name": parse_qs(parts.query).get("region", [None])[0],
        "addressing_style": "path",
        "signature_version": "s3v4",
        # Nobody but us, whatever the bucket says; and what is there already is never written over.
        "default_acl": "private",
        "file_overwrite": False,
    }
    return {"BACKEND": "storages.backends.s3.S3Storage", "OPTIONS": options}


STORAGES = {
    "default": file_store(S3_URL),
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

LANGUAGE_CODE = "en-gb"
# There is one language. Asking for it in every value and address of a page was a tenth of what it took.
USE_I18N = False
USE_TZ = True
TIME_ZONE = "Europe/London"

# -- The programming interface ----------------------------------------------------------------------------------------

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["rest_framework.parsers.JSONParser"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "prevent_cases.api.problems.problem_details",
    # What an endpoint is stands in the schema; asked about a record, it would answer whoever may not see that.
    "DEFAULT_METADATA_CLASS": None,
    "UNAUTHENTICATED_USER": "django.contrib.auth.models.AnonymousUser",
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Prevent Cases",
    "DESCRIPTION": "The same operations as the pages, for the signed-in person.",
    "VERSION": "0.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SERVE_PERMISSIONS": ["rest_framework.permissions.IsAuthenticated"],
    # Without the hook that gathers choices of one name under a guessed one.
    "POSTPROCESSING_HOOKS": [],
}

SILENCED_SYSTEM_CHECKS = [
    "security.W002",  # X-Frame-Options is set by our own middleware, on errors and static files too
    "guardian.W001",  # permission questions are answered by our own rules, docs/adr/0002
]
