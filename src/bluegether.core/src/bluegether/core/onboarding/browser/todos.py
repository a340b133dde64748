"""What the launch asks of the signed-in person: the steps that are theirs."""

from bluegether.core import _
from bluegether.core.kit.clock import local
from bluegether.core.kit.clock import now
from bluegether.core.kit.interfaces import IBluegetherLayer
from bluegether.core.kit.interfaces import ITodos
from bluegether.core.kit.todo import Todo
from bluegether.core.onboarding import api as onboarding
from datetime import datetime
from datetime import time
from datetime import UTC
from plone import api
from plone.base.interfaces import IPloneSiteRoot
from zope.component import adapter
from zope.i18n import translate
from zope.interface import implementer


@implementer(ITodos)
@adapter(IPloneSiteRoot, IBluegetherLayer)
class LaunchTodos:
    """Due at the end of the target day, by the site's clock."""

    def __init__(self, site, request):
        self.site = site
        self.request = request

    def todos(self) -> list[Todo]:
        userid = api.user.get_current().getId()
        return [self._todo(step) for step in onboarding.owned(userid)] if userid else []

    def _todo(self, step: onboarding.Step) -> Todo:
        title = translate(step.definition.title, context=self.request)
        url = f"{self.site.absolute_url()}/@@launch-step?step={step.id}"
        return Todo(_("Launch: ${step}", mapping={"step": title}), url, due=self._due(step))

    def _due(self, step: onboarding.Step) -> datetime | None:
        if step.target is None:
            return None
        return datetime.combine(step.target, time.max, tzinfo=local(now()).tzinfo).astimezone(UTC)
