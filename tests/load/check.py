"""Is what the load made in bulk what `api` would have made? And is there as much of it as was promised?

Makes one post of each sort with `api.post` in a transaction that is thrown away, and compares its state and its
place in every tree with the one that the load wrote from the same values.
"""

from bluegether.core.discussion import api as discussion
from bluegether.core.kit.annotation import stored
from bluegether.core.people import api as people
from bluegether.core.stream import api as stream
from bluegether.core.stream.storage import KEY
from bluegether.core.stream.storage import lines_of
from sizes import Size
from stages import entry
from stages import folder_of
import company
import transaction


SAMPLE = 200
PLACE = ("id", "active")


def faults(site, size: Size) -> list[str]:
    """Return what is wrong, a line each; leaves nothing behind."""
    try:
        return [*posts(site, size), *amounts(site, size)]
    finally:
        transaction.abort()


def posts(site, size: Size) -> list[str]:
    """Compare posts: state, and being in the line of author, hashtags and mentions."""
    trees, found = stored(site, KEY), []
    for number in range(0, size.entries, max(1, size.entries // SAMPLE)):
        ours, values = entry(number, size.members), company.post(number, size.members)
        theirs = stream.post(values["text"], author=values["author"], units=values["units"])
        if state(ours) != state(theirs):
            found.append(f"post {number} differs: {state(ours)} {state(theirs)}")
        if any(-theirs.id not in trees.line(*line) for line in lines_of(ours)):
            found.append(f"post {number} would stand in other lines")
    return found


def state(entry) -> dict:
    """Return what the entry says; its place in time is given when it is inserted."""
    return {name: value for name, value in vars(entry).items() if name not in PLACE and not name.startswith("_")}


def amounts(site, size: Size) -> list[str]:
    """Compare the amounts, and look at the last thing of each kind."""
    last = folder_of(site, size.documents - 1)[f"note-{size.documents - 1}"]
    busy, _author, _text = company.comment(size.comments - 1, size.members, size.documents)
    wanted = {
        "members": people.account(company.userid(size.members - 1)) is not None,
        "entries": len(stored(site, KEY).all) >= size.entries,
        "documents": len(site.portal_catalog(path="/".join(last.getPhysicalPath()), sort_limit=1)) == 1,
        "comments": discussion.count(folder_of(site, busy)[f"note-{busy}"]) > 0,
    }
    return [f"{name}: not all there" for name, good in wanted.items() if not good]
