"""Expertise: endorsements of skills, and experts by published rules.

Storage: one annotation of the site (see `storage`). Permissions: BlueGether: View experts, Endorse, Manage expertise
settings. Contract: `kit.interfaces.IExpertEvidence`. Pages: `@@experts`, `@@experts-rules`, `@@endorse`,
`@@endorsement-ask`, `@@endorsements`, `@@expertise-controlpanel`, and a section of the
person's page. REST: `@endorsements`, `@experts`. Notices: `expertise.endorsed`, `expertise.asked`.
See docs/expertise.md.
"""
