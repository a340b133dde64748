"""What happens to needs on any channel, and elsewhere, comes to the verbs."""

from bluegether.core.discussion.interfaces import ICommentWritten
from bluegether.core.needs import api
from bluegether.core.needs.interfaces import INeed
from bluegether.core.skills.interfaces import ISkillMerged
from Products.DCWorkflow.interfaces import IAfterTransitionEvent
from Products.DCWorkflow.interfaces import IBeforeTransitionEvent
from zope.component import adapter
from zope.lifecycleevent.interfaces import IObjectAddedEvent
from zope.lifecycleevent.interfaces import IObjectModifiedEvent
from zope.lifecycleevent.interfaces import IObjectRemovedEvent


@adapter(INeed, IObjectAddedEvent)
def added(need, _event) -> None:
    """Keep a new need."""
    api.added(need)


@adapter(INeed, IObjectModifiedEvent)
def changed(need, event) -> None:
    """Keep a need that was edited, by a form, by REST or by a verb."""
    names = [name for one in event.descriptions or () for name in getattr(one, "attributes", ())]
    api.changed(need, tuple(name.rpartition(".")[2] for name in names))


@adapter(INeed, IObjectRemovedEvent)
def removed(need, _event) -> None:
    """Forget a need that was deleted."""
    api.removed(need)


@adapter(INeed, IBeforeTransitionEvent)
def check(need, event) -> None:
    """Refuse a step that the rules do not allow."""
    if event.transition is not None:
        api.check_step(need, event.transition.id, event.kwargs or {})


@adapter(INeed, IAfterTransitionEvent)
def entered(need, event) -> None:
    """Let everything follow that a step brings."""
    if event.transition is not None:
        api.entered(need, event.transition.id, event.kwargs or {})


@adapter(ICommentWritten)
def commented(event) -> None:
    """Note the network's answer to a need."""
    if INeed.providedBy(event.object):
        api.answered(event.object, actor=event.actor)


@adapter(ISkillMerged)
def follow_merge(event) -> None:
    """Let needs that name a skill be found under the one that took it over."""
    api.follow_merge(event.old, event.new)
