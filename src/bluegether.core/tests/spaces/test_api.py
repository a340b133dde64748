"""Every rule of spaces: what can be, who enters and leaves, roles, what the permissions of content follow."""

from bluegether.core.kit.audience import Audience
from bluegether.core.kit.audience import includes
from bluegether.core.kit.audience import userids
from bluegether.core.kit.clock import now
from bluegether.core.kit.errors import Conflict
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import Missing
from bluegether.core.kit.errors import NotAllowed
from bluegether.core.people import api as people
from bluegether.core.spaces import api as spaces
from bluegether.core.spaces import recursion
from bluegether.core.spaces.groups import PLUGIN
from bluegether.core.spaces.groups import SpaceGroups
from bluegether.core.spaces.testing import create_people
from bluegether.core.spaces.testing import space_values
from bluegether.core.testing import INTEGRATION
from datetime import timedelta
from plone import api
from plone.dexterity.utils import createContentInContainer
from plone.uuid.interfaces import IUUID
from Products.PluggableAuthService.interfaces.plugins import IGroupsPlugin
from unittest.mock import patch
from zope.annotation.interfaces import IAnnotations
import unittest


class SpacesCase(unittest.TestCase):
    layer = INTEGRATION

    def setUp(self):
        create_people()
        spaces.ensure()

    def create(self, actor="ana", **values):
        """Return a new space, without folders unless told."""
        return spaces.create_space(actor=actor, **{"furnished": False, **space_values(**values)})

    def closed(self, visibility="secret", **values):
        return self.create(visibility=visibility, joining="invitation", reason="Rachat en cours", **values)

    def uid(self, **values):
        return IUUID(self.create(**values))

    def page(self, space, name="note", author="ana", **values):
        """Return a page inside, written by this person."""
        with api.env.adopt_user(username=author):
            return createContentInContainer(space, "Document", id=name, title="Note de cadrage", **values)

    def found(self, userid, **query):
        """Return the titles that this person finds."""
        with api.env.adopt_user(username=userid):
            return sorted(brain.Title for brain in api.portal.get_tool("portal_catalog")(**query))

    def may(self, userid, permission, obj):
        IAnnotations(self.layer["request"]).clear()  # local roles are kept for a request
        with api.env.adopt_user(username=userid):
            return bool(api.user.has_permission(permission, obj=obj))


