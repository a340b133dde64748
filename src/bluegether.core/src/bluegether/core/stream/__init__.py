"""The stream: what members say to each other and what happens in the portal, newest first.

Storage: one annotation of the site (see `storage`). Permissions: BlueGether: View Stream, Post, Pin Post.
Events: `Posted`, `Edited`, `Withdrawn`. Pages: `@@stream` (with `/<id>` one entry), `@@stream-edit`, `@@stream-delete`,
`@@stream-follows`; fragments `@@stream-entries`, `@@stream-new`. REST: `@stream`, `@bookmarks`, `@follows`.
"""
