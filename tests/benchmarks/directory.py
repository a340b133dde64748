"""What the directory costs with 100 and with 10,000 people: `bin/python-bluegether tests/benchmarks/directory.py`.

Both are measured in one run, in one site in memory with the theme: CPU time of whole pages, of the search alone and of
suggestions, in milliseconds (median), and how much longer 10,000 take; then how many Person objects a page wakes when
everything sleeps, and how many it shows. The aim is 1.3 times and not one object more than is shown; nothing is
asserted. `--people` sets another number than 10,000.
"""

from argparse import ArgumentParser
from bluegether.core.directory import api as directory
from bluegether.core.directory.interfaces import Criteria
from bluegether.core.kit.clock import now
from bluegether.core.people import api as people
from bluegether.core.people.content import Person
from bluegether.core.people.events import PersonChanged
from bluegether.core.people.storage import KEY
from bluegether.core.people.storage import Profile
from bluegether.core.skills import api as skills
from bluegether.policy.structure import seed_skills
from bluegether.policy.testing import INTEGRATION
from collections.abc import Callable
from datetime import date
from datetime import timedelta
from plone import api
from plone.testing import Layer
from random import Random
from statistics import median
from zope.annotation.interfaces import IAnnotations
from zope.event import notify
from zope.interface import alsoProvides
import gc
import logging
import time
import transaction


FEW, MANY, AIM, TIMES = 100, 10_000, 1.3, 25
UNITS = {f"unite-{number}": f"Unité {number}" for number in range(20)}
CITIES = ("Marseille", "Lyon", "Paris", "Nantes", "Rennes", "Lille", "Bordeaux", "Toulouse")
AUDIENCES = ("everyone", "everyone", "everyone", "unit", "business", "me")
SYLLABLES = ("ba", "mo", "ri", "len", "tar", "gui", "ves", "dou", "cha", "pel", "nor", "sel", "fon", "mar", "tin", "ro")
READER = "consultante"
SEARCHES = {
    "everybody": {},
    "a name with an error": {"text": "martni"},
    "a skill and a unit": {"skill": ["python:2"], "unit": "unite-3"},
    "free by a date, soonest first": {"available": "2027-06-01", "sort": "availability"},
    "last arrived": {"sort": "arrival"},
    "a place and a language": {"place": "lyon", "language": "en", "language_level": "B2"},
}


def name(random: Random) -> str:
    """Return a name; ten thousand people share some thousand words."""
    words = ("".join(random.choices(SYLLABLES, k=count)) for count in (2, random.choice((2, 3))))
    return " ".join(word.capitalize() for word in words)


def create(number: int, random: Random, known: list[str]) -> None:
    """Create one person with a profile, without the checks of forms."""
    userid = f"membre{number}"
    fullname = f"Paul Martin{number}" if number % 50 == 0 else name(random)
    people.create_account(
        userid,
        fullname=fullname,
        email=f"{userid}@example.com",
        kind="consultant",
        employment="employee",
        unit=random.choice(list(UNITS)),
        job="Ingénieure données",
        arrived=moment(random),
    )
    person, kept = people.person(userid), Profile()
    kept.values = profile(random, known)
    kept.audiences = {group: random.choice(AUDIENCES) for group in ("skills", "contact", "availability")}
    IAnnotations(person)[KEY] = kept
    people.account(userid).manager = f"membre{number // 10}" if number else ""
    notify(PersonChanged(person))


def moment(random: Random):
    """Return a moment of the last ten years."""
    return now() - timedelta(days=random.randrange(3650), seconds=random.randrange(86_400))


def profile(random: Random, known: list[str]) -> dict:
    """Return what somebody says of themselves."""
    rows = [
        {"skill": skill, "level": random.randint(1, 4), "years": 3, "last_used": 2026, "again": True}
        for skill in random.sample(known, 8)
    ]
    return {
        "skills": rows,
        "languages": [{"language": "en", "level": random.choice(("A2", "B1", "B2", "C1"))}],
        "certifications": [],
        "city": random.choice(CITIES),
        "available_from": date(2026, 12, 1) + timedelta(days=random.randrange(365)),
        "available_share": random.choice((50, 80, 100)),
        "available_places": [random.choice(CITIES)],
        "remote": random.choice(("no", "partly", "full")),
    }


def milliseconds(action: Callable) -> float:
    """Return the median CPU time of the action."""
    action()
    found = []
    for _ in range(TIMES):
        start = time.process_time_ns()
        action()
        found.append((time.process_time_ns() - start) / 1_000_000)
    return median(found)


