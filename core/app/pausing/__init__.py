"""A member is away for a while, and comes back."""
