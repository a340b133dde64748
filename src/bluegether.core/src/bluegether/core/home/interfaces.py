"""Home brings no contract of its own: rooms plug into `kit.interfaces.IHomeCard` and `ITodos`."""
