"""The cockpit as the animator uses it, as an owner sees their step, and closed to everyone else."""

from bluegether.core.onboarding import api as onboarding
from bluegether.core.people import api as people
from bluegether.core.testing import FUNCTIONAL
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.testing.zope import Browser
import transaction
import unittest


PASSWORD = "correct horse 26"


class LaunchPages(unittest.TestCase):
    layer = FUNCTIONAL

    def setUp(self):
        self.portal = self.layer["portal"]
        for userid, kind in (("anna", "staff"), ("omar", "staff"), ("mia", "consultant"), ("carl", "client")):
            people.create_account(
                userid,
                fullname=f"{userid.title()} Test",
                email=f"{userid}@example.com",
                kind=kind,
                password=PASSWORD,
            )
        api.user.grant_roles("anna", roles=["Animator"])
        transaction.commit()

    def page(self, path, userid="anna", password=PASSWORD):
        browser = Browser(self.layer["app"])
        browser.handleErrors = True
        browser.raiseHttpErrors = False
        if userid:
            browser.addHeader("Authorization", f"Basic {userid}:{password}")
        browser.open(f"{self.portal.absolute_url()}/{path}")
        return browser

    def form(self, browser):
        return browser.getForm(action="@@launch-step")

    def give(self, step, owner):
        onboarding.save(step, {"owner": owner, "target": "2020-01-31"}, revision=0, actor="anna")
        transaction.commit()


class TestCockpit(LaunchPages):
    def test_every_step_with_its_reason_and_what_the_portal_sees(self):
        contents = self.page("@@launch").contents
        for text in ("Need and audience defined", "Do not go alone", "In the group of animators: Anna Test."):
            self.assertIn(text, contents)
        self.assertIn("<strong>1</strong> of 7 steps settled", contents)
        self.assertEqual(1, contents.count('aria-current="step"'))

    def test_late_steps_are_marked(self):
        self.give("need", "omar")
        contents = self.page("@@launch").contents
        self.assertIn("Late: 1", contents)
        self.assertIn("Omar Test", contents)

    def test_hostile_text_is_shown_as_text(self):
        hostile = "<script>alert('x')</script>"
        onboarding.save("need", {"note": hostile, "answers": {"use": hostile}}, revision=0, actor="anna")
        transaction.commit()
        for path in ("@@launch", "@@launch-step?step=need"):
            contents = self.page(path).contents
            self.assertNotIn("<script>alert", contents)
            self.assertIn("&lt;script&gt;alert", contents)

    def test_who_may_not_open_it(self):
        self.give("need", "omar")
        for userid in ("omar", "mia", "carl"):
            browser = self.page("@@launch", userid)
            self.assertNotIn("Need and audience defined", browser.contents, userid)
            self.assertNotIn("@@launch", browser.url.split("?")[0], userid)
        self.assertIn("__ac_password", self.page("@@launch", userid="").contents)

    def test_an_administrator_of_zope_without_an_account_may(self):
        browser = self.page("@@launch-step?step=managers", SITE_OWNER_NAME, SITE_OWNER_PASSWORD)
        self.form(browser).getControl(name="owner").value = [SITE_OWNER_NAME]
        self.form(browser).submit()
        self.assertIn("The step is saved.", browser.contents)
        transaction.begin()
        self.assertEqual(SITE_OWNER_NAME, onboarding.step("managers").owner)


