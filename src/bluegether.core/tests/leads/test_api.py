"""Leads: refusals, steps, delays, who sees what, duplicates, figures, personal data."""

from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import IDeedKind
from bluegether.core.kit.interfaces import IHandover
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.leads import api as leads
from bluegether.core.leads.testing import HEARD
from bluegether.core.leads.testing import LeadsTest
from bluegether.core.leads.testing import NOTE
from bluegether.core.leads.timers import LateLeads
from bluegether.core.missions import api as missions
from bluegether.core.needs import api as needs
from bluegether.core.people import api as people
from bluegether.core.skills import api as skills
from bluegether.core.testing import INTEGRATION
from plone import api
from zope.component import getAdapter
from zope.i18n import translate


OTHERS = ("bob", "rh", "siteadmin", "carl", "nobody", "")


class ApiTest(LeadsTest):
    layer = INTEGRATION

    def states(self, found) -> list[str]:
        return [what for _moment, _who, what, _reason in found.history]


class TestRefusals(ApiTest):
    def test_what_cannot_be_handed_in(self):
        for field, values in (
            ("company", {"company": ""}),
            ("company", {"company": "  "}),
            ("company", {"company": "x" * 121}),
            ("company", {"company": "<b>Banque"}),
            ("company", {"company": ["a"]}),
            ("heard", {"heard": ""}),
            ("heard", {"heard": "x" * 2001}),
            ("heard", {"heard": "<script>alert(1)</script>"}),
            ("contact", {"contact": "x" * 201}),
            ("when", {"when": "yesterday"}),
            ("sure", {"sure": "very"}),
        ):
            with self.subTest(**values), self.assertRaises(Invalid) as caught:
                self.lead(**values)
            self.assertEqual(field, caught.exception.field)
        self.assertEqual(((), []), (leads.mine("ana").rows, self.notices))

    def test_who_may_not(self):
        for author in ("carl", "nobody", ""):
            with self.subTest(author), self.assertRaises(NotAllowed):
                self.lead(author=author)
        lead = self.lead()
        for actor in OTHERS:
            with self.subTest(actor):
                for verb in (
                    lambda actor=actor: leads.move(lead.key, "take", actor=actor),
                    lambda actor=actor: leads.note(lead.key, NOTE, actor=actor),
                    lambda actor=actor: leads.lead_of(lead.key, actor),
                ):
                    self.assertRaises(Missing, verb)
                for question in (leads.leads, leads.counts, leads.figures):
                    self.assertRaises(NotAllowed, question, reader=actor)
                self.assertEqual([], leads.steps(lead, actor))
        self.assertRaises(NotAllowed, leads.move, lead.key, "take", actor="ana")
        self.assertRaises(NotAllowed, leads.note, lead.key, NOTE, actor="ana")
        self.assertEqual(("new", ()), (lead.state, lead.notes))

    def test_steps_that_do_not_fit(self):
        lead = self.lead()
        self.assertRaises(Missing, leads.move, lead.key, "fly", actor="sales")
        self.assertRaises(Missing, leads.move, lead.key + 1, "take", actor="sales")
        self.assertRaises(Missing, leads.move, "x", "take", actor="sales")
        for step in ("sign", "need", "reopen"):
            self.assertRaises(Conflict, leads.move, lead.key, step, actor="sales")
        with self.assertRaises(Invalid) as caught:
            leads.move(lead.key, "drop", actor="sales", reason=" ")
        self.assertEqual("reason", caught.exception.field)
        self.assertRaises(Invalid, leads.note, lead.key, " ", actor="sales")
        self.go(lead, "take")
        self.assertRaises(Conflict, leads.move, lead.key, "take", actor="sales")

    def test_two_at_once(self):
        lead = self.lead()
        seen = lead.revision
        leads.move(lead.key, "take", actor="sales", seen=seen)
        with self.assertRaises(Conflict):
            leads.move(lead.key, "drop", actor="sales2", reason="Non", seen=seen)
        self.assertEqual(("taken", "sales"), (lead.state, lead.taker))


