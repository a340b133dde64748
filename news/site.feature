A members-only site: intranet workflow, French and English, folders; created in one transaction and completed when half-made.
