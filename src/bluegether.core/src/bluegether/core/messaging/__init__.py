"""Messaging: conversations of two or more, read by those who take part and by nobody else, whatever their role.

Types: none. Storage: one annotation of the site (see `storage`). Permissions: BlueGether: Use Messages, Set Messages.
Events: none; notices `messaging.message`. Pages: `@@messages` (with `/<id>` one conversation), `@@message-new`,
`@@message-settings`, `@@messages-controlpanel`, and, no pages, `@@message-file`, `@@messages-badge`, `@@messages-flow`.
REST: `@conversations`, `@message-settings`.
"""
