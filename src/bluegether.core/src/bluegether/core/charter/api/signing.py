"""Who accepts the charter: the gate's question, a person's status, the signature."""

from bluegether.core import _
from bluegether.core.charter.api.versions import charters
from bluegether.core.charter.api.versions import Reading
from bluegether.core.charter.api.versions import reading_of_text
from bluegether.core.charter.events import CharterSigned
from bluegether.core.charter.interfaces import ACCEPTED
from bluegether.core.charter.interfaces import EXPIRED
from bluegether.core.charter.interfaces import OUTCOMES
from bluegether.core.charter.interfaces import Status
from bluegether.core.charter.storage import Charters
from bluegether.core.charter.storage import NOTHING
from bluegether.core.charter.storage import Record
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from datetime import datetime
from datetime import timedelta
from plone import api
from zope.event import notify


MAX_USERID = 200
PREFIX = "bluegether.charter."


def must_sign(userid: str) -> bool:
    """Return whether this person is kept out until they sign: the gate's question.

    Nobody is while no charter is in force, nor in the days of grace who accepted an earlier version.
    No catalog, no content woken, no write: two look-ups in trees.
    """
    kept = charters()
    if kept is None or kept.current is None:
        return False
    version, outcome, _seq = kept.latest.get(userid, NOTHING)
    if outcome != ACCEPTED:
        return True
    return version != kept.current.version and now() >= kept.current.grace_until


def status(userid: str) -> Status:
    """Return where this person stands with the version in force."""
    kept = charters()
    if kept is None or kept.current is None:
        return Status.NONE
    version, outcome, _seq = kept.latest.get(userid, NOTHING)
    if version == kept.current.version:
        return Status.SIGNED if outcome == ACCEPTED else Status.DECLINED
    return Status.TO_SIGN if must_sign(userid) else Status.GRACE


def grace_until() -> datetime | None:
    """Return when the days of grace of the version in force end, or None."""
    kept = charters()
    return kept.current.grace_until if kept is not None and kept.current is not None else None


def sign(
    userid: str, *, outcome: str, language: str, acted_by: str | None = None, text_hash: str | None = None
) -> Record:
    """Append this person's answer to the version in force and return its record.

    `language` is the one that was shown (the main one when there is no such wording), `acted_by` who answered for
    the person, `text_hash` the SHA-256 of the text that was shown. Who declined may accept later; who accepted
    cannot take it back. Raises Missing without a charter in force, Invalid for a bad value, Conflict for an answer
    that was already given or a text that is not the one in force any more.
    The caller takes the turn `charter` first (`kit.turn`).
    """
    kept = charters()
    _check(kept, userid, outcome)
    current = kept.current
    spoken = language if language in current.texts else next(iter(current.texts))
    if text_hash is not None and text_hash not in current.texts.values():
        raise Conflict(_("The charter changed while you were reading it. Please read the new version."))
    if text_hash is not None:
        spoken = next(code for code, key in current.texts.items() if key == text_hash)
    _check_answer(kept.latest.get(userid, NOTHING), current.version, outcome)
    record = kept.append(
        userid,
        acted_by=acted_by or userid,
        version=current.version,
        label=current.label,
        text_hash=current.texts[spoken],
        language=spoken,
        time=now().isoformat(),
        outcome=outcome,
    )
    if outcome == ACCEPTED:
        kept.accepted[userid] = record.seq
    notify(CharterSigned(api.portal.get(), actor=acted_by or userid, version=record.version, outcome=outcome))
    return record


def _check(kept: Charters | None, userid: str, outcome: str) -> None:
    if kept is None or kept.current is None:
        raise Missing(_("No charter is in force."))
    if outcome not in OUTCOMES:
        raise Invalid(_("${outcome} is no answer to the charter.", mapping={"outcome": outcome}), field="outcome")
    if not isinstance(userid, str) or not 0 < len(userid) <= MAX_USERID:
        raise Invalid(_("A signature needs a user id."), field="userid")


def _check_answer(latest: tuple, version: str, outcome: str) -> None:
    """Raise Conflict unless the answer says something new."""
    if latest[0] != version:
        return
    if latest[1] == ACCEPTED:
        raise Conflict(_("This version of the charter is already accepted."))
    if latest[1] == outcome:
        raise Conflict(_("This answer to the charter is already recorded."))


def signed_reading(userid: str) -> Reading | None:
    """Return the text that this person accepted last, or None."""
    kept = charters()
    seq = kept.accepted.get(userid) if kept is not None else None
    return reading_of_text(kept.records[seq].text_hash) if seq else None


def setting(name: str):
    """Return one of ICharterSettings."""
    return api.portal.get_registry_record(PREFIX + name)


def expire_declined() -> int:
    """Record `expired` for who declined the version in force and let the time to change their mind pass."""
    kept = charters()
    if kept is None or kept.current is None:
        return 0
    before = (now() - timedelta(days=setting("keep_declined_days"))).isoformat()
    due = [
        userid
        for userid, time in kept.declined.items()
        if time < before and kept.latest[userid][0] == kept.current.version
    ]
    for userid in due:
        sign(userid, outcome=EXPIRED, language="")
    return len(due)


def expire_invited(userid: str, *, language: str) -> None:
    """Record `expired` for an invited person who gave no answer in time; nothing when no charter is in force."""
    kept = charters()
    if kept is None or kept.current is None or kept.latest.get(userid, NOTHING)[0] == kept.current.version:
        return
    sign(userid, outcome=EXPIRED, language=language)
