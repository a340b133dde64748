"""CSV of many: every bad row named, nothing done before it is confirmed, all good rows invited."""

from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.people import api as people
from bluegether.core.testing import INTEGRATION
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
import unittest


HEADER = "Nom complet;Courriel;Type;Statut;Entité;Fonction;Identifiant"


class Many(unittest.TestCase):
    layer = INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        setRoles(self.portal, TEST_USER_ID, ["Member", "HR Referent"])
        api.portal.set_registry_record("bluegether.people.units", {"lyon": "Agence de Lyon"})
        del self.portal.MailHost.messages[:]

    def plan(self, text, *, encoding="utf-8"):
        people.keep_upload(text.encode(encoding), actor=TEST_USER_ID)
        return people.plan_upload(actor=TEST_USER_ID)

    def problems(self, *rows):
        plan = self.plan("\n".join((HEADER, *rows)))
        return {bad.number: [(one.column, str(one.reason)) for one in bad.problems] for bad in plan.bad}


class TestReading(Many):
    def test_separators_encodings_and_names_of_columns(self):
        french = (
            "Prénom;Nom;Courriel;Type;Statut;Entité\r\nZoé;Noël;zoe@example.com;Consultant;Salariée;Agence de Lyon\r\n"
        )
        english = 'fullname,email,kind,employment,unit\n"Zoé Noël",zoe@example.com,consultant,employee,lyon\n'
        for text in (french, english, french.replace(";", "\t"), "\n\n" + english):
            for encoding in ("utf-8", "utf-8-sig", "cp1252"):
                with self.subTest(text=text[:20], encoding=encoding):
                    plan = self.plan(text, encoding=encoding)
                    self.assertEqual([], plan.bad)
                    ((_line, person),) = plan.good
                    self.assertEqual("Zoé Noël", person["fullname"])
                    self.assertEqual(
                        ("consultant", "employee", "lyon"), tuple(map(person.get, ("kind", "employment", "unit")))
                    )
                    self.assertEqual("zoe.noel", person["userid"])

    def test_wrong_files_give_one_message(self):
        for data, message in (
            (b"", "empty"),
            (b" \n \n", "empty"),
            (b"PK\x03\x04 rest of a workbook", "workbook"),
            (b"\x89PNG\r\n\x1a\n\x00\x00", "no CSV"),
            (HEADER.encode("utf-16"), "no CSV"),
            (b"\x81\x8d\x8f", "no CSV"),
            (b"Ana;ana@example.com;staff\n", "first line"),
            (b"name;kind\nAna;staff\n", "first line"),
            (b"name;email;mail;kind\n", "the same"),
            (b"x" * 1_000_001, "larger than"),
            (HEADER.encode() + b"\nA;b" * 2001, "more than"),
            (HEADER.encode() + b'\n"' + b"x" * 200_000, "no CSV"),
        ):
            with self.subTest(data=data[:20]):
                with self.assertRaisesRegex(Invalid, message) as caught:
                    people.keep_upload(data, actor=TEST_USER_ID)
                self.assertEqual("file", caught.exception.field)
        with self.assertRaises(Missing):
            people.plan_upload(actor=TEST_USER_ID)