class TestCreation(SpacesCase):
    def test_what_cannot_be_is_refused_and_nothing_is_kept(self):
        cases = (
            ({"title": ""}, "title"),
            ({"title": None}, "title"),
            ({"title": "x" * 101}, "title"),
            ({"description": None}, "description"),
            ({"public": None}, "public"),
            ({"target_members": 0}, "target_members"),
            ({"target_posts": None}, "target_posts"),
            ({"visibility": "hidden"}, "visibility"),
            ({"powers": "all"}, "powers"),
            ({"template": "party"}, "template"),
            ({"visibility": "secret", "joining": "free", "reason": "x"}, "joining"),
            ({"visibility": "secret", "joining": "request", "reason": "x"}, "joining"),
            ({"visibility": "listed", "joining": "free", "reason": "x"}, "joining"),
            ({"visibility": "listed", "joining": "request", "reason": " "}, "reason"),
            ({"visibility": "secret", "joining": "invitation"}, "reason"),
        )
        for values, field in cases:
            with self.subTest(values), self.assertRaises(Invalid) as caught:
                self.create(**values)
            self.assertEqual(field, caught.exception.field, values)
        self.assertEqual([], list(spaces.container().objectIds()))
        self.assertEqual({}, spaces.spaces_of("ana"))

    def test_the_company_says_who_creates_what(self):
        with self.assertRaises(NotAllowed):
            self.create(actor="carl")
        with self.assertRaises(NotAllowed):
            self.create(actor="zoe")
        with self.assertRaises(NotAllowed):
            self.create(actor="")
        api.portal.set_registry_record("bluegether.spaces.creator_kinds", ("direction",))
        with self.assertRaises(NotAllowed):
            self.create()
        self.create(actor="dora", title="Direction")
        api.portal.set_registry_record("bluegether.spaces.templates", ("project",))
        with self.assertRaises(Invalid) as caught:
            self.create(actor="dora")
        self.assertEqual("template", caught.exception.field)
        with self.assertRaises(Missing):
            self.create(actor="dora", template="project", owner="carl")

    def test_the_default_is_open_and_the_creator_owns_it(self):
        made = self.create()
        uid = IUUID(made)
        self.assertEqual(("open", "free", "publish"), (made.visibility, made.joining, made.powers))
        self.assertEqual({uid: "owner"}, spaces.spaces_of("ana"))
        self.assertEqual(1, spaces.size(uid))
        self.assertEqual("open", api.content.get_state(made))
        self.assertEqual(["Plone Lyon"], self.found("bob", portal_type="Space"))

    def test_a_template_sets_folders_up(self):
        made = self.create(template="project", furnished=True, rules="Tout se dit.")
        self.assertEqual(["agenda", "documents", "pages"], sorted(made.objectIds()))
        self.assertIn("Tout se dit.", made["pages"]["bienvenue"].text.raw)
        self.assertEqual("published", api.content.get_state(made["documents"]))
        self.assertTrue(self.may("bob", "View", made["pages"]["bienvenue"]))

    def test_an_address_tells_nothing_of_a_secret_space(self):
        self.assertEqual("plone-lyon", self.create().getId())
        self.assertRegex(self.closed().getId(), "^plone-lyon-[0-9a-f]{12}$")
        self.assertRegex(self.create().getId(), "^plone-lyon-[0-9a-f]{12}$")

    def test_content_added_by_plone_is_checked_as_well(self):
        folder = spaces.container()
        with api.env.adopt_user(username="bob"):
            made = createContentInContainer(folder, "Space", **space_values(title="De Plone"))
            self.assertEqual("owner", spaces.role(IUUID(made), "bob"))
            with self.assertRaises(Invalid):
                createContentInContainer(folder, "Space", **space_values(visibility="secret"))
        with api.env.adopt_user(username="zoe"), self.assertRaises(Exception) as caught:
            createContentInContainer(folder, "Space", **space_values())
        self.assertIn(type(caught.exception).__name__, ("NotAllowed", "Unauthorized"))

    def test_deleting_is_for_administrators_and_forgets_everybody(self):
        made = self.create()
        uid = IUUID(made)
        spaces.invite(uid, ["bob"], actor="ana")
        with api.env.adopt_user(username="ana"), self.assertRaises(NotAllowed):
            spaces.container().manage_delObjects([made.getId()])
        with api.env.adopt_roles(["Manager"]):
            spaces.container().manage_delObjects([made.getId()])
        self.assertEqual(({}, [], None), (spaces.spaces_of("ana"), spaces.invitations("bob"), spaces.record(uid)))


class TestEntering(SpacesCase):
    def test_a_free_space_is_joined_once(self):
        uid = self.uid()
        spaces.join(uid, userid="bob")
        self.assertEqual("member", spaces.role(uid, "bob"))
        with self.assertRaises(Conflict):
            spaces.join(uid, userid="bob")
        for nobody in ("carl", "ghost", ""):
            with self.assertRaises(Missing):
                spaces.join(uid, userid=nobody)
        with self.assertRaises(Missing):
            spaces.join("nothing", userid="bob")

    def test_on_request_a_moderator_answers(self):
        uid = self.uid(joining="request")
        with self.assertRaises(NotAllowed):
            spaces.join(uid, userid="bob")
        with self.assertRaises(Invalid):
            spaces.apply(uid, "x" * 1001, userid="bob")
        spaces.apply(uid, "Je travaille sur Plone.", userid="bob")
        with self.assertRaises(Conflict):
            spaces.apply(uid, userid="bob")
        with self.assertRaises(NotAllowed):
            spaces.accept(uid, "bob", actor="eve")
        with self.assertRaises(NotAllowed):
            spaces.applications(uid, reader="eve")
        asked = spaces.applications(uid, reader="ana")
        self.assertEqual([("bob", "Je travaille sur Plone.")], [(one.userid, one.note) for one in asked])
        self.assertEqual({uid: 1}, spaces.waiting("ana"))
        self.assertEqual([uid], [one.uid for one in spaces.applications_of("bob")])
        spaces.accept(uid, "bob", actor="ana")
        self.assertEqual(
            ("member", {}, []), (spaces.role(uid, "bob"), spaces.waiting("ana"), spaces.applications_of("bob"))
        )
        with self.assertRaises(Missing):
            spaces.accept(uid, "bob", actor="ana")

    def test_a_refused_application_is_gone(self):
        uid = self.uid(joining="request")
        spaces.apply(uid, userid="bob")
        spaces.refuse(uid, "bob", actor="ana")
        self.assertEqual(("", {}), (spaces.role(uid, "bob"), spaces.waiting("ana")))
        spaces.apply(uid, userid="bob")
        spaces.withdraw(uid, userid="bob")
        self.assertEqual({}, spaces.waiting("ana"))

    def test_who_is_invited_decides(self):
        uid = IUUID(self.closed())
        with self.assertRaises(Missing):
            spaces.join(uid, userid="bob")
        with self.assertRaises(Missing):
            spaces.invite(uid, ["eve"], actor="bob")
        for wrong, error in (([], Invalid), (["carl"], Missing), (["ghost"], Missing), (["bob"] * 1 + ["x"], Missing)):
            with self.assertRaises(error):
                spaces.invite(uid, wrong, actor="ana")
        self.assertEqual(["bob", "eve"], spaces.invite(uid, ["bob", "eve", "bob"], actor="ana"))
        self.assertEqual([], spaces.invite(uid, ["bob", "ana"], actor="ana"))
        self.assertEqual(["Plone Lyon"], [one.title for one in spaces.invitations("bob")])
        self.assertTrue(spaces.may_know(uid, "bob"))
        self.assertFalse(spaces.may_see(uid, "bob"))
        spaces.join(uid, userid="bob")
        spaces.withdraw(uid, userid="eve")
        self.assertEqual(
            ("member", "", []), (spaces.role(uid, "bob"), spaces.role(uid, "eve"), spaces.invitations("eve"))
        )
        self.assertFalse(spaces.may_know(uid, "eve"))

    def test_inviting_who_asked_lets_them_in(self):
        uid = self.uid(joining="request")
        spaces.apply(uid, userid="bob")
        spaces.invite(uid, ["bob"], actor="ana")
        self.assertEqual("member", spaces.role(uid, "bob"))

    def test_an_open_space_takes_no_application_and_a_closed_one_nobody(self):
        with self.assertRaises(NotAllowed):
            spaces.apply(self.uid(), userid="bob")
        uid = IUUID(self.closed("listed"))
        for verb in (spaces.join, spaces.apply):
            with self.assertRaises(NotAllowed):
                verb(uid, userid="bob")


