Sync of accounts with the HR system's CSV file: a dry run that tells each line, then invitations, changes and planned departures; page, REST and script; a second run changes nothing.
