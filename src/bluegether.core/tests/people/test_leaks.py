"""What is closed on the page is closed on every channel: first make what could leak, then look for it as everybody."""

from bluegether.core.people import api as people
from bluegether.core.people.testing import PASSWORD
from bluegether.core.people.testing import PeopleTest
from bluegether.core.skills import api as skills
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from datetime import date
from io import BytesIO
from PIL import Image
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.app.testing import TEST_USER_ID
from Products.Five.browser import BrowserView
from zope.component import getGlobalSiteManager
from zope.interface import Interface
import json
import transaction


# Group -> (audience, a text that gives it away)
SECRETS = {
    "presentation": ("business", "zqpresentation"),
    "contact": ("unit", "zqcontact"),
    "skills": ("business", "zqskills"),
    "availability": ("me", "zqavailability"),
    "wishes": ("me", "zqwishes"),
    "matricule": ("hr", "zqmatricule"),
}
# Persona -> what of it they may read
READERS = {
    "ana": {"presentation", "contact", "skills", "availability", "wishes"},
    "colleague": {"contact"},
    "other": set(),
    "sales": {"presentation", "skills"},
    "hr": set(SECRETS),
    "animator": set(),
    "partner": set(),
    "client": set(),
    "": set(),
}
PAGES = (
    "people/ana", "people/ana/view", "people/ana/@@view", "@@profile?userid=ana", "author/ana", "people",
    "people/ana/edit", "people/ana/@@edit", "people/ana/@@item_view", "people/ana/@@full_view", "people/@@listing_view",
    "people/@@full_view", "people/@@summary_view", "people/@@tabular_view", "people/@@folder_contents",
    "people/@@getVocabulary?name=plone.app.vocabularies.Catalog", "people/ana/++widget++form.widgets.biography/@@x",
    "people/ana/@@edit/++widget++biography", "people/ana/@@historyview", "people/ana/@@sharing", "people/ana/RSS",
    "people/RSS", "people/atom.xml", "people/rss.xml", "people/itunes.xml", "search_rss?SearchableText=zq*",
    "@@search?SearchableText=zq*", "@@updated_search?SearchableText=zq*", "@@ajax-search?q=zq*",
    "people/ana/@@images/photo", "people/ana/@@images/photo/mini", "people/ana/@@images/large", "people/ana/@@photo",
    "people/ana/@@download/photo", "people/ana/@@display-file/photo", "people/ana/biography", "people/ana/phone",
    "people/ana/photo", "people/ana/__annotations__", "people/ana/values", "people/ana/manage_DAVget",
    "people/ana/manage_FTPget", "people/ana/document_src", "people/ana/@@plone_context_state",
    "people/ana/@@my-data?userid=ana&download=1", "@@person-data?userid=ana&download=1", "@@accounts?text=zq",
    "people/ana/@@person-account", "@@user-information?userid=ana", "people/ana/@@content-core", "sitemap.xml.gz",
    "people/ana/@@profile-contact", "people/ana/@@profile-skills", "people/ana/ICS", "people/ana/@@export-zexp",
)  # fmt: skip
SERVICES = (
    "people/ana", "people?fullobjects=1&include_items=1", "people/ana?expand=breadcrumbs,actions,workflow,navigation",
    "people/ana/@history", "people/ana/@types/Person", "people/ana/@comments", "people/ana/@sharing", "@people/ana",
    "@search?portal_type=Person&fullobjects=1", "@search?portal_type=Person&metadata_fields=_all",
    "@search?SearchableText=zq*&metadata_fields=phone&metadata_fields=biography&metadata_fields=__annotations__",
    "@search?portal_type=Person&metadata_fields=shown&metadata_fields=values", "@users/ana", "@users?query=zq",
    "@querystring-search?query=%7B%22query%22%3A%5B%5D%2C%22fullobjects%22%3Atrue%7D", "@contextnavigation",
    "people/ana/@xhr-content", "people/ana/@object-browser", "people/ana/@linkintegrity", "people/ana/@relations",
)  # fmt: skip


def picture() -> bytes:
    written = BytesIO()
    Image.new("RGB", (600, 400), "teal").save(written, "PNG")
    return written.getvalue()


class Named(BrowserView):
    """A page that everybody may open, wherever."""

    __roles__ = None

    def __call__(self) -> str:
        return self.context.Title()


