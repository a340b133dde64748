"""Which language a text is wanted in: zope.i18n works it out anew for each text of a page; here once per combination.

Registered over zope.i18n's negotiator in `overrides.zcml`. Keeps no state but what follows from its arguments.
"""

from functools import lru_cache
from zope.i18n.interfaces import INegotiator
from zope.i18n.interfaces import IUserPreferredLanguages
from zope.i18n.negotiator import Negotiator as ZopesNegotiator
from zope.interface import implementer


class Preferred:
    """Languages that somebody prefers, as zope.i18n asks for them."""

    def __init__(self, languages: tuple[str, ...]):
        self.languages = languages

    def getPreferredLanguages(self) -> tuple[str, ...]:
        return self.languages

    def __conform__(self, interface):
        return self if interface is IUserPreferredLanguages else None


@lru_cache(maxsize=1024)
def chosen(available: tuple[str, ...], preferred: tuple[str, ...]) -> str | None:
    """Return what zope.i18n chooses for these preferences."""
    return ZopesNegotiator().getLanguage(available, Preferred(preferred))


@implementer(INegotiator)
class Negotiator:
    """The utility."""

    def getLanguage(self, langs, env) -> str | None:
        return chosen(tuple(langs), tuple(IUserPreferredLanguages(env).getPreferredLanguages()))


negotiator = Negotiator()
