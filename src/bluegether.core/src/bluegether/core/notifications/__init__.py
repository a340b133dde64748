"""Notifications: one centre for the whole portal, channels by choice, digests by mail, browser push, quiet hours.

Rooms tell notices with `kit.notice.tell` and say them with an `INoticeKind`; nothing imports this room.
Types: none. Storage: one annotation of the site; keys of push in the database's root (see `storage`).
Permissions: `bluegether.ViewNotifications`, `bluegether.SendUrgentMessage`, `bluegether.SetNotifications`.
Pages: `@@notifications`, `@@notification-open`, `@@notification-settings`, `@@notification-unsubscribe`,
`@@urgent-message`, `@@announcement`, `@@notifications-controlpanel`, `@@mailbox` (development), and, no pages,
`@@notifications-badge`, `@@notifications-worker`. REST: `@notifications`, `@notification-settings`, `@push`.
"""
