"""The application that the web server serves: pages in threads, live streams without.

A page runs in one of a few lasting threads, each with its own lasting database connection; Django's own ASGI handler
would open a connection for every request. A stream under /live/ waits for minutes and would hold a thread meanwhile.
"""

import os
from importlib import import_module

from a2wsgi import WSGIMiddleware
from django.conf import settings
from django.core.asgi import get_asgi_application
from django.core.wsgi import get_wsgi_application

from prevent_cases.deep_calls import with_room
from prevent_cases.garbage import seldom_look_for_garbage

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "prevent_cases.settings")

pages = WSGIMiddleware(with_room(get_wsgi_application()), workers=settings.WEB_THREADS)
live = get_asgi_application()

import_module(settings.ROOT_URLCONF)  # Else the first request would wait for it.
seldom_look_for_garbage()


async def application(scope, receive, send):
    if scope["type"] == "lifespan":
        await start_and_stop(receive, send)
        return
    # For WSGI, `x_forwarded_proto` and `x-forwarded-proto` are one header; only the second is the proxy's word.
    scope = scope | {"headers": [(name, value) for name, value in scope["headers"] if b"_" not in name]}

    async def received():
        # granian's own gives a future; a2wsgi hands what it gets to another thread, which takes a coroutine only.
        return await receive()

    await (live if scope["path"].startswith("/live/") else pages)(scope, received, send)


async def start_and_stop(receive, send):
    """Tell the web server that nothing has to be done at start and end."""
    for moment in ("startup", "shutdown"):
        await receive()
        await send({"type": f"lifespan.{moment}.complete"})
