"""Timers: each in its own transaction, failures apart, nothing written when nothing is due."""

from App.config import getConfiguration
from bluegether.core.kit import timer
from bluegether.core.kit.interfaces import ITimer
from bluegether.core.testing import FUNCTIONAL
from bluegether.core.testing import INTEGRATION
from plone import api
from unittest import mock
from zope.annotation.interfaces import IAnnotations
from zope.component import getGlobalSiteManager
from zope.component.hooks import getSite
from zope.interface import implementer
import threading
import unittest


@implementer(ITimer)
class Note:
    """Writes a title once."""

    def __init__(self, title):
        self.title = title
        self.runs = 0

    def run(self, site):
        self.runs += 1
        if self.title and site.title != self.title:
            site.title = self.title


@implementer(ITimer)
class Broken:
    def run(self, site):
        site.description = "half done"
        raise ValueError("broken on purpose")


class TestTimers(unittest.TestCase):
    layer = FUNCTIONAL

    def register(self, name, component):
        registry = getGlobalSiteManager()
        registry.registerUtility(component, ITimer, name)
        self.addCleanup(registry.unregisterUtility, component, ITimer, name)
        return component

    def run_timers(self):
        # Errors of timers are logged, and expected here.
        with mock.patch.object(timer.logger, "exception") as logged:
            timer.run_timers(self.layer["portal"])
        return logged

    def test_a_failure_is_undone_and_logged_and_the_others_go_on(self):
        self.register("test.a", Broken())
        self.register("test.b", Note("Changed"))
        logged = self.run_timers()
        self.assertEqual("Changed", self.layer["portal"].title)
        self.assertNotEqual("half done", self.layer["portal"].description)
        self.assertIn("test.a", [call.args[1] for call in logged.call_args_list])

    def test_nothing_is_written_when_nothing_is_due(self):
        self.register("test.b", Note(""))
        self.run_timers()  # the first run of a site counts the days before it
        before = self.layer["portal"]._p_jar.db().lastTransaction()
        self.run_timers()
        self.assertEqual(before, self.layer["portal"]._p_jar.db().lastTransaction())

    def test_a_change_stamps_the_site_so_that_overlapping_runs_conflict(self):
        self.register("test.b", Note("Changed"))
        self.run_timers()
        stamp = IAnnotations(self.layer["portal"])[timer.KEY]
        self.assertIsNotNone(stamp.at)
        first = stamp.at
        self.run_timers()
        self.assertEqual(first, stamp.at)

    def test_every_site_with_the_layer_is_visited_as_the_system(self):
        seen = []

        @implementer(ITimer)
        class Look:
            def run(self, site):
                seen.append((site.getId(), api.user.get_current().getUserName(), getSite().getId()))

        self.register("test.c", Look())
        portal = self.layer["portal"]
        root = portal.aq_inner.aq_parent
        with mock.patch.object(timer.Zope2, "app", side_effect=lambda: root._p_jar.db().open().root()["Application"]):
            timer.run_everywhere()
        self.assertEqual([("plone", "System Processes", "plone")], seen)

    def test_the_thread_runs_until_stopped_and_survives_a_failure(self):
        ticker = timer.Ticker(seconds=0)
        runs = []

        def fail_then_stop():
            runs.append(1)
            if len(runs) > 1:
                ticker.stopped.set()
            raise OSError("database away")

        with (
            mock.patch.object(timer, "run_everywhere", fail_then_stop),
            mock.patch.object(timer.logger, "exception") as logged,
        ):
            ticker.run()
        self.assertEqual(2, len(runs))
        self.assertEqual(2, logged.call_count)


class TestStart(unittest.TestCase):
    layer = INTEGRATION

    def running(self) -> list[str]:
        return [thread.name for thread in threading.enumerate() if thread.name == "bluegether-timer"]

    def test_only_a_server_that_is_told_so_starts_the_thread(self):
        config = getConfiguration()
        self.assertEqual([], self.running())
        timer.start(None)
        self.assertEqual([], self.running())
        told = mock.patch.object(config, "product_config", {"bluegether": {"timer": "on"}}, create=True)
        with told, mock.patch.object(timer.atexit, "register") as register:
            timer.start(None)
        self.assertEqual(["bluegether-timer"], self.running())
        register.call_args.args[0]()
        self.assertEqual([], self.running())
