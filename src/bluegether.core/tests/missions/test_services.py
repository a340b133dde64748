"""REST of missions: what it answers, each refusal with its status."""

from bluegether.core.missions import api as missions
from bluegether.core.missions.testing import MissionsTest
from bluegether.core.missions.testing import TODAY
from bluegether.core.people.testing import PASSWORD
from bluegether.core.skills import api as skills
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import Session
from datetime import timedelta
from plone import api
import transaction


class Services(MissionsTest):
    layer = FUNCTIONAL

    def session(self, userid="commerce"):
        return Session(self.portal, userid, PASSWORD, "application/json")

    def path(self, content):
        return "/".join(content.getPhysicalPath()[2:])

    def day(self, days):
        return (TODAY + timedelta(days)).isoformat()

    def json_row(self, userid="ana", start=-5, end=90, **values):
        return {"userid": userid, "start": self.day(start), "end": self.day(end), "confirmed": True} | values


class TestContent(Services):
    def test_a_mission_by_rest_with_rows_both_ways(self):
        client = self.client("Banque")
        api.portal.set_registry_record("plone.available_languages", ["en", "fr"])
        skills.add({"fr": "Python", "en": "Python"}, actor="")
        transaction.commit()
        body = {
            "@type": "Mission",
            "title": "Ingénieure données",
            "client": client,
            "consultants": [self.json_row("Ana Test", share=60)],
            "skills": ["python"],
            "objectives": [{"objective": "Livrer"}],
            "rate": 650.5,
            "orders": [{"reference": "BC-1", "amount": "1200.10", "start": self.day(0)}],
        }
        answer = self.session().post("missions", json=body)
        self.assertEqual(201, answer.status_code, answer.text)
        data = answer.json()
        row = {"userid": "ana", "start": self.day(-5), "end": self.day(90), "share": 60}
        self.assertEqual(row, {key: data["consultants"][0][key] for key in row})
        self.assertEqual(("650.50", "1200.10", "python"),
                         (data["rate"], data["orders"][0]["amount"], data["skills"][0]["token"]))  # fmt: skip
        self.assertEqual(("running", 1), (data["review_state"], data["revision"]))
        url = data["@id"]
        patch = {"consultants": [*data["consultants"], self.json_row("bob", 5, 20)], "revision": 1}
        self.assertEqual(204, self.session().patch(url, json=patch).status_code)
        late = self.session().patch(url, json={"place": "Lyon", "revision": 1})
        self.assertEqual((409, "Conflict"), (late.status_code, late.json()["type"]))
        transaction.begin()
        self.assertEqual(["ana", "bob"], [row["userid"] for row in self.session().get(url).json()["consultants"]])

    def test_what_is_refused_leaves_nothing(self):
        client, other = self.client("Banque"), self.mission(self.row("ana", -5, 90, 80))
        transaction.commit()
        good = {"@type": "Mission", "title": "X", "client": client, "consultants": [self.json_row()]}
        for status, change in (
            (400, {"client": "nobody"}),
            (400, {"consultants": [self.json_row("nobody")]}),
            (400, {"consultants": [self.json_row("cliente")]}),
            (400, {"consultants": [self.json_row(end=-9)]}),
            (400, {"consultants": [self.json_row(), self.json_row(start=0)]}),
            (400, {"consultants": [self.json_row(share=0)]}),
            (400, {"consultants": ["ana"]}),
            (400, {"skills": ["no such"]}),
            (400, {"rate": "much"}),
            (400, {"rate": -1}),
            (400, {"rate": "NaN"}),
            (400, {"orders": [{"amount": 1}]}),
            (409, {}),
        ):
            answer = self.session().post("missions", json=good | change)
            self.assertEqual(status, answer.status_code, (change, answer.text[:300]))
        self.assertIn("180", answer.json()["message"])
        for userid, status in (("ana", 401), ("rh", 401), ("finance", 401), ("cliente", 401), ("", 401)):
            self.assertEqual(status, self.session(userid).post("missions", json=good).status_code, userid)
        transaction.begin()
        self.assertEqual([other.UID()], [brain.UID for brain in api.content.find(portal_type="Mission")])
        accepted = self.session().post("missions", json=good | {"overload_accepted": True})
        self.assertEqual((201, False), (accepted.status_code, accepted.json()["overload_accepted"]))

    def test_types_and_vocabulary(self):
        self.client("Banque")
        secret = self.client("Zanzibar", confidential=True)
        transaction.commit()
        fields = self.session().get("@types/Mission").json()["properties"]
        self.assertEqual("array", fields["consultants"]["type"])
        vocabulary = "@vocabularies/bluegether.missions.clients"
        names = [one["title"] for one in self.session().get(vocabulary).json()["items"]]
        self.assertEqual(["Banque", "Zanzibar"], names)
        for userid in ("ana", "animatrice", "cliente", ""):
            self.assertNotIn(secret, self.session(userid).get(vocabulary).text, userid)