class TestStep(LaunchPages):
    def test_fill_in_a_step_to_its_end(self):
        browser = self.page("@@launch-step?step=need")
        form = self.form(browser)
        form.getControl("Owner").value = ["omar"]
        form.getControl("Target date").value = "2026-12-01"
        form.getControl("Evidence").value = "https://wiki.example.com/need"
        for name in ("use", "audience", "goal"):
            form.getControl(name=f"answer.{name}").value = f"The {name}"
        form.getControl("State").value = ["done"]
        form.submit("Save")
        self.assertIn("The step is saved.", browser.contents)
        self.assertIn('href="https://wiki.example.com/need"', browser.contents)
        transaction.begin()
        step = onboarding.step("need")
        self.assertEqual(("omar", "done", "The goal"), (step.owner, step.state, step.answers["goal"]))
        self.assertEqual(["anna"], [entry.actor for entry in onboarding.history()])

    def test_a_mistake_is_told_at_its_field_and_input_is_kept(self):
        browser = self.page("@@launch-step?step=need")
        self.form(browser).getControl("Evidence").value = "javascript:alert(1)"
        self.form(browser).getControl("Note").value = "Keep me"
        self.form(browser).submit("Save")
        self.assertTrue(browser.headers["Status"].startswith("400"))
        self.assertIn("Give an address that starts with https://", browser.contents)
        self.assertEqual("Keep me", self.form(browser).getControl("Note").value)
        transaction.begin()
        self.assertEqual(0, onboarding.step("need").revision)

    def test_two_at_once_the_second_is_told_and_decides(self):
        browser = self.page("@@launch-step?step=need")
        self.form(browser).getControl("Note").value = "Second"
        self.give("need", "omar")
        self.form(browser).submit("Save")
        self.assertTrue(browser.headers["Status"].startswith("409"))
        self.assertIn("Somebody changed this step in the meantime", browser.contents)
        self.assertIn("<em>Omar Test</em>", browser.contents)
        transaction.begin()
        self.assertEqual("", onboarding.step("need").note)
        self.assertEqual("Second", self.form(browser).getControl("Note").value)
        self.form(browser).submit("Save")
        transaction.begin()
        self.assertEqual("Second", onboarding.step("need").note)

    def test_the_owner_reports_without_owner_and_date(self):
        self.give("need", "mia")
        browser = self.page("@@launch-step?step=need", "mia")
        self.assertNotIn('name="owner"', browser.contents)
        self.form(browser).getControl("State").value = ["under_way"]
        self.form(browser).submit("Save")
        transaction.begin()
        step = onboarding.step("need")
        self.assertEqual(("under_way", "mia"), (step.state, step.owner))

    def test_what_the_owner_may_not_change_is_ignored_when_forged(self):
        self.give("need", "mia")
        browser = self.page("@@launch-step?step=need", "mia")
        token = self.form(browser).getControl(name="_authenticator").value
        data = f"step=need&revision=1&owner=&target=2030-01-01&_authenticator={token}"
        browser.post(f"{self.portal.absolute_url()}/@@launch-step", data)
        transaction.begin()
        self.assertEqual("mia", onboarding.step("need").owner)

    def test_a_form_without_its_token_changes_nothing(self):
        browser = self.page("@@launch")
        browser.post(f"{self.portal.absolute_url()}/@@launch-step", "step=need&revision=0&note=forged")
        self.assertTrue(browser.headers["Status"].startswith("403"))
        transaction.begin()
        self.assertEqual("", onboarding.step("need").note)

    def test_others_do_not_see_the_step(self):
        self.give("need", "omar")
        for userid in ("mia", "carl"):
            browser = self.page("@@launch-step?step=need", userid)
            self.assertNotIn("Omar Test", browser.contents)
            self.assertNotIn("@@launch", browser.url.split("?")[0], userid)

    def test_odd_parameters_are_no_crash(self):
        for query in ("", "?step=", "?step=nope", "?step=need&step=x", "?step=%3Cb%3E", "?step:int=1"):
            status = self.page(f"@@launch-step{query}").headers["Status"]
            self.assertIn(status[:3], ("400", "404"), query)


class TestHomeCard(LaunchPages):
    def test_a_new_portal_shows_every_step_to_its_first_administrator(self):
        api.user.revoke_roles("anna", roles=["Animator"])
        transaction.commit()
        contents = self.page("@@home", SITE_OWNER_NAME, SITE_OWNER_PASSWORD).contents
        self.assertIn("Begin the launch", contents)
        self.assertIn("First communities prepared", contents)

    def test_a_launch_under_way_shows_progress_and_what_is_next(self):
        contents = self.page("@@home").contents
        self.assertIn("<strong>1</strong> of 7 steps settled", contents)
        self.assertIn("Need and audience defined", contents)
        self.assertNotIn("First communities prepared", contents)

    def test_members_and_clients_see_no_card(self):
        for userid in ("mia", "carl"):
            self.assertNotIn("launch", self.page("@@home", userid).contents.split("<main")[-1].lower(), userid)

    def test_the_owner_finds_the_step_among_the_things_to_do(self):
        self.give("need", "mia")
        contents = self.page("@@home", "mia").contents
        self.assertIn("Launch: Need and audience defined", contents)
        self.assertIn("Overdue", contents)