class TestSteps(ApiTest):
    def test_from_new_to_signed_the_author_is_told_of_each(self):
        lead = self.lead()
        self.assertEqual({"sales", "sales2"}, set(self.told("leads.new")))
        for step, state in (("take", "taken"), ("qualify", "qualified"), ("sign", "signed")):
            self.go(lead, step)
            self.assertEqual(state, lead.state)
        self.assertEqual(["ana"] * 3, self.told("leads.moved"))
        self.assertEqual(["new", "take", "qualify", "sign"], self.states(lead))
        self.assertEqual([], leads.steps(lead, "sales"))
        deeds = [(one.kind, one.userid, one.thing) for one in self.deeds]
        thing = str(lead.key)
        self.assertIn(("leads.qualified", "ana", thing), deeds)
        self.assertEqual(("leads.signed", "ana", thing), deeds[-1])
        self.assertEqual(1, deeds.count(deeds[-1]))

    def test_dropped_with_a_reason_and_taken_up_again(self):
        lead = self.lead()
        self.go(lead, "drop")
        self.assertEqual(("dropped", "Budget gelé", []), (lead.state, lead.reason, self.deeds))
        self.go(lead, "reopen", actor="sales2")
        self.assertEqual(("taken", "", "sales2"), (lead.state, lead.reason, lead.taker))

    def test_a_colleague_takes_over(self):
        lead = self.lead()
        self.go(lead, "qualify")
        self.go(lead, "take", actor="boss")
        self.assertEqual(("qualified", "boss"), (lead.state, lead.taker))

    def test_nobody_earns_by_deciding_about_their_own(self):
        lead = self.lead(author="sales")
        self.go(lead, "qualify", "sign")
        self.assertEqual([], self.deeds)

    def test_it_becomes_a_need_and_follows_it(self):
        needs.ensure()
        self.row = {"skill": skills.add({"fr": "Python"}, actor=""), "level": 2, "source": ""}
        for end, state in (("win", "signed"), ("lose", "dropped")):
            with self.subTest(end), api.env.adopt_user(username="sales"):
                lead = self.lead(company=f"Zanzibar {end}")
                self.go(lead, "qualify", "need")
                need = api.content.get(UID=lead.need)
                found = (need.title, need.background, need.client_name, need.audience, lead.state)
                self.assertEqual((HEARD, HEARD, f"Zanzibar {end}", "sales", "need"), found)
                needs.change_need(need, {"required_skills": [self.row]}, actor="sales")
                for step in ("open", "propose"):
                    needs.move(need, step, actor="sales")
                needs.move(need, end, actor="sales", reason="price" if end == "lose" else "")
                self.assertEqual(state, lead.state)
        self.assertEqual(1, [one.kind for one in self.deeds].count("leads.signed"))

    def test_the_client_is_found_by_its_name(self):
        with api.env.adopt_user(username="sales"):
            uid = missions.create_client(actor="sales", title="Société Générale du Test SA").UID()
            missions.create_client(actor="sales", title="Zanzibar", confidential=True, account_manager="sales")
        self.assertEqual(uid, self.lead(company="societe generale du TEST").client)
        self.assertEqual("", self.lead(company="Zanzibar").client)
        self.assertIn("Société Générale du Test SA", leads.suggestions("ana"))
        self.assertNotIn("Zanzibar", leads.suggestions("ana"))


class TestDelay(ApiTest):
    def test_what_nobody_answers_is_escalated_once(self):
        late, answered = self.lead(), self.lead(company="Autre")
        self.go(answered, "take")
        self.clock.pass_days(2.9)
        LateLeads().run(self.portal)
        self.assertEqual(([], False), (self.told("leads.overdue"), leads.is_overdue(late)))
        self.clock.pass_days(0.2)
        self.assertTrue(leads.is_overdue(late))
        for _time in range(2):
            LateLeads().run(self.portal)
        self.assertEqual({"sales", "sales2", "boss"}, set(self.told("leads.overdue")))
        self.assertEqual(3, len(self.told("leads.overdue")))
        self.assertEqual((True, False), (late.escalated, answered.escalated))
        self.assertFalse(leads.is_overdue(answered))
        self.assertEqual((1, late.due), leads.waiting())

    def test_the_delay_is_a_setting(self):
        api.portal.set_registry_record("bluegether.leads.answer_days", 10)
        lead = self.lead()
        self.assertEqual((10, 10), (leads.answer_days(), (lead.due - lead.received).days))


