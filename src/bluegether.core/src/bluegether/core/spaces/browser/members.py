"""The tab of members, and `@@space-members`, which its buttons send to."""

from bluegether.core import _
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import ISpaceSection
from bluegether.core.spaces import api as spaces
from bluegether.core.spaces.browser.page import OfSpace
from bluegether.core.spaces.interfaces import ISpace
from functools import cached_property
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import adapter
from zope.interface import implementer
import re


SIZE = 30


class Members(OfSpace):
    """Who is in it, who wants to be, who is invited."""

    part = ViewPageTemplateFile("members.pt")
    actions = ("invite", "accept", "refuse", "remove", "role")
    errors: dict = {}

    def show(self) -> str:
        """Show the tab again, with what is wrong; a GET belongs to the page of the space."""
        if self.errors:
            self.tell(next(iter(self.errors.values())))
        return self.request.response.redirect(self.tab("members"))

    def refuse(self, error) -> str:
        super().refuse(error)
        return ""

    @cached_property
    def search(self) -> str:
        return self.text("text")[:100]

    @cached_property
    def batch(self) -> dict:
        found = spaces.members(self.uid, reader=self.userid, text=self.search, start=self.start(), size=SIZE)
        pager = self.pager(found.total, self.start(), SIZE, tab="members", text=self.search)
        return {"rows": [self.row(one) for one in found.rows], "total": found.total, "pager": pager}

    def row(self, one) -> dict:
        """Return a member with what this reader may do about them."""
        assignable = spaces.assignable(self.record, self.userid) if one.role != "owner" else ()
        removable = self.may_moderate and one.role != "owner" and (one.role == "member" or self.may_configure)
        return {
            "person": self.person(one.userid),
            "role": one.role,
            "role_title": self.role_title(one.role),
            "since": self.day(one.since),
            "roles": [(role, self.role_title(role)) for role in assignable if role != one.role],
            "removable": removable and not self.record.archived,
        }

    def applications(self) -> list[dict]:
        if not self.may_moderate:
            return []
        found = spaces.applications(self.uid, reader=self.userid)
        return [{"person": self.person(one.userid), "message": one.note, "since": self.day(one.since)} for one in found]

    def invited(self) -> list[dict]:
        if not self.may_moderate:
            return []
        found = spaces.invited(self.uid, reader=self.userid)
        return [{"person": self.person(one.userid), "by": self.person(one.note)["name"]} for one in found]

    def may_invite(self) -> bool:
        return self.may_moderate and not self.record.archived

    def do_invite(self) -> str:
        named = [self.member(one, "userids") for one in re.split(r"[,;\n]+", self.text("userids")) if one.strip()]
        fresh = spaces.invite(self.uid, named, actor=self.userid)
        self.tell(_("Invited: ${count}", mapping={"count": len(fresh)}))
        return self.tab("members")

    def do_accept(self) -> str:
        spaces.accept(self.uid, self.text("userid"), actor=self.userid)
        self.tell(_("This person is a member now."))
        return self.tab("members")

    def do_refuse(self) -> str:
        spaces.refuse(self.uid, self.text("userid"), actor=self.userid)
        self.tell(_("The application was refused."))
        return self.tab("members")

    def do_remove(self) -> str:
        spaces.remove(self.uid, self.text("userid"), actor=self.userid)
        self.tell(_("This person is no longer in the space."))
        return self.tab("members")

    def do_role(self) -> str:
        spaces.set_role(self.uid, self.text("userid"), self.text("role"), actor=self.userid)
        self.tell(_("The role is changed."))
        return self.tab("members")


@implementer(ISpaceSection)
@adapter(ISpace, IBluegetherLayer)
class MembersSection(Members):
    """The tab."""

    order = 50
    title = _("Members")

    def available(self) -> bool:
        return True

    def render(self) -> str:
        return self.part()
