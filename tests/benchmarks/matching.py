"""What a ranking costs: `bin/python-bluegether tests/benchmarks/matching.py`.

In one site in memory: 10,000 compact records of people (and their missions) against one need, and 500 needs for one
person; milliseconds of CPU (median) warm, and once with everything asleep; then how many objects are loaded, and
how many of them are profiles or needs. The aim is 300 ms and no profile. With `--assert` it fails beyond the aim:
that is the short run. `--people` and `--needs` set other numbers.
"""

from argparse import ArgumentParser
from bluegether.core.kit.annotation import store
from bluegether.core.matching import api as matching
from bluegether.core.matching.interfaces import Requirement
from bluegether.core.matching.storage import KEY
from bluegether.core.matching.storage import Matching
from bluegether.core.matching.storage import Record
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from bluegether.policy.structure import seed_skills
from bluegether.policy.testing import INTEGRATION
from collections import Counter
from collections.abc import Callable
from collections.abc import Iterator
from datetime import date
from datetime import timedelta
from directory import ordered
from plone import api
from random import Random
from statistics import median
import logging
import sys
import time
import transaction


AIM, TIMES = 300, 15
CITIES = ("marseille", "lyon", "paris", "nantes", "rennes", "lille", "bordeaux", "toulouse")
AUDIENCES = ("everyone", "everyone", "everyone", "unit:data", "business", "me:nobody")
READERS = {"sales": "commerciale", "HR": "rh"}
START = date(2027, 1, 4)


def record(random: Random, known: list[str]) -> Record:
    """Return what somebody with ten skills says."""
    levels = tuple((skill, random.randint(1, 4), random.random() < 0.2) for skill in random.sample(known, 10))
    return Record(
        kind="consultant",
        audiences=tuple(random.choice(AUDIENCES) for _group in range(4)),
        skills=levels,
        refreshed=START.toordinal() - random.randrange(900),
        free=START.toordinal() + random.randrange(-200, 200),
        share=random.choice((50, 80, 100)),
        places=tuple(random.sample(CITIES, 2)),
        remote=random.choice(("no", "partly", "full", "")),
        wish_skills=tuple(random.sample(known, 2)),
        wish_places=(random.choice(CITIES),),
        city=random.choice(CITIES),
        periods=tuple(missions(random)),
    )


def need(random: Random, known: list[str]) -> Requirement:
    """Return what a need asks for: a family among its skills, so that what stands below counts too."""
    rows = [(skill, random.randint(2, 4)) for skill in random.sample(known, 5)]
    family = random.choice(skills.children())
    return Requirement(
        required=((family, 2), *rows[:3]),
        welcome=tuple(rows[3:]),
        start=START,
        end=START + timedelta(days=180),
        places=(random.choice(CITIES),),
        remote="partly",
        sector="banque",
    )


def milliseconds(action: Callable) -> float:
    """Return the median CPU time of the action."""
    action()
    found = []
    for _ in range(TIMES):
        began = time.process_time()
        action()
        found.append((time.process_time() - began) * 1000)
    return median(found)


def asleep(portal, action: Callable) -> tuple[float, Counter]:
    """Return the time of the action with everything asleep, and the classes of the objects that it loads."""
    transaction.savepoint()
    connection, loaded = portal._p_jar, Counter()
    original = connection.setstate

    def counted(thing):
        loaded[type(thing).__name__] += 1
        return original(thing)

    connection.cacheMinimize()
    connection.setstate = counted
    began = time.process_time()
    action()
    took = (time.process_time() - began) * 1000
    del connection.setstate
    return took, loaded


def fill(count: int, needs: int, random: Random) -> None:
    """Write the records of so many people, and needs."""
    if not skills.total():
        seed_skills()
    known = [one for family in skills.children() for one in skills.descendants(family)]
    trees = store(api.portal.get(), KEY, Matching)
    for number in range(count):
        trees.people[f"membre{number}"] = record(random, known)
    for number in range(needs):
        matching.keep(f"need-{number:04}", need(random, known))
    for userid, role in (("commerciale", "Sales Referent"), ("rh", "HR Referent")):
        people.create_account(userid, fullname=userid.title(), email=f"{userid}@example.com", kind="staff")
        api.portal.get().acl_users.userFolderEditUser(userid, None, ["Member", role], [])


def missions(random: Random) -> Iterator[tuple[int, int, int, bool]]:
    """Put somebody on three missions, one after the other; the last is a forecast."""
    day = START.toordinal() - random.randrange(700)
    for number in range(3):
        end = day + random.randrange(30, 300)
        yield day, end, 100, number < 2
        day = end + random.randrange(1, 60)


def measure(portal, random: Random) -> bool:
    """Print what it costs; return whether all of it is within the aim."""
    known = [one for family in skills.children() for one in skills.descendants(family)]
    wanted = need(random, known)
    questions = {
        f"one need, as {title}": (userid, lambda userid=userid: matching.rank(wanted, reader=userid))
        for title, userid in READERS.items()
    }
    questions["needs for one person"] = ("membre7", lambda: matching.needs_for("membre7", 20))
    good = True
    print(f"{'':28}{'warm ms':>10}{'asleep ms':>11}{'objects':>9}{'profiles':>10}")
    for title, (userid, action) in questions.items():
        user = api.user.get(userid=userid)
        with api.env.adopt_user(user=user) if user is not None else api.env.adopt_roles(["Member"]):
            warm, (cold, loaded) = milliseconds(action), asleep(portal, action)
        woken = loaded["Person"] + loaded["Need"] + loaded["Mission"]
        print(f"{title:28}{warm:10.0f}{cold:11.0f}{sum(loaded.values()):9}{woken:10}")
        good = good and warm <= AIM and not woken
    return good


def main() -> None:
    """Set a site up, measure, print."""
    parser = ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--needs", type=int, default=500)
    parser.add_argument("--assert", dest="strict", action="store_true")
    options = parser.parse_args()
    logging.disable(logging.CRITICAL)
    layers = ordered(INTEGRATION)
    for layer in layers:
        layer.setUp()
    for layer in layers:
        layer.testSetUp()
    random = Random(2026)
    with api.env.adopt_roles(["Manager"]):
        fill(options.people, options.needs, random)
    print(f"{options.people} people, {options.needs} needs; CPU, median of {TIMES}; the aim is {AIM} ms and no profile")
    if not measure(INTEGRATION["portal"], random) and options.strict:
        sys.exit("beyond the aim")


if __name__ == "__main__":
    main()
