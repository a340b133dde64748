"""Clients and missions as people meet them: real forms, per persona."""

from bluegether.core.missions import api as missions
from bluegether.core.missions.testing import MissionsTest
from bluegether.core.missions.testing import TODAY
from bluegether.core.testing import FUNCTIONAL
from datetime import timedelta
from decimal import Decimal
from plone import api
import transaction


class Pages(MissionsTest):
    layer = FUNCTIONAL

    def open(self, page, userid="commerce"):
        browser = self.browser(userid)
        browser.open(page if page.startswith("http") else f"{self.portal.absolute_url()}/{page}")
        return browser

    def status(self, browser):
        return int(browser.headers["Status"].split()[0])

    def text(self, browser):
        return " ".join(browser.contents.split())

    def fill(self, browser, **values):
        for name, value in values.items():
            control = browser.getControl(name=f"form.widgets.{name}")
            control.value = value

    def fill_row(self, browser, number, **values):
        form = browser.getForm(id="form")._form  # testbrowser knows no field for dates
        for name, value in values.items():
            form.set(f"form.widgets.consultants.{number}.widgets.{name}", value)

    def only(self, portal_type):
        found = api.content.find(portal_type=portal_type)
        self.assertEqual(1, len(found))
        return found[0].getObject()


class TestForms(Pages):
    def test_sales_adds_a_client_and_a_mission(self):
        transaction.commit()
        browser = self.open("clients")
        browser.getLink(url="++add++Client").click()
        self.fill(browser, title="Banque du Test", sector="Banque", account_manager="Commerce Test")
        browser.getControl(name="form.widgets.sites.AA.widgets.title").value = "Siège"
        browser.getControl(name="form.buttons.save").click()
        transaction.begin()
        client = self.only("Client")
        self.assertEqual(("commerce", "Siège"), (client.account_manager, client.sites[0]["title"]))
        browser = self.open("missions")
        browser.getLink(url="++add++Mission").click()
        self.fill(browser, title="Ingénieure données", rate="741,25", place="Lyon")
        browser.getControl(name="form.widgets.client:list").value = [client.UID()]
        self.fill_row(
            browser,
            "AA",
            userid="Ana Test",
            start=(TODAY - timedelta(3)).isoformat(),
            end=(TODAY + timedelta(90)).isoformat(),
            share="80",
        )
        browser.getControl(name="form.widgets.consultants.AA.widgets.confirmed:list").value = ["selected"]
        browser.getControl(name="form.buttons.save").click()
        transaction.begin()
        mission = self.only("Mission")
        self.assertEqual((Decimal("741.25"), "running"), (mission.rate, api.content.get_state(mission)))
        self.assertEqual([80], [one.share for one in missions.periods("ana")])
        self.assertIn("Ana Test", self.text(browser))
