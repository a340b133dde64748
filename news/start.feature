make start: one server per checkout, calm output, one clear line for each trouble, clean stop; make bench.
