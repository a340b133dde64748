"""What the launch holds about a person, given to them and erased."""

from bluegether.core.kit.annotation import stored
from bluegether.core.onboarding.storage import KEY
from datetime import datetime
from datetime import UTC
from plone import api


def held(userid: str) -> dict:
    """Return the steps that are this person's and what they changed when, as JSON-compatible data."""
    launch = stored(api.portal.get(), KEY)
    if launch is None:
        return {"steps": [], "changes": []}
    mine = [
        {
            "step": entry["step"],
            "when": datetime.fromtimestamp(moment / 1_000_000, UTC).isoformat(),
            "values": [name for name, *_values in entry["changes"]],
        }
        for moment, entry in launch.history.items()
        if entry["actor"] == userid
    ]
    steps = [step_id for step_id, record in launch.records.items() if record.values["owner"] == userid]
    return {"steps": steps, "changes": mine}


def forget(userid: str) -> None:
    """Take the person's id out of the steps and their history; twice changes nothing more."""
    launch = stored(api.portal.get(), KEY)
    if launch is None:
        return
    for record in launch.records.values():
        if record.values["owner"] == userid:
            record.values = record.values | {"owner": ""}
            record.revision += 1
    for moment, entry in list(launch.history.items()):
        without = _without(entry, userid)
        if without != entry:
            launch.history[moment] = without


def _without(entry: dict, userid: str) -> dict:
    changes = tuple(
        (name, *("" if name == "owner" and value == userid else value for value in values))
        for name, *values in entry["changes"]
    )
    actor = "" if entry["actor"] == userid else entry["actor"]
    return entry | {"actor": actor, "changes": changes}
