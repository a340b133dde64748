"""What an application may be: an address without secrets, words that fit, people that there are."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.launcher.interfaces import ICONS
from bluegether.core.people import api as people
from urllib.parse import parse_qsl
from urllib.parse import urlsplit
import re


LENGTHS = {"title": 60, "description": 200, "url": 500, "category": 40}
KINDS = ("consultant", "staff", "direction", "partner")
# What an address may say of who follows it.
PLACES = ("{userid}", "{email}", "{language}")
SECRET = re.compile(r"pass(word|wd)?$|pwd$|secret|token|api_?key|auth$|session", re.IGNORECASE)
HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?\Z", re.IGNORECASE)


def checked(values: dict) -> dict:
    """Return the values, tidied; raise Invalid, naming the field."""
    found = {name: _text(name, values.get(name, "")) for name in LENGTHS}
    found["url"] = checked_url(found["url"])
    found["icon"] = _one_of("icon", values.get("icon") or "window", ICONS)
    found["kinds"] = _some_of("kinds", values.get("kinds", ()), KINDS)
    found["units"] = _some_of("units", values.get("units", ()), people.units())
    found["mandatory"] = bool(values.get("mandatory"))
    return found


def _text(name: str, value) -> str:
    if not isinstance(value, str):
        raise Invalid(_("${name} cannot be read.", mapping={"name": name}), field=name)
    text = " ".join(value.split())
    if not text and name in ("title", "url"):
        raise Invalid(_("This is needed."), field=name)
    if len(text) > LENGTHS[name]:
        raise Invalid(_("At most ${count} characters.", mapping={"count": LENGTHS[name]}), field=name)
    return text


def checked_url(url: str) -> str:
    """Return an http or https address; raise Invalid for another, or one that carries a secret."""
    try:
        parts = urlsplit(url)
        host, has_user, _port = parts.hostname or "", "@" in parts.netloc, parts.port
    except ValueError:
        host, has_user, parts = "", False, None
    if parts is None or parts.scheme not in ("http", "https") or not HOST.match(host):
        raise Invalid(_("Write a whole address that begins with https://"), field="url")
    if has_user or any(SECRET.search(name) for name, _value in parse_qsl(parts.query, keep_blank_values=True)):
        raise Invalid(_("An address must carry no password, token or key: everyone could read it."), field="url")
    unknown = set(re.findall(r"\{[^}]*\}", url)) - set(PLACES)
    if unknown or any(place in parts.netloc for place in PLACES):
        message = _("An address may hold ${places} after the name of the site.", mapping={"places": ", ".join(PLACES)})
        raise Invalid(message, field="url")
    return url


def _one_of(name: str, value, known) -> str:
    if value not in known:
        raise Invalid(_("Choose one of those that there are."), field=name)
    return value


def _some_of(name: str, values, known) -> tuple[str, ...]:
    if not isinstance(values, (list, tuple)) or any(value not in known for value in values):
        raise Invalid(_("Choose one of those that there are."), field=name)
    return tuple(sorted(set(values)))
