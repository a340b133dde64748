"""Endorsements and experts: refusals first, then counting, hiding, asking, merging, erasing."""

from bluegether.core.expertise import api as expertise
from bluegether.core.expertise.api.rules import kept
from bluegether.core.expertise.testing import ExpertiseTest
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.kit.interfaces import IExpertEvidence
from bluegether.core.kit.interfaces import INotice
from bluegether.core.kit.interfaces import INoticeKind
from bluegether.core.people import api as people
from bluegether.core.people.interfaces import IPersonChanged
from bluegether.core.skills import api as skills
from bluegether.core.testing import INTEGRATION
from datetime import timedelta
from plone import api
from plone.app.testing import setRoles
from plone.app.testing import TEST_USER_ID
from plone.base.interfaces import IPloneSiteRoot
from zope.component import getAdapter
from zope.component import getGlobalSiteManager


class Answers:
    """A room in which Eve gave five accepted answers about Helm."""

    def __init__(self, site):
        self.site = site

    def count(self, userid, skill_id):
        return 5 if (userid, skill_id) == ("eve", "helm") else 0

    def userids(self, skill_id, at_least):
        return iter(["eve"] if skill_id == "helm" and at_least <= 5 else [])


class Case(ExpertiseTest):
    layer = INTEGRATION

    def setUp(self):
        super().setUp()
        self.heard = []
        registry = getGlobalSiteManager()
        for interface in (INotice, IPersonChanged):
            registry.registerHandler(self.heard.append, (interface,))
            self.addCleanup(registry.unregisterHandler, self.heard.append, (interface,))

    def found(self, skill_id="kubernetes", reader="bob", owner="ana"):
        return next((one for one in expertise.endorsed(owner, reader=reader) if one.skill == skill_id), None)

    def names(self, skill_id="kubernetes", reader="bob", owner="ana"):
        found = self.found(skill_id, reader, owner)
        return sorted(one.endorser for one in found.endorsements) if found is not None else None

    def experts(self, skill_id, reader="bob", **options):
        return [(one.userid, one.skill) for one in expertise.experts(skill_id, reader=reader, **options).items]

    def told(self):
        return [(one.kind, one.thing, one.recipients) for one in self.heard if INotice.providedBy(one)]

    def said(self, kind, thing, userid, actors=("Bob Test",)):
        return getAdapter(self.portal, INoticeKind, name=kind).describe(thing, userid, actors)

    def facets(self, userid="ana"):
        return {(one.value, one.audience) for one in people.facets(people.person(userid)) if one.name == "expert"}

    def suspend(self, userid):
        people.suspend(userid, until=self.clock.moment + timedelta(days=9), reason="x", actor=TEST_USER_ID)


class TestRefusals(Case):
    def refused(self, error, verb, *arguments, **values):
        with self.assertRaises(error):
            verb(*arguments, **values)

    def test_who_may_not_endorse(self):
        self.suspend("cleo")
        self.refused(NotAllowed, expertise.endorse, "ana", "kubernetes", actor="ana")
        for actor in ("carl", "cleo", "nobody", ""):
            self.refused(NotAllowed, expertise.endorse, "ana", "kubernetes", actor=actor)
            self.refused(NotAllowed, expertise.ask, "kubernetes", actor=actor, colleague="ana")
        self.assertEqual(([], {}), (self.names(), expertise.export("ana")))

    def test_what_is_not_shown_cannot_be_endorsed(self):
        for owner, skill_id in (
            ("ana", "cloud"),
            ("ana", "nothing"),
            ("bob", "python"),
            ("carl", "python"),
            ("x", "python"),
        ):
            self.refused(Missing, expertise.endorse, owner, skill_id, actor="dan")
        self.refused(Missing, expertise.endorse, ["ana"], "python", actor="dan")
        self.refused(Missing, expertise.endorse, "ana", ["python"], actor="dan")
        self.refused(Invalid, expertise.endorse, "ana", "python", actor="dan", experience="Another")
        self.hide("unit")
        self.refused(Missing, expertise.endorse, "ana", "kubernetes", actor="dan")
        self.endorse("kubernetes", "bob")
        self.suspend("ana")
        self.refused(Missing, expertise.endorse, "ana", "helm", actor="bob")

    def test_only_what_is_there_is_withdrawn(self):
        self.endorse("kubernetes", "bob")
        for owner, skill_id, actor in (("ana", "kubernetes", "cleo"), ("ana", "python", "bob"), ("x", "y", "bob")):
            self.refused(Missing, expertise.withdraw, owner, skill_id, actor=actor)
        self.assertEqual(["bob"], self.names())


