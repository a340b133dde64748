"""Conditions of the workflow, so that its menus offer only what the verbs allow."""

from AccessControl import getSecurityManager
from bluegether.core.charter.api import lifecycle
from Products.Five import BrowserView


class NotMine(BrowserView):
    """Whether the acting person is not who submitted the version."""

    def __call__(self) -> bool:
        return lifecycle.submitter(self.context) != getSecurityManager().getUser().getId()


class Superseded(BrowserView):
    """Whether another version has come into force."""

    def __call__(self) -> bool:
        return lifecycle.superseded(self.context)
