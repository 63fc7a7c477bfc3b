"""The open line between groups that have met."""