class TestPlanning(Many):
    def test_every_problem_of_a_row_is_named_with_line_and_column(self):
        found = self.problems(
            "Ana Díaz;ana@example.com;consultant;salarié;Agence de Lyon;Dev;",
            ";nobody;boss;;nowhere;;",
            "Bob;bob@example.com;staff;freelance;;;Not An Id",
            "Cai;cai@example.com;staff;;;;;;too many",
        )
        self.assertEqual([3, 4, 5], sorted(found))
        self.assertEqual(["Nom complet", "Courriel", "Type", "Entité"], [column for column, _reason in found[3]])
        self.assertEqual(["Statut", "Identifiant"], [column for column, _reason in found[4]])

    def test_duplicates_in_the_file_and_with_people(self):
        people.create_account("old", fullname="Old", email="Old@example.com", kind="staff")
        people.invite(fullname="Open", email="open@example.com", kind="staff", invited_by=TEST_USER_ID)
        found = self.problems(
            "Ana;ana@example.com;staff;;;;ana",
            "Ana;ANA@example.com;staff;;;;",
            "Bea;bea@example.com;staff;;;;ana",
            "Old;old@example.com;staff;;;;",
            "Open;open@example.com;staff;;;;",
            "Id;id@example.com;staff;;;;old",
            "No;no address;staff;;;;",
            "No;no address;staff;;;;",
        )
        self.assertEqual(
            {
                3: "Courriel",
                4: "Identifiant",
                5: "Courriel",
                6: "Courriel",
                7: "Identifiant",
                8: "Courriel",
                9: "Courriel",
            },
            {number: ", ".join(column for column, _reason in problems) for number, problems in found.items()},
        )

    def test_homonyms_get_ids_of_their_own(self):
        plan = self.plan(f"{HEADER}\nJo Roy;a@example.com;staff;;;;\nJo Roy;b@example.com;staff;;;;\n")
        self.assertEqual(["jo.roy", "jo.roy2"], [person["userid"] for _line, person in plan.good])

    def test_formulas_and_html_are_text(self):
        plan = self.plan(f'{HEADER}\n"=HYPERLINK(""http://x"")";a@example.com;staff;;;<script>;\n')
        self.assertEqual('=HYPERLINK("http://x")', plan.good[0][1]["fullname"])
        self.assertEqual("<script>", plan.good[0][1]["job"])

    def test_an_animator_may_not_give_every_kind(self):
        setRoles(self.portal, TEST_USER_ID, ["Member", "Animator"])
        found = self.problems("Ana;ana@example.com;staff;;;;", "Dan;dan@example.com;direction;;;;")
        self.assertEqual({3: [("Type", "You may not invite to this kind of account.")]}, found)

    def test_nothing_is_done(self):
        self.plan(f"{HEADER}\nAna;ana@example.com;staff;;;;\n")
        self.assertEqual(0, people.invitations().total)
        self.assertEqual([], list(self.portal.MailHost.messages))


class TestConfirming(Many):
    def test_two_hundred_rows_with_five_bad_ones(self):
        rows = [f"Personne {n};p{n}@example.com;consultant;salarié;;;" for n in range(200)]
        for n in (3, 50, 99, 150, 199):
            rows[n] = f"Personne {n};no address;consultant;;;;"
        plan = self.plan("\n".join((HEADER, *rows)))
        self.assertEqual((195, [5, 52, 101, 152, 201]), (len(plan.good), [bad.number for bad in plan.bad]))
        done = people.invite_upload(actor=TEST_USER_ID)
        self.assertEqual((195, 5), (len(done.good), len(done.bad)))
        self.assertEqual(195, people.invitations(state="open").total)
        self.assertEqual(195, len(self.portal.MailHost.messages))
        self.assertEqual([5, 52, 101, 152, 201], [bad.number for bad in people.rejected_lines(actor=TEST_USER_ID).bad])

    def test_what_changed_since_the_plan_is_seen(self):
        self.plan(f"{HEADER}\nAna;ana@example.com;staff;;;;\nBea;bea@example.com;staff;;;;\n")
        people.invite(fullname="Ana", email="ana@example.com", kind="staff", invited_by=TEST_USER_ID)
        done = people.invite_upload(actor=TEST_USER_ID)
        self.assertEqual([2], [bad.number for bad in done.bad])
        self.assertEqual(2, people.invitations().total)

    def test_once_only(self):
        self.plan(f"{HEADER}\nAna;ana@example.com;staff;;;;\n")
        people.invite_upload(actor=TEST_USER_ID)
        with self.assertRaises(Conflict):
            people.invite_upload(actor=TEST_USER_ID)

    def test_only_for_who_sent_it(self):
        self.plan(f"{HEADER}\nAna;ana@example.com;staff;;;;\n")
        for question in (people.plan_upload, people.invite_upload, people.rejected_lines):
            with self.assertRaises(Missing):
                question(actor="somebody-else")
