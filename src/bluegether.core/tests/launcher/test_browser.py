"""The pages of applications, as a consultant uses them and an animator keeps them."""

from bluegether.core.launcher import api as launcher
from bluegether.core.people import api as people
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from io import BytesIO
from PIL import Image
from plone import api
from plone.testing.zope import Browser
import lxml.html
import transaction
import unittest


PASSWORD = "correct horse 26"


class LauncherPages(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        api.portal.set_registry_record("bluegether.people.units", {"lyon": "Lyon", "paris": "Paris"})
        for userid, kind in (("anna", "staff"), ("omar", "consultant"), ("carl", "client")):
            people.create_account(
                userid,
                fullname=f"{userid.title()} Test",
                email=f"{userid}@example.com",
                kind=kind,
                unit="lyon" if kind != "client" else "",
                password=PASSWORD,
            )
        api.user.grant_roles("anna", roles=["Animator"])
        transaction.commit()

    def make(self, title="Mail", **values):
        made = launcher.create(actor="anna", title=title, url=f"https://{title.lower()}.example/", **values)
        transaction.commit()
        return made

    def page(self, path, userid="omar"):
        browser = Browser(self.layer["app"])
        browser.handleErrors = True
        browser.raiseHttpErrors = False
        browser.addHeader("Authorization", f"Basic {userid}:{PASSWORD}")
        browser.open(f"{self.portal.absolute_url()}/{path}")
        return browser

    def get(self, path, userid="omar", accept="text/html"):
        session = Session(self.portal, userid, PASSWORD if userid else "", accept)
        self.addCleanup(session.close)
        return session.get(path, allow_redirects=False)


class TestApps(LauncherPages):
    def test_nothing_is_listed_yet(self):
        self.assertIn("No application is listed yet", self.page("@@apps").contents)
        self.assertNotIn("Keep the list", self.page("@@apps").contents)
        self.assertIn("Keep the list", self.page("@@apps", "anna").contents)

    def test_choose_order_and_leave(self):
        ids = [self.make(title).id for title in ("Mail", "Pay")]
        browser = self.page("@@apps")
        self.assertIn("None yet: the star", browser.contents)
        for act, place, expected in (
            ("choose", 0, ids[:1]),
            ("choose", 1, ids),
            ("up", 1, ids[::-1]),
            ("leave", 0, ids[:1]),
        ):
            self.press(act, ids[place] if act != "leave" else ids[1])
            transaction.begin()
            self.assertEqual(expected, [one.id for one in launcher.apps("omar") if one.chosen], act)

    def press(self, act, app_id):
        """Press this button of the page, as its form stands there."""
        browser = self.page("@@apps")
        page = lxml.html.fromstring(browser.contents)
        places = [
            place
            for place, form in enumerate(page.cssselect("form"))
            if form.cssselect(f"button[value={act}]") and form.cssselect(f"input[name=id][value='{app_id}']")
        ]
        browser.getForm(index=places[0]).submit(name="act")

    def test_the_link_opens_elsewhere_without_telling_where_from(self):
        made = self.make()
        text = self.get("@@apps").text
        link = text[text.index('href="https://mail.example/"') - 80 :][:400]
        self.assertIn('rel="noopener noreferrer"', link)
        self.assertIn('target="_blank"', link)
        self.assertIn(f'data-app="{made.id}"', link)

    def test_what_is_not_for_somebody_is_nowhere(self):
        made = self.make("Secretapp", units=["paris"], mandatory=True)
        for path in ("@@apps", "@@apps?q=secretapp", "@@home", "@@search?SearchableText=secretapp"):
            self.assertNotIn("Secretapp", self.get(path).text, path)
        self.assertNotIn("Secretapp", self.get("@apps", accept="application/json").text)
        found = self.get("@search?SearchableText=Secretapp", accept="application/json").json()
        self.assertEqual((0, []), (found["items_total"], found["items"]))
        self.assertEqual(404, self.get(f"@@app-picture?id={made.id}").status_code)

    def test_clients_and_visitors_get_no_page(self):
        self.make()
        for userid in ("carl", ""):
            for path in ("@@apps", "@@apps-manage", "@@app-edit"):
                answer = self.get(path, userid)
                self.assertIn(answer.status_code, (302, 401, 403), (userid, path))
                self.assertNotIn("mail.example", answer.text)

    def test_the_home_page_has_mine_and_what_is_for_everyones_use(self):
        self.make("Mail", mandatory=True)
        self.make("Rare")
        text = self.get("@@home").text
        self.assertIn("https://mail.example/", text)
        self.assertNotIn("https://rare.example/", text)

    def test_opening_is_counted_with_the_forms_token_alone(self):
        made = self.make()
        browser = self.page("@@apps")
        token = browser.getControl(name="_authenticator", index=0).value
        for sent, expected in ((f"id={made.id}&_authenticator={token}", 1), (f"id={made.id}", 1), ("id=x", 1)):
            browser.open(f"{self.portal.absolute_url()}/@@app-opened", sent)
            transaction.begin()
            opened = launcher.app(made.id, userid="anna").opened
            self.assertEqual(expected, sum(length() for length in opened.values()), sent)
        self.assertEqual(405, self.get(f"@@app-opened?id={made.id}").status_code)


class TestKeeping(LauncherPages):
    def fill(self, browser, **values):
        for name, value in ({"title": "Mail", "url": "https://mail.example/"} | values).items():
            browser.getControl(name=name).value = value

    def test_add_change_delete(self):
        browser = self.page("@@app-edit", "anna")
        self.fill(browser, category="Daily")
        browser.getControl(name="kinds:list").getControl(value="consultant").selected = True
        browser.getControl(name="icon").value = ["envelope"]
        browser.getControl("Save").click()
        self.assertIn("The application is kept.", browser.contents)
        transaction.begin()
        made = launcher.kept_apps("anna")[0]
        self.assertEqual(
            ("Mail", "Daily", ("consultant",), "envelope"), (made.title, made.category, made.kinds, made.icon)
        )
        browser.getLink("Mail").click()
        browser.getControl(name="title").value = "Post"
        browser.getControl("Save").click()
        self.assertIn("Post", browser.contents)
        browser.getLink("Post").click()
        browser.getControl("Delete").click()
        self.assertIn("The application is off the list.", browser.contents)
        transaction.begin()
        self.assertEqual([], launcher.kept_apps("anna"))

    def test_what_is_wrong_is_said_and_what_was_typed_is_there(self):
        browser = self.page("@@app-edit", "anna")
        self.fill(browser, title="My own title", url="https://mail.example/?token=1")
        browser.getControl("Save").click()
        self.assertIn("must carry no password, token or key", browser.contents)
        self.assertEqual("My own title", browser.getControl(name="title").value)
        transaction.begin()
        self.assertEqual([], launcher.kept_apps("anna"))

    def test_two_at_once(self):
        made = self.make()
        one, other = (self.page(f"@@app-edit?id={made.id}", "anna") for _time in range(2))
        one.getControl(name="title").value = "First"
        one.getControl("Save").click()
        other.getControl(name="title").value = "Second"
        other.getControl("Save").click()
        self.assertIn("Somebody else has changed this application", other.contents)
        transaction.begin()
        self.assertEqual("First", launcher.app(made.id, userid="anna").title)

    def test_a_picture_is_made_anew_and_a_false_one_refused(self):
        browser = self.page("@@app-edit", "anna")
        self.fill(browser)
        browser.getControl(name="picture").add_file(b"<svg onload='x'/>", "image/png", "x.png")
        browser.getControl("Save").click()
        self.assertIn("cannot read this picture", browser.contents)
        raw = BytesIO()
        Image.new("RGB", (64, 64), "red").save(raw, "PNG")
        browser = self.page("@@app-edit", "anna")
        self.fill(browser)
        browser.getControl(name="picture").add_file(raw.getvalue(), "image/png", "x.png")
        browser.getControl("Save").click()
        transaction.begin()
        made = launcher.kept_apps("anna")[0]
        answer = self.get(f"@@app-picture?id={made.id}")
        self.assertEqual(("image/jpeg", b"\xff\xd8"), (answer.headers["Content-Type"], answer.content[:2]))

    def test_titles_are_no_markup(self):
        self.make("Bold", description="<script>alert(1)</script>")
        self.assertNotIn("<script>alert(1)", self.get("@@apps").text)

    def test_members_do_not_keep_the_list(self):
        made = self.make()
        for path in ("@@apps-manage", f"@@app-edit?id={made.id}", "@@app-edit"):
            self.assertIn(self.get(path).status_code, (302, 401, 403), path)
        self.assertEqual(404, self.get("@@app-edit?id=nothing", "anna").status_code)


class TestRest(LauncherPages):
    def call(self, method, path, userid="anna", **body):
        session = Session(self.portal, userid, PASSWORD, "application/json")
        self.addCleanup(session.close)
        answer = session.request(method, path, json=body)
        transaction.begin()
        return answer

    def test_keepers(self):
        answer = self.call("POST", "@apps", title="Mail", url="https://mail.example/")
        self.assertEqual((201, 1), (answer.status_code, answer.json()["revision"]))
        path = f"@apps/{answer.json()['id']}"
        self.assertEqual("Post", self.call("PATCH", path, revision=1, title="Post").json()["title"])
        self.assertEqual(409, self.call("PATCH", path, revision=1, title="Late").status_code)
        self.assertEqual(400, self.call("PATCH", path, title="No revision").status_code)
        wrong = self.call("POST", "@apps", title="x", url="javascript:x")
        self.assertEqual((400, "url"), (wrong.status_code, wrong.json()["field"]))
        self.assertEqual(204, self.call("DELETE", path).status_code)
        self.assertEqual(404, self.call("DELETE", path).status_code)

    def test_members(self):
        made = self.make()
        self.assertEqual(204, self.call("PATCH", f"@apps/{made.id}", "omar", chosen=True).status_code)
        items = self.call("GET", "@apps", "omar").json()["items"]
        self.assertEqual([("Mail", True)], [(one["title"], one["chosen"]) for one in items])
        self.assertEqual(400, self.call("PATCH", f"@apps/{made.id}", "omar", chosen="yes").status_code)
        self.assertEqual(403, self.call("PATCH", f"@apps/{made.id}", "omar", revision=1, title="Mine").status_code)
        for method in ("POST", "DELETE"):
            answer = self.call(method, "@apps", "omar", title="Mine", url="https://mine.example")
            self.assertIn(answer.status_code, (401, 403), method)
        for userid in ("carl",):
            self.assertIn(self.call("GET", "@apps", userid).status_code, (401, 403))
