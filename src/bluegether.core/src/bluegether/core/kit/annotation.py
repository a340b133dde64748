"""One annotation per room and object: created by the first write, never by a look-up."""

from Acquisition import aq_base
from BTrees.OOBTree import OOBTree
from collections.abc import Callable
from zope.annotation.interfaces import IAnnotations


def stored(obj, key: str):
    """Return the room's annotation of the object, or None. Never writes."""
    # Zope's adapter keeps them in this attribute; the gate asks at every request and cannot pay for the adapter.
    kept = getattr(aq_base(obj), "__annotations__", None)
    return kept.get(key) if isinstance(kept, OOBTree) else IAnnotations(obj).get(key)


def store(obj, key: str, factory: Callable):
    """Return the room's annotation of the object, created when it is missing. Only verbs call this."""
    annotations = IAnnotations(obj)
    if key not in annotations:
        annotations[key] = factory()
    return annotations[key]