def page(portal, form: dict) -> str:
    """Return the whole page of a search, as a browser gets it."""
    request = portal.REQUEST.clone()
    alsoProvides(request, *portal.REQUEST.__provides__.interfaces())
    request.form = dict(form)
    request.method = "GET"
    view = api.content.get_view("directory", portal, request)
    return view()


def measure(portal) -> dict[tuple[str, int], float]:
    """Return (what was done, how many people were shown) -> milliseconds, as the reader."""
    found = {}
    with api.env.adopt_user(username=READER):
        for title, form in SEARCHES.items():
            shown = len(directory.search(READER, directory.checked(form), size=24).rows)
            found[f"page: {title}", shown] = milliseconds(lambda form=form: page(portal, form))
        for title, form in SEARCHES.items():
            criteria, sort = directory.checked(form), directory.sorting(form)
            found[f"search alone: {title}", 0] = milliseconds(
                lambda criteria=criteria, sort=sort: directory.search(READER, criteria, sort=sort, size=24)
            )
        found["names suggested", 0] = milliseconds(lambda: directory.suggest(READER, "mart"))
        found["skills suggested", 0] = milliseconds(lambda: skills.suggest("pyth"))
        found["skills suggested, an error", 0] = milliseconds(lambda: skills.suggest("kubernets"))
        found["map of skills", 0] = milliseconds(directory.skills_map)
        found["top of the chart", 0] = milliseconds(lambda: directory.chart.tops(READER))
    return found


def woken(portal) -> tuple[int, int]:
    """Return how many Person objects the first page wakes when all sleep, and how many people it shows."""
    transaction.savepoint()
    connection = portal._p_jar
    sleeping = [portal.people[f"membre{number}"] for number in range(FEW)]
    with api.env.adopt_user(username=READER):
        page(portal, {})  # templates and settings are awake
        shown = directory.search(READER, Criteria(), size=24).rows
        transaction.savepoint()
        for content in [thing for _oid, thing in connection._cache.lru_items() if isinstance(thing, Person)]:
            content._p_deactivate()
        del sleeping
        gc.collect()
        page(portal, {})
        awake = [thing for _oid, thing in connection._cache.lru_items() if isinstance(thing, Person)]
    return len(awake), len(shown)


def main() -> None:
    """Set a site up, measure, print."""
    parser = ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--people", type=int, default=MANY)
    many = parser.parse_args().people
    logging.disable(logging.CRITICAL)
    layers = ordered(INTEGRATION)
    for layer in layers:
        layer.setUp()
    for layer in layers:
        layer.testSetUp()
    portal, random = INTEGRATION["portal"], Random(2026)
    api.portal.set_registry_record("bluegether.people.units", UNITS)
    results, awake = {}, {}
    with api.env.adopt_roles(["Manager"]):
        seed()
        known = [one for family in skills.children() for one in skills.descendants(family)]
        people.create_account(
            READER, fullname="Sofia Garnier", email="s@example.com", kind="consultant", unit="unite-3"
        )
        began, created = time.monotonic(), 0
        for count in (FEW, many):
            for number in range(created, count):
                create(number, random, known)
                if number % 200 == 199:
                    transaction.savepoint(optimistic=True)
                    portal._p_jar.cacheGC()
            created = count
            results[count], awake[count] = measure(portal), woken(portal)
    print(f"{many} people created in {time.monotonic() - began:.0f} s; milliseconds of CPU, median of {TIMES}")
    show(results, awake)


def seed() -> None:
    """Load the list of skills that a site starts with."""
    if not skills.total():
        seed_skills()


def show(results: dict[int, dict], awake: dict[int, tuple[int, int]]) -> None:
    """Print the table. A page that shows more people is not compared."""
    few, many = results
    print(f"{'':<46}{few:>9}{many:>9}{'times':>8}")
    for (title, shown), second in results[many].items():
        before, first = next((key[1], value) for key, value in results[few].items() if key[0] == title)
        said = verdict(title, first, second, before, shown)
        print(f"{title:<46}{first:>9.2f}{second:>9.2f}{second / first:>8.2f}{said}")
    for count, (number, shown) in awake.items():
        print(f"with {count} people a page wakes {number} Person objects and shows {shown}")


def verdict(title: str, first: float, second: float, before: int, shown: int) -> str:
    """Return what the line says beside its numbers."""
    if before != shown:
        return f"  (shows {shown} people instead of {before})"
    is_aim = title.startswith(("page", "skills suggested"))
    return "  over the aim" if is_aim and second > AIM * first else ""


def ordered(top) -> list:
    """Return the layer and all that it stands on, the lowest first."""
    found: list = []

    def visit(layer) -> None:
        for base in layer.__bases__:
            if isinstance(base, Layer) and base not in found:
                visit(base)
        found.append(layer)

    visit(top)
    return found


if __name__ == "__main__":
    main()
