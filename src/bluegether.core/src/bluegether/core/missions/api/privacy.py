"""What the room holds about one person: given out, and erased. A mission stays, with nobody's name on the period."""

from bluegether.core.kit import found
from bluegether.core.kit.annotation import stored
from bluegether.core.missions.api.alerts import OVER
from bluegether.core.missions.api.clients import change_client
from bluegether.core.missions.api.clients import client
from bluegether.core.missions.api.clients import managed_by
from bluegether.core.missions.api.closing import MARKED
from bluegether.core.missions.api.keeping import record_of
from bluegether.core.missions.api.keeping import settle
from bluegether.core.missions.api.periods import periods
from bluegether.core.missions.api.rules import kept
from bluegether.core.missions.interfaces import Period
from bluegether.core.missions.storage import Closing
from bluegether.core.missions.storage import EarlyEnd
from bluegether.core.missions.storage import Facts
from bluegether.core.missions.storage import FACTS_KEY
from bluegether.core.missions.storage import last_days
from bluegether.core.missions.storage import Missions
from bluegether.core.missions.storage import Record
from dataclasses import replace
import secrets


def exported(userid: str) -> dict:
    """Return the person's missions and what they said of them; of a client, the name."""
    return {
        "missions": [_mission(uid, userid) for uid in _uids(userid)],
        "clients_managed": [record.title for record in managed_by(userid)],
    }


def erase(userid: str) -> None:
    """Write a pseudonym that says nothing in the person's place, everywhere, and forget what they said."""
    alias, trees = f"former-{secrets.token_hex(4)}", kept()
    named = set(_uids(userid))
    for uid in list(trees.records) if trees is not None else ():  # whoever changed a mission stands in its history
        mission = found.anything(uid)
        facts = stored(mission, FACTS_KEY) if mission is not None else None
        if facts is not None:
            _erase_facts(facts, userid, alias)
        if mission is not None and uid in named:
            _erase_from(mission, userid, alias)
    for record in managed_by(userid):
        content = found.anything(record.uid)
        if content is not None:
            content.account_manager = ""
            change_client(content)
    if trees is not None:
        trees.managers.pop(userid, None)
        _forget_asked(trees, userid)


def _uids(userid: str) -> list[str]:
    """Return the missions that name the person, agreed periods that fell away included."""
    trees = kept()
    if trees is None:
        return []
    known = {one.mission_uid for one in periods(userid)}
    return sorted(known | {uid for uid, one in trees.records.items() if any(other == userid for other, _p in one.rows)})


def _mission(uid: str, userid: str) -> dict:
    record = kept().records[uid]
    known, mission = client(record.client), found.anything(uid)
    facts = stored(mission, FACTS_KEY) if mission is not None else None
    closing = facts.closings.get(userid) if facts is not None else None
    return {
        "title": record.title,
        "client": known.title if known is not None else "",
        "place": record.place,
        "periods": [_period(one) for other, one in record.periods if other == userid],
        "early_ends": [
            fact.reason for fact in (facts.early_ends if facts is not None else ()) if fact.userid == userid
        ],
        "evaluations": _said(closing.evaluations) if closing is not None else {},
    }


def _period(one: Period) -> dict:
    return {"start": one.start.isoformat(), "end": one.end.isoformat(), "share": one.share, "confirmed": one.confirmed}


def _said(evaluations: dict) -> dict:
    return {side: values | {"at": values["at"].isoformat()} for side, values in evaluations.items()}


def _erase_from(mission, userid: str, alias: str) -> None:
    rows = [row | {"userid": alias} if row.get("userid") == userid else row for row in mission.consultants or ()]
    mission.consultants = rows
    trees, before = kept(), record_of(mission)
    # What was kept says the pseudonym too: nothing was agreed anew.
    trees.put(
        replace(before, rows=_renamed(before.rows, userid, alias), periods=_renamed(before.periods, userid, alias))
    )
    _ask_no_more(trees, before, userid, alias)
    settle(mission, actor="", what="changed", values={"fields": ["consultants"]})
    mission.reindexObject()
    mission.reindexObjectSecurity()


def _ask_no_more(trees: Missions, record: Record, userid: str, alias: str) -> None:
    """Of a pseudonym nobody is told the end, and nobody is asked how it went."""
    end = last_days(record).get(userid)
    if end is not None:
        trees.told[(record.uid, alias)] = (end, OVER)
        trees.evaluated.update((record.uid, alias, side) for side in MARKED)


def _forget_asked(trees: Missions, userid: str) -> None:
    """Forget who was told and who evaluated, of missions that the person was taken off as well."""
    for key in [key for key in trees.told if key[1] == userid]:
        del trees.told[key]
    for key in [key for key in trees.evaluated if key[1] == userid]:
        trees.evaluated.remove(key)


def _renamed(rows: tuple, userid: str, alias: str) -> tuple:
    return tuple((alias if other == userid else other, period) for other, period in rows)


def _erase_facts(facts: Facts, userid: str, alias: str) -> None:
    """Write the pseudonym into what happened; nothing is written where the person does not stand."""
    if any(userid in (fact.userid, fact.actor) for fact in facts.early_ends):
        facts.early_ends = tuple(_renamed_fact(fact, userid, alias) for fact in facts.early_ends)
    facts.closings.pop(userid, None)
    _erase_history(facts, userid, alias)
    for closing in facts.closings.values():
        _erase_closing(closing, userid)


def _renamed_fact(fact: EarlyEnd, userid: str, alias: str) -> EarlyEnd:
    who = alias if fact.userid == userid else fact.userid
    return replace(fact, userid=who, actor="" if fact.actor == userid else fact.actor)


def _erase_history(facts: Facts, userid: str, alias: str) -> None:
    for key, (actor, what, values) in list(facts.history.items()):
        changed = {name: alias if value == userid else value for name, value in values.items()}
        if actor == userid or changed != values:
            facts.history[key] = ("" if actor == userid else actor, what, changed)


def _erase_closing(closing: Closing, userid: str) -> None:
    if any(who == userid for who, _at in closing.done.values()):
        closing.done = {key: ("" if who == userid else who, at) for key, (who, at) in closing.done.items()}
    if any(said["by"] == userid for said in closing.evaluations.values()):
        closing.evaluations = {
            side: said | {"by": ""} if said["by"] == userid else said for side, said in closing.evaluations.items()
        }
