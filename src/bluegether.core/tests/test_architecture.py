"""What import-linter cannot see: dotted names in ZCML, doors of rooms, upgrade steps, namespaces."""

from lxml import etree
from pathlib import Path
import re
import unittest


ROOT = Path(__file__).resolve().parents[3]
CORE = ROOT / "src/bluegether.core/src/bluegether/core"
# Room -> how high it stands; rooms on one line never know each other.
LINES = (
    "kit",
    "skills",
    "people",
    "discussion",
    "missions spaces",
    "career charter directory dossiers expertise journeys launcher matching messaging stream",
    "leads needs referrals rewards",
    "adoption calendars home moderation notifications onboarding",
)
HEIGHT = {room: height for height, line in enumerate(LINES) for room in line.split()}
DOORS = {"api", "interfaces", "events"}
NAME = re.compile(r"bluegether\.core\.(\w+)(?:\.(\w+))?")
IMPORT = re.compile(r"^\s*(?:from|import) (bluegether\.core\.\S+)", re.MULTILINE)
GS = "{http://namespaces.zope.org/genericsetup}"


def faults(text: str, room: str) -> list[str]:
    """Return the names in a text of this room that break the table."""
    found = []
    for match in NAME.finditer(text):
        other, door = match.groups()
        if other not in HEIGHT or other == room:
            continue
        below = HEIGHT[other] < HEIGHT[room]
        by_the_door = other == "kit" or door is None or door in DOORS
        if not below or not by_the_door:
            found.append(match.group(0))
    return found


class TestRooms(unittest.TestCase):
    def test_every_room_has_its_place(self):
        folders = {path.parent.name for path in CORE.glob("*/__init__.py")}
        self.assertEqual(set(HEIGHT), folders)

    def test_zcml_obeys_the_table(self):
        for path in CORE.glob("*/**/*.zcml"):
            room = path.relative_to(CORE).parts[0]
            self.assertEqual([], faults(path.read_text(), room), path)

    def test_relative_names_stay_inside_the_room(self):
        for path in CORE.glob("*/**/*.zcml"):
            depth = len(path.relative_to(CORE).parts) - 1
            for dots in re.findall(r'"(\.{2,})\w', path.read_text()):
                self.assertLessEqual(len(dots), depth, path)

    def test_other_rooms_are_entered_by_the_door(self):
        for path in CORE.glob("*/**/*.py"):
            room = path.relative_to(CORE).parts[0]
            if path.name != "testing.py":
                self.assertEqual([], faults("\n".join(IMPORT.findall(path.read_text())), room), path)

    def test_the_check_itself_finds_what_is_wrong(self):
        self.assertEqual(["bluegether.core.home.api"], faults("bluegether.core.home.api", "charter"))
        self.assertEqual(["bluegether.core.people.storage"], faults("bluegether.core.people.storage", "charter"))
        self.assertEqual(["bluegether.core.home.api"], faults("bluegether.core.home.api", "onboarding"))
        self.assertEqual([], faults("bluegether.core.people.api bluegether.core.kit.clock", "charter"))

    def test_only_storage_touches_trees(self):
        allowed = {CORE / "kit/annotation.py", CORE / "kit/chain.py"}
        for path in set(CORE.rglob("*.py")) - allowed:
            if path.name != "storage.py" and "storage" not in path.parts:
                self.assertIsNone(re.search(r"^(from|import) BTrees", path.read_text(), re.MULTILINE), path)


class TestDistributions(unittest.TestCase):
    def test_the_namespace_has_no_init(self):
        self.assertEqual([], list(ROOT.glob("src/*/src/bluegether/__init__.py")))

    def test_profiles_are_as_new_as_their_last_upgrade(self):
        for metadata in ROOT.glob("src/*/src/bluegether/*/profiles/default/metadata.xml"):
            package = metadata.parents[2]
            version = etree.parse(metadata).findtext("version")
            steps = [step for path in package.rglob("*.zcml") for step in etree.parse(path).iter(f"{GS}upgradeSteps")]
            steps += [step for path in package.rglob("*.zcml") for step in etree.parse(path).iter(f"{GS}upgradeStep")]
            last = max((step.get("destination") for step in steps), default=version)
            self.assertEqual(last, version, metadata)

    def test_every_upgrade_is_registered(self):
        for path in ROOT.glob("src/*/src/bluegether/*/upgrades/*.py"):
            if path.name != "__init__.py":
                registered = "".join(zcml.read_text() for zcml in path.parents[1].rglob("*.zcml"))
                self.assertIn(f"upgrades.{path.stem}", registered, path)