class TestWhoSeesWhat(ApiTest):
    def test_lists(self):
        first = self.lead()
        self.clock.pass_days(1)
        second = self.lead(author="bob", company="Autre")
        self.go(second, "drop")
        self.assertEqual([first.key], [one.key for one in leads.mine("ana").rows])
        self.assertEqual([second.key], [one.key for one in leads.mine("bob").rows])
        for reader in ("sales", "boss"):
            self.assertEqual([second.key, first.key], [one.key for one in leads.leads(reader=reader).rows])
            self.assertEqual([first.key], [one.key for one in leads.leads(reader=reader, states=("new",)).rows])
        self.assertEqual((1, 1), (leads.counts(reader="boss")["new"], leads.counts(reader="boss")["dropped"]))
        page = leads.leads(reader="sales", size=1)
        self.assertEqual((1, True), (len(page.rows), page.more))

    def test_the_same_company_is_pointed_out_to_sales_alone(self):
        first = self.lead(company="Zanzibar & Fils SAS")
        second = self.lead(author="bob", company="ZANZIBAR ET FILS")
        third = self.lead(company="Zanzibar et Fils")
        self.assertEqual([third, first], leads.similar(second, reader="sales"))
        self.assertEqual([], leads.similar(second, reader="bob"))
        self.assertEqual([first], leads.similar(third, reader="ana"))

    def test_notices_and_deeds_say_nothing_to_others(self):
        lead = self.lead(company="Zanzibar")
        leads.note(lead.key, NOTE, actor="sales")
        self.clock.pass_days(4)
        said = {}
        for name in ("leads.new", "leads.overdue", "leads.moved"):
            kind = getAdapter(self.portal, INoticeKind, name=name)
            for userid in ("ana", "sales", "boss", *OTHERS):
                found = kind.describe(str(lead.key), userid, ["Ana Test"])
                said[name, userid] = found is not None
                self.assertNotIn("Kilimandjaro", str(found))
            self.assertIsNone(kind.describe("x", "sales", []))
        told = {key for key, found in said.items() if found}
        sales = {(name, userid) for name in ("leads.new", "leads.overdue") for userid in ("sales", "boss")}
        self.assertEqual({*sales, ("leads.moved", "ana")}, told)
        deed = getAdapter(self.portal, IDeedKind, name="leads.signed")
        text, url = deed.describe(str(lead.key), "bob")
        self.assertEqual(("A lead", ""), (translate(text), url))
        self.assertEqual("Zanzibar", deed.describe(str(lead.key), "ana")[0])


class TestFigures(ApiTest):
    def test_by_quarter(self):
        self.clock.pass_days(-100)
        old = self.lead()
        self.clock.pass_days(1)
        self.go(old, "qualify", "sign")
        self.clock.pass_days(99)
        for days in (1, 3):
            lead = self.lead()
            self.clock.pass_days(days)
            self.go(lead, "drop")
        self.lead()
        rows = leads.figures(reader="boss")
        self.assertEqual(8, len(rows))
        now = rows[0]
        self.assertEqual(("2026-4", 3, 2, 48.0, 0, 0, 2), tuple(vars(now).values()))
        self.assertEqual(("2026-3", 1, 1, 24.0, 1, 1, 0), tuple(vars(rows[1]).values()))
        self.assertEqual(("2025-1", 0, None), (rows[-1].name, rows[-1].received, rows[-1].hours))


class TestPersonalData(ApiTest):
    def test_export_and_erasure(self):
        lead = self.lead()
        self.go(lead, "take", "qualify")
        leads.note(lead.key, NOTE, actor="sales")
        room = getAdapter(self.portal, IPersonalData, name="leads")
        own = room.export("ana")
        self.assertEqual((HEARD, "qualified"), (own["handed_in"][0]["heard"], own["handed_in"][0]["state"]))
        self.assertNotIn("Kilimandjaro", str(own))
        self.assertEqual(NOTE, room.export("sales")["handled"][0]["notes"][0]["text"])
        self.assertEqual({}, room.export("bob"))
        for userid in ("ana", "sales"):
            for _time in range(2):
                room.erase(userid)
            self.assertEqual({}, room.export(userid))
        self.assertEqual(("", "", NOTE), (lead.author, lead.taker, lead.notes[0][2]))
        self.go(lead, "sign", actor="boss")
        self.assertNotIn("leads.signed", [one.kind for one in self.deeds])

    def test_hand_over(self):
        lead, closed = self.lead(), self.lead()
        self.go(lead, "take")
        self.go(closed, "drop")
        room = getAdapter(self.portal, IHandover, name="leads")
        self.assertEqual([("leads", 1)], [(one.key, one.count) for one in room.held("sales")])
        with self.assertRaises(NotAllowed):
            room.hand_over("sales", "bob", actor="rh")
        for _time in range(2):
            room.hand_over("sales", "sales2", actor="rh")
        self.assertEqual(("sales2", "handed over", []), (lead.taker, self.states(lead)[-1], room.held("sales")))
        self.assertEqual(1, self.states(lead).count("handed over"))

    def test_who_has_no_access_is_not_told(self):
        people.suspend("sales2", until=self.clock.now().replace(month=12), reason="x", actor="rh")
        self.lead()
        self.assertEqual(["sales"], self.told("leads.new"))
