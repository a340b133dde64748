"""Mail of the charter, in the language of who receives it."""

from bluegether.core import _
from bluegether.core.kit import mail
from datetime import datetime
from plone import api
from zope.i18n import translate


def send_reminder(userid: str, *, label: str, grace_until: datetime | None) -> bool:
    """Queue one reminder to sign; return False when the person has no account or no mail address any more."""
    user = api.user.get(userid=userid)
    address = user.getProperty("email", "") if user is not None else ""
    if not address:
        return False
    language = user.getProperty("language", "") or api.portal.get_default_language()
    site = api.portal.get()
    mapping = {"site": site.Title(), "label": label, "name": user.getProperty("fullname", "") or userid}
    if grace_until is not None:
        mapping["date"] = grace_until.strftime("%d/%m/%Y")
        body = _(
            "Hello ${name},\n\nVersion ${label} of the charter is in force. Please read and sign it before ${date}; "
            "from then on the other pages wait for your signature.",
            mapping=mapping,
        )
    else:
        body = _(
            "Hello ${name},\n\nVersion ${label} of the charter is in force. Please read and sign it; the other pages "
            "wait for your signature.",
            mapping=mapping,
        )
    subject = translate(_("${site}: a new charter to sign", mapping=mapping), target_language=language)
    text = translate(body, target_language=language)
    mail.send(address, " ".join(subject.split()), f"{text}\n\n{site.absolute_url()}/@@charter-sign\n")
    return True
