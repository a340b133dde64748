"""The forms of a discussion: write, change, delete, react. An error shows the text again, so that none is lost."""

from bluegether.core import _
from bluegether.core.discussion import api
from bluegether.core.discussion.browser.discussion import section_of
from bluegether.core.discussion.interfaces import IDiscussed
from bluegether.core.kit.attachment import sent_files
from bluegether.core.kit.draft import arrived
from bluegether.core.kit.errors import BluegetherError
from bluegether.core.kit.errors import Invalid
from bluegether.core.kit.errors import TooMany
from bluegether.core.kit.interfaces import IOpenToOutside
from bluegether.core.kit.limit import say_wait
from plone import api as plone
from plone.app.discussion.interfaces import IComment
from plone.protect import CheckAuthenticator
from Products.Five.browser import BrowserView
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.component import getMultiAdapter
from zope.interface import implementer
import transaction


@implementer(IOpenToOutside)
class DiscussionForm(BrowserView):
    """Base: a POST is done and leads back to the page; a GET leads there at once."""

    template = ViewPageTemplateFile("comment.pt")
    error = None

    def __call__(self):
        if self.request["REQUEST_METHOD"] != "POST":
            return self.back()
        CheckAuthenticator(self.request)
        self.userid = plone.user.get_current().getId() or ""
        try:
            anchor = self.done()
            arrived(self.request)
            return self.back(anchor)
        except BluegetherError as error:
            transaction.doom()
            self.error = error
            if isinstance(error, TooMany):
                say_wait(self.request, error)
            else:
                self.request.response.setStatus(error.status)
            return self.template()

    def done(self) -> str:
        """Do it and return the anchor to come back to."""
        raise NotImplementedError

    @property
    def content(self):
        """Return the content that the discussion is about."""
        return self.context.__parent__.__parent__ if IComment.providedBy(self.context) else self.context

    def text(self) -> str:
        """Return what was typed."""
        return str(self.request.form.get("text", ""))

    @property
    def section(self) -> str:
        return section_of(self.content)

    def back(self, anchor: str = "") -> str:
        """Lead to the page at this anchor; a script on a page of several things gets the one section at once."""
        if IDiscussed.providedBy(self.content) and self.request.getHeader("X-Requested-With") == "XMLHttpRequest":
            return getMultiAdapter((self.content, self.request), name="discussion")()
        anchor = anchor or self.section
        return self.request.response.redirect(f"{self.page_url()}#{anchor}")

    def page_url(self) -> str:
        """Return the address of the page below which the discussion stands."""
        if IDiscussed.providedBy(self.content):
            return self.content.absolute_url()
        return getMultiAdapter((self.content, self.request), name="plone_context_state").view_url()


class Write(DiscussionForm):
    def done(self):
        number = self.request.form.get("in_reply_to", "")
        if number and not (str(number).isascii() and str(number).isdigit() and int(number) < 2**63):
            raise Invalid(_("There is no such comment."), field="in_reply_to")
        reply_to = int(number) if number else None
        files = sent_files(self.request.form)
        return str(api.write(self.context, self.text(), userid=self.userid, reply_to=reply_to, files=files))


class Edit(DiscussionForm):
    def done(self):
        api.rewrite(self.context, self.text(), userid=self.userid)
        return self.context.id


class Delete(DiscussionForm):
    def done(self):
        api.remove(self.context, userid=self.userid)
        return self.section


class React(DiscussionForm):
    """The reaction that one has already given is taken back."""

    def done(self):
        reaction = self.request.form.get("reaction", "")
        if reaction and api.reaction_of(self.context, self.userid) == reaction:
            api.unreact(self.context, userid=self.userid)
        else:
            api.react(self.context, reaction, userid=self.userid)
        return self.context.id if IComment.providedBy(self.context) else self.section


class Follow(DiscussionForm):
    """Be told of the comments here, or no longer."""

    def done(self):
        if self.request.form.get("follow") == "no":
            api.unfollow(self.context, userid=self.userid)
            plone.portal.show_message(_("You are no longer told of comments here."), request=self.request)
        else:
            api.follow(self.context, userid=self.userid)
            plone.portal.show_message(_("You are told of comments here from now on."), request=self.request)
        return self.section
