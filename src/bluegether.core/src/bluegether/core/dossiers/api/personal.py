"""What the room holds about a person: dossiers made of them and by them, and how fresh their profile is."""

from bluegether.core.dossiers.api.freshness import forget_freshness
from bluegether.core.dossiers.api.freshness import refreshed
from bluegether.core.dossiers.storage import drop
from bluegether.core.dossiers.storage import Made
from bluegether.core.dossiers.storage import readable
from datetime import datetime
from datetime import UTC


def held(userid: str) -> dict:
    """Return it as JSON-compatible data."""
    trees, moment = readable(), refreshed(userid)
    if trees is None:
        return {}
    by_others = [_data(key, one) for key, one in trees.made.get(userid, {}).items()]
    by_oneself = [
        _data(key, trees.made[of][key]) | {"of": of}
        for of, key in trees.makers.get(userid, ())
        if key in trees.made.get(of, {})
    ]
    found = {"refreshed": moment.isoformat() if moment else None, "made": by_others, "made_of_others": by_oneself}
    return found if any(found.values()) else {}


def forget(userid: str) -> None:
    """Erase it: entries about the person go, entries about others no longer say who made them."""
    trees = readable()
    if trees is None:
        return
    for key in list(trees.made.get(userid, ())):
        drop(trees, userid, key)
    for of, key in list(trees.makers.get(userid, ())):
        trees.made[of][key].maker = ""
    trees.makers.pop(userid, None)
    forget_freshness(trees, userid)


def _data(key: int, one: Made) -> dict:
    return {
        "time": datetime.fromtimestamp(key / 1_000_000, UTC).isoformat(),
        "maker": one.maker,
        "language": one.language,
        "anonymous": one.anonymous,
        "format": one.kind,
        "purpose": one.purpose,
    }