class TestMission(Services):
    def test_the_verbs(self):
        mission = self.mission(self.row("ana", -30, 20))
        transaction.commit()
        url = f"{self.path(mission)}/@mission"
        early = {"do": "end_early", "userid": "ana", "day": self.day(5), "reason": "Budget"}
        extend = {"do": "extend", "userid": "ana", "end": self.day(60), "revision": 1}
        answer = self.session().post(url, json=extend)
        self.assertEqual((200, 2, 2), (answer.status_code, answer.json()["revision"], len(answer.json()["periods"])))
        for status, body in (
            (409, extend),
            (400, extend | {"revision": 2, "end": "soon"}),
            (400, extend | {"revision": 2, "end": None}),
            (400, extend | {"revision": "2"}),
            (400, {"do": "fly", "userid": "ana", "revision": 2}),
            (400, {"do": ["extend"], "userid": "ana", "revision": 2}),
            (400, early | {"revision": 2, "reason": 5}),
            (400, early | {"revision": 2, "color": "red"}),
            (400, early | {"revision": 2, "userid": "bob"}),
        ):
            self.assertEqual(status, self.session().post(url, json=body).status_code, body)
        for userid, status in (("ana", 401), ("boss", 401), ("finance", 401), ("cliente", 401)):
            body = early | {"revision": 2}
            self.assertEqual(status, self.session(userid).post(url, json=body).status_code, userid)
        data = self.session().post(url, json=early | {"revision": 2}).json()
        self.assertEqual([self.day(5)], [one["end"] for one in data["periods"]])
        self.assertEqual({"Budget"}, {one["reason"] for one in data["early_ends"]})
        self.assertEqual(["shortened", "extended", "created"], [line["what"] for line in data["history"]])
        replace = {"do": "replace", "userid": "ana", "by": "bob", "day": self.day(2), "reason": "Congé", "revision": 3}
        data = self.session().post(url, json=replace).json()
        self.assertEqual(
            [("ana", self.day(1)), ("bob", self.day(5))], [(p["userid"], p["end"]) for p in data["periods"]]
        )
        self.assertEqual(401, self.session("colleague").get(url).status_code)

    def test_the_end(self):
        mission = self.mission(
            self.row("ana", -90, -5), title="Ingénieure", objectives=[{"objective": "Livrer", "mark": None}]
        )
        transaction.commit()
        url = f"{self.path(mission)}/@mission-closing"
        said = {"side": "consultant", "marks": {"content": 4, "support": 3, "conditions": 5}, "text": "Bien Zoulou."}
        ana = self.session("ana")
        for status, body in (
            (400, {"evaluation": said}),
            (409, {"evaluation": said, "revision": 3}),
            (403, {"evaluation": said | {"side": "account"}, "revision": 0}),
            (400, {"evaluation": said | {"marks": {"content": 6}}, "revision": 0}),
            (400, {"evaluation": "good", "revision": 0}),
            (400, {"checklist": {"flowers": True}}),
            (404, {"userid": "bob", "checklist": {"cv": True}}),
        ):
            self.assertEqual(status, ana.patch(url, json=body).status_code, body)
        data = ana.patch(url, json={"evaluation": said, "revision": 0, "checklist": {"cv": True}}).json()
        self.assertEqual((1, "Bien Zoulou."), (data["revision"], data["evaluations"]["consultant"]["text"]))
        self.assertEqual({"cv"}, {one["key"] for one in data["checklist"] if one["done"]})
        mine = f"{url}?userid=ana"
        self.assertIn("Zoulou", self.session("boss").get(mine).text)
        self.assertNotIn("Zoulou", self.session("commerce").get(mine).text)
        for userid in ("direction", "siteadmin", "finance"):
            self.assertEqual(404, self.session(userid).get(mine).status_code, userid)
        self.assertEqual(401, self.session("colleague").get(mine).status_code)


class TestLists(Services):
    def test_missions_of_somebody_and_ones_own(self):
        self.mission(self.row("ana"), title="Ouverte", place="Lyon")
        self.mission(self.row("bob"), title="Autre")
        transaction.commit()
        mine = self.session("boss").get("@missions").json()
        self.assertEqual({"Ouverte", "Autre"}, {one["title"] for one in mine["items"]})
        self.assertEqual(["Ouverte"], [one["title"] for one in self.session("ana").get("@missions").json()["items"]])
        self.assertEqual([], self.session("colleague").get("@missions").json()["items"])
        (seen,) = self.session("colleague").get("@missions?userid=ana").json()["items"]
        self.assertEqual({"title", "client", "running"}, set(seen))
        self.assertEqual(1, self.session().get("@missions?text=lyon&state=running").json()["items_total"])
        for query in ("state=odd", "b_start=x", "b_size=9999", "text=" + "x" * 300):
            self.assertEqual(400, self.session().get(f"@missions?{query}").status_code, query)
        self.assertEqual(401, self.session("cliente").get("@missions").status_code)

    def test_the_board(self):
        self.mission(self.row("ana", -30, 20))
        self.mission(self.row("colleague", -30, 10))
        transaction.commit()
        ends = self.session().get("@missions-board?tab=ending").json()
        self.assertEqual(["colleague", "ana"], [one["userid"] for one in ends["items"]])
        self.assertEqual(
            ["ana"], [one["userid"] for one in self.session("boss").get("@missions-board").json()["items"]]
        )
        free = self.session().get("@missions-board?tab=availability").json()["items"]
        self.assertEqual([("bob", self.day(0)), ("colleague", self.day(11)), ("ana", self.day(21))],
                         [(one["userid"], one["free_from"]) for one in free])  # fmt: skip
        bench = self.session("rh").get("@missions-board?tab=bench").json()["items"]
        self.assertEqual(["bob"], [one["userid"] for one in bench])
        for userid, status in (("ana", 403), ("animatrice", 403), ("partner", 403), ("cliente", 401)):
            self.assertEqual(status, self.session(userid).get("@missions-board").status_code, userid)
        for query in ("tab=odd", "unit=nowhere"):
            self.assertEqual(400, self.session().get(f"@missions-board?{query}").status_code, query)
        self.assertIsNotNone(missions.record(ends["items"][0]["mission"]["UID"]))
