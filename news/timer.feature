Work that is due as time passes (dates that come, reminders, expiry) is run about once a minute by each server process.
