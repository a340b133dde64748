"""The charter's rules, tied to the workflow's own events so that every channel obeys them."""

from AccessControl import getSecurityManager
from bluegether.core.charter.api import lifecycle
from bluegether.core.charter.api import signing
from bluegether.core.charter.interfaces import ICharterVersion
from bluegether.core.people.interfaces import IInvitationExpired
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from Products.DCWorkflow.interfaces import IBeforeTransitionEvent
from zope.component import adapter


def actor() -> str:
    """Return the user id of who acts, or an empty string."""
    return getSecurityManager().getUser().getId() or ""


@adapter(ICharterVersion, IBeforeTransitionEvent)
def check(version, event) -> None:
    """Refuse a transition whose rule is not met."""
    if event.transition is not None:
        comment = (event.kwargs or {}).get("comment") or ""
        lifecycle.check(version, event.transition.id, userid=actor(), comment=comment)


@adapter(ICharterVersion, IAfterTransitionEvent)
def entered(version, event) -> None:
    """Make the version that came into force the only one."""
    if event.transition is not None and event.transition.id == "put_in_force":
        lifecycle.entered(version, actor())


@adapter(IInvitationExpired)
def expired(event) -> None:
    """Record that an invited person gave no answer."""
    signing.expire_invited(event.userid, language=event.language)
