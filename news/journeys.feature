Arrivals step by step with a buddy and two questions for HR; departures with a checklist, successors by area, an end of access, erasure after a delay, and reasons that are read only by fives.
