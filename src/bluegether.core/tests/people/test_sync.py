"""The sync of accounts: each rule of a line, of lines together, done and done again."""

from bluegether.core.kit.clock import end_of
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from bluegether.core.people.api.sync import only_sync
from bluegether.core.people.storage import KEY
from bluegether.core.people.testing import PeopleTest
from bluegether.core.testing import INTEGRATION
from datetime import date
from datetime import datetime
from datetime import UTC
from itertools import islice
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from unittest import mock
from zope.annotation.interfaces import IAnnotations
import gc


HEADER = "Matricule;Nom complet;Courriel;Type;Statut;Entité;Fonction;Responsable;Arrivée;Sortie"
ANA = "001;Ana Roux;ana@example.com;consultant;CDI;Agence de Lyon;Architecte;;;"


class Case(PeopleTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        api.portal.set_registry_record("plone.portal_timezone", "Europe/Paris")
        self.set("units", {"lyon": "Agence de Lyon", "nantes": "Agence de Nantes"})

    def known(self, userid, matricule="", manager="", **values):
        """Create an account that the company knows."""
        self.create(userid, **values)
        people.update_account(userid, actor=TEST_USER_ID, matricule=matricule, manager=manager)

    def plan(self, *rows, header=HEADER, encoding="utf-8"):
        return people.plan_sync("\n".join((header, *rows)).encode(encoding), actor=TEST_USER_ID)

    def run_sync(self, *rows, **options):
        plan = self.plan(*rows, **options)
        done = list(people.apply_sync(plan, actor=TEST_USER_ID))
        self.assertEqual([], [problem.reason for item in done for problem in item.problems])
        return plan

    def acts(self, plan):
        return {item.number: item.act for item in plan.items}

    def problems(self, plan):
        return {item.number: [str(one.reason) for one in item.problems] for item in plan.of("refused")}

    def changes(self, plan):
        return {item.number: item.changes for item in plan.items if item.changes}

    def assertIdle(self, *rows):
        """A second run finds nothing to do and registers no change of any object."""
        jar = self.portal._p_jar
        registered = list(jar._registered_objects)
        with mock.patch.object(type(jar), "register", side_effect=AssertionError("a second run wrote")):
            plan = self.plan(*rows)
            self.assertEqual([], list(people.apply_sync(plan, actor=TEST_USER_ID)))
        self.assertEqual(registered, list(jar._registered_objects))


class TestWho(Case):
    def test_hr_alone(self):
        setRoles(self.portal, TEST_USER_ID, ["Member", "Animator"])
        self.assertFalse(people.can_sync(TEST_USER_ID))
        self.assertRaises(NotAllowed, self.plan, ANA)
        self.assertRaises(NotAllowed, people.keep_export, ANA.encode(), actor=TEST_USER_ID)
        setRoles(self.portal, TEST_USER_ID, ["Member", "HR Referent"])
        plan = self.plan(ANA)
        setRoles(self.portal, TEST_USER_ID, ["Member", "Animator"])
        self.assertRaises(NotAllowed, people.apply_sync, plan, actor=TEST_USER_ID)


class TestReading(Case):
    def test_encodings_separators_and_names_of_columns(self):
        self.known("ana", "001", fullname="Ana Roux", kind="consultant", employment="employee")
        french = "Matricule;Prénom;Nom;Statut;Date d’entrée\r\n001;Zoé;Noël;CDI;24/11/2025\r\n"
        english = 'employee number,full name,employment,hire date\n001,"Zoé Noël",employee,2025-11-24\n'
        for text in (french, english, french.replace(";", "\t"), "\n" + english):
            for encoding in ("utf-8", "utf-8-sig", "cp1252"):
                with self.subTest(text=text[:20], encoding=encoding):
                    plan = people.plan_sync(text.encode(encoding), actor=TEST_USER_ID)
                    arrived = (date(2026, 11, 2), date(2025, 11, 24))
                    changes = {"fullname": ("Ana Roux", "Zoé Noël"), "arrived": arrived}
                    self.assertEqual(changes, plan.items[0].changes)

    def test_files_that_are_none(self):
        for data, message in (
            (b"", "empty"),
            (b"PK\x03\x04", "workbook"),
            (b"\x00\x01", "no CSV"),
            (b"Nom;Type\nAna;staff", "matricule or email"),
            (b"Matricule;Matricule\n1;2", "Two columns"),
            (b"Matricule\n" + b"1\n" * 20_001, "more than"),
            (b"x" * 8_000_001, "larger than"),
        ):
            with self.assertRaises(Invalid) as caught:
                people.plan_sync(data, actor=TEST_USER_ID)
            self.assertIn(message, str(caught.exception.message))

    def test_lines_that_cannot_be_read(self):
        plan = self.plan(
            "001;Ana",
            ANA + ";;;",
            '002;"Zoé;zoe@example.com;staff;;;;;;\n003;Luc";luc@example.com;staff;;;;;;',
            "004;Lou Ray;lou@example.com;staff;;;;;31/02/2026;tomorrow",
            ";Nobody;;staff;;;;;;",
        )
        self.assertEqual(
            {
                2: ["There are fewer cells than columns."],
                3: ["There are more cells than columns."],
                5: ["A cell holds a line break: a quotation mark may be missing."],
                6: ["${value} is no date.", "${value} is no date."],
                7: ["Neither employee number nor mail address: nobody can be meant."],
            },
            self.problems(plan),
        )
        self.assertEqual({"Arrivée", "Sortie"}, {one.column for one in plan.items[3].problems})


class TestNew(Case):
    def test_who_is_new_is_invited_and_has_no_account(self):
        plan = self.run_sync(ANA)
        self.assertEqual({2: "invite"}, self.acts(plan))
        one = self.only(state="open")
        self.assertEqual(
            ("Ana Roux", "ana@example.com", "consultant", "employee", "lyon", "Architecte", TEST_USER_ID),
            (one.fullname, one.email, one.kind, one.employment, one.unit, one.job, one.invited_by),
        )
        self.assertIsNone(api.user.get(userid="ana.roux"))
        self.assertEqual(["ana@example.com"], [mail["To"] for mail in self.mails()])

    def test_a_second_run_invites_nobody(self):
        self.run_sync(ANA)
        self.assertIdle(ANA)
        self.assertEqual({2: "waits"}, self.acts(self.plan(ANA)))
        self.assertEqual(1, len(self.mails()))

    def test_once_the_charter_is_accepted_the_next_run_completes_the_account(self):
        self.known("chef", "100", fullname="Chef")
        row = ANA.replace("Architecte;", "Architecte;100")
        self.run_sync(row)
        token = people.resend(self.only().id, actor=TEST_USER_ID)
        people.redeem(token)
        api.user.get(userid="ana.roux").setMemberProperties({"email": "ana@home.example"})
        plan = self.run_sync(row)
        self.assertEqual("ana.roux", plan.items[0].userid)  # by the invitation, though the address is another by now
        person = people.account("ana.roux")
        self.assertEqual(("001", "chef", "ana@example.com"), (person.matricule, person.manager, person.email))
        self.assertIdle(row)

    def test_not_before_the_day_of_arrival(self):
        row = ANA.replace("Architecte;;;", "Architecte;;03/11/2026;")
        self.assertEqual({2: "waits"}, self.acts(self.run_sync(row)))
        self.assertEqual(0, people.invitations().total)
        self.clock.pass_days(1)
        self.assertEqual({2: "invite"}, self.acts(self.run_sync(row)))

    def test_the_day_of_arrival_follows_the_file(self):
        self.known("bob", "001", fullname="Bob Roux")
        self.known("cleo", "002", fullname="Cléo Roux")
        row = "001;Bob Roux;bob@example.com;;;;;;14/09/2020;"
        was = people.account("bob").arrived.date()
        plan = self.run_sync(row)
        self.assertEqual({"arrived": (was, date(2020, 9, 14))}, plan.items[0].changes)
        self.assertEqual(date(2020, 9, 14), people.account("bob").arrived.date())
        self.assertEqual(["bob"], [one.userid for one in people.arrived_before(datetime(2021, 1, 1, tzinfo=UTC))])
        self.assertEqual("cleo", people.newcomers(limit=1)[0].userid)
        self.assertIdle(row)

    def test_who_has_left_is_not_invited(self):
        self.assertEqual({2: "waits"}, self.acts(self.plan(ANA + "01/11/2026")))
        self.assertEqual({2: "invite"}, self.acts(self.plan(ANA + "02/11/2026")))

    def test_nobody_is_invited_again_after_a_refusal(self):
        self.run_sync(ANA)
        one = self.only()
        people.decline(people.resend(one.id, actor=TEST_USER_ID))
        self.assertIn("Declined", self.plan(ANA).items[0].remarks[0])
        self.assertIdle(ANA)

    def test_nor_when_the_invitation_expired_or_was_revoked(self):
        self.run_sync(ANA)
        self.clock.pass_days(15)
        self.assertIn("expired", self.plan(ANA).items[0].remarks[0])
        people.sweep()
        self.assertIn("expired", self.plan(ANA).items[0].remarks[0])
        people.resend(self.only().id, actor=TEST_USER_ID)
        people.revoke(self.only().id, actor=TEST_USER_ID)
        self.assertIn("revoked", self.plan(ANA).items[0].remarks[0])

    def test_another_address_while_an_invitation_is_open(self):
        self.run_sync(ANA)
        plan = self.plan(ANA.replace("ana@example.com", "ana.roux@example.com"))
        self.assertIn("Another address was invited", self.problems(plan)[2][0])

    def test_what_is_wrong_with_somebody_new(self):
        self.create("taken", email="taken@example.com")
        header = "Matricule;Nom complet;Courriel;Type;Entité;Identifiant"
        plan = self.plan(
            "1;;bad;x;moon;",
            "2;Bob Hope;bob@example.com;staff;;taken",
            "3;Eve;eve@example.com;;;",
            f"{'9' * 41};Léo;leo@example.com;staff;;",
            header=header,
        )
        found = self.problems(plan)
        self.assertEqual(4, len(found[2]))
        self.assertIn("somebody's", found[3][0])
        self.assertIn("no kind of account", found[4][0])
        self.assertEqual(["At most ${maximum} characters."], found[5])


class TestKnown(Case):
    def setUp(self):
        super().setUp()
        self.known(
            "ana", "001", fullname="Ana Roux", kind="consultant", employment="employee", unit="nantes", job="Dev"
        )
        self.known("chef", "100", fullname="Chef")

    def test_what_the_company_says_is_changed(self):
        row = "001;Ana Roux-Petit;ana.rp@example.com;consultant;freelance;Agence de Lyon;Architecte;100;;"
        self.run_sync(row)
        person = people.account("ana")
        self.assertEqual(
            ("Ana Roux-Petit", "ana.rp@example.com", "freelance", "lyon", "Architecte", "chef"),
            (person.fullname, person.email, person.employment, person.unit, person.job, person.manager),
        )
        member = api.user.get(userid="ana")
        self.assertEqual("ana.rp@example.com", member.getProperty("email"))
        self.assertIdle(row)

    def test_a_column_that_is_missing_changes_nothing_an_empty_cell_empties(self):
        self.run_sync("001;Ana Roux;", header="Matricule;Nom complet;Courriel")
        self.assertEqual(("nantes", "Dev", "ana@example.com"), self.record("unit", "job", "email"))
        self.run_sync("001;;", header="Matricule;Entité;Fonction")
        self.assertEqual(("", "", "001"), self.record("unit", "job", "matricule"))

    def record(self, *names):
        return tuple(getattr(people.account("ana"), name) for name in names)

    def test_the_case_of_a_mail_address_is_no_change(self):
        self.assertIdle("001;Ana Roux;ANA@Example.com;consultant;CDI;nantes;Dev;;;")

    def test_a_contract_says_nothing_of_staff(self):
        self.assertIdle("100;Chef;chef@example.com;interne;CDI;;;;;")

    def test_by_mail_address_the_number_is_learnt(self):
        self.create("zoe", fullname="Zoé")
        plan = self.run_sync("002;Zoé;zoe@example.com;staff;;;;;;")
        self.assertEqual({"matricule": ("", "002")}, plan.items[0].changes)
        self.assertEqual("002", people.account("zoe").matricule)

    def test_without_a_number_the_address_is_the_key(self):
        self.run_sync("ana@example.com;Cheffe de projet", header="Courriel;Fonction")
        self.assertEqual(("Cheffe de projet", "001"), self.record("job", "matricule"))

    def test_an_address_with_another_number_is_refused(self):
        plan = self.plan("01;Ana Roux;ana@example.com;consultant;CDI;;;;;")  # a spreadsheet ate the zeros
        self.assertIn("another employee number", self.problems(plan)[2][0])
        self.assertEqual([], plan.to_do())

    def test_a_number_of_several_people_is_refused(self):
        self.known("zoe", "001")
        self.assertIn("Several people", self.problems(self.plan(ANA))[2][0])

    def test_a_user_id_that_is_another_is_refused(self):
        header = "Matricule;Courriel;Identifiant"
        plan = self.plan("001;ana@example.com;bob", "777;new@example.com;chef", header=header)
        self.assertIn("has the user id", self.problems(plan)[2][0])
        self.assertIn("somebody's", " ".join(self.problems(plan)[3]))

    def test_an_address_of_somebody_else_is_refused(self):
        plan = self.plan("001;Ana Roux;chef@example.com;consultant;CDI;;;;;")
        self.assertEqual(["Somebody has an account with this mail address."], self.problems(plan)[2])
        self.invite(email="open@example.com")
        plan = self.plan("001;Ana Roux;open@example.com;consultant;CDI;;;;;")
        self.assertEqual(["There is an open invitation for this mail address."], self.problems(plan)[2])

    def test_bad_values_leave_the_whole_line_out(self):
        plan = self.plan("001;Ana Roux;ana@example.com;wizard;CDI;moon;Architecte;;;")
        self.assertEqual(2, len(self.problems(plan)[2]))
        self.assertEqual({"Type", "Entité"}, {one.column for one in plan.items[0].problems})
        self.assertEqual([], list(people.apply_sync(plan, actor=TEST_USER_ID)))
        self.assertEqual(("nantes", "Dev"), self.record("unit", "job"))

    def test_ones_own_kind_and_end_are_not_ones_own_to_change(self):
        people.create_account("rh2", fullname="Rh", email="rh2@example.com", kind="staff")
        self.portal.acl_users.userFolderEditUser("rh2", None, ["Member", "HR Referent"], [])
        data = "\n".join((HEADER, ";Rh;rh2@example.com;direction;;;;;;", "100;Chef;;;;;;;;31/12/2026")).encode()
        plan = people.plan_sync(data, actor="rh2")
        self.assertIn("own kind", self.problems(plan)[2][0])
        data = "\n".join((HEADER, ";Rh;rh2@example.com;staff;;;;;;31/12/2026")).encode()
        self.assertIn("own access", self.problems(people.plan_sync(data, actor="rh2"))[2][0])


class TestTogether(Case):
    def setUp(self):
        super().setUp()
        for number, userid in enumerate(("ana", "bea", "cleo"), start=1):
            self.known(userid, f"00{number}")

    def rows(self, *managers, emails=("ana", "bea", "cleo")):
        return [
            f"00{number};;{email}@example.com;;;;;{manager};;"
            for number, (email, manager) in enumerate(zip(emails, managers, strict=True), start=1)
        ]

    def managers(self):
        return tuple(people.manager_of(userid) for userid in ("ana", "bea", "cleo"))

    def test_repeated_numbers_and_addresses_are_refused_in_both_lines(self):
        plan = self.plan(ANA, ANA.replace("ana@", "other@"), "9;X Y;ana@example.com;staff;;;;;;")
        self.assertEqual({2, 3, 4}, set(self.problems(plan)))
        self.assertEqual(
            {"The same as in line ${line}."}, {text for one in self.problems(plan).values() for text in one}
        )
        self.assertEqual({3, 4, 2}, {one.reason.mapping["line"] for item in plan.items for one in item.problems})

    def test_a_line_repeated_as_it_is_counts_once(self):
        row = "009;New One;new@example.com;staff;;;;;;"
        plan = self.run_sync(row, row)
        self.assertEqual({2: "invite", 3: "waits"}, self.acts(plan))
        self.assertEqual(1, people.invitations().total)

    def test_one_person_in_two_lines(self):
        plan = self.plan("001;Ana;;;;;;;;", ";Ana;ana@example.com;;;;;;;")
        self.assertEqual({"The same person as in line ${line}."}, {one[0] for one in self.problems(plan).values()})
        self.assertEqual({2, 3}, set(self.problems(plan)))

    def test_exchanged_addresses_are_refused_in_both_lines(self):
        plan = self.plan(*self.rows("", "", "", emails=("bea", "ana", "cleo")))
        self.assertEqual({2, 3}, set(self.problems(plan)))
        self.assertEqual([], plan.to_do())
        self.assertEqual(("ana@example.com", "bea@example.com"), tuple(map(self.email, ("ana", "bea"))))

    def email(self, userid):
        return people.account(userid).email

    def test_a_column_that_slipped_gives_nobody_the_address_of_another(self):
        plan = self.plan(*self.rows("", "", "", emails=("bea", "cleo", "new")))
        self.assertEqual({2, 3}, set(self.problems(plan)))

    def test_managers_by_number_and_by_address(self):
        rows = self.rows("", "001", "ana@example.com")
        self.run_sync(*rows)
        self.assertEqual(("", "ana", "ana"), self.managers())
        self.assertEqual(["bea", "cleo"], sorted(people.team("ana")))
        self.assertIdle(*rows)

    def test_managers_by_what_the_same_file_says_for_the_first_time(self):
        self.create("dan")
        self.create("eva")
        rows = (
            "D4;;dan@example.com;;;;;ana@new.example;;",
            "E5;;eva@example.com;;;;;d4;;",
            "001;;ana@new.example;;;;;;;",
        )
        self.run_sync(*rows)
        self.assertEqual(("ana", "dan"), (people.manager_of("dan"), people.manager_of("eva")))
        self.assertIdle(*rows)

    def test_a_manager_without_an_account_changes_nothing(self):
        self.run_sync(*self.rows("", "001", ""))
        plan = self.run_sync(*self.rows("", "404", ""))
        self.assertEqual(("", "ana", ""), self.managers())
        self.assertEqual(["The manager ${manager} has no account."], [str(one) for one in plan.items[1].remarks])

    def test_a_client_manages_nobody(self):
        self.known("cli", "500", kind="client")
        self.assertEqual(["There is no such member."], self.problems(self.plan(*self.rows("", "500", "")))[3])

    def test_circles_are_refused_and_the_others_go_on(self):
        self.known("dan", "004")
        rows = [*self.rows("002", "003", "001"), "004;;dan@example.com;;;;;001;;"]
        plan = self.run_sync(*rows)
        self.assertEqual({2, 3, 4}, set(self.problems(plan)))
        self.assertEqual("dan", plan.to_do()[0].userid)
        self.assertEqual("ana", people.manager_of("dan"))
        self.assertEqual(("", "", ""), self.managers())
        plan = self.plan("001;;ana@example.com;;;;;001;;")
        self.assertIn("circle", self.problems(plan)[2][0])

    def test_a_circle_with_somebody_whom_the_file_leaves_as_they_are(self):
        self.run_sync(*self.rows("", "001", "002"))
        plan = self.plan("001;;ana@example.com;;;;;003;;")
        self.assertEqual({2}, set(self.problems(plan)))

    def test_places_exchanged_without_a_circle_on_the_way(self):
        self.run_sync(*self.rows("", "001", "002"))
        self.assertEqual(("", "ana", "bea"), self.managers())
        rows = self.rows("002", "003", "")
        self.run_sync(*rows)
        self.assertEqual(("bea", "cleo", ""), self.managers())
        self.assertIdle(*rows)

    def test_who_is_not_in_the_file_is_named_and_stays(self):
        self.create("cli", kind="client")
        self.create("paul", kind="consultant", fullname="Paul")
        plan = self.run_sync("001;;ana@example.com;;;;;;;")
        self.assertEqual(["bea", "cleo"], plan.absent)  # of the kinds that the file has
        self.assertIsNotNone(people.account("bea"))
        people.end_access("bea", when=self.clock.moment, actor=TEST_USER_ID)
        self.assertEqual(["cleo"], self.plan("001;;ana@example.com;;;;;;;").absent)


class TestLeaving(Case):
    def setUp(self):
        super().setUp()
        self.known("ana", "001", fullname="Ana Roux")

    def row(self, leaves, arrived=""):
        return f"001;Ana Roux;ana@example.com;;;;;;{arrived};{leaves}"

    def test_the_access_ends_when_the_last_day_is_over(self):
        self.run_sync(self.row("30/11/2026"))
        self.assertEqual(end_of(date(2026, 11, 30)), people.closing("ana").ends)
        self.assertTrue(people.has_access("ana"))
        self.assertIdle(self.row("2026-11-30"))

    def test_moved_and_taken_back(self):
        self.run_sync(self.row("30/11/2026"))
        plan = self.run_sync(self.row("31/12/2026"))
        self.assertEqual({"leaves": (date(2026, 11, 30), date(2026, 12, 31))}, plan.items[0].changes)
        self.assertEqual(end_of(date(2026, 12, 31)), people.closing("ana").ends)
        self.run_sync(self.row(""))
        self.assertIsNone(people.closing("ana"))
        self.assertIdle(self.row(""))

    def test_an_end_that_hr_planned_in_the_portal_stays(self):
        planned = end_of(date(2026, 12, 24))
        people.end_access("ana", when=planned, actor=TEST_USER_ID)
        self.assertIdle(self.row(""))
        self.assertEqual(planned, people.closing("ana").ends)

    def test_without_the_column_nothing_is_said_of_departures(self):
        self.run_sync(self.row("30/11/2026"))
        plan = self.plan("001;Ana Roux", header="Matricule;Nom complet")
        self.assertEqual([], plan.to_do())

    def test_a_day_that_has_passed_ends_the_access_at_once(self):
        self.run_sync(self.row("30/10/2026"))
        self.assertFalse(people.has_access("ana"))
        self.assertIdle(self.row("30/10/2026"))
        self.assertIn("cannot be taken back", self.problems(self.plan(self.row("")))[2][0])

    def test_the_last_hr_referent_is_refused_when_it_is_done(self):
        self.portal.acl_users.userFolderEditUser("ana", None, ["Member", "HR Referent"], [])
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        plan = self.plan(self.row("30/11/2026").replace("Ana Roux", "Ana R."))
        (item,) = people.apply_sync(plan, actor=TEST_USER_ID)
        self.assertIn("Nobody else", str(item.problems[0].reason))
        self.assertEqual("Ana Roux", people.account("ana").fullname)  # nothing of the line

    def test_many_departures_have_to_be_confirmed(self):
        for number in range(21):
            self.known(f"x{number}", f"9{number:02}", fullname="X")
        rows = [f"9{number:02};;;;;;;;;30/11/2026" for number in range(21)]
        plan = self.plan(*rows)
        self.assertEqual(21, plan.too_many)
        self.assertRaises(Conflict, people.apply_sync, plan, actor=TEST_USER_ID)
        self.assertEqual(0, self.plan(*rows[1:]).too_many)
        self.assertEqual(21, len(list(people.apply_sync(plan, actor=TEST_USER_ID, many=True))))


class TestDoing(Case):
    rows = tuple(f"{number};N{number} X;n{number}@example.com;staff;;;;;;" for number in range(5))

    def test_an_interruption_leaves_whole_lines_and_the_next_run_goes_on(self):
        steps = people.apply_sync(self.plan(*self.rows), actor=TEST_USER_ID)
        self.assertEqual(2, len(list(islice(steps, 2))))
        steps.close()
        self.assertEqual(2, people.invitations().total)
        self.assertEqual(3, len(self.plan(*self.rows).to_do()))
        self.run_sync(*self.rows)
        self.assertEqual(5, people.invitations().total)
        self.assertIdle(*self.rows)

    def test_a_line_that_fails_leaves_nothing_behind_and_the_others_go_on(self):
        self.known("ana", "001", fullname="Ana Roux")
        plan = self.plan("001;Ana R.;ana@example.com;;;;;;;30/11/2026", *self.rows)
        with mock.patch("bluegether.core.people.api.sync.end_access", side_effect=Conflict("no")):
            done = list(people.apply_sync(plan, actor=TEST_USER_ID))
        self.assertEqual(["refused", *["invite"] * 5], [item.act for item in done])
        self.assertEqual("Ana Roux", people.account("ana").fullname)
        self.assertEqual(5, people.invitations().total)

    def test_only_one_at_a_time(self):
        with only_sync():
            self.assertRaises(Conflict, next, people.apply_sync(self.plan(*self.rows), actor=TEST_USER_ID))
        self.assertEqual(0, people.invitations().total)
        steps = people.apply_sync(self.plan(*self.rows), actor=TEST_USER_ID)
        next(steps)
        self.assertRaises(Conflict, next, people.apply_sync(self.plan(*self.rows), actor=TEST_USER_ID))
        del steps
        gc.collect()
        self.assertEqual(4, len(list(people.apply_sync(self.plan(*self.rows), actor=TEST_USER_ID))))

    def test_looking_changes_nothing(self):
        registered = len(self.portal._p_jar._registered_objects)
        self.plan(*self.rows)
        self.assertEqual(registered, len(self.portal._p_jar._registered_objects))
        self.assertEqual([], self.mails())

    def test_the_file_is_kept_for_its_sender_and_a_day(self):
        self.assertRaises(Missing, people.kept_export, actor=TEST_USER_ID)
        people.keep_export(f"{HEADER}\n{ANA}".encode(), actor=TEST_USER_ID)
        self.assertIn(b"Ana Roux", people.kept_export(actor=TEST_USER_ID))
        self.assertRaises(Missing, people.kept_export, actor="rh")
        people.keep_export(HEADER.encode(), actor=TEST_USER_ID)
        self.clock.pass_days(1.1)
        people.sweep()
        self.assertRaises(Missing, people.kept_export, actor=TEST_USER_ID)
        self.assertEqual([], list(IAnnotations(self.portal)[KEY].due))

    def test_erasure_leaves_nothing_of_syncs(self):
        self.known("ana", "001", fullname="Ana Roux")
        self.run_sync("001;Ana Roux;ana@example.com;;;;;;;30/11/2026")
        people.erase("ana", actor=TEST_USER_ID)
        kept = IAnnotations(self.portal)[KEY]
        self.assertEqual(([], []), (list(kept.synced_ends), list(kept.synced_invitations)))
