"""The contract changes, one line at a time, and every version stays readable."""
