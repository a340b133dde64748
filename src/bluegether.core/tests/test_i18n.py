"""Every text is in its room's catalog, and in French: nothing missing, empty or fuzzy."""

from collections import defaultdict
from gettext import GNUTranslations
from pathlib import Path
from pythongettext.msgfmt import Msgfmt
import importlib.util
import re
import tempfile
import unittest


ROOT = Path(__file__).resolve().parents[3]
SPEC = importlib.util.spec_from_file_location("i18n", ROOT / "scripts/i18n.py")
i18n = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(i18n)


def msgids(path: Path) -> set[str]:
    """Return the msgids of a template, whatever their lines."""
    found = re.findall(r'^msgid ((?:"(?:[^"\\]|\\.)*"\s*)+)', path.read_text(), re.MULTILINE)
    texts = {"".join(re.findall(r'"((?:[^"\\]|\\.)*)"', lines)) for lines in found}
    return {text.replace('\\"', '"').replace("\\n", "\n").replace("\\\\", "\\") for text in texts if text}


def french(path: Path) -> dict[str, str]:
    """Return the catalog's translations; fuzzy and empty ones are left out."""
    compiled = GNUTranslations(Msgfmt(path.open("rb")).getAsFile())
    return {key: value for key, value in compiled._catalog.items() if key}


class TestFrench(unittest.TestCase):
    maxDiff = None

    def test_every_text_is_translated(self):
        missing = {}
        with tempfile.TemporaryDirectory() as folder:
            for number, room in enumerate(i18n.catalogs()):
                pot = Path(folder) / f"{number}.pot"
                i18n.collect(room, pot)
                if pot.exists():
                    missing[room.name] = msgids(pot) - set(french(room / "locales/fr/LC_MESSAGES/bluegether.po"))
        self.assertGreater(len(missing), 4)
        self.assertEqual({}, {room: sorted(texts) for room, texts in missing.items() if texts})

    def test_nothing_is_fuzzy(self):
        for path in ROOT.glob("src/*/src/bluegether/**/fr/LC_MESSAGES/*.po"):
            self.assertNotIn("#, fuzzy", path.read_text().split("\n\n", 1)[-1], path)

    def test_placeholders_are_kept(self):
        for path in ROOT.glob("src/*/src/bluegether/**/fr/LC_MESSAGES/bluegether.po"):
            for msgid, text in french(path).items():
                self.assertEqual(*(sorted(set(re.findall(r"\$\{\w+\}", s))) for s in (msgid, text)), (path, msgid))

    def test_one_text_says_the_same_in_every_room(self):
        """The catalogs of one domain are merged: two translations of a text would take turns."""
        said = defaultdict(dict)
        for path in sorted(ROOT.glob("src/*/src/bluegether/**/fr/LC_MESSAGES/bluegether.po")):
            for msgid, text in french(path).items():
                said[msgid].setdefault(text, path.parents[3].name)
        self.assertEqual({}, {msgid: texts for msgid, texts in said.items() if len(texts) > 1})
