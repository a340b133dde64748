"""Career: a page that one person writes and HR and the manager answer; interviews signed by both sides.

Storage: one annotation of the site, a tree per person; no content, so no catalog, search or listing can show it.
Permissions: `BlueGether: Use Career` (a page of one's own), `BlueGether: Set Career` (intervals, templates).
Who sees what is decided by the circle (`api/circle.py`), never by a permission: administrators are not in it.
Events: notices to the people concerned, no activity. Pages: `@@career`, `@@career-goal`, `@@career-wish`,
`@@career-team`, `@@career-archive`, `@@interview`, `@@interview-plan`, `@@interview-print`, `@@interview-export`.
"""
