"""Questions to the direction: who asks, votes and answers; an anonymous one is nobody's."""

from bluegether.core.charter.testing import fake_clock
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.errors import TooMany
from bluegether.core.kit.interfaces import IClock
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.kit.interfaces import IPersonalData
from bluegether.core.spaces import api as spaces
from bluegether.core.spaces.api.once import once
from bluegether.core.spaces.testing import create_people
from bluegether.core.spaces.testing import PASSWORD
from bluegether.core.spaces.testing import space_values
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import INTEGRATION
from datetime import timedelta
from plone import api
from plone.testing.zope import Browser
from plone.uuid.interfaces import IUUID
from zope.component import getAdapter
import transaction
import unittest


class QuestionCase(unittest.TestCase):
    layer = INTEGRATION

    def setUp(self):
        create_people()
        once.clear()
        self.addCleanup(once.clear)
        self.clock = fake_clock()
        self.addCleanup(api.portal.get().getSiteManager().unregisterUtility, self.clock, IClock)
        values = space_values(title="Dialogue", template="direction", powers="comment")
        self.uid = IUUID(spaces.create_space(actor="ana", furnished=False, **values))
        for userid in ("bob", "eve", "dora"):
            spaces.join(self.uid, userid=userid)

    def ask(self, text="Pourquoi ?", userid="bob", **values):
        return spaces.ask(self.uid, text, userid=userid, **values)

    def listed(self, reader="eve", **values):
        return spaces.questions(self.uid, reader=reader, **values)[0]


class TestAsking(QuestionCase):
    def test_refusals(self):
        for text in ("", " ", "x" * 1001, None):
            with self.assertRaises(Invalid):
                self.ask(text)
        with self.assertRaises(NotAllowed):
            self.ask(userid="zoe")
        with self.assertRaises(Missing):
            spaces.ask("nothing", "Pourquoi ?", userid="bob")
        other = IUUID(spaces.create_space(actor="ana", furnished=False, **space_values()))
        with self.assertRaises(Missing):
            spaces.ask(other, "Pourquoi ?", userid="ana")
        with self.assertRaises(Missing):
            spaces.questions(other, reader="ana")
        for _number in range(5):
            self.ask()
        with self.assertRaises(Conflict):
            self.ask()
        spaces.archive(self.uid, actor="ana")
        with self.assertRaises(Conflict):
            self.ask(userid="eve")

    def test_votes_order_the_queue_and_are_taken_back(self):
        first, second = self.ask("un").id, self.ask("deux").id
        self.assertTrue(spaces.vote(self.uid, second, userid="eve"))
        self.assertEqual(["deux", "un"], [one.text for one in self.listed()])
        self.assertEqual([(1, True), (0, False)], [(one.votes, one.voted) for one in self.listed()])
        self.assertFalse(spaces.vote(self.uid, second, userid="eve"))
        spaces.vote(self.uid, first, userid="eve")
        self.assertEqual(["un", "deux"], [one.text for one in self.listed()])
        with self.assertRaises(NotAllowed):
            spaces.vote(self.uid, first, userid="zoe")
        with self.assertRaises(Missing):
            spaces.vote(self.uid, "nothing", userid="eve")


class TestAnswering(QuestionCase):
    def test_the_direction_answers_and_the_delay_is_measured(self):
        asked = [self.ask(text).id for text in ("un", "deux", "trois")]
        for refused in ("bob", "eve"):
            with self.assertRaises(NotAllowed):
                spaces.answer(self.uid, asked[0], "Parce que.", userid=refused)
        with self.assertRaises(Invalid):
            spaces.answer(self.uid, asked[0], " ", userid="dora")
        self.clock.forward(days=4)
        spaces.answer(self.uid, asked[0], "Parce que.", userid="dora")
        self.clock.forward(days=4)
        spaces.answer(self.uid, asked[1], "Cela concerne une personne.", userid="ana", decline=True)
        spaces.answer(self.uid, asked[0], "Parce que, donc.", userid="dora")
        self.assertEqual(["trois"], [one.text for one in self.listed()])
        answered = self.listed(state="answered")[0]
        self.assertEqual(("Parce que, donc.", "dora"), (answered.answer, answered.answered_by))
        self.assertEqual(["deux"], [one.text for one in self.listed(state="declined")])
        self.clock.forward(days=10)
        found = spaces.delay(self.uid, reader="eve")
        self.assertEqual((2, 6.0, 1, 1), (found.answered, found.days, found.waiting, found.late))
        with self.assertRaises(Conflict):
            spaces.vote(self.uid, asked[0], userid="eve")
        with self.assertRaises(Invalid):
            self.listed(state="x")

    def test_another_date_is_promised(self):
        made = self.ask()
        today = made.day
        with self.assertRaises(NotAllowed):
            spaces.set_due(self.uid, made.id, today + timedelta(days=30), userid="eve")
        with self.assertRaises(Invalid):
            spaces.set_due(self.uid, made.id, today - timedelta(days=1), userid="dora")
        spaces.set_due(self.uid, made.id, today + timedelta(days=30), userid="dora")
        self.assertEqual(today + timedelta(days=30), self.listed()[0].due)

    def test_notices_say_what_still_holds(self):
        made = self.ask("Et les primes ?")
        thing = f"{self.uid}/{made.id}"
        asked, answered = (
            getAdapter(api.portal.get(), INoticeKind, name=f"spaces.{one}") for one in ("question", "answer")
        )
        self.assertEqual("Et les primes ?", asked.describe(thing, "ana", []).excerpt)
        self.assertIsNone(answered.describe(thing, "bob", []))
        spaces.answer(self.uid, made.id, "Oui.", userid="dora")
        self.assertIsNone(asked.describe(thing, "ana", []))
        self.assertIn("tab=questions", answered.describe(thing, "bob", []).url)


