"""Eight spaces of the demo: members, documents, dates, posts, questions to the direction."""

from bluegether.core.people import api as people
from bluegether.core.spaces import api as spaces
from bluegether.core.stream import api as stream
from bluegether.policy.demo.past import at
from bluegether.policy.demo.space_texts import QUESTIONS
from bluegether.policy.demo.space_texts import SPACES
from DateTime import DateTime
from datetime import datetime
from datetime import timedelta
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID
from random import Random


AGE = 60  # days since the spaces were created


def build(site, random: Random, moment: datetime) -> None:
    """Make the spaces, unless there are any."""
    folder = spaces.ensure()
    if len(folder) > len(spaces.of_kind("direction")):
        return
    for number, one in enumerate(SPACES):
        space, drawn = make(
            site, one, random, moment - timedelta(days=AGE * (2 if one.get("archived") else 1) - number)
        )
        write(IUUID(space), one, drawn, random, moment)
        if one["values"]["template"] == "direction":
            question(site, space, random, moment)
    invite(folder)
    for one in SPACES:
        if one.get("archived"):
            spaces.archive(uid_of(one), actor=one["owner"])


def uid_of(one: dict) -> str:
    """Return the UID of a space of the data."""
    return next(IUUID(space) for space in spaces.container().objectValues() if space.title == one["values"]["title"])


def make(site, one: dict, random: Random, created: datetime):
    """Return the space, with its people, and those of them that were drawn, by unit."""
    values = spaces.defaults(one["values"]["template"]) | one["values"]
    with at(site, created), stream.silence():
        space = there(values, created) or spaces.create_space(actor=one["owner"], **values)
        uid = IUUID(space)
        drawn = {unit: draw(unit, count, random) for unit, count in one["drawn"]}
        everyone = [*one["moderators"], *one["members"], *(who for some in drawn.values() for who in some)]
        for userid in dict.fromkeys(everyone):
            enter(uid, userid, one["owner"])
        for userid in one["moderators"]:
            spaces.set_role(uid, userid, "moderator", actor=one["owner"])
        fill(space, one, created)
    return space, drawn


def there(values: dict, created: datetime):
    """Return the dialogue with the direction, which came with its first account, with the data of the demo; or None."""
    found = spaces.of_kind("direction") if values["template"] == "direction" else ()
    if not found:
        return None
    space = spaces.space(found[0])
    changed = {name: value for name, value in values.items() if name != "template"}
    spaces.update_space(found[0], actor=spaces.record(found[0]).owner, **changed)
    space.creation_date = DateTime(created.isoformat())
    space.reindexObject(idxs=["created"])
    return space


def enter(uid: str, userid: str, owner: str) -> None:
    """Make somebody a member who was invited."""
    if not spaces.role(uid, userid):
        spaces.invite(uid, [userid], actor=owner)
        spaces.join(uid, userid=userid)


def draw(unit: str, count: int, random: Random) -> list[str]:
    """Return some consultants of the unit."""
    found = [person.userid for person in people.accounts(kind="consultant", unit=unit, size=200).rows]
    return random.sample(found, min(count, len(found)))


def fill(space, one: dict, created: datetime) -> None:
    """Add documents and dates."""
    for number, (title, summary, text) in enumerate(one["documents"]):
        body = RichTextValue(f"<p>{text}</p>", "text/html", "text/x-html-safe")
        page = add(space["documents"], "Document", one["owner"], title=title, description=summary, text=body)
        moment = DateTime((created + timedelta(days=10 + 9 * number)).isoformat())
        page.setModificationDate(moment)
        page.creation_date = moment
        page.reindexObject(idxs=["modified", "created"])
    now = created + timedelta(days=AGE)
    for title, days, hours in one["dates"]:
        start = (now + timedelta(days=days)).replace(hour=9, minute=0, second=0, microsecond=0)
        add(space["agenda"], "Event", one["owner"], title=title, start=start, end=start + timedelta(hours=hours))


def add(folder, kind: str, owner: str, **values):
    made = createContentInContainer(folder, kind, checkConstraints=False, language="fr", **values)
    made.creators = (owner,)
    made.reindexObject()
    return made


def write(uid: str, one: dict, drawn: dict, random: Random, moment: datetime) -> None:
    """Write the posts at their times."""
    for days, who, text in one["posts"]:
        author = random.choice(drawn[who]) if drawn.get(who) else who
        hour = random.randrange(8, 18)
        stream.post(text, author=author, space=uid, moment=(moment - timedelta(days=days)).replace(hour=hour))


def question(site, space, random: Random, moment: datetime) -> None:
    """Ask, vote and answer in the dialogue with the direction."""
    uid = IUUID(space)
    voters = sorted(spaces.member_ids(uid))
    for number, (days, author, text, votes, answered, answer) in enumerate(QUESTIONS):
        day = (moment - timedelta(days=days)).date()
        asked = spaces.ask(uid, text, userid=author or voters[number], anonymous=not author, day=day)
        for userid in random.sample(voters, min(votes, len(voters))):
            spaces.vote(uid, asked.id, userid=userid)
        if answered is not None:
            with at(site, moment - timedelta(days=days - answered)):
                spaces.answer(uid, asked.id, answer, userid="direction")


def invite(folder) -> None:
    """Let an application and an invitation wait."""
    by_title = {space.title: IUUID(space) for space in folder.objectValues()}
    spaces.apply(
        by_title["Plateforme de données interne"],
        "J’ai mené le même chantier à l’Énergies de l’Adour : je peux relire l’ingestion.",
        userid="redactrice",
    )
    spaces.invite(by_title["Compte Banque Méridionale"], ["manager"], actor="commerce")
