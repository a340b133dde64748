"""`@@space-new`: a space from a template, in under a minute; `@@space-settings`: what its owner changes."""

from bluegether.core import _
from bluegether.core.kit.errors import Invalid
from bluegether.core.spaces import api as spaces
from bluegether.core.spaces.browser import words
from bluegether.core.spaces.browser.page import OfSpace
from bluegether.core.spaces.browser.page import Page
from bluegether.core.spaces.interfaces import ISpace
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zExceptions import Unauthorized
from zope.schema import getFieldsInOrder
from zope.schema.interfaces import IChoice
from zope.schema.interfaces import IInt


LONG = ("description", "rules")
ASKED = ("title", "description", "public", "target_members", "target_posts")
MORE = ("rules", "visibility", "joining", "powers", "reason")


class Fields(Page):
    """The fields of a space as form fields."""

    def shown(self, names: tuple[str, ...], values: dict) -> list[dict]:
        return [self.schema_field(name, ISpace[name], values.get(name)) for name in names]

    def schema_field(self, name: str, field, value) -> dict:
        rest = {"required": field.required, "help": field.description or None}
        if IChoice.providedBy(field):
            rest |= {"type": "select", "choices": [(term.value, term.title) for term in field.vocabulary]}
        elif IInt.providedBy(field):
            rest["type"] = "number"
        else:
            rest |= {"maximum": field.max_length, "type": "textarea" if name in LONG else "text"}
        return self.field(name, label=field.title, value=value, **rest)

    def sent(self, names: tuple[str, ...]) -> dict:
        """Return what the form holds, as the verb takes it."""
        values = {}
        for name, field in getFieldsInOrder(ISpace):
            if name in names:
                values[name] = whole(self.text(name), name) if IInt.providedBy(field) else self.text(name)
        return values


def whole(text: str, name: str) -> int:
    """Return the number; raise Invalid when it is none."""
    if not (text.isascii() and text.isdigit() and len(text) < 8):
        raise Invalid(_("Enter a whole number."), field=name)
    return int(text)


class New(Fields):
    """First the kind, then one short form: what it does not ask has the template's default and can be changed."""

    index = ViewPageTemplateFile("new.pt")
    actions = ("create",)

    def show(self) -> str:
        if not spaces.can_create(self.userid):
            raise Unauthorized()
        return self.index()

    @property
    def template(self) -> str:
        name = self.text("template")
        return name if name in spaces.templates() else ""

    def kinds(self) -> list[dict]:
        """Return the kinds that the company offers."""
        url = f"{self.spaces_url}/@@space-new?template="
        return [
            {
                "title": words.TEMPLATES[name],
                "about": words.ABOUT[name],
                "icon": words.ICONS[name],
                "url": f"{url}{name}",
                "current": "true" if name == self.template else None,
            }
            for name in spaces.templates()
        ]

    def fields(self) -> list[dict]:
        owner = self.member_field(
            "owner",
            label=_("Owner of the space"),
            userid=self.userid,
            help=_("Who answers for the space: you, unless you name somebody else."),
        )
        found = self.shown(ASKED, spaces.defaults(self.template))
        return [*found[:3], owner, *found[3:]]

    def more(self) -> list[dict]:
        return self.shown(MORE, spaces.defaults(self.template))

    def wrong_in_more(self) -> bool:
        return any(name in MORE for name in self.errors)

    def do_create(self) -> str:
        made = spaces.create_space(
            actor=self.userid,
            owner=self.member(self.text("owner"), "owner"),
            template=self.template,
            **self.sent((*ASKED, *MORE)),
        )
        self.tell(_("Your space is open: invite those for whom it is."))
        return f"{made.absolute_url()}?tab=members"


class Settings(OfSpace, Fields):
    """The owner's settings: the fields, another owner, the archive."""

    index = ViewPageTemplateFile("settings.pt")
    actions = ("change", "hand_over", "archive", "reopen")

    def show(self) -> str:
        if not self.may_configure:
            raise Unauthorized()
        return self.index()

    def fields(self) -> list[dict]:
        names = (*ASKED, *MORE)
        return self.shown(names, {name: getattr(self.context, name) for name in names})

    def do_change(self) -> str:
        spaces.update_space(self.uid, actor=self.userid, **self.sent((*ASKED, *MORE)))
        self.tell(_("Your changes are saved."))
        return self.url

    def do_hand_over(self) -> str:
        spaces.hand_over(self.uid, self.member(self.text("to"), "to"), actor=self.userid)
        self.tell(_("The space has another owner."))
        return self.url

    def do_archive(self) -> str:
        spaces.archive(self.uid, actor=self.userid)
        self.tell(_("The space is archived: everybody reads it as before, nobody writes in it."))
        return self.url

    def do_reopen(self) -> str:
        spaces.reopen(self.uid, actor=self.userid)
        self.tell(_("The space is in use again."))
        return self.url

    def to_field(self) -> dict:
        return self.member_field("to", label=_("New owner: full name"))
