from bluegether.core.discussion import api as discussion
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import INotice
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.moderation import api as moderation
from bluegether.core.moderation.storage import KEY
from bluegether.core.moderation.testing import arrange
from bluegether.core.moderation.testing import fake_clock
from bluegether.core.moderation.testing import post
from bluegether.core.people import api as people
from bluegether.core.stream import api as stream
from bluegether.core.testing import INTEGRATION
from plone import api
from plone.uuid.interfaces import IUUID
from Products.CMFCore.indexing import processQueue
from Products.CMFCore.WorkflowCore import ActionSucceededEvent
from zope.annotation.interfaces import IAnnotations
from zope.component import getAdapter
from zope.component import getGlobalSiteManager
from zope.event import notify
import json
import unittest


WORDS = "Des insultes envers le client."


class Case(unittest.TestCase):
    layer = INTEGRATION

    def setUp(self):
        self.portal = self.layer["portal"]
        self.clock = fake_clock()
        arrange(self.portal)
        self.notices = []
        getGlobalSiteManager().registerHandler(self.notices.append, (INotice,))
        self.addCleanup(getGlobalSiteManager().unregisterHandler, self.notices.append, (INotice,))

    def report(self, key, *, userid="temoin", kind="post", article=2, words=WORDS):
        with api.env.adopt_user(username=userid):
            return moderation.report(kind, key, article=article, words=words, userid=userid)

    def decide(self, case, verb="hide", *, userid="animatrice", article=2, reason="Article 2.", days=None):
        with api.env.adopt_user(username=userid):
            return moderation.decide(case.number, verb=verb, article=article, reason=reason, userid=userid, days=days)

    def appeal(self, case, words="Je ne suis pas d’accord.", userid="auteur"):
        with api.env.adopt_user(username=userid):
            return moderation.appeal(case.number, words=words, userid=userid)

    def judge(self, case, outcome, userid="direction", reason="Vu."):
        with api.env.adopt_user(username=userid):
            return moderation.judge(case.number, outcome=outcome, reason=reason, userid=userid)

    def page(self, name="page"):
        with api.env.adopt_roles(["Manager"]):
            page = api.content.create(self.portal, "Document", name, title="Document", description="Zut")
            page.manage_permission("View", ["Member", "Manager"], acquire=0)
            page.setCreators(["auteur"])
            page.allow_discussion = True
            page.reindexObject()
            processQueue()
        return page

    def told(self, kind):
        return [userid for notice in self.notices if notice.kind == kind for userid in notice.recipients]

    def said(self, kind, case, userid):
        return getAdapter(self.portal, INoticeKind, name=kind).describe(str(case.number), userid, [])

    def sees_post(self, key, userid):
        with api.env.adopt_user(username=userid):
            return stream.may_see(stream.publication(int(key)).entry, userid)


class TestReport(Case):
    def test_refusals(self):
        key = post()
        for userid, values, error in (
            ("cliente", {}, NotAllowed),
            ("auteur", {}, Conflict),
            ("temoin", {"article": 9}, Invalid),
            ("temoin", {"article": ""}, Invalid),
            ("temoin", {"article": True}, Invalid),
            ("temoin", {"words": "  "}, Invalid),
            ("temoin", {"words": "x" * 2001}, Invalid),
            ("temoin", {"words": None}, Invalid),
            ("temoin", {"kind": "nothing"}, Missing),
        ):
            with self.subTest(userid=userid, **values), self.assertRaises(error):
                self.report(key, userid=userid, **values)
        for wrong in ("", "12", "x", "9" * 300, None, "../1"):
            with self.subTest(key=wrong), self.assertRaises((Missing, Invalid)):
                self.report(wrong)
        self.assertIsNone(IAnnotations(self.portal).get(KEY))

    def test_not_what_one_does_not_see(self):
        api.portal.set_registry_record("bluegether.people.units", {"lyon": "Lyon"})
        closed = str(stream.post("Pour Lyon.", author="auteur", units=("lyon",)).id)
        with self.assertRaises(Missing):
            self.report(closed)

    def test_once_per_person_and_one_case_per_thing(self):
        key = post()
        case = self.report(key)
        with self.assertRaises(Conflict):
            self.report(key)
        self.assertIs(case, self.report(key, userid="temoin2"))
        self.assertEqual({"temoin", "temoin2"}, set(case.reports))
        self.decide(case, "keep")
        with self.assertRaises(Conflict):
            self.report(key)
        self.assertIsNot(case, self.report(key, userid="consultante"))

    def test_who_is_told(self):
        self.report(post())
        self.assertEqual({"animatrice", "animateur2"}, set(self.told("moderation.reported")))
        self.notices.clear()
        self.report(post("animatrice"))
        self.assertEqual({"direction", "adjointe"}, set(self.told("moderation.reported")))


