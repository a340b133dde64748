"""`scripts/sync_accounts.py`: what it prints and returns, what an interruption leaves."""

from bluegether.core.people import api as people
from bluegether.core.people.testing import PeopleTest
from bluegether.core.testing import FUNCTIONAL
from contextlib import redirect_stderr
from contextlib import redirect_stdout
from pathlib import Path
from unittest import mock
from zope.component.hooks import setSite
import importlib.util
import io
import tempfile
import transaction


ROOT = Path(__file__).resolve().parents[4]
SPEC = importlib.util.spec_from_file_location("sync_accounts", ROOT / "scripts/sync_accounts.py")
script = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(script)
HEADER = "Matricule;Nom complet;Courriel;Type"
ROWS = [f"{number};N{number} X;n{number}@example.com;staff" for number in range(5)]


class TestScript(PeopleTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        transaction.commit()

    def run_script(self, *rows, arguments=()):
        """Run it on a file and return (exit code, what was printed)."""
        with tempfile.NamedTemporaryFile("w", suffix=".csv") as file:
            file.write("\n".join((HEADER, *rows)))
            file.flush()
            out = io.StringIO()
            with redirect_stdout(out), redirect_stderr(out):
                code = script.main(self.layer["app"], [file.name, "--site", "plone", *arguments])
        transaction.abort()
        setSite(self.portal)
        return code, out.getvalue()

    def test_without_apply_nothing_changes(self):
        before = self.portal._p_jar.db().lastTransaction()
        code, text = self.run_script(*ROWS)
        self.assertEqual(0, code)
        self.assertIn("line 2: invite: N0 X: fullname: - -> N0 X", text)
        self.assertIn("invite 5, update 0, same 0, waits 0, refused 0, absent 0 (dry run)", text)
        self.assertEqual(before, self.portal._p_jar.db().lastTransaction())

    def test_applied_and_applied_again(self):
        self.assertEqual(0, self.run_script(*ROWS, arguments=["--apply"])[0])
        self.assertEqual({"SIRH"}, {one.invited_by for one in people.invitations().rows})
        self.assertEqual(5, people.invitations().total)
        before = self.portal._p_jar.db().lastTransaction()
        code, text = self.run_script(*ROWS, arguments=["--apply"])
        self.assertEqual(0, code)
        self.assertIn("waits 5", text)
        self.assertEqual(before, self.portal._p_jar.db().lastTransaction())

    def test_lines_left_out_and_files_that_are_none(self):
        code, text = self.run_script("1;Ana;bad;staff", arguments=["--apply"])
        self.assertEqual(1, code)
        self.assertIn("line 2: refused: Ana: Courriel: This is not a valid mail address.", text)
        code, text = self.run_script("\x00")
        self.assertEqual(2, code)
        self.assertIn("sync_accounts: This is no CSV file", text)
        with redirect_stderr(io.StringIO()) as err:
            self.assertEqual(2, script.main(self.layer["app"], ["/nowhere.csv", "--site", "plone"]))
        self.assertIn("/nowhere.csv", err.getvalue())

    def test_an_interruption_leaves_whole_lines(self):
        original, done = people.apply_sync, []

        def broken(*arguments, **options):
            for item in original(*arguments, **options):
                done.append(item)
                if len(done) == 4:
                    raise KeyboardInterrupt
                yield item

        with mock.patch.object(script, "BATCH", 2), mock.patch.object(people, "apply_sync", broken):
            self.assertRaises(KeyboardInterrupt, self.run_script, *ROWS, arguments=["--apply"])
        transaction.abort()
        setSite(self.portal)
        self.assertEqual(2, people.invitations().total)
        self.run_script(*ROWS, arguments=["--apply"])
        self.assertEqual(5, people.invitations().total)
