"""What a BlueGether site is: install profile, groups, languages, workflow bindings, demo content."""
