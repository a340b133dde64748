"""Lines of a sync that hang together: mail addresses that change hands, managers in a circle, what comes first."""

from bluegether.core import _
from collections.abc import Container
from collections.abc import Iterator


def settle_mails(planner) -> None:
    """Refuse a mail address that is somebody else's.

    Also when they give it up in another line: a column that slipped by a line looks the same, and would let everybody
    have the password of somebody else sent to them.
    """
    by_user = {item.userid: item for item in planner.items if item.userid and item.sound}
    for item in list(by_user.values()):
        if "email" not in item.changes:
            continue
        wanted = item.changes["email"][1]
        if wanted in planner.known.people.open_emails:
            planner.refuse(item, "email", _("There is an open invitation for this mail address."))
        holder = planner.known.with_email(wanted)
        if holder in ("", item.userid):
            continue
        other = by_user.get(holder)
        if other is None or "email" not in other.changes:
            planner.refuse(item, "email", _("Somebody has an account with this mail address."))
        else:
            message = _("The mail address is still that of the person in line ${line}.", mapping={"line": other.number})
            planner.refuse(item, "email", message)


def order_managers(planner) -> list:
    """Return the lines so that each new manager stands before whom they manage; refuse those in a circle.

    From the top down, no step on the way makes a circle, even where somebody and their manager change places.
    """
    changing = {item.userid: item for item in planner.items if item.sound and "manager" in item.changes}
    above = planner.known.managers | {userid: item.changes["manager"][1] for userid, item in changing.items()}
    while circle := _circle(above, changing):
        names = " → ".join(planner.known.account(userid).fullname for userid in (*circle, circle[0]))
        for userid in changing.keys() & set(circle):
            message = _("The managers form a circle: ${names}.", mapping={"names": names})
            planner.refuse(changing.pop(userid), "manager", message)
            above[userid] = planner.known.managers[userid]
    depth: dict[str, int] = {}
    return sorted(planner.items, key=lambda item: _depth(above, item.userid, depth) if item.userid in changing else 0)


def _circle(above: dict[str, str], starts: dict) -> list[str] | None:
    """Return the user ids of one circle that holds a start, or None. Only new managers make circles."""
    settled: set[str] = set()
    for start in list(starts):
        path = list(_way_up(above, start, settled))
        last = above.get(path[-1], "") if path else ""
        circle = path[path.index(last) :] if last in path else []
        if not starts.keys().isdisjoint(circle):
            return circle
        settled.update(path)
    return None


def _way_up(above: dict[str, str], start: str, settled: Container[str]) -> Iterator[str]:
    """Yield somebody and who is above them, up to the top, to whom was settled, or once round."""
    seen: set[str] = set()
    current = start
    while current and current not in seen and current not in settled:
        seen.add(current)
        yield current
        current = above.get(current, "")


def _depth(above: dict[str, str], userid: str, known: dict[str, int]) -> int:
    way = list(_way_up(above, userid, known))
    top = above.get(way[-1], "") if way else ""
    for step, one in enumerate(reversed(way), start=1):
        known[one] = known.get(top, 0) + step
    return known[userid]
