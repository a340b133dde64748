"""`DELETE @stream/<id>`, `DELETE @bookmarks/<id>`, `DELETE @follows/<person|hashtag|muted|blocked>/<value>`."""

from bluegether.core import _
from bluegether.core.kit.errors import Missing
from bluegether.core.stream import api as stream
from bluegether.core.stream.services.base import Writing


class Delete(Writing):
    """Delete one's post. Answers 204."""

    def answer(self):
        stream.delete(stream.id_in_path(self.params), userid=self.userid)
        return self.reply_no_content()


class Unbookmark(Writing):
    """Keep an entry no longer. Answers 204, also when it was not kept."""

    def answer(self):
        stream.unbookmark(stream.id_in_path(self.params), userid=self.userid)
        return self.reply_no_content()


class Unfollow(Writing):
    """Follow, mute or block no longer. Answers 204, also when nothing was followed."""

    def answer(self):
        if len(self.params) != 2 or self.params[0] not in ("person", "hashtag", "space", "muted", "blocked"):
            raise Missing(_("There is nothing at this address."))
        what, value = self.params
        if what == "muted":
            stream.unmute(self.userid, value)
        elif what == "blocked":
            stream.unblock(self.userid, value)
        else:
            stream.unfollow(self.userid, **{what: value})
        return self.reply_no_content()
