"""The demo content: the same twice, whole, and true to what is printed."""

from bluegether.core.charter import api as charter
from bluegether.core.charter.interfaces import Status
from bluegether.core.directory import api as directory
from bluegether.core.kit.clock import now
from bluegether.core.missions import api as missions
from bluegether.core.onboarding import api as onboarding
from bluegether.core.people import api as people
from bluegether.core.stream import api as stream
from bluegether.policy import demo
from bluegether.policy import structure
from bluegether.policy.demo import company
from bluegether.policy.demo import content
from bluegether.policy.demo import files
from bluegether.policy.demo import people as builder
from bluegether.policy.demo.accounts import PERSONAS
from bluegether.policy.demo.skills import FAMILIES
from bluegether.policy.demo.skills import SKILLS
from bluegether.policy.testing import DEMO
from io import BytesIO
from openpyxl import load_workbook
from plone import api
from plone.app.testing import login
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from random import Random
from urllib.parse import parse_qs
import re
import unittest


class TestCrowd(unittest.TestCase):
    """The generator alone: no site."""

    def test_the_same_seed_gives_the_same_people(self):
        self.assertEqual(builder.crowd(Random(7)), builder.crowd(Random(7)))
        self.assertNotEqual(builder.crowd(Random(7)), builder.crowd(Random(8)))

    def test_about_sixty_people_with_names_of_their_own(self):
        everyone = [*PERSONAS, *builder.crowd(Random(demo.SEED))]
        self.assertTrue(55 <= len(everyone) <= 65, len(everyone))
        for attribute in ("userid", "fullname"):
            self.assertEqual(len(everyone), len({getattr(person, attribute) for person in everyone}), attribute)
        self.assertEqual(len(everyone), len({builder.address(person) for person in everyone}))
        for person in everyone:
            self.assertRegex(person.userid, people.USERID)
            self.assertIn(person.unit, ("", *company.UNITS))

    def test_some_came_lately_and_some_are_freelances(self):
        crowd = builder.crowd(Random(demo.SEED))
        self.assertEqual(set(builder.LAST_ARRIVALS), {p.seniority for p in crowd if p.seniority < 60})
        self.assertTrue(5 <= sum(p.employment == "freelance" for p in crowd) <= 20)

    def test_every_unit_that_grows_has_jobs_and_skills(self):
        for unit in company.SIZES:
            self.assertIn(unit, company.UNITS)
            self.assertTrue(company.JOBS[unit])
            for family in FAMILIES[unit]:
                self.assertTrue(SKILLS[family])

    def test_files_open(self):
        sheet = load_workbook(BytesIO(files.make("xlsx"))).active
        self.assertEqual("Date", sheet["A1"].value)
        data = files.make("pdf")
        self.assertTrue(data.startswith(b"%PDF-1.4"))
        offset = int(re.search(rb"startxref\n(\d+)\n", data).group(1))
        self.assertEqual(b"xref", data[offset : offset + 4])


