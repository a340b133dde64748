"""What the catalog knows of comments, without asking every comment and without Plone's chain of text transforms.

Declared for the classes, not for the interfaces, so that they come before plone.app.discussion's own.
"""

from AccessControl.PermissionRole import rolesForPermissionOn
from bluegether.core.discussion import api
from plone import api as plone
from plone.app.discussion.comment import Comment
from plone.dexterity.interfaces import IDexterityContent
from plone.indexer import indexer


DESCRIPTION_WORDS = 25


@indexer(IDexterityContent)
def total_comments(obj):
    return api.count(obj)


@indexer(IDexterityContent)
def last_comment_date(obj):
    return api.last_comment_date(obj)


@indexer(IDexterityContent)
def commentators(obj):
    return api.commentators(obj)


@indexer(Comment)
def comment_description(comment):
    words = comment.text.split(None, DESCRIPTION_WORDS)
    return " ".join(words[:DESCRIPTION_WORDS]) + (" […]" if len(words) > DESCRIPTION_WORDS else "")


@indexer(Comment)
def comment_text(comment):
    return comment.text


@indexer(Comment)
def who_finds_a_comment(comment):
    """Return who may read the comment and the content that it is about.

    Plone's own rule looks at "Access contents information", which its comment workflow gives to everyone: whoever
    searched found the words of comments on pages closed to them.
    """
    content = comment.__parent__.__parent__
    roles = set(rolesForPermissionOn("View", comment))
    of_content = set(rolesForPermissionOn("View", content))
    if "Anonymous" not in of_content:
        roles &= of_content
    local = plone.portal.get_tool("acl_users")._getAllLocalRoles(content)
    people = {f"user:{userid}" for userid, held in local.items() if roles.intersection(held)}
    return sorted((roles | people) - {"Owner"})