class TestLeaks(Case):
    def test_the_reporter_is_unknown_to_the_author(self):
        """An animator, a director, an administrator may be the author: nothing that they reach names who reported."""
        for author in ("auteur", "animatrice", "direction"):
            case = self.report(post(author), words="Signé Zorglub")
            decider = "adjointe" if author != "auteur" else "animatrice"
            self.decide(case, "warn", userid=decider)
            with self.subTest(author=author), api.env.adopt_user(username=author):
                with self.assertRaises(Missing):
                    moderation.case(case.number, userid=author)
                if moderation.may_moderate(author):
                    pages = [moderation.queue(state, userid=author).items for state in ("open", "decided")]
                    self.assertNotIn(case, [one for page in pages for one in page])
                texts = [json.dumps(moderation.export(author)), str(self.said("moderation.decided", case, author))]
                if moderation.may_read_log(author):
                    steps, _total = moderation.steps(userid=author)
                    own = [step for step in steps if step.about == author]
                    self.assertTrue(own)
                    texts += [f"{step.actor} {step.text}" for step in own]
                for text in texts:
                    self.assertNotIn("temoin", text)
                    self.assertNotIn("Zorglub", text)
                self.assertIsNone(self.said("moderation.outcome", case, author))
                self.assertIsNone(self.said("moderation.reported", case, author))

    def test_members_and_clients_see_no_queue(self):
        case = self.report(post())
        for userid in ("temoin", "auteur", "consultante", "rh", "cliente", ""):
            with self.subTest(userid=userid):
                with self.assertRaises(NotAllowed):
                    moderation.queue("open", userid=userid)
                with self.assertRaises(NotAllowed):
                    moderation.figures(userid=userid)
                with self.assertRaises(Missing):
                    moderation.case(case.number, userid=userid)
                self.assertEqual(0, moderation.waiting(userid))
        for userid in ("temoin", "animatrice", "cliente"):
            with self.assertRaises(NotAllowed):
                moderation.steps(userid=userid)

    def test_context_of_a_comment_is_the_near_one(self):
        page = self.page()
        with api.env.adopt_user(username="auteur"):
            first = discussion.write(page, "Début", userid="auteur")
            second = discussion.write(page, "Le mot de trop", userid="auteur", reply_to=first)
            discussion.write(page, "Réponse", userid="auteur", reply_to=second)
            discussion.write(page, "Ailleurs", userid="auteur")
        key = f"{IUUID(page)}/{second}"
        case = self.report(key, kind="comment")
        self.assertEqual(["Début", "Réponse"], [words.text for words in moderation.present(case).context])
        with api.env.adopt_user(username="temoin"):
            self.assertEqual((), moderation.target("comment", key, userid="temoin").context)


