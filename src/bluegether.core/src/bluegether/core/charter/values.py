"""What praise may name: the articles of the charter in force."""

from bluegether.core.charter import api as charter
from bluegether.core.kit.interfaces import IValues
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.interface import implementer


@implementer(IValues)
@adapter(IPloneSiteRoot)
class Articles:
    """By their numbers; both halves, for the company's promises are kept by people too."""

    def __init__(self, site):
        self.site = site

    def values(self, language: str) -> list[tuple[str, str]]:
        found = charter.reading(language)
        return [(str(one.number), one.title) for one in found.articles] if found is not None else []
