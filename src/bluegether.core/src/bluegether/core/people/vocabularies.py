"""The names that people read for kinds of account, employments, states, and the languages of the world."""

from bluegether.core import _
from plone import api
from zope.i18n.locales import LoadLocaleError
from zope.i18n.locales import locales
from zope.interface import implementer
from zope.schema.interfaces import IVocabularyFactory
from zope.schema.vocabulary import SimpleTerm
from zope.schema.vocabulary import SimpleVocabulary


KINDS = {
    "consultant": _("Consultant"),
    "staff": _("Staff"),
    "direction": _("Direction"),
    "partner": _("Partner"),
    "client": _("Client"),
}
EMPLOYMENTS = {"employee": _("Employee"), "freelance": _("Freelance")}
# State -> (title, colour of its badge)
STATES = {
    "open": (_("Awaiting an answer"), "text-bg-info"),
    "accepted": (_("Request or invitation accepted"), "text-bg-success"),
    "declined": (_("Invitation declined"), "text-bg-secondary"),
    "expired": (_("Invitation expired"), "text-bg-warning"),
    "revoked": (_("Invitation revoked"), "text-bg-secondary"),
    "waiting": (_("Waiting for HR"), "text-bg-warning"),
    "refused": (_("Request refused"), "text-bg-secondary"),
}
# ISO 639-1, those that a company meets; the names come from Unicode's data.
LANGUAGES = (
    "af", "am", "ar", "az", "be", "bg", "bn", "br", "bs", "ca", "co", "cs", "cy", "da", "de", "el", "en", "eo",
    "es", "et", "eu", "fa", "fi", "fr", "fy", "ga", "gl", "ha", "he", "hi", "hr", "hu", "hy", "id", "is", "it",
    "ja", "ka", "kk", "km", "ko", "ku", "la", "lb", "lo", "lt", "lv", "mg", "mk", "mn", "ms", "mt", "my", "nb",
    "ne", "nl", "nn", "oc", "pa", "pl", "ps", "pt", "rm", "ro", "ru", "rw", "sk", "sl", "so", "sq", "sr", "sv",
    "sw", "ta", "te", "th", "tl", "tr", "uk", "ur", "uz", "vi", "wo", "zh",
)  # fmt: skip


def language_name(code: str, language: str) -> str:
    """Return what a language is called in another one: `language_name("de", "fr")` is `allemand`."""
    try:
        names = locales.getLocale(language).displayNames.languages
    except LoadLocaleError:
        names = {}
    return names.get(code, code)


@implementer(IVocabularyFactory)
class Languages:
    """ISO 639-1 codes, titled and sorted in the reader's language."""

    def __call__(self, _context) -> SimpleVocabulary:
        reader = api.portal.get_current_language()
        named = sorted((language_name(code, reader), code) for code in LANGUAGES)
        return SimpleVocabulary([SimpleTerm(code, code, name) for name, code in named])