class TestEndorse(Case):
    def test_each_person_counts_once(self):
        expertise.endorse("ana", "K8S" if skills.find("K8S") else "Kubernetes", actor="bob", experience="Migration")
        first = self.clock.moment
        self.clock.pass_days(1)
        self.endorse("kubernetes", "bob", "cleo")
        self.assertEqual(["bob", "cleo"], self.names())
        self.assertEqual(
            [(first, ""), (self.clock.moment, "")],
            sorted((one.moment, one.experience) for one in self.found().endorsements),
        )
        told = [("expertise.endorsed", "ana/kubernetes", ("ana",))] * 2
        self.assertEqual(told, self.told())
        self.assertEqual([("ana", "kubernetes")], expertise.given("bob"))

    def test_withdrawn_at_will(self):
        self.endorse("kubernetes", "bob", "cleo")
        self.assertIsNotNone(self.said("expertise.endorsed", "ana/kubernetes", "ana"))
        self.hide()
        expertise.withdraw("ana", "kubernetes", actor="bob")
        expertise.withdraw("ana", "Kubernetes", actor="cleo")
        self.hide("everyone")
        self.assertEqual(([], []), (self.names(), expertise.given("bob")))
        self.assertIsNone(self.said("expertise.endorsed", "ana/kubernetes", "ana"))
        self.assertEqual(({}, {}, {}), (dict(kept().received), dict(kept().given), dict(kept().counted)))

    def test_the_experience_is_named_while_it_is_shown(self):
        expertise.endorse("ana", "kubernetes", actor="bob", experience="Migration")
        self.assertEqual(["Migration"], [one.experience for one in self.found().endorsements])
        people.update_profile(people.person("ana"), "skills", {"experiences": []}, actor="ana")
        self.assertEqual([""], [one.experience for one in self.found().endorsements])

    def test_a_skill_taken_off_the_profile_takes_its_endorsements_along(self):
        self.endorse("kubernetes", "bob", "cleo", "dan")
        self.knows("ana", python=4)
        self.assertEqual((None, [], set()), (self.names(), self.experts("kubernetes"), self.facets()))
        self.knows("ana", kubernetes=4)
        self.assertEqual(["bob", "cleo", "dan"], self.names())


class TestHidden(Case):
    def test_hidden_skills_hide_their_endorsements_everywhere(self):
        self.endorse("kubernetes", "bob", "cleo", "dan")
        self.assertEqual([("ana", "kubernetes")], self.experts("cloud", "eve"))
        self.assertEqual({("kubernetes", "everyone")}, self.facets())
        self.hide("unit")
        self.assertEqual(
            (None, [], {("kubernetes", "unit:lyon")}),
            (self.names(reader="eve"), self.experts("cloud", "eve"), self.facets()),
        )
        self.assertEqual((3, [("ana", "kubernetes")]), (len(self.names(reader="bob")), self.experts("cloud", "bob")))
        self.assertEqual(([("ana", "kubernetes")], []), (expertise.given("bob"), expertise.given("dan")))
        self.assertIsNone(expertise.reason("ana", "kubernetes", reader="eve"))
        self.hide("me")
        self.assertEqual(
            (None, [], {("kubernetes", "me:ana")}), (self.names(reader="bob"), self.experts("cloud"), self.facets())
        )
        self.assertEqual(["bob", "cleo", "dan"], self.names(reader="ana"))

    def test_clients_see_nothing(self):
        self.endorse("kubernetes", "bob", "cleo", "dan")
        self.assertEqual(([], []), (expertise.endorsed("ana", reader="carl"), self.experts("cloud", "carl")))

    def test_who_left_keeps_counting_until_erased_and_is_no_expert(self):
        self.endorse("kubernetes", "bob", "cleo", "dan")
        self.suspend("bob")
        self.assertEqual(
            [("bob", True), ("cleo", False), ("dan", False)],
            sorted((one.endorser, one.left) for one in self.found(reader="dan").endorsements),
        )
        self.assertEqual([("ana", "kubernetes")], self.experts("cloud", "dan"))
        people.erase("bob", actor=TEST_USER_ID)
        self.assertEqual((["cleo", "dan"], []), (self.names(reader="dan"), self.experts("cloud", "dan")))
        self.suspend("ana")
        self.assertEqual([], expertise.requests("ana"))
        people.resume("ana", actor=TEST_USER_ID)
        self.endorse("kubernetes", "eve")
        self.assertEqual([("ana", "kubernetes")], self.experts("cloud", "dan"))
        self.suspend("ana")
        self.assertEqual([], self.experts("cloud", "dan"))