class TestDecide(Case):
    def test_refusals(self):
        case = self.report(post())
        for values, error in (
            ({"verb": "burn"}, Invalid),
            ({"verb": "hide", "article": None}, Invalid),
            ({"verb": "hide", "article": 7}, Invalid),
            ({"verb": "hide", "reason": " "}, Invalid),
            ({"verb": "suspend", "days": 0}, Invalid),
            ({"verb": "suspend", "days": "31"}, Invalid),
            ({"verb": "suspend", "days": None}, Invalid),
            ({"userid": "temoin"}, Missing),
            ({"userid": "auteur"}, Missing),
            ({"userid": "rh"}, Missing),
        ):
            with self.subTest(**values), self.assertRaises(error):
                self.decide(case, **values)
        self.assertEqual("open", case.state)
        self.assertTrue(self.sees_post(case.key, "temoin"))

    def test_nobody_decides_on_their_own(self):
        own, reported = self.report(post("animatrice")), self.report(post(), userid="animatrice")
        for userid in ("animatrice", "animateur2"):
            with self.subTest(own=userid), self.assertRaises(Missing):
                self.decide(own, userid=userid)
        with self.assertRaises(Missing):
            self.decide(reported)
        director = self.report(post("direction"))
        with self.assertRaises(Missing):
            self.decide(director, userid="direction")
        self.decide(own, userid="direction")
        self.decide(reported, userid="animateur2")
        self.decide(director, userid="adjointe")

    def test_one_wins(self):
        case = self.report(post())
        self.decide(case, "keep", article=None)
        with self.assertRaises(Conflict):
            self.decide(case, "hide", userid="animateur2")
        self.assertTrue(self.sees_post(case.key, "temoin"))

    def test_each_decision(self):
        for verb, visible in (("keep", True), ("hide", False), ("warn", True)):
            with self.subTest(verb=verb):
                self.notices.clear()
                case = self.decide(self.report(post()), verb)
                self.assertEqual([visible, visible], [self.sees_post(case.key, who) for who in ("temoin", "auteur")])
                self.assertEqual([] if verb == "keep" else ["auteur"], self.told("moderation.decided"))
                self.assertEqual(["temoin"], self.told("moderation.outcome"))
        gone = self.decide(self.report(post()), "remove")
        self.assertIsNone(moderation.present(gone))
        case = self.decide(self.report(post()), "suspend", days="3")
        self.assertEqual((True, False), (people.is_suspended("auteur"), self.sees_post(case.key, "temoin")))
        self.assertIn("moderation-mine", people.closing("auteur").reason)

    def test_what_the_notices_say(self):
        case = self.decide(self.report(post()), reason="Trop loin.")
        said = self.said("moderation.decided", case, "auteur")
        self.assertIn("2", said.text.mapping["article"].__str__())
        self.assertEqual("Trop loin.", said.excerpt)
        outcome = self.said("moderation.outcome", case, "temoin")
        self.assertNotIn("Trop loin", f"{outcome.text.mapping}{outcome.excerpt}")
        self.assertIsNone(self.said("moderation.decided", case, "temoin"))

    def test_comments_and_profiles_and_documents(self):
        with api.env.adopt_user(username="auteur"):
            person = people.person("auteur")
            people.update_profile(person, "presentation", {"biography": "Je hais tout"}, actor="auteur")
        page = self.page()
        for kind, key in (("person", "auteur"), ("document", IUUID(page))):
            with self.subTest(kind=kind):
                case = self.report(key, kind=kind)
                self.decide(case)
                self.assertNotIn(self.seen(kind, key), ("Je hais tout", "Document\nZut"))
                self.assertTrue(moderation.present(case).hidden)
                self.appeal(case)
                self.judge(case, "reversed")
                self.assertIn(self.seen(kind, key), ("Je hais tout", "Document\nZut"))

    def seen(self, kind, key):
        """Return what another member sees of the thing, None when nothing."""
        with api.env.adopt_user(username="temoin2"):
            try:
                return moderation.target(kind, key, userid="temoin2").text
            except Missing:
                return None

    def test_hidden_content_stays_hidden_and_is_in_no_search(self):
        page = self.page()
        self.decide(self.report(IUUID(page), kind="document"))
        with api.env.adopt_user(username="auteur"):
            self.assertEqual([], list(api.content.find(UID=IUUID(page))))
        notify(ActionSucceededEvent(page, None, "publish", None))
        page_roles = [role["name"] for role in page.rolesOfPermission("View") if role["selected"]]
        self.assertNotIn("Member", page_roles)
        self.assertNotIn("Owner", page_roles)

    def test_appeal_and_judgement(self):
        case = self.report(post())
        with self.assertRaises(Missing):
            self.appeal(case)
        self.decide(case, "suspend", days=3)
        for userid in ("temoin", "animatrice", "direction"):
            with self.assertRaises(Missing):
                self.appeal(case, userid=userid)
        self.appeal(case)
        self.assertEqual({"direction", "adjointe"}, set(self.told("moderation.appealed")))
        with self.assertRaises(Conflict):
            self.appeal(case)
        for userid, error in (("animatrice", NotAllowed), ("animateur2", Missing), ("auteur", Missing)):
            with self.assertRaises(error):
                self.judge(case, "reversed", userid=userid)
        with self.assertRaises(Invalid):
            self.judge(case, "maybe")
        self.judge(case, "reversed")
        self.assertTrue(self.sees_post(case.key, "temoin"))
        self.assertFalse(people.is_suspended("auteur"))
        with self.assertRaises(Conflict):
            self.judge(case, "confirmed")
        self.assertEqual(["auteur"], self.told("moderation.judged"))

    def test_nobody_judges_their_own_decision(self):
        case = self.decide(self.report(post("animatrice")), userid="direction")
        self.appeal(case, userid="animatrice")
        with self.assertRaises(NotAllowed):
            self.judge(case, "confirmed", userid="direction")
        self.judge(case, "confirmed", userid="adjointe")
        self.assertFalse(self.sees_post(case.key, "temoin"))

    def test_too_late(self):
        case = self.decide(self.report(post()))
        self.clock.forward(days=14)
        with self.assertRaises(Conflict):
            self.appeal(case)


