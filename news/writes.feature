People who write at the same moment no longer get errors: requests that write take turns, and histories of versions need no common counter.