class LeakTest(PeopleTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        api.portal.set_registry_record("bluegether.people.units", {"data": "Données", "ouest": "Ouest"})
        skills.add({"fr": "zqskills", "en": "zqskills"}, actor="")
        for userid in READERS:
            if userid:
                unit = "data" if userid in ("ana", "colleague") else "ouest"
                kind = userid if userid in ("partner", "client") else "staff"
                self.create(userid, unit=unit, kind=kind, password=PASSWORD, fullname=f"{userid.title()} Test")
        for userid, role in (("sales", "Sales Referent"), ("hr", "HR Referent"), ("animator", "Animator")):
            api.portal.get().acl_users.portal_role_manager.assignRoleToPrincipal(role, userid)
        self.fill()
        transaction.commit()

    def fill(self) -> None:
        """Make what could leak."""
        ana, word = people.person("ana"), {group: secret for group, (_audience, secret) in SECRETS.items()}
        row = {"skill": "zqskills", "level": 4}
        values = {
            "presentation": {"biography": word["presentation"]},
            "contact": {"city": word["contact"], "phone": "+33 1 98 76 54 32", "client_site": word["contact"]},
            "skills": {
                "skills": [row],
                "certifications": [{"title": word["skills"], "expires": date(2027, 1, 1)}],
                "experiences": [{"title": word["skills"], "skills": ["zqskills"]}],
            },
            "availability": {"available_places": [word["availability"]], "available_share": 50},
            "wishes": {"wish_text": word["wishes"], "wish_sectors": [word["wishes"]]},
        }
        for group, fields in values.items():
            people.update_profile(ana, group, fields, actor="ana", audience=SECRETS[group][0])
        people.change_photo(ana, picture(), actor="ana", audience="me")
        people.update_account("ana", actor=TEST_USER_ID, matricule=word["matricule"])

    def session(self, userid: str, accept: str) -> Session:
        password = SITE_OWNER_PASSWORD if userid == SITE_OWNER_NAME else PASSWORD
        session = Session(self.portal, userid, password, accept=accept)
        self.addCleanup(session.close)
        return session


class TestNothingLeaks(LeakTest):
    def check(self, userid: str, address: str, answer) -> None:
        text = answer.content.decode("utf-8", "replace")
        asked = answer.url + (answer.request.body or b"").decode() if answer.request.body else answer.url
        for group, (_audience, secret) in SECRETS.items():
            if group not in READERS[userid]:
                said = text.replace("zq*", "").replace(asked, "")
                self.assertNotIn(secret, said, (userid, address, answer.status_code))
        self.assertLess(answer.status_code, 500, (userid, address, text[:300]))
        if userid not in ("ana", "hr"):
            self.assertNotEqual("image/jpeg", answer.headers.get("Content-Type"), (userid, address))

    def test_on_pages(self):
        for userid in READERS:
            session = self.session(userid, "text/html")
            for address in PAGES:
                self.check(userid, address, session.get(address))

    def test_in_services(self):
        query = {"query": [{"i": "portal_type", "o": "plone.app.querystring.operation.selection.any", "v": ["Person"]}]}
        for userid in READERS:
            session = self.session(userid, "application/json")
            for address in SERVICES:
                self.check(userid, address, session.get(address))
            for fullobjects in (True, False):
                body = query | {"fullobjects": fullobjects, "metadata_fields": ["_all", "biography"]}
                self.check(userid, "querystring", session.post("@querystring-search", json=body))

    def test_over_webdav(self):
        for userid in ("other", "client", ""):
            session = self.session(userid, "*/*")
            for method in ("PROPFIND", "REPORT", "OPTIONS", "HEAD", "LOCK", "SEARCH"):
                for address in ("people/ana", "people"):
                    answer = session.request(method, address, headers={"Depth": "1"})
                    self.check(userid, f"{method} {address}", answer)

    def test_who_may_see_it_does(self):
        """The search above finds something: each secret is there for who may read it."""
        for userid, groups in READERS.items():
            if groups:
                text = self.session(userid, "application/json").get("@people/ana").text
                whole = self.session(userid, "application/json").get("people/ana").text
                for group in groups:
                    self.assertIn(SECRETS[group][1], text, userid)
                    self.assertIn(SECRETS[group][1], whole, userid)
        for userid in ("ana", "hr"):
            answer = self.session(userid, "text/html").get("people/ana/@@photo?size=small")
            self.assertEqual("image/jpeg", answer.headers["Content-Type"])
            self.assertEqual((128, 128), Image.open(BytesIO(answer.content)).size)

    def test_nothing_of_it_is_in_the_catalog(self):
        catalog = api.portal.get_tool("portal_catalog")
        (brain,) = catalog.unrestrictedSearchResults(getId="ana", portal_type="Person")
        known = json.dumps(catalog.getIndexDataForRID(brain.getRID()), default=repr)
        known += json.dumps(catalog.getMetadataForRID(brain.getRID()), default=repr)
        self.assertEqual([], [secret for _audience, secret in SECRETS.values() if secret in known])
        self.assertIn("Ana Test", known)

    def test_a_client_is_nobody_for_the_network(self):
        for userid in ("ana", "sales", "partner"):
            for accept, address in (
                ("application/json", "people/client"),
                ("application/json", "@people/client"),
                ("text/html", "people/client"),
                ("text/html", "people/client/@@photo"),
                ("text/html", "people/client/@@personal-information"),
                ("text/html", "people/client/@@search"),
                ("text/html", "@@profile?userid=client"),
            ):
                answer = self.session(userid, accept).get(address)
                refused = "insufficient-privileges" in answer.url or answer.status_code in (401, 403, 404)
                self.assertTrue(refused, (userid, address, answer.status_code))
                self.assertNotIn("Client Test", answer.text, (userid, address))
            found = self.session(userid, "application/json").get("@search?portal_type=Person").json()
            self.assertNotIn("client", {item["@id"].split("/")[-1] for item in found["items"]})
        for userid in ("hr", "animator"):
            found = self.session(userid, "application/json").get("people/client").json()
            self.assertEqual("Client Test", found["title"])

    def test_a_view_that_is_open_to_all_is_closed_below_a_client(self):
        manager = getGlobalSiteManager()
        manager.registerAdapter(Named, (Interface, Interface), Interface, "whose")
        self.addCleanup(manager.unregisterAdapter, Named, (Interface, Interface), Interface, "whose")
        for userid, whom, status in (("ana", "client", 404), ("sales", "client", 404), ("hr", "client", 200)):
            answer = self.session(userid, "text/html").get(f"people/{whom}/@@whose")
            self.assertEqual(status, answer.status_code, (userid, whom))
            self.assertEqual(status == 200, "Client Test" in answer.text)
        self.assertEqual("Ana Test", self.session("other", "text/html").get("people/ana/@@whose").text)

    def test_export_and_erasure_hold_all_of_it(self):
        told = json.dumps(people.personal_data("ana", actor=TEST_USER_ID))
        self.assertEqual([], [secret for _audience, secret in SECRETS.values() if secret not in told])
        self.assertIn("/9j/", told)  # the picture
        people.erase("ana", actor=TEST_USER_ID)
        transaction.commit()
        for address in ("people/ana", "@people/ana", "@search?SearchableText=zq*", "people?fullobjects=1"):
            text = self.session("hr", "application/json").get(address).text
            self.assertEqual([], [s for _audience, s in SECRETS.values() if s in text.replace("zq*", "")], address)


class TestNobodyMovesAPerson(LeakTest):
    def test_by_rest_and_webdav_and_forms(self):
        folder = self.portal.absolute_url() + "/people"
        attempts = (
            ("POST", "people", {"@type": "Person", "id": "evil", "title": "Evil"}),
            ("POST", "", {"@type": "Person", "id": "evil", "title": "Evil"}),
            ("POST", "", {"@type": "People", "id": "folk", "title": "Folk"}),
            ("POST", "people/@copy", {"source": f"{folder}/ana"}),
            ("POST", "@copy", {"source": f"{folder}/ana"}),
            ("POST", "@move", {"source": f"{folder}/ana"}),
            ("POST", "@copy", {"source": folder}),
            ("POST", "@move", {"source": folder}),
            ("PATCH", "people/ana", {"title": "Evil", "id": "evil", "description": "Evil"}),
            ("PATCH", "people", {"title": "Evil"}),
            ("PATCH", "people/ana/@sharing", {"entries": []}),
            ("POST", "people/ana/@workflow/show", {}),
            ("DELETE", "people/ana", None),
            ("DELETE", "people", None),
            ("POST", "people/ana/@lock", {}),
            ("POST", "people/ana/@comments", {"text": "Evil"}),
        )
        for userid in ("ana", "hr", SITE_OWNER_NAME):
            session = self.session(userid, "application/json")
            for method, address, body in attempts:
                answer = session.request(method, address, json=body)
                self.assertGreaterEqual(answer.status_code, 400, (userid, method, address, answer.text[:200]))
                self.assertLess(answer.status_code, 500, (userid, method, address, answer.text[:300]))
        for userid in ("ana", "hr", SITE_OWNER_NAME):
            session = self.session(userid, "*/*")
            for method, address, headers in (
                ("DELETE", "people/ana", {}),
                ("MOVE", "people/ana", {"Destination": f"{folder}/evil"}),
                ("COPY", "people/ana", {"Destination": f"{folder}/evil"}),
                ("PUT", "people/ana", {}),
                ("PUT", "people/evil", {}),
                ("MKCOL", "people/evil", {}),
                ("GET", "people/++add++Person", {}),
                ("GET", "++add++Person", {}),
                ("GET", "people/ana/@@delete_confirmation", {}),
                ("GET", "people/ana/@@object_rename", {}),
                ("GET", "people/manage_delObjects?ids:list=ana", {}),
                ("GET", "people/manage_renameObject?id=ana&new_id=evil", {}),
                ("GET", "people/ana/@@object_cut", {}),
            ):
                answer = session.request(method, address, headers=headers, data=b"x" if method == "PUT" else None)
                self.assertNotIn("Evil", answer.text)
        transaction.begin()
        self.assertEqual(sorted(one for one in READERS if one), sorted(people.container().objectIds()))
        self.assertEqual("Ana Test", people.person("ana").Title())
        self.assertNotIn("evil", self.portal.objectIds())
        self.assertNotIn("ana", self.portal.objectIds())
        self.assertIn("people", self.portal.objectIds())
