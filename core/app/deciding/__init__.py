"""A decision's other kinds, what its silence means, and its own review."""
