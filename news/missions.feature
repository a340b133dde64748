Clients and missions: periods of consultants, amounts for those who may see them, states that follow the dates.
Dossiers take experiences from missions without confidential names or amounts, the directory finds people by the client they work for, calendars tell when missions end, profiles show them.
Endorsements may name the mission where a skill was seen; a mid-mission interview the mission that it is about.