class TestExperts(Case):
    def test_level_and_endorsements_make_an_expert_and_the_reason_is_told(self):
        self.endorse("kubernetes", "bob", "cleo")
        self.endorse("python", "bob", "cleo", "dan")
        why = expertise.reason("ana", "kubernetes", reader="bob")
        self.assertEqual((False, 4, 2, 3), (why.expert, why.level, why.endorsements, why.rules.endorsements))
        changed = [event.object.getId() for event in self.heard if IPersonChanged.providedBy(event)]
        self.assertEqual([], changed)
        self.endorse("kubernetes", "dan")
        self.assertEqual(
            (True, set()),
            (
                expertise.reason("ana", "kubernetes", reader="bob").expert,
                {one for one in self.facets() if one[0] == "python"},
            ),
        )
        self.assertEqual(1, sum(IPersonChanged.providedBy(event) for event in self.heard))
        self.assertFalse(expertise.reason("ana", "python", reader="bob").expert)
        self.assertIsNone(expertise.reason("ana", "cloud", reader="bob"))
        expertise.withdraw("ana", "kubernetes", actor="dan")
        self.assertEqual((2, set()), (sum(IPersonChanged.providedBy(event) for event in self.heard), self.facets()))

    def test_other_numbers_make_other_experts(self):
        self.endorse("kubernetes", "bob", "cleo")
        self.endorse("python", "bob", "cleo")
        del self.heard[:]
        api.portal.set_registry_record("bluegether.expertise.expert_endorsements", 2)
        self.assertEqual(["ana"], [event.object.getId() for event in self.heard])
        self.assertEqual({("kubernetes", "everyone")}, self.facets())
        api.portal.set_registry_record("bluegether.expertise.expert_level", 2)
        self.assertEqual({("kubernetes", "everyone"), ("python", "everyone")}, self.facets())

    def test_the_finder_takes_what_is_below_and_the_most_endorsed_first(self):
        api.portal.set_registry_record("bluegether.expertise.expert_endorsements", 1)
        self.knows("bob", kubernetes=3)
        self.knows("cleo", helm=4, kubernetes=4)
        self.endorse("kubernetes", "dan", "eve", owner="bob")
        self.endorse("helm", "ana", "bob", "dan", owner="cleo")
        self.endorse("kubernetes", "bob", owner="cleo")
        self.endorse("kubernetes", "bob")
        everyone = [("cleo", "helm"), ("bob", "kubernetes"), ("ana", "kubernetes")]
        self.assertEqual((everyone, [("cleo", "helm")]), (self.experts("cloud"), self.experts("helm")))
        page = expertise.experts("Cloud", reader="bob", start=1, size=1)
        self.assertEqual((["bob"], True), ([one.userid for one in page.items], page.more))
        self.assertEqual(([], []), (self.experts("nothing"), self.experts("python")))

    def test_accepted_answers_stand_for_endorsements_when_the_rules_say_so(self):
        self.portal.getSiteManager().registerAdapter(Answers, (IPloneSiteRoot,), IExpertEvidence, "questions")
        self.knows("eve", helm=3)
        self.assertEqual([], self.experts("cloud"))
        api.portal.set_registry_record("bluegether.expertise.expert_answers", 5)
        self.assertEqual(([("eve", "helm")], {("helm", "everyone")}), (self.experts("cloud"), self.facets("eve")))
        why = expertise.reason("eve", "helm", reader="bob")
        self.assertEqual((5, True, False), (why.answers, why.by_answers, why.by_endorsements))
        api.portal.set_registry_record("bluegether.expertise.expert_answers", 6)
        self.assertEqual([], self.experts("cloud"))


