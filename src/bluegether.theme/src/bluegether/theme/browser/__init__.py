"""Views and viewlets of the shell."""