class TestBuilt(unittest.TestCase):
    layer = DEMO

    def setUp(self):
        self.site = self.layer["portal"]
        setRoles(self.site, TEST_USER_ID, ["Manager"])
        self.note = self.layer["demo_note"]

    def test_everyone_is_who_the_table_says(self):
        for persona in PERSONAS:
            person = people.account(persona.userid)
            self.assertEqual(
                (persona.fullname, persona.kind, persona.employment, persona.unit, persona.job),
                (person.fullname, person.kind, person.employment, person.unit, person.job),
            )
            user = api.user.get(persona.userid)
            self.assertLessEqual({*people.KINDS[persona.kind], *persona.roles}, set(user.getRoles()), persona.userid)
            for group in persona.groups:
                self.assertIn(group, [found.getId() for found in api.group.get_groups(username=persona.userid)])
            users = self.site.acl_users.source_users
            credentials = {"login": persona.userid, "password": demo.PASSWORD}
            self.assertEqual((persona.userid, persona.userid), users.authenticateCredentials(credentials))
            self.assertIn(f"  {persona.userid} ", self.note)

    def test_only_the_personas_have_the_public_password(self):
        userid = builder.crowd(Random(demo.SEED))[0].userid
        self.assertIsNotNone(people.account(userid))
        credentials = {"login": userid, "password": demo.PASSWORD}
        self.assertIsNone(self.site.acl_users.source_users.authenticateCredentials(credentials))

    def test_roles_come_from_groups_and_stay_with_them(self):
        self.assertIn("HR Referent", api.user.get("rh").getRoles())
        self.assertIn("Animator", api.user.get("animatrice").getRoles())
        self.assertNotIn("Staff", api.group.get("RH").getRoles())
        self.assertNotIn("Manager", {role for p in PERSONAS for role in api.user.get(p.userid).getRoles()})
        self.assertNotIn("Member", api.user.get("client").getRoles())

    def test_the_page_of_news_opens_on_the_newest(self):
        self.assertEqual(structure.NEWEST, self.site.actualites.getDefaultPage())
        listed = [found.getObject() for found in self.site.actualites[structure.NEWEST].results(batch=False)]
        self.assertEqual({"News Item"}, {found.portal_type for found in listed})
        dates = [found.effective() for found in listed]
        self.assertTrue(len(dates) > 5 and dates == sorted(dates, reverse=True), dates)

    def test_two_versions_of_the_charter(self):
        states = {version.label: api.content.get_state(version) for version in self.site.charte.objectValues()}
        self.assertEqual({"1": "archived", "2": "in_force"}, states)
        self.assertEqual(12, len(charter.version_in_force().articles))
        self.assertEqual({"kept", "late", "not_yet"}, {found.state for found in charter.engagements()})
        english = charter.article(7, "en")
        self.assertEqual("Respecting people", english.title)

    def test_everyone_signed_but_the_newcomer(self):
        everyone = people.accounts(size=1000).rows
        waiting = [person.userid for person in everyone if charter.must_sign(person.userid)]
        self.assertEqual(["nouvelle"], waiting)
        self.assertEqual(Status.TO_SIGN, charter.status("nouvelle"))
        self.assertEqual("1", charter.signed_reading("nouvelle").label)
        self.assertTrue(charter.verify().whole)

    def test_answers_are_dated_in_order_and_in_the_past(self):
        times = [record.time for record in reversed(charter.records(size=1000))]
        self.assertEqual(sorted(times), times)
        self.assertLess(times[-1], charter.records(size=1)[0].time + "~")
        steps = charter.history(charter.version_in_force())
        self.assertEqual(sorted(step.time for step in steps), [step.time for step in steps])
        self.assertLess(steps[-1].time, people.account("nouvelle").arrived.replace(year=9999))

    def test_pages_and_news_are_published_and_dated(self):
        login(self.site, "consultante")
        catalog = self.site.portal_catalog
        for portal_type, count in (("Document", len(content.PAGES)), ("News Item", len(content.NEWS))):
            found = catalog(portal_type=portal_type, review_state="internally_published", sort_on="effective")
            self.assertEqual(count, len(found), portal_type)
            self.assertGreater(len({brain.effective.Date() for brain in found}), count - 3, portal_type)
        for brain in catalog(portal_type=("Document", "News Item"), review_state="internally_published"):
            self.assertLess(brain.modified.timeTime(), brain.effective.timeTime() + 1, brain.getId)
        self.assertEqual(("animatrice",), self.site.actualites["le-portail-evolue"].creators)
        self.assertGreater(self.site.documents["modele-note-de-frais"].file.getSize(), 1000)

    def test_the_launch_is_under_way(self):
        steps = {step.id: step for step in onboarding.steps()}
        self.assertEqual("done", steps["need"].state)
        self.assertEqual(("animator", "charter"), tuple(name for name in steps if steps[name].fact is not None))
        self.assertTrue(steps["animator"].settled and steps["charter"].settled)
        self.assertEqual(["managers"], [name for name in steps if steps[name].late])
        self.assertEqual("communities", [name for name in steps if not steps[name].settled][-1])

    def test_profiles_are_alive_and_the_chart_has_one_head(self):
        persons = [people.person(userid) for userid in people.userids() if people.account(userid).kind != "client"]
        filled = [one for one in persons if len(people.values_of(one).get("skills", ())) > 3]
        self.assertGreater(len(filled), 50)
        self.assertTrue(any(people.expiring(one) for one in persons))
        chosen = {people.audience_of(one, group) for one in persons for group in ("contact", "wishes", "availability")}
        self.assertEqual({"everyone", "unit", "business", "me"}, chosen)
        heads = {one.getId() for one in persons if not people.manager_of(one.getId())}
        self.assertEqual({"direction", "partenaire"}, heads)
        self.assertGreater(len(people.team("manager")), 5)
        self.assertEqual("consultante", people.away("independant").replacement)
        self.assertGreater(sum(people.photo(one, "rh") is not None for one in persons), 30)

    def test_kept_searches_find_people_and_the_index_is_whole(self):
        self.assertEqual([], directory.differences())
        for client in missions.clients():
            criteria = directory.checked({"client": client.title})
            at_work = {
                one for one in people.userids() if client in missions.clients_now(one) and people.has_access(one)
            }
            found = set(directory.search("rh", criteria, size=200).rows)
            self.assertEqual(set(), at_work - found, client.title)
        for userid in ("consultante", "commerce"):
            kept = directory.saved(userid)
            self.assertEqual(2, len(kept))
            for search in kept:
                form = {
                    name: values if name == "skill" else values[0] for name, values in parse_qs(search.query).items()
                }
                self.assertTrue(directory.search(userid, directory.checked(form)).total, search.name)

    def test_two_visitors_wait_for_an_account(self):
        self.assertEqual(2, people.waiting_requests())
        times = [one.created for one in people.account_requests(state="waiting").rows]
        self.assertEqual(sorted(times, reverse=True), times)

    def test_the_stream_is_alive(self):
        page = stream.entries(stream.view("all"), userid="consultante", size=100)
        posts = [item.entry for item in page.items if item.entry.kind]
        self.assertGreater(len(posts), 50)
        self.assertGreater(len({entry.author for entry in posts}), 20)
        self.assertGreater(len({people.account(entry.author).unit for entry in posts}), 6)
        self.assertEqual([], [entry.text for entry in posts if entry.created > now()])
        published = [item.entry for item in page.items if item.entry.verb == stream.PUBLISHED]
        self.assertNotIn("admin", {entry.author for entry in published})
        self.assertEqual(1, len(stream.pinned(userid="consultante")))
        mine = stream.entries(stream.view("me"), userid="consultante").items
        self.assertTrue([item for item in mine if "@consultante" in item.entry.text])
        self.assertEqual(set(stream.KINDS), {entry.kind for entry in posts})
        self.assertTrue([entry for entry in posts if entry.kind == "poll" and entry.poll.voters() > 3])
        self.assertTrue([item for item in page.items if item.quoted is not None])
        self.assertEqual(
            (1, 2), (len([one for one in posts if one.documents]), max(len(one.pictures) for one in posts))
        )
        self.assertGreater(len([entry for entry in posts if entry.comments and entry.reactions]), 3)

    def test_the_invitation_opens(self):
        token = re.search(r"@@join\?token=(\S+)", self.note).group(1)
        self.assertEqual("Maëlle Kerdoncuff", people.invitation(token).fullname)
        self.assertIn("{site}/@@join", self.note)

    def counted(self) -> tuple[int, ...]:
        rows = (people.accounts(size=1000), people.account_requests(), people.invitations())
        return (
            *(row.total for row in rows),
            charter.total(),
            len(self.site.portal_catalog()),
            len(onboarding.history(1000)),
            stream.total("author", "animatrice"),
            stream.total("author", "consultante"),
        )

    def test_a_second_build_adds_nothing_but_a_new_link(self):
        before = self.counted()
        token = re.search(r"token=(\S+)", self.note).group(1)
        again = re.search(r"token=(\S+)", demo.build(self.site)).group(1)
        self.assertEqual(before, self.counted())
        self.assertNotEqual(token, again)
        self.assertEqual("Maëlle Kerdoncuff", people.invitation(again).fullname)
