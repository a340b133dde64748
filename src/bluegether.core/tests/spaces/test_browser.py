"""The pages of spaces as people without JavaScript use them: real forms, what is shown and what is kept."""

from bluegether.core.spaces import api as spaces
from bluegether.core.spaces.testing import create_people
from bluegether.core.spaces.testing import PASSWORD
from bluegether.core.spaces.testing import space_values
from bluegether.core.testing import FUNCTIONAL
from plone.testing.zope import Browser
from plone.uuid.interfaces import IUUID
import transaction
import unittest


class PageCase(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        create_people()
        spaces.ensure()
        transaction.commit()

    def create(self, actor="ana", **values):
        made = spaces.create_space(actor=actor, **space_values(**values))
        transaction.commit()
        return made

    def closed(self, visibility="secret", **values):
        return self.create(visibility=visibility, joining="invitation", reason="Rachat en cours", **values)

    def open(self, userid, path="spaces"):
        browser = Browser(self.layer["app"])
        browser.handleErrors = True
        browser.raiseHttpErrors = False
        if userid:
            browser.addHeader("Authorization", f"Basic {userid}:{PASSWORD}")
        browser.open(path if path.startswith("http") else f"{self.portal.absolute_url()}/{path}")
        return browser

    def role(self, space, userid):
        transaction.begin()
        return spaces.role(IUUID(space), userid)


class TestDirectory(PageCase):
    def test_it_lists_filters_and_says_when_there_is_nothing(self):
        self.assertIn("No space is like this", self.open("bob").contents)
        self.create()
        self.create(title="Projet Orion", template="project", joining="request")
        self.closed("listed", title="Compte Solaria", template="client")
        self.closed(title="Projet Falaise")
        page = self.open("bob").contents
        for title in ("Plone Lyon", "Projet Orion", "Compte Solaria"):
            self.assertIn(title, page)
        self.assertNotIn("Falaise", page)
        self.assertNotIn("My spaces</h2>", page)
        self.assertIn("Falaise", self.open("ana").contents)
        found = self.open("bob", "spaces?text=orion&kind=&show=").contents
        self.assertIn("Projet Orion", found)
        self.assertNotIn("Plone Lyon", found)
        self.assertNotIn("Projet Orion", self.open("bob", "spaces?kind=client").contents)
        self.assertNotIn("Solaria", self.open("bob", "spaces?show=open").contents)
        self.assertIn("No space is like this", self.open("bob", "spaces?show=mine").contents)
        self.assertIn("No space is like this", self.open("bob", "spaces?text=falaise").contents)

    def test_who_only_knows_of_a_listed_space_is_not_offered_to_share_it(self):
        space = self.closed("listed")
        self.assertIn("Share in the stream", self.open("ana", f"spaces/{space.getId()}").contents)
        head = self.open("bob", f"spaces/{space.getId()}").contents
        self.assertIn("Plone Lyon", head)
        self.assertNotIn("Share in the stream", head)

    def test_clients_and_visitors_see_nothing(self):
        space = self.create()
        for path in ("spaces", f"spaces/{space.getId()}", f"spaces/{space.getId()}/@@space-join"):
            self.assertNotIn("Plone Lyon", self.open("carl", path).contents)
            self.assertNotIn("Plone Lyon", self.open("", path).contents)


class TestCreating(PageCase):
    def test_a_member_creates_a_space_from_a_template(self):
        browser = self.open("bob", "spaces/@@space-new")
        browser.getLink("Project").click()
        for name, value in (
            ("title", "Migration Orion"),
            ("description", "Passer Orion à Plone 6 avant juin."),
            ("public", "Équipe Orion"),
        ):
            browser.getControl(name=name).value = value
        self.assertEqual("Bob Diaz", browser.getControl(name="owner").value)
        browser.getControl("Create the space").click()
        self.assertIn("Your space is open", browser.contents)
        transaction.begin()
        made = spaces.container()["migration-orion"]
        self.assertEqual(("project", "request", 8), (made.template, made.joining, made.target_members))
        self.assertEqual("owner", self.role(made, "bob"))
        self.assertEqual(["agenda", "documents", "pages"], sorted(made.objectIds()))

    def test_what_is_wrong_is_said_at_the_field_and_kept(self):
        browser = self.open("bob", "spaces/@@space-new?template=community")
        for name, value in (("title", "Fermé"), ("description", "Entre nous."), ("public", "Nous")):
            browser.getControl(name=name).value = value
        browser.getControl(name="visibility").value = ["secret"]
        browser.getControl("Create the space").click()
        self.assertIn("These two do not go together", browser.contents)
        self.assertEqual("Entre nous.", browser.getControl(name="description").value.strip())
        browser.getControl(name="joining").value = ["invitation"]
        browser.getControl("Create the space").click()
        self.assertIn("A space that is not open says why", browser.contents)
        transaction.begin()
        self.assertEqual({}, spaces.spaces_of("bob"))

    def test_a_partner_creates_none(self):
        self.assertNotIn("Create a space", self.open("zoe").contents)
        self.assertNotIn("space-form", self.open("zoe", "spaces/@@space-new?template=project").contents)


class TestEntering(PageCase):
    def test_joining_shows_the_rules_and_leaving_asks_why(self):
        space = self.create()
        browser = self.open("bob", f"spaces/{space.getId()}")
        browser.getLink("Join").click()
        self.assertIn("Chaque question est bienvenue.", browser.contents)
        browser.getControl("I join and keep to the rules").click()
        self.assertIn("Welcome: you are a member", browser.contents)
        self.assertEqual("member", self.role(space, "bob"))
        browser.getLink("Leave").click()
        browser.getControl(name="reason").value = ["quiet"]
        browser.getControl("Leave the space").click()
        self.assertEqual("", self.role(space, "bob"))
        self.assertEqual({"quiet": 1}, dict(spaces.record(IUUID(space)).left))

    def test_applying_and_answering(self):
        space = self.create(joining="request")
        browser = self.open("bob", f"spaces/{space.getId()}")
        browser.getLink("Ask to join").click()
        browser.getControl(name="message").value = "Je travaille sur <b>Plone</b>."
        browser.getControl("Send my application").click()
        self.assertIn("Your application waits", browser.contents)
        owner = self.open("ana", f"spaces/{space.getId()}")
        owner.getLink("Applications that wait for an answer").click()
        self.assertIn("Je travaille sur &lt;b&gt;Plone&lt;/b&gt;.", owner.contents)
        owner.getControl("Accept").click()
        self.assertEqual("member", self.role(space, "bob"))

    def test_a_secret_space_is_not_there_until_one_is_invited(self):
        space = self.closed()
        address = f"spaces/{space.getId()}"
        for path in (
            address,
            f"{address}/view",
            f"{address}/documents",
            f"{address}/@@space-join",
            f"{address}/@@search",
        ):
            self.assertTrue(self.open("bob", path).headers["status"].startswith("404"), path)
        owner = self.open("ana", f"{address}?tab=members")
        owner.getControl(name="userids").value = "bob, ghost"
        owner.getControl(name="action", index=0).click()
        self.assertIn("“ghost” is nobody, or several people", owner.contents)
        self.assertEqual({}, dict(spaces.record(IUUID(space)).invited))
        owner.getControl(name="userids").value = "Bob Diaz, @eve,"
        owner.getControl(name="action", index=0).click()
        self.assertIn("Invited: 2", owner.contents)
        guest = self.open("bob")
        guest.getLink("Plone Lyon").click()
        self.assertIn("Partager ce que nous savons de Plone.", guest.contents)
        self.assertTrue(self.open("bob", f"{address}/documents").headers["status"].startswith("404"))
        guest.getControl("I join and keep to the rules").click()
        self.assertEqual("member", self.role(space, "bob"))

    def test_a_listed_space_shows_its_head_only(self):
        space = self.closed("listed", title="Compte Solaria")
        page = self.open("bob", f"spaces/{space.getId()}").contents
        self.assertIn("Only members see what is inside", page)
        self.assertIn("Rachat en cours", page)
        self.assertNotIn("nav-tabs", page)
        self.assertIn("entered by invitation only", self.open("bob", f"spaces/{space.getId()}/@@space-join").contents)
        self.assertTrue(self.open("bob", f"spaces/{space.getId()}/documents").headers["status"].startswith("404"))
        self.assertTrue(self.open("bob", f"spaces/{space.getId()}?tab=members").headers["status"].startswith("404"))


class TestLeading(PageCase):
    def test_the_owner_changes_settings_hands_over_and_archives(self):
        space = self.create()
        spaces.join(IUUID(space), userid="bob")
        transaction.commit()
        self.assertNotIn("Settings", self.open("bob", f"spaces/{space.getId()}").contents)
        browser = self.open("ana", f"spaces/{space.getId()}")
        browser.getLink("Settings").click()
        browser.getControl(name="title").value = "Plone en Rhône"
        browser.getControl("Save").click()
        self.assertIn("Plone en Rhône", browser.contents)
        browser.getLink("Settings").click()
        browser.getControl("Archive the space").click()
        self.assertIn("This space is archived", browser.contents)
        browser.getLink("Settings").click()
        browser.getControl("Use the space again").click()
        browser.getLink("Settings").click()
        browser.getControl(name="to").value = "Nobody Diaz"
        browser.getControl("Give the space").click()
        self.assertIn("“Nobody Diaz” is nobody, or several people", browser.contents)
        self.assertIn("@people-suggest", browser.contents)
        browser.getControl(name="to").value = "Bob Diaz"
        browser.getControl("Give the space").click()
        self.assertEqual(("owner", "moderator"), (self.role(space, "bob"), self.role(space, "ana")))

    def test_every_tab_opens_for_a_member(self):
        space = self.create(template="project", joining="free")
        spaces.join(IUUID(space), userid="bob")
        transaction.commit()
        for tab, text in (
            ("documents", "Add a file"),
            ("agenda", "Add a date"),
            ("members", "Ana Diaz"),
            ("about", "not shown below five people"),
        ):
            self.assertIn(text, self.open("bob", f"spaces/{space.getId()}?tab={tab}").contents, tab)
        self.assertTrue(self.open("bob", f"spaces/{space.getId()}?tab=x").headers["status"].startswith("404"))
        self.assertNotIn("Add a file", self.open("eve", f"spaces/{space.getId()}?tab=documents").contents)
