"""Amounts and confidential clients reach nobody they are not for: made first, then looked for on every channel."""

from bluegether.core.missions.testing import AMOUNT
from bluegether.core.missions.testing import AMOUNTS
from bluegether.core.missions.testing import COST
from bluegether.core.missions.testing import MissionsTest
from bluegether.core.missions.testing import RATE
from bluegether.core.missions.testing import TODAY
from bluegether.core.people.testing import PASSWORD
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from datetime import timedelta
from io import BytesIO
from openpyxl import load_workbook
from plone import api
from Products.CMFCore.indexing import processQueue
import transaction


SEE_AMOUNTS = ("commerce", "finance", "direction")
SEE_MISSION = ("ana", "boss", "rh", "siteadmin")
OUTSIDE = ("bob", "colleague", "other", "animatrice", "partner", "cliente", "")
ORDER = "BC-Zébulon-77"
SECRETS = (*AMOUNTS, "Zébulon", "Z\\u00e9bulon")
CLIENT = "Zanzibar"


class Leaks(MissionsTest):
    layer = FUNCTIONAL

    def setUp(self):
        super().setUp()
        self.confidential = self.client(CLIENT, confidential=True, contacts=[{"name": "Zoé Zanzibar"}])
        order = {"reference": ORDER, "amount": AMOUNT, "start": TODAY, "end": TODAY + timedelta(90)}
        self.thing = self.mission(
            self.row("ana", -30, 20), client=self.confidential, title="Ingénieure", rate=RATE, cost=COST, orders=[order]
        )
        with self.acting("commerce"):
            repository = api.portal.get_tool("portal_repository")
            repository.setVersionableContentTypes([*repository.getVersionableContentTypes(), "Mission", "Client"])
            repository.save(self.thing, comment="one")
            self.thing.rate = RATE + 1
            repository.save(self.thing, comment="two")
            self.thing.rate = RATE
        diff = api.portal.get_tool("portal_diff")
        diff.setDiffForPortalType("Mission", {"any": "Compound Diff for Dexterity types"})
        transaction.commit()
        self.path = "/".join(self.thing.getPhysicalPath()[2:])
        self.uid = self.thing.UID()

    def get(self, userid, page, accept="text/html"):
        return Session(self.portal, userid, PASSWORD, accept).get(page, allow_redirects=True)

    def said(self, answer):
        """Return everything that an answer says: a workbook is unpacked."""
        if "spreadsheet" in answer.headers.get("Content-Type", ""):
            book = load_workbook(BytesIO(answer.content))
            return " ".join(str(cell) for sheet in book for row in sheet.values for cell in row)
        return answer.text

    def found(self, userid, words, pages, accept="text/html"):
        """Return (page, word) of what this person can read there."""
        texts = {page: self.said(self.get(userid, page, accept)) for page in pages}
        return {(page, word) for page, text in texts.items() for word in words if word in text}

    @property
    def pages(self):
        return (
            self.path,
            f"{self.path}/view",
            f"{self.path}/edit",
            f"{self.path}/@@edit",
            f"{self.path}/rate",
            f"{self.path}/orders",
            f"{self.path}/@@historyview",
            f"{self.path}/@@contenthistorypopup",
            f"{self.path}/@@history?one=0&two=1",
            f"{self.path}/@@history?one=current&two=0",
            f"{self.path}/versions_history_form?version_id=0",
            f"{self.path}/@@version-view?version_id=0",
            f"{self.path}/@@mission-history",
            f"{self.path}/@@mission-closing?userid=ana",
            "missions",
            "clients",
            "@@missions-board",
            "@@missions-board?tab=availability",
            "@@missions-board?tab=bench",
            "@@missions-board-xlsx?tab=ending",
            "@@missions-board-xlsx?tab=availability",
            "@@missions-board-xlsx?tab=bench",
            "people/ana",
            "@@search?SearchableText=Ing%C3%A9nieure",
            "",
        )

    @property
    def services(self):
        return (
            self.path,
            f"{self.path}?expand=types,history,workflow,breadcrumbs",
            f"{self.path}/@history",
            f"{self.path}/@history/0",
            f"{self.path}/@history/1",
            f"{self.path}/@mission",
            "missions?fullobjects=1",
            "missions/@search?fullobjects=1",
            "@search?UID=" + self.uid + "&metadata_fields=_all",
            "@search?portal_type=Mission&fullobjects=1",
            "@missions",
            "@missions-board?tab=ending",
            "@missions-board?tab=availability",
            "@missions-board?tab=bench",
            "@vocabularies/bluegether.missions.clients",
            "clients?fullobjects=1",
            "@todos",
        )


