"""Skills: one shared taxonomy, many spellings, kept by the animator.

Storage: one annotation of the site (see `storage`).
Permissions: BlueGether: View skills, Propose skills, Manage skills.
Fields: `interfaces.Skill`, `interfaces.SkillList`. Events: `SkillMerged`, `SkillRenamed`, `SkillRemoved`.
Contracts: `ISkillUse`, `ISkillPeople`. Pages: `@@skills` (with `?id=` one skill), `@@skill-edit`, `@@skill-merge`,
`@@skill-remove`, `@@skills-import`, `@@skills-csv`, `@@skill-propose`, `@@skill-proposals`. REST: `@skills`.
See docs/skills.md.
"""
