"""The candidate's own answer, by a link that only they have.

The token is kept nowhere, its SHA-256 is. Whoever comes with a token that is wrong, old, or of somebody who was erased
is told the same. A GET shows, a POST answers: programs that follow links in mail change nothing.
"""

from bluegether.core import _
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.notice import tell
from bluegether.core.people import api as people
from bluegether.core.referrals import mail
from bluegether.core.referrals.api import cvs
from bluegether.core.referrals.api import notice
from bluegether.core.referrals.api.erasing import erase
from bluegether.core.referrals.api.model import enter
from bluegether.core.referrals.api.model import expires
from bluegether.core.referrals.api.model import kept
from bluegether.core.referrals.api.model import setting
from bluegether.core.referrals.api.model import text
from bluegether.core.referrals.api.model import writable
from bluegether.core.referrals.interfaces import HANDLED
from bluegether.core.referrals.interfaces import LANGUAGES
from bluegether.core.referrals.interfaces import MAX_LINE
from bluegether.core.referrals.interfaces import MAX_TEXT
from bluegether.core.referrals.storage import Dossier
from bluegether.core.referrals.storage import Referral
from bluegether.core.referrals.storage import Referrals
from bluegether.core.referrals.storage import schedule
from bluegether.core.referrals.storage import unschedule
from datetime import timedelta
from dateutil.relativedelta import relativedelta
from urllib.parse import quote
import hashlib
import secrets


CANDIDATE = "candidate"
GONE = _("This link cannot be used. Either the whole address was not opened, or nothing is kept about you any more.")
TOKEN_LENGTH = 200


def ask(root: Referrals, found: Referral) -> None:
    """Send the link; come back to remind, and to erase when there is no answer."""
    mail.send_question(found, _link(root, found))
    schedule(root, found, "remind", found.created + timedelta(days=setting("reminder_days")))
    schedule(root, found, "expire", expires(found))


def new_token(found: Referral) -> str:
    """Return a new token of this referral, without a mail: for imports, which answer in the candidate's name."""
    return _link(writable(), found).rpartition("=")[2]


def remind(root: Referrals, found: Referral) -> None:
    """Send the link once more, a new one; the first still works."""
    unschedule(root, found, "remind")
    mail.send_reminder(found, _link(root, found))


def expire(root: Referrals, found: Referral) -> None:
    """Take silence for a no."""
    enter(root, found, "expired", actor="")
    erase(root, found)
    _tell("referrals.stage", found)


def asked(token: str) -> Referral:
    """Return what this token is about; raise Missing, with the same words whatever is wrong."""
    root = kept()
    digest = _digest(token) if isinstance(token, str) and 0 < len(token) <= TOKEN_LENGTH else ""
    found = root.referrals.get(root.tokens.get(digest, 0)) if root is not None else None
    if found is None or (found.state == "submitted" and now() >= expires(found)):
        raise Missing(GONE)
    return found


def accept(token: str, *, sha256: str, language: str = "fr", reader: str = "", **details) -> Referral:
    """Agree to the notice with this hash; what the person adds of themselves (skills, words, cv) is kept from now on.

    Raises Missing, Conflict (agreed already; another notice by now), NotAllowed for the referrer, Invalid.
    """
    found = _mine(token, reader)
    if found.state != "submitted":
        raise Conflict(_("You have agreed already."))
    if language not in LANGUAGES:
        raise Invalid(_("${name} cannot be read.", mapping={"name": "language"}), field="language")
    if sha256 != notice.sha256(found, language):
        raise Conflict(_("The notice has changed meanwhile. Please read it once more."))
    checked = _checked(**details)
    root = writable()
    unschedule(root, found)
    found.language, found.notice, found.consented = language, sha256, now()
    found.dossier = Dossier()
    _write(found.dossier, checked)
    enter(root, found, "consented", actor=CANDIDATE)
    touch(root, found)
    mail.send_thanks(found, _link(root, found))
    tell("referrals.consented", thing=str(found.id), actor="", recipients=[found.by])
    hr = [one for one in people.hr_referents() if one != found.by]
    tell("referrals.arrived", thing=str(found.id), actor="", recipients=hr)
    return found


def add(token: str, *, reader: str = "", **details) -> Referral:
    """Add or change what one says of oneself (skills, words, cv), once one has agreed. Raises Missing, Conflict."""
    found = _mine(token, reader)
    if found.dossier is None:
        raise Conflict(_("Agree first."))
    if found.state not in HANDLED:
        raise Conflict(_("This referral is closed."))
    checked = _checked(**details)
    root = writable()
    _write(found.dossier, checked)
    touch(root, found)
    return found


def refuse(token: str, *, reader: str = "") -> None:
    """Say no, or take one's consent back, at any time: everything is erased at once. Raises Missing, NotAllowed."""
    found = _mine(token, reader)
    root = writable()
    if found.state not in ("hired", "trial_passed"):  # else the bonus lives on; the person's data go all the same
        enter(root, found, "withdrawn", actor="")
    erase(root, found)
    _tell("referrals.stage", found)


def touch(root: Referrals, found: Referral) -> None:
    """Count the time for which the data are kept from now on."""
    schedule(root, found, "forget", now() + relativedelta(months=setting("kept_months")))


def _mine(token: str, reader: str) -> Referral:
    found = asked(token)
    if reader and reader == found.by:
        raise NotAllowed(_("The person answers, not who refers them."))
    return found


def _checked(skills: str | None = None, words: str | None = None, cv=None) -> dict:
    """Return what is to be written: what was not sent stays as it is."""
    values: dict = {}
    if skills is not None:
        values["skills"] = text(skills, field="skills", maximum=MAX_LINE)
    if words is not None:
        values["words"] = text(words, field="words", maximum=MAX_TEXT, lines=True)
    if cv is not None:
        values["cv"] = cvs.checked(*cv, by=CANDIDATE)
    return values


def _write(dossier: Dossier, values: dict) -> None:
    for name, value in values.items():
        setattr(dossier, name, value)


def _link(root: Referrals, found: Referral) -> str:
    token = secrets.token_urlsafe(32)
    found.digests = (*found.digests, _digest(token))
    root.tokens[found.digests[-1]] = found.id
    return f"{mail.site_address()}/@@referral-consent?token={quote(token)}"


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def _tell(kind: str, found: Referral) -> None:
    if found.by:
        tell(kind, thing=str(found.id), actor="", recipients=[found.by])
