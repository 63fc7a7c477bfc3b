"""Every voice once."""
