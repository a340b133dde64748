"""One annotation per room and object: created by the first write, never by a look-up."""

from collections.abc import Callable
from zope.annotation.interfaces import IAnnotations


def stored(obj, key: str):
    """Return the room's annotation of the object, or None. Never writes."""
    return IAnnotations(obj).get(key)


def store(obj, key: str, factory: Callable):
    """Return the room's annotation of the object, created when it is missing. Only verbs call this."""
    annotations = IAnnotations(obj)
    if key not in annotations:
        annotations[key] = factory()
    return annotations[key]
