"""The card `news`: what was published last."""

from bluegether.core.home import api as home
from bluegether.core.home.browser.card import Card
from datetime import datetime
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class News(Card):
    """Catalog brains only: the pictures come from their metadata."""

    order = 30
    index = ViewPageTemplateFile("news.pt")

    def news(self) -> list[dict]:
        """Return title, summary, address, date and picture of each."""
        scales = self.context.restrictedTraverse("@@image_scale")
        return [
            {
                "title": brain.Title,
                "summary": brain.Description,
                "url": brain.getURL(),
                "date": datetime.fromisoformat(brain.Date),
                "picture": scales.tag(brain, "image", scale="preview", alt="", css_class="img-fluid rounded"),
            }
            for brain in home.latest_news()
        ]
