My calendar: the days to come from every room, as a page and as a feed for calendar programs behind a secret address that is shown once, renewed and revoked.
