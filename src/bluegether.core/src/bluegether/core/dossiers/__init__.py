"""Dossiers: the dossier de compétences of a person as page, DOCX and PDF, safe to be read by clients.

Made on demand of what the maker may see, never stored; who made one of somebody else is told to that person.
Types: none. Permissions: bluegether.MakeDossier (members), bluegether.SetDossiers (HR).
Contract: `interfaces.IExperienceSource`, named adapters of a Person. Events: `DossierMade`, `ProfileRefreshed`.
Verbs for other rooms: `api.nudge(userid, why)` at a mission's end.
Pages: `@@dossier`, `@@dossiers-stale` (and `.xlsx`), `@@dossiers-settings`. REST: `@dossier/<userid>`.
"""
