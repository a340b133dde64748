"""Make the file; tell the person and remember it when somebody else does; not too often."""

from bluegether.core import _
from bluegether.core.dossiers.api.building import build
from bluegether.core.dossiers.api.choices import Choices
from bluegether.core.dossiers.api.letterhead import setting
from bluegether.core.dossiers.api.model import Dossier
from bluegether.core.dossiers.api.rules import checked_person
from bluegether.core.dossiers.documents import docx
from bluegether.core.dossiers.documents import pdf
from bluegether.core.dossiers.events import DossierMade
from bluegether.core.dossiers.storage import drop
from bluegether.core.dossiers.storage import Made
from bluegether.core.dossiers.storage import readable
from bluegether.core.dossiers.storage import record
from bluegether.core.dossiers.storage import writable
from bluegether.core.kit import notice
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Invalid
from bluegether.core.people.api.rules import check_text
from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from threading import Lock
from zope.event import notify
import re
import unicodedata


FORMATS = {"docx": docx, "pdf": pdf}
NOTICE = "dossiers.made"
MAX_PURPOSE = 200
SHOWN = 20  # of the dossiers made, in the person's list
KEPT = 200  # of one person; the oldest go first


class TooMany(BluegetherError):
    """This person made many files in a short time: wait, then go on."""

    status = 429
    title = _("Too many files")

    def __init__(self, seconds: int):
        self.seconds = seconds
        message = _(
            "You made many dossiers in a short time. Wait ${minutes} minutes, then go on.",
            mapping={"minutes": -(-seconds // 60)},
        )
        super().__init__(message)
        self.headers = {"Retry-After": str(seconds)}


class Throttle:
    """At most `most` files in `minutes` for each maker; counted in this process, forgotten with it."""

    most, minutes, makers = 20, 10, 1000

    def __init__(self):
        self._lock = Lock()
        self._seen: OrderedDict[str, list[datetime]] = OrderedDict()

    def count(self, maker: str) -> None:
        """Count one file; raise TooMany when it is one too many."""
        moment = now()
        start = moment - timedelta(minutes=self.minutes)
        with self._lock:
            recent = [one for one in self._seen.pop(maker, ()) if start < one <= moment]
            full = len(recent) >= self.most
            self._seen[maker] = recent if full else [*recent, moment]
            while len(self._seen) > self.makers:
                self._seen.popitem(last=False)
        if full:
            raise TooMany(int((recent[0] - start).total_seconds()) + 1)

    def clear(self) -> None:
        """Forget everybody."""
        with self._lock:
            self._seen.clear()


throttle = Throttle()


@dataclass(frozen=True)
class File:
    """A dossier as it is sent."""

    data: bytes
    name: str
    kind: str


@dataclass(frozen=True)
class Entry:
    """One dossier that somebody else made: the time, who (empty when erased), how, what for."""

    key: int
    made: datetime
    maker: str
    language: str
    anonymous: bool
    kind: str
    purpose: str


def make(userid: str, choices: Choices, kind: str, *, maker: str, purpose: str = "") -> File:
    """Return the file; when somebody else makes it, the person is told and it is remembered (not the file).

    Raises Missing, NotAllowed, Invalid (no such format, no purpose where one is needed), TooMany (429).
    """
    person = checked_person(userid, maker)
    if not isinstance(kind, str) or kind not in FORMATS:
        raise Invalid(_("A dossier is made as docx or pdf."), field="format")
    own = userid == maker
    purpose = "" if own else checked_purpose(purpose)
    dossier = build(userid, choices, maker=maker)
    throttle.count(maker)
    data = FORMATS[kind].write(dossier)
    if not own:
        _remember(person, dossier, kind, maker, purpose)
    return File(data, file_name(dossier, kind), FORMATS[kind].KIND)


def checked_purpose(purpose) -> str:
    """Return what a dossier is made for; raise Invalid when it says nothing or too much."""
    purpose = purpose.strip() if isinstance(purpose, str) else ""
    if not purpose:
        raise Invalid(_("Say what the dossier is for: the person reads it."), field="purpose")
    check_text(purpose, field="purpose", maximum=MAX_PURPOSE)
    return purpose


def file_name(dossier: Dossier, kind: str) -> str:
    """Return the name of the file: the label and who it is about, nothing of the company, safe everywhere."""
    text = unicodedata.normalize("NFC", f"{dossier.label} {dossier.name} {dossier.language}")
    words = re.sub(r"[^\w]+", "-", text).strip("-_")
    return f"{words[:100].rstrip('-_')}.{kind}"


def made(userid: str, *, reader: str) -> list[Entry]:
    """Return who made dossiers of this person lately, newest first; for the person alone, else empty."""
    trees = readable()
    if trees is None or reader != userid:
        return []
    entries = list(trees.made.get(userid, {}).items())
    return [_entry(key, one) for key, one in reversed(entries[-SHOWN:])]


def made_entry(userid: str, key: int) -> Entry | None:
    """Return one dossier that was made of this person, None when it is forgotten."""
    trees = readable()
    one = trees.made.get(userid, {}).get(key) if trees is not None else None
    return _entry(key, one) if one is not None else None


def forget_old() -> None:
    """Forget what was made long enough ago; a few at a time."""
    trees = readable()
    if trees is None:
        return
    limit = int((now() - timedelta(days=setting("kept_days"))).timestamp() * 1_000_000)
    for place in [place for place, _number in zip(trees.expiry.keys(max=limit), range(100), strict=False)]:
        drop(trees, *trees.expiry.pop(place))


def _remember(person, dossier: Dossier, kind: str, maker: str, purpose: str) -> None:
    userid, trees = person.getId(), writable()
    kept = Made(maker=maker, language=dossier.language, anonymous=dossier.anonymous, kind=kind, purpose=purpose)
    key = record(trees, userid, now(), kept)
    if len(trees.made[userid]) > KEPT:
        drop(trees, userid, trees.made[userid].minKey())
    notify(DossierMade(person, userid=userid, maker=maker, purpose=purpose))
    notice.tell(NOTICE, thing=f"{userid}/{key}", actor=maker, recipients=[userid])


def _entry(key: int, one: Made) -> Entry:
    moment = datetime.fromtimestamp(key / 1_000_000, UTC)
    return Entry(key, moment, one.maker, one.language, one.anonymous, one.kind, one.purpose)
