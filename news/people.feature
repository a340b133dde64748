Each person has a page with their profile; who sees which part of it is their choice, within the company’s limits.
