"""Messages to browsers (Web Push, signed with the site's VAPID key). Nothing in the portal depends on them.

They are sent outside of any transaction that writes, because a push service may be slow: first what is to be sent is
looked up, then it is sent, then it is noted. A server that stops in between sends again; the browser replaces a
message that has the same tag, so that nobody sees it twice.
"""

from bluegether.core import _
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.mail import sender
from bluegether.core.notifications import storage
from bluegether.core.notifications.api.digest import newest
from bluegether.core.notifications.api.digest import waiting
from bluegether.core.notifications.api.quiet import free_from
from bluegether.core.notifications.api.schedule import schedule
from bluegether.core.notifications.api.wanted import setting
from bluegether.core.notifications.storage import Device
from bluegether.core.people import api as people
from dataclasses import dataclass
from datetime import timedelta
from email.utils import parseaddr
from itertools import islice
from plone import api
from py_vapid import Vapid
from pywebpush import webpush
from pywebpush import WebPushException
from urllib.parse import urlsplit
from zope.i18n import translate
import base64
import hashlib
import json
import logging
import requests


logger = logging.getLogger(__name__)
BATCH = 25  # people in one run
DEVICES = 10  # of one person
SHOWN = 3  # messages at once; when more wait, one says how many
MAX_ENDPOINT = 1000
MAX_NAME = 80
SECONDS = 5
TTL = 86400
LATER = timedelta(minutes=5)
GONE = (404, 410)
LOOPBACK = ("localhost", "127.0.0.1")
KEY_BYTES = {"p256dh": 65, "auth": 16}


