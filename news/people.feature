People: CSV of many with a dry run, requests for accounts, export and erasure of a person's data.
