Pages that have not changed are not made or sent again, scripts and styles are kept for ever; no mark of a page fits another person.
