"""Discussion: comments under every kind of content, and reactions to content and comments.

Types: none; comments are plone.app.discussion's ("Discussion Item"), visible at once.
Permissions: Plone's "Reply to item" and "Delete comments"; `bluegether.React`.
Events: `CommentWritten`, `CommentRewritten`, `Reacted`.
Pages: the viewlet `plone.comments`; on content `@@comment`; on a comment `@@comment-edit`, `@@comment-delete`;
on both `@@react`; on content `@@follow`. REST: `@comments`, `@reactions`, `@follow`.
"""
