"""The answer while the portal cannot work: a page, or JSON for programs. It needs neither database nor catalogs."""

from collections.abc import Callable
from pathlib import Path
import json


PAGE = Path(__file__).with_name("unavailable.html")
RETRY_SECONDS = 5
MESSAGE = "The portal is not available at the moment. Nothing was saved; try again in a moment."
HEADERS = (
    ("Retry-After", str(RETRY_SECONDS)),
    ("Cache-Control", "no-store"),
    ("X-Content-Type-Options", "nosniff"),
    ("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'"),
)


def wants_json(environ: dict) -> bool:
    """Return whether a program asks."""
    accepted = environ.get("HTTP_ACCEPT", "")
    return "++api++" in environ.get("PATH_INFO", "") or ("json" in accepted and "text/html" not in accepted)


def apology(environ: dict, start_response: Callable) -> list[bytes]:
    """Answer 503."""
    if wants_json(environ):
        kind, body = "application/json", json.dumps({"type": "Unavailable", "message": MESSAGE}).encode()
    else:
        kind, body = "text/html; charset=utf-8", PAGE.read_bytes()
    length = ("Content-Length", str(len(body)))
    start_response("503 Service Unavailable", [("Content-Type", kind), length, *HEADERS])
    return [b""] if environ.get("REQUEST_METHOD") == "HEAD" else [body]