class TestRoles(SpacesCase):
    def setUp(self):
        super().setUp()
        self.space = self.create()
        self.id = IUUID(self.space)
        for userid in ("bob", "eve"):
            spaces.join(self.id, userid=userid)

    def test_one_gives_only_what_one_may(self):
        with self.assertRaises(NotAllowed):
            spaces.set_role(self.id, "eve", "moderator", actor="bob")
        with self.assertRaises(NotAllowed):
            spaces.set_role(self.id, "eve", "owner", actor="ana")
        with self.assertRaises(Invalid):
            spaces.set_role(self.id, "eve", "king", actor="ana")
        with self.assertRaises(Missing):
            spaces.set_role(self.id, "dora", "moderator", actor="ana")
        spaces.set_role(self.id, "bob", "moderator", actor="ana")
        with self.assertRaises(NotAllowed):
            spaces.set_role(self.id, "eve", "moderator", actor="bob")
        with self.assertRaises(Conflict):
            spaces.set_role(self.id, "ana", "member", actor="ana")
        self.assertEqual("moderator", spaces.role(self.id, "bob"))

    def test_moderators_remove_members_and_only_the_owner_removes_moderators(self):
        spaces.set_role(self.id, "bob", "moderator", actor="ana")
        spaces.join(self.id, userid="dora")
        spaces.set_role(self.id, "dora", "moderator", actor="ana")
        for userid, actor in (("ana", "bob"), ("dora", "bob"), ("bob", "eve"), ("ana", "ana")):
            with self.assertRaises(NotAllowed):
                spaces.remove(self.id, userid, actor=actor)
        spaces.remove(self.id, "eve", actor="bob")
        spaces.remove(self.id, "dora", actor="ana")
        with self.assertRaises(Missing):
            spaces.remove(self.id, "eve", actor="bob")
        self.assertEqual(["ana", "bob"], sorted(spaces.member_ids(self.id)))

    def test_the_owner_hands_over_before_leaving(self):
        with self.assertRaises(Conflict):
            spaces.leave(self.id, userid="ana")
        with self.assertRaises(NotAllowed):
            spaces.hand_over(self.id, "eve", actor="bob")
        with self.assertRaises(Missing):
            spaces.hand_over(self.id, "carl", actor="ana")
        spaces.hand_over(self.id, "dora", actor="ana")
        self.assertEqual(("owner", "moderator"), (spaces.role(self.id, "dora"), spaces.role(self.id, "ana")))
        spaces.leave(self.id, userid="ana")
        self.assertEqual(("", 3), (spaces.role(self.id, "ana"), spaces.size(self.id)))

    def test_leaving_takes_effect_at_once(self):
        with self.assertRaises(Invalid):
            spaces.leave(self.id, userid="bob", reason="Je pars fâché")
        spaces.leave(self.id, userid="bob", reason="quiet")
        with self.assertRaises(Missing):
            spaces.leave(self.id, userid="bob")
        self.assertEqual({"quiet": 1}, dict(spaces.record(self.id).left))

    def test_members_are_listed_in_batches_and_found_by_name(self):
        spaces.set_role(self.id, "eve", "moderator", actor="ana")
        listed = spaces.members(self.id, reader="dora")
        expected = [("ana", "owner"), ("eve", "moderator"), ("bob", "member")]
        self.assertEqual((expected, 3), ([(one.userid, one.role) for one in listed.rows], listed.total))
        for start, names in ((0, ["ana", "eve"]), (1, ["eve", "bob"]), (2, ["bob"]), (3, [])):
            rows = spaces.members(self.id, reader="dora", start=start, size=2).rows
            self.assertEqual(names, [one.userid for one in rows])
        found = spaces.members(self.id, reader="dora", text="BOB")
        self.assertEqual((["bob"], 1), ([one.userid for one in found.rows], found.total))
        with self.assertRaises(Missing):
            spaces.members(IUUID(self.closed()), reader="dora")
        with self.assertRaises(NotAllowed):
            spaces.members(IUUID(self.closed("listed")), reader="dora")