class TestAnonymous(QuestionCase):
    def test_one_a_day_and_nothing_of_who_asked_is_kept(self):
        made = self.ask("Sans nom", anonymous=True)
        self.assertEqual("", made.author)
        self.assertNotIn("bob", repr(vars(made)) + repr(list(made.voters)))
        with self.assertRaises(TooMany) as caught:
            self.ask("Encore", anonymous=True)
        self.assertEqual("86400", caught.exception.headers["Retry-After"])
        self.ask("Encore", userid="eve", anonymous=True)
        self.ask("Avec mon nom")
        self.clock.forward(days=1)
        self.ask("Le lendemain", anonymous=True)
        self.assertNotIn("Sans nom", str(getAdapter(api.portal.get(), IPersonalData, name="spaces").export("bob")))

    def test_what_is_undone_does_not_count(self):
        self.ask("Perdue", anonymous=True)
        transaction.abort()
        self.assertEqual(set(), once._seen)

    def test_the_company_may_forbid_it(self):
        api.portal.set_registry_record("bluegether.spaces.anonymous_questions", False)
        with self.assertRaises(NotAllowed):
            self.ask(anonymous=True)

    def test_an_erased_person_is_named_nowhere(self):
        made = self.ask()
        spaces.vote(self.uid, made.id, userid="eve")
        data = getAdapter(api.portal.get(), IPersonalData, name="spaces")
        self.assertEqual(2, len(data.export("bob")["questions"] + data.export("eve")["questions"]))
        for userid in ("bob", "eve"):
            data.erase(userid)
            data.erase(userid)
        found = self.listed(reader="dora")[0]
        self.assertEqual(("", 0), (found.author, found.votes))


class TestPages(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        create_people()
        once.clear()
        self.addCleanup(once.clear)
        values = space_values(title="Dialogue", template="direction", powers="comment")
        self.space = spaces.create_space(actor="ana", **values)
        self.uid = IUUID(self.space)
        for userid in ("bob", "eve", "dora"):
            spaces.join(self.uid, userid=userid)
        transaction.commit()

    def open(self, userid):
        browser = Browser(self.layer["app"])
        browser.raiseHttpErrors = False
        browser.addHeader("Authorization", f"Basic {userid}:{PASSWORD}")
        browser.open(f"{self.space.absolute_url()}?tab=questions")
        return browser

    def ask(self, userid, text, anonymous=False):
        browser = self.open(userid)
        browser.getControl(name="text").value = text
        if anonymous:
            browser.getControl(name="anonymous").value = ["1"]
        browser.getForm(id="ask").submit(name="action")
        return browser

    def test_asking_voting_and_answering(self):
        self.assertIn("Pourquoi &lt;b&gt;", self.ask("bob", "Pourquoi <b> ?").contents)
        eve = self.open("eve")
        self.assertNotIn("Publish the answer", eve.contents)
        eve.getForm(index=eve_form(eve)).submit(name="action")
        transaction.begin()
        found = spaces.questions(self.uid, reader="eve")[0][0]
        self.assertEqual((1, "bob"), (found.votes, found.author))
        dora = self.open("dora")
        dora.getControl(name="answer").value = "Parce que le marché change."
        dora.getControl("Publish the answer").click()
        self.assertIn("Parce que le marché change.", dora.contents)
        self.assertIn("after", dora.contents)

    def test_an_anonymous_question_leaves_no_trace_in_the_database(self):
        watch = Watch()
        transaction.manager.registerSynch(watch)
        self.addCleanup(transaction.manager.unregisterSynch, watch)
        self.ask("bob", "Avec mon nom")
        self.assertIn("bob", " ".join(watch.users))
        watch.users.clear()
        self.assertIn("Asked without a name", self.ask("bob", "Sans nom", anonymous=True).contents)
        self.assertEqual({""}, {user for user, changed in watch.seen() if changed})
        page = self.ask("bob", "Encore une", anonymous=True)
        self.assertTrue(page.headers["status"].startswith("429"))
        self.assertIn("Encore une", page.getControl(name="text").value)
        transaction.begin()
        found = spaces.questions(self.uid, reader="eve")[0]
        self.assertEqual({"Sans nom": "", "Avec mon nom": "bob"}, {one.text: one.author for one in found})


class Watch:
    """Sees the user's name that each transaction would keep in the database, and whether it changes anything."""

    def __init__(self):
        self.users, self._changed = [], []

    def beforeCompletion(self, found):
        self.users.append(str(found.user))
        self._changed.append(bool(found._resources))

    def seen(self) -> list[tuple]:
        return list(zip(self.users, self._changed[-len(self.users) :], strict=True))

    def afterCompletion(self, found):
        pass

    newTransaction = afterCompletion


def eve_form(browser) -> int:
    """Return the place of the form whose button votes."""
    forms = browser.contents.split("<form")
    return next(place for place, text in enumerate(forms[1:]) if 'value="vote"' in text)