class TestAmounts(Leaks):
    def test_those_who_may_see_them_do(self):
        for userid in SEE_AMOUNTS:
            said = self.get(userid, self.path).text
            for word in ("741.25", "398.75", "98,765.43", "Zébulon"):
                self.assertIn(word, said, userid)
            data = self.get(userid, self.path, "application/json").json()
            order = data["orders"][0]
            seen = [data["rate"], data["cost"], order["reference"], order["amount"]]
            self.assertEqual(["741.25", "398.75", ORDER, "98765.43"], seen)
            self.assertTrue(
                self.found(userid, ("742.25", "742,25"), [f"{self.path}/@@history?one=1&two=0"]), "nothing to leak"
            )

    def test_nobody_else_on_any_page(self):
        for userid in (*SEE_MISSION, *OUTSIDE):
            self.assertEqual(set(), self.found(userid, (*SECRETS, "742.25", "742,25"), self.pages), userid)

    def test_nobody_else_by_rest(self):
        for userid in (*SEE_MISSION, *OUTSIDE):
            self.assertEqual(
                set(), self.found(userid, (*SECRETS, "742.25", "742,25"), self.services, "application/json"), userid
            )

    def test_who_is_concerned_sees_the_rest(self):
        for userid in SEE_MISSION:
            data = self.get(userid, self.path, "application/json").json()
            self.assertEqual(("ana", 100), (data["consultants"][0]["userid"], data["consultants"][0]["share"]))
            self.assertFalse({"rate", "cost", "orders"} & set(data), userid)
            self.assertIn(CLIENT, self.get(userid, self.path).text)

    def test_rest_writes_no_amount_for_who_may_not(self):
        for userid, status in (("siteadmin", 204), *((one, 401) for one in ("ana", "boss", "rh", "finance"))):
            session = Session(self.portal, userid, PASSWORD, "application/json")
            answer = session.patch(self.path, json={"rate": 1, "cost": 1, "orders": []})
            self.assertEqual(status, answer.status_code, userid)
        transaction.begin()
        self.assertEqual((RATE, COST, ORDER), (self.thing.rate, self.thing.cost, self.thing.orders[0]["reference"]))

    def test_the_catalog_knows_none(self):
        processQueue()
        catalog = api.portal.get_tool("portal_catalog")
        (brain,) = catalog.unrestrictedSearchResults(UID=self.uid)
        kept = [str(catalog.getIndexDataForRID(brain.getRID())), str(catalog.getMetadataForRID(brain.getRID()))]
        for word in (*SECRETS, "742.25", "742,25"):
            self.assertNotIn(word, " ".join(kept))
            self.assertEqual([], list(catalog.unrestrictedSearchResults(SearchableText=word)), word)


class TestConfidentialClient(Leaks):
    def test_nobody_outside_reads_its_name(self):
        for userid in OUTSIDE:
            self.assertEqual(set(), self.found(userid, (CLIENT, "Ingénieure"), [*self.pages[:-2], ""]), userid)
            self.assertEqual(set(), self.found(userid, (CLIENT,), self.services, "application/json"), userid)

    def test_an_address_tells_nothing(self):
        self.assertNotIn(CLIENT.lower(), self.path.lower())
        client = api.content.get(UID=self.confidential)
        self.assertNotIn(CLIENT.lower(), client.absolute_url().lower())
        for userid in (*OUTSIDE, "ana"):
            answer = self.get(userid, "/".join(client.getPhysicalPath()[2:]))
            self.assertNotIn(CLIENT, answer.text, userid)

    def test_an_open_client_is_known_by_name_and_role_alone(self):
        known = self.client("Ouverte")
        mission = self.mission(
            self.row("bob", -30, 20), client=known, title="Scrum master", place="Quimperlé", rate=RATE
        )
        transaction.commit()
        path = "/".join(mission.getPhysicalPath()[2:])
        for userid in ("colleague", "animatrice", "partner", "ana"):
            said = self.get(userid, "people/bob").text
            self.assertIn("Scrum master", said, userid)
            self.assertIn("Ouverte", said, userid)
            pages = [path, "people/bob", "missions", "@search?portal_type=Mission&fullobjects=1"]
            self.assertEqual(set(), self.found(userid, ("Quimperlé", *AMOUNTS), pages), userid)
