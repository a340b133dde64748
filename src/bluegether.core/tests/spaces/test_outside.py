"""Outside members: their spaces, the people of these, nothing else of the network, on any channel."""

from bluegether.core.spaces import api as spaces
from bluegether.core.spaces.testing import create_people
from bluegether.core.spaces.testing import PASSWORD
from bluegether.core.spaces.testing import space_values
from bluegether.core.stream import api as stream
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID
import transaction
import unittest


class OutsideCase(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        create_people()
        self.mine = spaces.create_space(actor="ana", **space_values(title="Chantier commun", joining="request"))
        self.other = spaces.create_space(actor="ana", **space_values(title="Interne ouvert"))
        self.hidden = self.page(self.other, "Note interne")
        self.page(self.mine, "Plan commun")
        stream.post("Pour le réseau", author="ana")
        stream.post("Interne seulement", author="ana", space=IUUID(self.other))
        self.entry = stream.post("Pour le chantier", author="ana", space=IUUID(self.mine))
        api.portal.set_registry_record("bluegether.spaces.outside_kinds", ("partner",))
        spaces.invite(IUUID(self.mine), ["zoe"], actor="ana")
        spaces.join(IUUID(self.mine), userid="zoe")
        transaction.commit()

    def page(self, container, title):
        with api.env.adopt_roles(["Manager"]):
            return createContentInContainer(container, "Document", checkConstraints=False, title=title)

    def session(self, accept="text/html", userid="zoe"):
        session = Session(self.layer["portal"], userid, PASSWORD, accept=accept)
        self.addCleanup(session.close)
        return session

    def rest(self, path):
        return self.session("application/json").get(path)


WORDS = ("interne", "pour le réseau", "eve diaz", "bob diaz")


class TestOutside(OutsideCase):
    def test_the_rest_of_the_network_is_refused(self):
        for path in ("people", "people/bob", "@@search?SearchableText=a*", "@@stream-follows"):
            self.assertEqual(403, self.session().get(path).status_code, path)
        for path in (
            "@search?SearchableText=a*",
            "@people",
            "@follow-suggestions",
            f"resolveuid/{IUUID(self.hidden)}",
        ):
            self.assertIn(self.rest(path).status_code, (401, 403), path)
        for path in (f"spaces/{self.other.getId()}", f"@spaces/{IUUID(self.other)}"):
            self.assertIn(self.rest(path).status_code, (401, 403, 404), path)
        joined = self.session("application/json").post(f"@spaces/{IUUID(self.other)}/join", json={})
        self.assertEqual(404, joined.status_code)

    def test_what_is_open_shows_only_their_spaces(self):
        space = f"spaces/{self.mine.getId()}"
        for path in (
            "@@home",
            "spaces",
            "@@stream",
            "@@stream?view=me",
            "@@stream?person=ana",
            space,
            f"{space}?tab=members",
        ):
            answer = self.session().get(path)
            self.assertEqual((200, []), (answer.status_code, leaks(answer.text)), path)
        for path in (f"{space}/@@search?SearchableText=a*", f"{space}/@@updated_search?SearchableText=a*"):
            self.assertEqual([], leaks(self.session().get(path).text), path)
        for path in ("@spaces", "@todos", f"{space}/@search?SearchableText=a*", f"{space}/@navigation", space):
            self.assertEqual([], leaks(self.rest(path).text), path)

    def test_they_work_in_their_space(self):
        space = f"spaces/{self.mine.getId()}"
        self.assertIn("Chantier commun", self.session().get("spaces").text)
        self.assertIn("Pour le chantier", self.session().get(space).text)
        self.assertIn("Ana Diaz", self.session().get(f"{space}?tab=members").text)
        self.assertIn("Plan commun", self.session().get(f"{space}?tab=documents").text)
        found = self.rest(f"{space}/@search?SearchableText=commun").json()
        self.assertIn("items", found, found)
        self.assertEqual(["Chantier commun", "Plan commun"], sorted(one["title"] for one in found["items"]))
        self.assertEqual(200, self.session().get(f"@@stream/{self.entry.id}").status_code)
        with self.assertRaises(Exception) as caught:
            stream.post("Pour tous", author="zoe")
        self.assertEqual("NotAllowed", type(caught.exception).__name__)
        stream.post("Bien reçu", author="zoe", space=IUUID(self.mine))
        made = self.session("application/json").post(f"{space}/documents", json={"@type": "Document", "title": "Essai"})
        self.assertEqual(201, made.status_code, made.text)

    def test_who_is_no_outsider_notices_nothing(self):
        self.assertEqual(200, self.session(userid="bob").get("people").status_code)
        api.portal.set_registry_record("bluegether.spaces.outside_kinds", ())
        transaction.commit()
        self.assertEqual(200, self.session().get("people").status_code)


def leaks(text: str) -> list[str]:
    return [word for word in WORDS if word in text.casefold()]
