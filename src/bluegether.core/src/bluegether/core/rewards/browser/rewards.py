"""`@@rewards`: the catalogue, and how to order; `@@reward-picture`: the picture of a reward."""

from bluegether.core import _
from bluegether.core.kit.errors import Missing
from bluegether.core.rewards import api as rewards
from bluegether.core.rewards.browser.page import Page
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Catalogue(Page):
    """What is offered, the cheapest first; who keeps the catalogue sees the rest too."""

    index = ViewPageTemplateFile("rewards.pt")
    title = _("Catalogue of rewards")

    def open(self) -> None:
        self.balance = rewards.balance(self.userid)
        self.items = rewards.items(every=self.handles)

    def post(self) -> str:
        rewards.order(self.whole("item"), userid=self.userid)
        message = _("Ordered: HR approves it now; your points are held until then.")
        return self.say(message, f"{self.page_url('my-rewards')}#orders")

    def cards(self) -> list[dict]:
        return [self.card(item) for item in self.items]

    def card(self, item) -> dict:
        return {
            "id": item.id,
            "title": rewards.in_language(item.title_fr, item.title_en),
            "text": rewards.in_language(item.text_fr, item.text_en),
            "price": self.number(item.price),
            "stock": item.stock,
            "offered": item.offered,
            "lacks": self.number(item.price - self.balance) if item.price > self.balance else "",
            "can": item.offered and item.stock > 0 and item.price <= self.balance,
            "picture": f"{self.page_url('reward-picture')}?id={item.id}" if item.picture is not None else "",
            "edit": f"{self.page_url('reward-item')}?id={item.id}" if self.handles else "",
        }


class Picture(Page):
    """A JPEG that the portal made; every member may see the catalogue."""

    def __call__(self):
        item = rewards.item(self.whole("id"))
        if item.picture is None or not (item.offered or self.handles):
            raise Missing(_("There is no such reward."))
        response, mark = self.request.response, f'"{item.id}-{item.picture._p_serial.hex()}"'
        response.setHeader("Cache-Control", "private, max-age=600")
        response.setHeader("ETag", mark)
        if self.request.getHeader("If-None-Match") == mark:
            response.setStatus(304)
            return ""
        response.setHeader("Content-Type", "image/jpeg")
        response.setHeader("Content-Disposition", 'inline; filename="reward.jpg"')
        return item.picture.data