@dataclass(frozen=True)
class Job:
    """What is to be sent to one person's devices: plain data, read before anything is sent."""

    userid: str
    devices: dict[str, Device]
    messages: tuple[dict, ...]
    last: int
    early: tuple[int, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What became of a job: devices that are gone for good, and whether a service could not be reached."""

    job: Job
    gone: tuple[str, ...] = ()
    again: bool = False


def public_key() -> str:
    """Return the key that a browser needs to subscribe, "" while the site has none."""
    kept = storage.stored_secrets()
    return kept.push_public if kept is not None else ""


def devices(userid: str) -> dict[str, Device]:
    """Return the person's devices by their keys."""
    mine = storage.choices(userid)
    return dict(mine.devices) if mine is not None else {}


def subscribe(userid: str, *, endpoint, p256dh, auth, name) -> str:
    """Add a device (the same one again replaces itself) and return its key.

    Raises NotAllowed without an account, Invalid for an address that is no push service's or for broken keys,
    Conflict when the person has ten devices.
    """
    if people.account(userid) is None:
        raise NotAllowed(_("You have no account here."))
    _check_endpoint(endpoint)
    _check_key("p256dh", p256dh)
    _check_key("auth", auth)
    mine, key = storage.made_choices(userid).devices, key_of(endpoint)
    if key not in mine and len(mine) >= DEVICES:
        raise Conflict(_("At most ${count} devices are possible: remove one first.", mapping={"count": DEVICES}))
    called = " ".join(name.split())[:MAX_NAME] if isinstance(name, str) else ""
    if not mine:
        storage.made().due["push"].sent[userid] = newest(userid)
    mine[key] = Device(endpoint, p256dh, auth, called, now())
    return key


def unsubscribe(userid: str, key: str) -> None:
    """Remove a device; also when it is not there."""
    mine = storage.choices(userid)
    if mine is not None and key in mine.devices:
        del mine.devices[key]


def key_of(endpoint: str) -> str:
    return hashlib.sha256(endpoint.encode()).hexdigest()[:32]


def is_allowed(endpoint: str) -> bool:
    """Return whether the address belongs to a push service that the site's settings name."""
    parts = urlsplit(endpoint)
    host, known = parts.hostname or "", setting("push_services") or ()
    if parts.scheme != "https" and not (parts.scheme == "http" and host in LOOPBACK):
        return False
    return any(host == service or host.endswith(f".{service}") for service in known)


def jobs(limit: int = BATCH) -> list[Job]:
    """Return what is due to be sent. Writes nothing."""
    kept = storage.trees()
    if kept is None or not public_key():
        return []
    return [_job(userid) for userid in islice(kept.due["push"].until(storage.microseconds(now())), limit)]


def send(job: Job, keys: tuple[bytes, str]) -> Outcome:
    """Send the job's messages to its devices; touches no database."""
    gone, again = [], False
    for key, device in job.devices.items():
        try:
            for message in job.messages:
                _post(device, message, keys)
        except WebPushException as error:
            status = error.response.status_code if error.response is not None else 0
            if status in GONE:
                gone.append(key)
            else:
                again = again or status == 429 or status >= 500
                logger.warning("A push service answered %s", status)
        except requests.RequestException as error:
            again = True
            logger.warning("A push service could not be reached: %s", type(error).__name__)
        except ValueError:
            gone.append(key)  # keys that cannot be used
    return Outcome(job, tuple(gone), again)


def keys() -> tuple[bytes, str]:
    """Return the private key and whom a push service may write to."""
    return storage.stored_secrets().push_key, f"mailto:{parseaddr(sender())[1]}"


def note(outcomes: list[Outcome]) -> None:
    """Keep what became of the jobs: what has left does not leave again, what could not is tried later."""
    line = storage.made().due["push"]
    for outcome in outcomes:
        job = outcome.job
        line.take(job.userid)
        for key in outcome.gone:
            unsubscribe(job.userid, key)
        if people.account(job.userid) is None:
            line.forget(job.userid)
        elif outcome.again:
            line.put(job.userid, storage.microseconds(now() + LATER))
        elif job.last:
            line.left(job.userid, job.last)
        else:
            line.early[job.userid] = (*line.early.get(job.userid, ()), *job.early)
            schedule(job.userid, "push")


def _job(userid: str) -> Job:
    if people.account(userid) is None or not people.has_access(userid):
        return Job(userid, {}, (), newest(userid))
    items = waiting(userid, "push")
    if free_from(userid, now()) > now():
        urgent = [item for item in items if item.urgent]
        return Job(userid, devices(userid), _messages(userid, urgent), 0, tuple(item.id for item in urgent))
    return Job(userid, devices(userid), _messages(userid, items), newest(userid))


def _messages(userid: str, items: list) -> tuple[dict, ...]:
    user, site = api.user.get(userid=userid), api.portal.get()
    language = user.getProperty("language", "") or api.portal.get_default_language()
    url, title = site.absolute_url(), site.Title()
    if not items:
        return ()
    if storage.choices(userid).discreet or len(items) > SHOWN:
        text = _("${count} notifications wait for you.", mapping={"count": len(items)})
        if len(items) == 1:
            text = _("A notification waits for you.")
        body = translate(text, target_language=language)
        return ({"title": title, "body": body, "url": f"{url}/@@notifications", "tag": "all"},)
    return tuple(
        {
            "title": title,
            "body": translate(item.text, target_language=language),
            "url": f"{url}/@@notification-open?id={item.id}",
            "tag": str(item.id),
        }
        for item in reversed(items)
    )


def _post(device: Device, message: dict, keys: tuple[bytes, str]) -> None:
    private, contact = keys
    with requests.Session() as session:
        session.max_redirects = 0
        session.trust_env = urlsplit(device.endpoint).hostname not in LOOPBACK
        webpush(
            {"endpoint": device.endpoint, "keys": {"p256dh": device.p256dh, "auth": device.auth}},
            json.dumps(message),
            vapid_private_key=Vapid.from_pem(private),
            vapid_claims={"sub": contact},
            ttl=TTL,
            timeout=SECONDS,
            requests_session=session,
        )


def _check_endpoint(endpoint) -> None:
    if not isinstance(endpoint, str) or len(endpoint) > MAX_ENDPOINT or not is_allowed(endpoint):
        raise Invalid(_("This is not the address of a known push service."), field="endpoint")


def _check_key(name: str, value) -> None:
    try:
        data = base64.urlsafe_b64decode(value + "=" * (-len(value) % 4))
    except (TypeError, ValueError):
        data = b""
    if len(data) != KEY_BYTES[name]:
        raise Invalid(_("The browser's key cannot be used."), field=name)