class TestAsk(Case):
    def ask(self, colleague="bob", skill_id="kubernetes", actor="ana"):
        expertise.ask(skill_id, actor=actor, colleague=colleague)

    def waiting(self, userid="bob"):
        return [(one.asker, one.skill) for one in expertise.requests(userid)]

    def test_refusals(self):
        self.suspend("dan")
        self.endorse("kubernetes", "cleo")
        for error, colleague, skill_id in (
            (Invalid, "ana", "kubernetes"),
            (Missing, "carl", "kubernetes"),
            (Missing, "dan", "kubernetes"),
            (Missing, "nobody", "kubernetes"),
            (Missing, ["bob"], "kubernetes"),
            (Missing, "bob", "cloud"),
            (Conflict, "cleo", "kubernetes"),
        ):
            with self.assertRaises(error):
                self.ask(colleague, skill_id)
        self.hide("unit")
        with self.assertRaises(Conflict):
            self.ask("eve")
        self.assertEqual([], [one for one in self.told() if one[0] == expertise.ASKED])

    def test_once_within_the_days_for_a_skill_and_a_colleague(self):
        self.ask()
        with self.assertRaises(expertise.TooSoon) as caught:
            self.ask()
        self.assertEqual(429, caught.exception.status)
        self.ask(skill_id="helm")
        self.ask("cleo")
        self.assertEqual({"bob", "cleo"}, expertise.asked_of("ana", "kubernetes"))
        expertise.decline("ana", "kubernetes", actor="bob")
        with self.assertRaises(expertise.TooSoon):
            self.ask()
        self.clock.pass_days(31)
        self.assertEqual([], self.waiting("cleo"))
        self.ask()
        self.assertEqual([("ana", "kubernetes")], self.waiting())

    def test_not_many_on_one_day(self):
        for number in range(20):
            self.create(f"m{number}", kind="staff")
            self.ask(f"m{number}")
        with self.assertRaises(expertise.TooSoon):
            self.ask()
        self.clock.pass_days(1.1)
        self.ask()

    def test_told_and_answered(self):
        self.ask()
        self.assertEqual([("expertise.asked", "ana/kubernetes", ("bob",))], self.told())
        said = self.said("expertise.asked", "ana/kubernetes", "bob")
        self.assertEqual({"name": "Ana Test", "skill": "Kubernetes"}, said.text.mapping)
        self.assertIsNone(self.said("expertise.asked", "ana/kubernetes", "cleo"))
        self.hide()
        self.assertEqual(([], None), (self.waiting(), self.said("expertise.asked", "ana/kubernetes", "bob")))
        self.hide("everyone")
        self.endorse("kubernetes", "bob")
        self.assertEqual(([], None), (self.waiting(), self.said("expertise.asked", "ana/kubernetes", "bob")))
        with self.assertRaises(Missing):
            expertise.decline("ana", "kubernetes", actor="bob")


class TestMerge(Case):
    def test_two_endorsements_by_one_person_become_one(self):
        self.endorse("kubernetes", "bob")
        first = self.clock.moment
        self.clock.pass_days(1)
        self.endorse("helm", "bob", "cleo")
        expertise.ask("helm", actor="ana", colleague="dan")
        setRoles(self.portal, TEST_USER_ID, ["Manager"])
        skills.merge("helm", "kubernetes", actor=TEST_USER_ID)
        self.assertEqual((["bob", "cleo"], None), (self.names(), self.names("helm")))
        self.assertEqual(first, min(one.moment for one in self.found().endorsements))
        self.assertEqual([("ana", "kubernetes")], [(one.asker, one.skill) for one in expertise.requests("dan")])
        self.assertEqual([("ana", "kubernetes")], expertise.given("bob"))
        self.assertEqual({"kubernetes": [(-2, "ana")]}, {name: list(tree) for name, tree in kept().counted.items()})
        self.assertIsNotNone(self.said("expertise.endorsed", "ana/helm", "ana"))


class TestPersonalData(Case):
    def test_given_out_and_erased_on_both_sides(self):
        self.knows("bob", python=3)
        expertise.endorse("ana", "kubernetes", actor="bob", experience="Migration")
        self.endorse("python", "ana", owner="bob")
        expertise.ask("helm", actor="ana", colleague="bob")
        expertise.ask("kubernetes", actor="ana", colleague="bob") if False else None
        expertise.ask("python", actor="bob", colleague="cleo")
        data = people.personal_data("bob", actor="bob")["expertise"]
        self.assertEqual(["asked", "given", "received", "waiting"], sorted(data))
        self.assertEqual(("ana", "Migration"), (data["given"][0]["to"], data["given"][0]["experience"]))
        self.assertEqual(("ana", "ana"), (data["received"][0]["by"], data["waiting"][0]["by"]))
        people.erase("bob", actor=TEST_USER_ID)
        self.assertEqual(([], []), (self.names(reader="cleo"), expertise.requests("cleo")))
        for tree in (kept().received, kept().given, kept().counted, kept().asked, kept().asking):
            self.assertEqual([], list(tree))
        self.assertEqual({}, expertise.export("ana"))
