"""Moderation after the fact: reports, decisions with reasons, appeals, an audit log. Nothing waits or is filtered.

Types: none. Storage: one annotation of the site: cases, and a chain of records (`kit.chain`).
Permissions: BlueGether: Report, Moderate, View Moderation Log. Notices: `moderation.reported`, `.decided`, `.outcome`,
`.appealed`, `.judged`. Pages: `@@report`, `@@moderation`, `@@moderation-case`, `@@moderation-mine`,
`@@moderation-figures`, `@@moderation-log` (and `-csv`, `-xlsx`). REST: `@reports`. See docs/moderation.md.
"""
