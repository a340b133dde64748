"""Missions: clients, the missions of consultants at their sites, periods, amounts, alerts before the end.

Types: `Clients`, `Client`, `Missions`, `Mission` (folders `/clients` and `/missions`). Storage: one annotation of the
site that says who is where until when without waking a mission, and one of each mission with what happened to it.
Permissions: View Amounts, Manage Missions, View Missions, Set Missions. Events: `MissionStarted`, `MissionEnding`,
`MissionEnded`, `MissionAnnounced`. Pages: `/missions`, `/clients`, `@@missions-board` and those of a mission. See
docs/missions.md.
"""
