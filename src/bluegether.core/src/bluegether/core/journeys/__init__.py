"""Journeys: how somebody arrives (steps, a buddy, questions) and how somebody leaves (checklist, succession, the end).

Storage: one annotation of the site. Permissions: Manage journeys, See journeys, See
departures, See why people leave, Set journeys. Events: `PersonLeft`. Pages: `@@my-journey`, `@@journey`, `@@journeys`,
`@@journey-templates`, `@@journey-template`, `@@departures`, `@@departure`, `@@departure-new`, `@@why-leaving`,
`@@journeys-controlpanel`. See docs/journeys.md.
"""
