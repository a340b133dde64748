"""`@@reward-item`: add a reward to the catalogue, or change one."""

from bluegether.core import _
from bluegether.core.kit.picture import picture
from bluegether.core.kit.picture import sent_bytes
from bluegether.core.rewards import api as rewards
from bluegether.core.rewards.browser.page import Page
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


FIELD = {"required": True, "css": "col-md-6 mb-3"}
TEXT = {"kind": "textarea", "required": False, "maximum": 600}
FIELDS = (
    ("title_fr", _("Title in French"), {"maximum": 100}),
    ("title_en", _("Title in English"), {"maximum": 100}),
    ("text_fr", _("Description in French"), TEXT),
    ("text_en", _("Description in English"), TEXT),
    ("price", _("Price in points"), {"inputmode": "numeric"}),
    ("stock", _("How many there are"), {"inputmode": "numeric"}),
)


class RewardItem(Page):
    """`id` in the address is the reward that is changed; without it a new one is made."""

    index = ViewPageTemplateFile("reward_item.pt")
    section = "rewards"

    @property
    def title(self):
        return _("Change a reward") if self.whole("id") else _("Add a reward")

    def open(self) -> None:
        self.item_id = self.whole("id")
        self.item = rewards.item(self.item_id) if self.item_id else None

    def fields(self) -> list[dict]:
        """Return the fields with what is stored, or was typed."""
        return [self.field(name, label, getattr(self.item, name, ""), **FIELD | rest) for name, label, rest in FIELDS]

    @property
    def has_picture(self) -> bool:
        return self.item is not None and self.item.picture is not None

    @property
    def offered(self) -> bool:
        if self.error is not None:
            return bool(self.text("offered", 10))
        return self.item is None or self.item.offered

    def post(self) -> str:
        names = ("title_fr", "title_en", "text_fr", "text_en", "price", "stock")
        values = {name: self.text(name) for name in names} | {"offered": bool(self.text("offered", 10))}
        upload = self.request.form.get("picture")
        if getattr(upload, "filename", ""):
            values["picture"] = picture(sent_bytes(upload, field="picture"), field="picture")
        rewards.put_item(values, item_id=self.item_id, userid=self.userid)
        return self.say(_("The catalogue is up to date."), self.page_url("rewards"))
