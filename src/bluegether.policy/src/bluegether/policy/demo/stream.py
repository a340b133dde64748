"""The stream of the demo: about sixty posts of the last weeks, whom people follow, what is on top."""

from bluegether.core.people import api as people
from bluegether.core.stream import api as stream
from bluegether.policy.demo import talk
from bluegether.policy.demo.company import UNITS
from bluegether.policy.demo.feedbacks import FEEDBACKS
from bluegether.policy.demo.posts import FOR_UNITS
from bluegether.policy.demo.posts import POSTS
from datetime import datetime
from datetime import timedelta
from random import Random


FOLLOWS = {
    "consultante": (("manager", "direction"), ("donnees", "ia")),
    "consultant": (("consultante",), ("tests", "python")),
    "animatrice": (("direction", "redactrice"), ("reseau",)),
}


def build(site, random: Random, moment: datetime) -> None:
    """Write the posts at their times, unless somebody's are there."""
    if stream.total("author", "animatrice"):
        return
    authors = {unit: consultants(unit) for unit in UNITS}
    for days, who, text in POSTS:
        stream.post(text, author=author(random, authors, who), moment=at(random, moment, days))
    for days, who, text, unit in FOR_UNITS:
        stream.post(text, author=who, units=(unit,), moment=at(random, moment, days))
    for days, who, text, technology, sector in FEEDBACKS:
        stream.post(
            text,
            author=author(random, authors, who),
            kind="feedback",
            technology=technology,
            sector=sector,
            moment=at(random, moment, days),
        )
    announce(site)
    choose()
    talk.build(site, Random(len(POSTS)), moment)  # noqa: S311


def consultants(unit: str) -> list[str]:
    """Return the user ids of the unit's consultants, in their order."""
    return [person.userid for person in people.accounts(kind="consultant", unit=unit, size=200).rows]


def author(random: Random, authors: dict[str, list[str]], who: str) -> str:
    """Return the persona, or anyone of the unit."""
    return random.choice(authors[who]) if authors.get(who) and people.account(who) is None else who


def at(random: Random, moment: datetime, days: int) -> datetime:
    """Return a time of that day, in working hours; today's posts are of the last hours."""
    if days == 0:
        return moment - timedelta(minutes=random.randrange(10, 240))
    return (moment - timedelta(days=days)).replace(hour=random.randrange(7, 18), minute=random.randrange(60))


def announce(site) -> None:
    """Enter the published news and pages at their dates."""
    found = site.portal_catalog(portal_type=stream.PUBLISHED_TYPES, review_state=stream.PUBLISHED_STATES)
    for brain in found:
        when = brain.effective.asdatetime()
        stream.announce(stream.PUBLISHED, actor=brain.Creator, uid=brain.UID, moment=when)


def choose() -> None:
    """Let some people follow others, and put the next meeting on top."""
    for userid, (persons, hashtags) in FOLLOWS.items():
        for person in persons:
            stream.follow(userid, person=person)
        for hashtag in hashtags:
            stream.follow(userid, hashtag=hashtag)
    page = stream.entries(stream.view("hashtag", "rencontre"), userid="animatrice")
    stream.pin(page.items[0].entry.id, userid="animatrice")