class TestContent(SpacesCase):
    def test_rights_of_members_follow_the_space(self):
        grants = {
            "read": (False, False, False, False),
            "comment": (True, False, False, False),
            "add": (True, True, False, False),
            "publish": (True, True, True, False),
            "edit": (True, True, True, True),
        }
        space = self.create(owner="dora")
        spaces.join(IUUID(space), userid="bob")
        page = self.page(space, author="dora")
        wanted = ("Reply to item", "Add portal content", "Review portal content", "Modify portal content")
        for rights, expected in grants.items():
            spaces.update_space(IUUID(space), actor="dora", powers=rights)
            self.assertEqual(expected, tuple(self.may("bob", one, page) for one in wanted), rights)
            self.assertEqual((False,) * 4, tuple(self.may("eve", one, page) for one in wanted))
            self.assertEqual((True,) * 4, tuple(self.may("dora", one, page) for one in wanted))
        self.assertEqual(["Note de cadrage"], self.found("eve", portal_type="Document"))

    def test_what_is_added_by_who_may_not_publish_waits(self):
        space = self.create(owner="dora", powers="add")
        spaces.join(IUUID(space), userid="bob")
        spaces.join(IUUID(space), userid="eve")
        page = self.page(space, author="bob")
        self.assertEqual("draft", api.content.get_state(page))
        self.assertEqual([True, True, False], [self.may(one, "View", page) for one in ("bob", "dora", "eve")])
        with api.env.adopt_user(username="dora"):
            api.content.transition(page, "publish")
        self.assertTrue(self.may("eve", "View", page))

    def test_a_change_of_membership_indexes_nothing_and_holds_at_once(self):
        space = self.closed("listed")
        self.page(space)
        self.assertEqual([], self.found("bob", portal_type="Document"))
        catalog = api.portal.get_tool("portal_catalog")
        before = catalog.getCounter()
        spaces.invite(IUUID(space), ["bob"], actor="ana")
        spaces.join(IUUID(space), userid="bob")
        self.assertEqual(["Note de cadrage"], self.found("bob", portal_type="Document"))
        spaces.leave(IUUID(space), userid="bob")
        self.assertEqual([], self.found("bob", portal_type="Document"))
        self.assertEqual(before, catalog.getCounter())

    def test_another_visibility_is_known_to_the_catalog_in_batches(self):
        space = self.create()
        for number in range(5):
            self.page(space, f"page-{number}")
        self.assertEqual(5, len(self.found("bob", portal_type="Document")))
        spaces.update_space(IUUID(space), actor="ana", visibility="secret", joining="invitation", reason="Rachat")
        self.assertEqual([[], []], [self.found("bob", portal_type=kind) for kind in ("Document", "Space")])
        spaces.update_space(IUUID(space), actor="ana", visibility="open", joining="free")
        self.assertEqual(5, len(self.found("bob", portal_type="Document")))
        kept = spaces.record(IUUID(space))
        api.portal.get().__annotations__["bluegether.core.spaces"].stale[kept.uid] = ""
        self.assertEqual([True, True, False], [spaces.reindex(2) for _time in range(3)])
        self.assertFalse(spaces.reindex(2))

    def test_archived_is_read_only_and_still_found(self):
        space = self.create(powers="edit")
        spaces.join(IUUID(space), userid="bob")
        page = self.page(space)
        with self.assertRaises(NotAllowed):
            spaces.archive(IUUID(space), actor="bob")
        spaces.archive(IUUID(space), actor="ana")
        for permission in ("Modify portal content", "Add portal content", "Reply to item", "Delete objects"):
            self.assertEqual([False, False], [self.may(one, permission, page) for one in ("ana", "bob")], permission)
        self.assertEqual(["Note de cadrage"], self.found("eve", portal_type="Document"))
        self.assertFalse(spaces.may_post(IUUID(space), "ana"))
        for verb, values in (
            (spaces.join, {"userid": "eve"}),
            (spaces.invite, {"userids": ["eve"], "actor": "ana"}),
            (spaces.update_space, {"actor": "ana", "title": "Autre"}),
        ):
            with self.assertRaises(Conflict):
                verb(IUUID(space), **values)
        spaces.reopen(IUUID(space), actor="ana")
        self.assertTrue(self.may("bob", "Modify portal content", page))

    def test_settings_are_the_owners_alone(self):
        space = self.create(powers="edit")
        spaces.join(IUUID(space), userid="bob")
        spaces.set_role(IUUID(space), "bob", "moderator", actor="ana")
        with self.assertRaises(NotAllowed):
            spaces.update_space(IUUID(space), actor="bob", title="Autre")
        with self.assertRaises(Invalid):
            spaces.update_space(IUUID(space), actor="ana", visibility="secret")
        self.assertFalse(self.may("bob", "BlueGether: Configure Space", space))
        spaces.update_space(IUUID(space), actor="ana", title="Plone en Rhône")
        self.assertEqual("Plone en Rhône", spaces.brief(IUUID(space)).title)
        self.assertEqual(["Plone en Rhône"], self.found("eve", portal_type="Space"))


