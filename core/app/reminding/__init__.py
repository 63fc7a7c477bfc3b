"""What nobody asked for just now: kept, weighed against the budget, said alone or merged, and shown to the group."""
