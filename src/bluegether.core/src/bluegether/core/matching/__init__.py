"""Matching: how well people and needs fit, every number explained.

It keeps a compact record of each profile and of each need in progress (see `storage`), and scores them without waking
either. It uses only what the reader may see of each profile. Permissions: View Matching, Rank People, Manage Matching
Settings. Events: none; it listens to those of people, missions, skills and profiles refreshed. Pages:
`@@match-explained`, `@@needs-map`, `@@matching-controlpanel`, fragments in `@@match-macros`. REST: `@matching`. See
docs/matching.md.
"""
