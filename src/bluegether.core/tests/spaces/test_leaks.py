"""A secret space shows nowhere to who is not in it: first make what could leak, then look for it everywhere."""

from bluegether.core.discussion import api as discussion
from bluegether.core.spaces import api as spaces
from bluegether.core.spaces.testing import create_people
from bluegether.core.spaces.testing import PASSWORD
from bluegether.core.spaces.testing import space_values
from bluegether.core.stream import api as stream
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.dexterity.utils import createContentInContainer
from plone.namedfile.file import NamedBlobFile
from plone.uuid.interfaces import IUUID
import transaction
import unittest


# Words that stand nowhere but in the secret space; the last is its address, the one before the title of its file.
WORDS = ("falaise", "rachatsolaria", "acquisition", "valorisation", "piecejointe")
NAME = "Falaise"


class LeakCase(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        create_people()
        api.portal.set_registry_record("plone.available_languages", ["en", "fr"])
        values = {"visibility": "secret", "joining": "invitation", "reason": "Rachat", "title": NAME}
        self.space = spaces.create_space(actor="ana", **space_values(description="Acquisition", **values))
        self.uid = IUUID(self.space)
        spaces.invite(self.uid, ["bob"], actor="ana")
        spaces.join(self.uid, userid="bob")
        with api.env.adopt_user(username="bob"):
            self.page = self.content("Document", "note", "Valorisation", text=RichTextValue("<p>acquisition</p>"))
            self.file = self.content(
                "File", "offre", "Piecejointe", file=NamedBlobFile(b"acquisition", filename="p.txt")
            )
            self.event = self.content("Event", "closing", "Acquisition le 3")
        self.entry = stream.post("Acquisition @bob @eve #rachatsolaria", author="ana", space=self.uid)
        with api.env.adopt_user(username="bob"):
            attached = (IUUID(self.page),)
            self.share = stream.post("valorisation", author="bob", space=self.uid, documents=attached)
        stream.post("rien à voir #plone", author="ana")
        transaction.commit()

    def content(self, kind, name, title, **values):
        return createContentInContainer(self.space["documents"], kind, id=name, title=title, **values)

    def session(self, userid, accept="text/html"):
        session = Session(self.layer["portal"], userid, PASSWORD, accept=accept)
        self.addCleanup(session.close)
        return session

    def assert_silent(self, userid, path, accept="text/html", **options):
        """Assert that the answer holds none of the words, whatever its status; but for what the address itself says."""
        answer = self.session(userid, accept).get(path, **options)
        text = answer.text.casefold().replace(path.casefold(), "")
        found = [word for word in WORDS if word in text]
        self.assertEqual([], found, f"{userid} {path} {answer.status_code}")
        self.assertNotIn(self.uid, text, path)
        return answer


# Pages of the portal, none of which names the space itself.
PAGES = (
    "",
    "spaces",
    "spaces?show=mine",
    "spaces?show=archived",
    "spaces?kind=community",
    "@@search?SearchableText=a*",
    "@@search?Creator=bob",
    "@@search?portal_type=Space",
    "@@updated_search?SearchableText=a*",
    "search_rss?SearchableText=a*",
    "@@stream",
    "@@stream?order=activity",
    "@@stream?view=me",
    "@@stream?view=bookmarks",
    "@@stream?person=bob",
    "@@stream?person=ana",
    "@@stream-follows",
    "@@stream-entries",
    "@@stream-new?since=1",
    "@@home",
    "people/ana",
    "people/bob",
    "sitemap",
    "RSS",
    "atom.xml",
    "rss.xml",
    "spaces/RSS",
    "spaces/atom.xml",
    "spaces/@@folder_contents",
    "spaces/@@sharing",
    "@@sharing?search_term=fal",
    "event_listing",
)
REST = (
    "@spaces",
    "@spaces?show=mine",
    "@search?SearchableText=a*",
    "@search?portal_type=Space",
    "@search?metadata_fields=_all&Creator=bob",
    "@search?path.query=/plone/spaces&path.depth=-1",
    "@stream",
    "@stream?view=person&value=bob",
    "@stream?view=me",
    "@stream-new?since=1",
    "@hashtags",
    "@follow-suggestions",
    "@follows",
    "@bookmarks",
    "@notifications",
    "@todos",
    "@navigation?expand.navigation.depth=5",
    "@querystring-search",
    "@groups?query=space",
    "@principals?search=space",
    "@vocabularies/plone.app.vocabularies.Catalog",
    "@vocabularies/plone.app.vocabularies.Groups",
    "@vocabularies/plone.app.vocabularies.Principals",
    "@vocabularies/plone.app.vocabularies.Keywords",
    "@types/Space",
    "people/bob",
    "spaces",
    "spaces?fullobjects=1",
    "?expand=breadcrumbs,navigation,contextnavigation",
)


class TestLeaks(LeakCase):
    def test_what_could_leak_is_there(self):
        with api.env.adopt_user(username="bob"):
            found = {brain.Title for brain in api.portal.get_tool("portal_catalog")(SearchableText="acquisition")}
            mine = [one.entry.text for one in stream.entries(stream.view("all"), userid="bob").items]
        self.assertLessEqual({NAME, "Acquisition le 3"}, found)
        self.assertIn("Acquisition @bob @eve #rachatsolaria", mine)
        page = self.session("bob").get(f"spaces/{self.space.getId()}?tab=documents").text
        self.assertIn("Piecejointe", page)
        self.assertIn("falaise", self.session("bob").get("spaces").text.casefold())
        self.assertIn(self.uid, self.session("bob", "application/json").get("@spaces").text)

    def test_pages_are_silent(self):
        for userid in ("eve", "dora", "carl", ""):
            for path in PAGES if userid == "eve" else PAGES[:8]:
                self.assert_silent(userid, path)

    def test_roles_in_the_whole_site_open_nothing(self):
        roles = [
            "Member",
            "Reader",
            "Contributor",
            "Editor",
            "Reviewer",
            "Owner",
            "Animator",
            "HR Referent",
            "Director",
        ]
        api.portal.get().acl_users.userFolderEditUser("eve", None, roles, [])
        transaction.commit()
        for path in ("spaces", "@@search?SearchableText=a*", "@@stream", f"spaces/{self.space.getId()}/documents/note"):
            self.assert_silent("eve", path)
        self.assertEqual(404, self.session("eve").get(f"spaces/{self.space.getId()}").status_code)

    def test_searching_for_the_words_finds_nothing(self):
        for word in WORDS:
            for path in (
                f"@@search?SearchableText={word}",
                f"spaces?text={word}",
                f"@@ajax-search?SearchableText={word}",
            ):
                self.assert_silent_but_asked("eve", path, word)
            for path in (f"@search?SearchableText={word}", f"@spaces?text={word}"):
                answer = self.session("eve", "application/json").get(path)
                self.assertEqual(0, answer.json()["items_total"], path)
        self.assert_silent_but_asked("eve", "@@stream?hashtag=rachatsolaria", "rachatsolaria")
        body = self.session("eve", "application/json").get("@stream?view=hashtag&value=rachatsolaria").json()
        self.assertEqual([], body["items"])

    def assert_silent_but_asked(self, userid, path, word):
        text = self.session(userid).get(path).text.casefold()
        self.assertEqual([], [one for one in WORDS if one != word and one in text], path)
        self.assertNotIn(f"/{self.space.getId()}", text, path)

    def test_rest_is_silent(self):
        for path in REST:
            self.assert_silent("eve", path, accept="application/json")
        query = {"i": "path", "o": "plone.app.querystring.operation.string.absolutePath", "v": "/spaces"}
        answer = self.session("eve", "application/json").post("@querystring-search", json={"query": [query]})
        self.assertEqual([], [word for word in WORDS if word in answer.text.casefold()])

    def test_what_is_named_is_not_there(self):
        space = f"spaces/{self.space.getId()}"
        inside = (
            "",
            "/view",
            "/edit",
            "/@@space",
            "/@@space-join",
            "/@@space-members",
            "/@@space-settings",
            "/@@search?SearchableText=a",
            "/@@sharing",
            "/documents",
            "/documents/note",
            "/documents/offre/@@download/file",
            "/documents/offre/@@display-file/file",
            "/documents/closing/ics_view",
            "/RSS",
            "/pages/bienvenue",
            "/@@personal-information",
            "/nothing",
        )
        nothing = self.assert_silent("eve", "spaces/nothing").status_code
        for path in inside:
            self.assertEqual(nothing, self.assert_silent("eve", space + path).status_code, path)
        listed = spaces.create_space(
            actor="ana",
            **space_values(
                title="Compte", visibility="listed", joining="invitation", reason="Contrat", furnished=False
            ),
        )
        transaction.commit()
        for name in ("@types", "@search", "@vocabularies/plone.app.vocabularies.Roles", "@breadcrumbs", "@actions", ""):
            answer = self.session("eve", "application/json").get(f"spaces/{listed.getId()}/{name}")
            self.assertIn(answer.status_code, (401, 404), name)
        for path in ("", "/documents", "/documents/note", "/@breadcrumbs", "/documents/note/@comments", "/@sharing"):
            self.assertEqual(404, self.assert_silent("eve", space + path, accept="application/json").status_code, path)
        for uid in (self.uid, IUUID(self.page), IUUID(self.file)):
            self.assertNotIn(
                "falaise", self.session("eve").get(f"resolveuid/{uid}", allow_redirects=True).text.casefold()
            )
        for path in ("", "/members", "/figures", "/applications"):
            self.assertEqual(404, self.session("eve", "application/json").get(f"@spaces/{self.uid}{path}").status_code)
        for verb in ("join", "apply", "leave", "withdraw"):
            answer = self.session("eve", "application/json").post(f"@spaces/{self.uid}/{verb}", json={})
            self.assertEqual(404, answer.status_code, verb)

    def test_entries_that_are_named_are_not_there(self):
        for entry in (self.entry, self.share):
            self.assertEqual(404, self.assert_silent("eve", f"@@stream/{entry.id}").status_code)
            for path in ("", "/shares", "/comments"):
                session = self.session("eve", "application/json")
                nothing = session.get(f"@stream/{entry.id + 1}{path}")
                answer = session.get(f"@stream/{entry.id}{path}")
                self.assertEqual((nothing.status_code, nothing.text), (answer.status_code, answer.text), path)
            self.assertEqual(404, self.session("eve").get(f"@@stream-share?id={entry.id}").status_code)
        self.assertEqual(404, self.session("eve").get(f"@@stream?space={self.uid}").status_code)
        self.assertEqual(404, self.session("eve").get(f"@@stream-share?document={IUUID(self.page)}").status_code)
        eve = self.session("eve", "application/json")
        self.assertEqual([], eve.get(f"@stream?view=space&value={self.uid}").json()["items"])
        self.assertEqual(404, eve.post("@follows", json={"space": self.uid}).status_code)
        self.assertEqual(404, eve.post("@stream", json={"text": "x", "space": self.uid}).status_code)
        self.assertEqual(404, eve.post("@stream", json={"text": "x", "quote": str(self.entry.id)}).status_code)
        self.assertEqual(400, eve.post("@stream", json={"text": "x", "documents": [IUUID(self.page)]}).status_code)
        self.assertEqual(404, eve.post(f"@bookmarks/{self.entry.id}", json={}).status_code)

    def test_who_left_is_like_who_never_was_there(self):
        spaces.leave(self.uid, userid="bob")
        transaction.commit()
        for path in ("spaces", "@@search?SearchableText=a*", "@@stream", "@@stream?person=ana", "@@home"):
            self.assert_silent("bob", path)
        self.assertEqual(404, self.session("bob").get(f"spaces/{self.space.getId()}/documents/note").status_code)
        answer = self.session("bob", "application/json").patch(
            f"spaces/{self.space.getId()}/documents/note", json={"title": "à moi"}
        )
        self.assertEqual(404, answer.status_code)

    def test_comments_inside_are_found_by_members_only(self):
        with api.env.adopt_user(username="bob"):
            discussion.write(self.page, "valorisation confirmée", userid="bob")
        transaction.commit()
        self.assert_silent(
            "eve", "@search?portal_type=Discussion%20Item&metadata_fields=_all", accept="application/json"
        )
        found = self.session("bob", "application/json").get("@search?portal_type=Discussion%20Item").json()
        self.assertEqual(1, found["items_total"])
