"""A comment on something that is no content."""

from plone.app.discussion.comment import Comment


class Remark(Comment):
    """In no catalog: see `IDiscussed`."""

    def indexObject(self) -> None:
        pass

    def reindexObject(self, idxs=()) -> None:
        pass

    def unindexObject(self) -> None:
        pass
