"""Pages of adoption."""
