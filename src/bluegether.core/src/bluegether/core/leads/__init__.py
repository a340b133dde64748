"""Leads: what members hear at a client and hand to sales, followed to signature.

Storage: one annotation of the site (see `storage`). Permissions: Hand In Leads (members), Handle Leads (sales and
direction), Manage Lead Settings. Who sees a lead: who handed it in, sales, direction; nobody else. Deeds:
`leads.qualified`, `leads.signed`. Contracts of `kit` it uses: `INeedMaker` (a lead becomes a need), `INeedClosed` (how
that need ended). Pages: `@@leads`, `@@lead`, `@@lead-add`, `@@leads-figures`, `@@leads.xlsx`, `@@leads-controlpanel`.
REST: `@leads`. See docs/leads.md.
"""