class TestLog(Case):
    def test_every_step_and_alterations(self):
        case = self.decide(self.report(post()))
        self.appeal(case)
        self.judge(case, "confirmed")
        steps, total = moderation.steps(userid="direction")
        self.assertEqual(["confirmed", "appealed", "hide", "reported"], [step.record.act for step in steps])
        self.assertEqual(4, total)
        self.assertTrue(moderation.verify().whole)
        kept = IAnnotations(self.portal)[KEY]
        record = kept.records[2]
        record.act = "keep"
        self.assertEqual([(2, "altered")], [(one.seq, one.kind) for one in moderation.verify().problems])
        record.act = "hide"
        kept.texts[record.text_hash] = "Autre raison"
        self.assertIn((2, "text"), [(one.seq, one.kind) for one in moderation.verify().problems])
        kept.texts[record.text_hash] = "Article 2."
        removed = kept.records.pop(3)
        self.assertIn((3, "missing"), [(one.seq, one.kind) for one in moderation.verify().problems])
        kept.records[3] = removed
        del kept.records[4]
        self.assertIn("truncated", [one.kind for one in moderation.verify().problems])

    def test_personal_data(self):
        case = self.decide(self.report(post()), reason="Raison privée")
        self.assertEqual(WORDS, moderation.export("temoin")["reports"][0]["words"])
        self.assertEqual("Raison privée", moderation.export("auteur")["decisions"][0]["reason"])
        for userid in ("temoin", "auteur", "animatrice"):
            for _twice in range(2):
                moderation.erase(userid)
        self.assertEqual(("", "", ""), (case.author, case.text, case.decision.reason))
        self.assertNotIn("temoin", case.reports)
        self.assertEqual("", case.decision.by)
        steps, _total = moderation.steps(userid="direction")
        self.assertEqual([("", "")] * 2, [(step.actor, step.about) for step in steps])
        self.assertTrue(moderation.verify().whole)
        self.assertEqual({"reports": [], "decisions": [], "decided": []}, moderation.export("auteur"))

    def test_figures(self):
        case = self.report(post())
        self.clock.forward(hours=3)
        self.decide(case)
        [row] = moderation.figures(userid="animatrice")
        wanted = {"month": "2026-03", "reports": 1, "cases": 1, "hide": 1, "decisions": 1, "hours": 3.0}
        self.assertEqual(wanted, {name: row[name] for name in wanted})
