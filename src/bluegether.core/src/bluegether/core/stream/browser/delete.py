"""`@@stream-delete`: ask, then delete one's post."""

from bluegether.core import _
from bluegether.core.stream import api as stream
from bluegether.core.stream.browser.edit import Mine
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Delete(Mine):
    """Shows what would be deleted; deletes on POST."""

    index = ViewPageTemplateFile("delete.pt")
    title = _("Delete the publication?")

    def change(self):
        stream.delete(self.entry_id, userid=self.userid)
        return _("Your publication was deleted.")

    def after(self) -> str:
        return self.url()
