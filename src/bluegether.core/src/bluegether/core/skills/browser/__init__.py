"""Pages and widgets of skills."""
