"""Directory: find people by name, skill, availability and place, and see how the company is arranged.

The index is the room's own, in one annotation of the site; Plone's catalog is not used, because every member may ask
it for any of its indexes, which would give away what people show to some only. Permissions: `bluegether.ViewPeople`
(of people) to search, `bluegether.ExportPeople` for tables of results. Events: none; it listens to those of people and
skills. Pages: `directory`, `org-chart`, `skills-map`, `newcomers`, `directory-export`, `vcard`, `vcards`,
`saved-searches`.
"""