class TestCircles(SpacesCase):
    def test_audiences_name_spaces(self):
        uid = self.uid()
        spaces.join(uid, userid="bob")
        audience = Audience(spaces=(uid,))
        self.assertEqual([True, True, False], [includes(audience, one) for one in ("ana", "bob", "eve")])
        self.assertEqual(["ana", "bob"], sorted(userids(audience)))
        self.assertEqual(["bob"], sorted(userids(Audience(spaces=(uid,), kinds=("consultant",)))))
        self.assertEqual([], list(userids(Audience(spaces=("gone",)))))
        people.suspend("bob", actor="dora", reason="Vérification", until=now() + timedelta(days=3))
        self.assertEqual(["ana"], sorted(userids(audience)))

    def test_groups_are_found_by_their_exact_name_only(self):
        uid = IUUID(self.closed())
        groups = api.user.get(userid="ana").getGroups()
        self.assertLessEqual({f"space:{uid}", f"space:{uid}:owner"}, set(groups))
        folder = api.portal.get_tool("acl_users")
        self.assertEqual([], [one for one in folder.searchGroups(title="Plone") if "space" in one["id"]])
        self.assertEqual([], [one for one in folder.searchGroups(id="space") if "space" in one["id"]])
        self.assertEqual(f"space:{uid}", folder.getGroupById(f"space:{uid}").getId())
        self.assertIsNone(folder.getGroupById("space:nothing"))

    def test_the_groups_of_a_space_are_not_asked_for_theirs(self):
        for group, member in (("crew", "ana"), ("company", "crew")):
            api.group.create(groupname=group)
            api.portal.get_tool("portal_groups").addPrincipalToGroup(member, group)
        folder = api.portal.get_tool("acl_users")

        def asked():
            with patch.object(SpaceGroups, "getGroupsForPrincipal", side_effect=answer) as spy:
                groups = folder.getUserById("ana").getGroups()
            return groups, spy.call_count

        answer = SpaceGroups.getGroupsForPrincipal.__get__(folder[PLUGIN])
        first = IUUID(self.closed())
        _groups, few = asked()
        uids = [first, *(self.uid(title=f"Plone {number}") for number in range(9))]
        groups, many = asked()
        self.assertEqual(few, many)
        self.assertLessEqual({"crew", "company", *(f"space:{uid}" for uid in uids)}, set(groups))

    def test_it_takes_the_place_of_plones_plug_in_once(self):
        plugins = api.portal.get_tool("acl_users").plugins
        before = plugins.listPluginIds(IGroupsPlugin)
        self.assertNotIn("recursive_groups", before)
        self.assertIn(recursion.PLUGIN, before)
        recursion.install(api.portal.get())
        self.assertEqual(before, plugins.listPluginIds(IGroupsPlugin))
