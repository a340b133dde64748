"""The pages, with real forms."""

from bluegether.core.charter import api as charter
from bluegether.core.moderation import api as moderation
from bluegether.core.moderation.testing import arrange
from bluegether.core.moderation.testing import PASSWORD
from bluegether.core.moderation.testing import post
from bluegether.core.testing import FUNCTIONAL
from plone import api
from plone.testing.zope import Browser
import transaction
import unittest


class PagesTest(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        arrange(self.portal)
        for userid in ("auteur", "temoin", "animatrice", "animateur2", "direction", "rh", "consultante"):
            charter.sign(userid, outcome="accepted", language="fr")
        self.key = post()
        transaction.commit()
        self.base = self.portal.absolute_url()

    def browser(self, userid):
        browser = Browser(self.layer["app"])
        browser.handleErrors = True
        browser.raiseHttpErrors = False
        browser.addHeader("Authorization", f"Basic {userid}:{PASSWORD}")
        browser.addHeader("Accept", "text/html")
        browser.addHeader("Accept-Language", "en")
        return browser

    def opened(self, userid, path):
        browser = self.browser(userid)
        browser.open(f"{self.base}/{path}")
        return browser

    def status(self, userid, path):
        return int(self.opened(userid, path).headers["Status"].split()[0])

    def send_report(self, words="Des insultes."):
        browser = self.opened("temoin", "@@stream")
        browser.getLink(url="@@report?kind=post").click()
        self.assertIn("Ce client est nul", browser.contents)
        form = browser.getForm(action="@@report")
        form.getControl(name="article").value = ["2"]
        form.getControl(name="words").value = words
        form.submit()
        return browser

    def test_report_decide_appeal_judge(self):
        api.portal.set_registry_record("bluegether.limits.reports", 1)
        transaction.commit()
        self.send_report("Mots de Zorglub")
        queue = self.opened("animatrice", "@@moderation")
        queue.getLink(url="@@moderation-case").click()
        self.assertIn("Mots de Zorglub", queue.contents)
        number = queue.url.split("case=")[1]
        form = queue.getForm(action="@@moderation-case")
        form.getControl(name="decision").value = ["hide"]
        form.getControl(name="article").value = [""]
        form.getControl(name="reason").value = "Restons courtois <b>toujours</b>"
        form.submit()
        self.assertIn("400", queue.headers["Status"])
        self.assertIn("Restons courtois &lt;b&gt;toujours", queue.contents)
        form = queue.getForm(action="@@moderation-case")
        form.getControl(name="article").value = ["2"]
        form.submit()
        self.assertIn("empty-state", queue.contents)
        mine = self.opened("auteur", f"@@moderation-mine?case={number}")
        for leak in ("Temoin", "temoin", "Zorglub"):
            self.assertNotIn(leak, mine.contents)
        self.assertIn("Restons courtois", mine.contents)
        form = mine.getForm(action="@@moderation-mine")
        form.getControl(name="words").value = "Je conteste"
        form.submit()
        self.assertIn("Je conteste", mine.contents)
        judge = self.opened("direction", f"@@moderation-case?case={number}")
        form = judge.getForm(action="@@moderation-case")
        form.getControl(name="reason").value = "Entendu"
        form.getControl(name="outcome", index=1).click()
        transaction.begin()
        self.assertEqual("reversed", moderation.find(number).appeal.outcome)
        self.assertIn("Ce client est nul", self.opened("temoin", "@@stream").contents)
        log = self.opened("direction", "@@moderation-log?verify=1")
        self.assertIn("alert-success", log.contents)
        self.assertNotIn("Temoin", log.contents.split('id="content"')[1])
        csv = self.opened("direction", "@@moderation-log-csv")
        self.assertIn("Entendu", csv.contents)
        self.assertEqual(200, self.status("direction", "@@moderation-log-xlsx"))

    def test_a_report_too_many_keeps_its_words(self):
        api.portal.set_registry_record("bluegether.limits.reports", 1)
        transaction.commit()
        self.send_report()
        transaction.begin()
        second = post(text="Autre texte")
        transaction.commit()
        browser = self.opened("temoin", f"@@report?kind=post&key={second}")
        form = browser.getForm(action="@@report")
        form.getControl(name="article").value = ["2"]
        form.getControl(name="words").value = "Mes mots à garder"
        form.submit()
        self.assertIn("429", browser.headers["Status"])
        self.assertTrue(browser.headers["Retry-After"])
        self.assertIn("Mes mots à garder", browser.contents)

    def test_a_post_too_many_keeps_its_text(self):
        api.portal.set_registry_record("bluegether.limits.posts", 1)
        transaction.commit()
        for number in range(2):
            browser = self.opened("temoin", "@@stream")
            form = browser.getForm(id="post")
            form.getControl(name="text").value = f"Mon texte {number}"
            form.submit()
        self.assertIn("429", browser.headers["Status"])
        self.assertIn("Mon texte 1", browser.getControl(name="text").value)

    def test_who_is_refused(self):
        self.send_report()
        for userid, path in (
            ("temoin", "@@moderation"),
            ("temoin", "@@moderation-figures"),
            ("temoin", "@@moderation-log"),
            ("animatrice", "@@moderation-log"),
            ("animatrice", "@@moderation-log-csv"),
            ("rh", "@@moderation"),
            ("cliente", f"@@report?kind=post&key={self.key}"),
            ("cliente", "@@moderation-mine"),
        ):
            with self.subTest(userid=userid, path=path):
                browser = self.opened(userid, path)
                refused = browser.url.endswith("/insufficient-privileges") or browser.headers["Status"][:3] == "403"
                self.assertTrue(refused, browser.url)
                self.assertNotIn("Ce client est nul", browser.contents)
        for userid, path in (
            ("auteur", "@@moderation-mine?case=1"),
            ("animatrice", "@@moderation-case?case=1"),
            ("temoin", "@@report?kind=post&key=1"),
        ):
            with self.subTest(userid=userid, path=path):
                self.assertEqual(404, self.status(userid, path))

    def test_a_suspended_author_reads_why_and_appeals(self):
        with api.env.adopt_user(username="temoin"):
            case = moderation.report("post", self.key, article=2, words="x", userid="temoin")
        with api.env.adopt_user(username="animatrice"):
            moderation.decide(case.number, verb="suspend", article=2, reason="Trop", userid="animatrice", days=2)
        transaction.commit()
        self.assertEqual(403, self.status("auteur", "@@stream"))
        browser = self.opened("auteur", f"@@moderation-mine?case={case.number}")
        form = browser.getForm(action="@@moderation-mine")
        form.getControl(name="words").value = "Je conteste"
        form.submit()
        transaction.begin()
        self.assertEqual("appealed", moderation.find(case.number).state)
