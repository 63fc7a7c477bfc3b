"""What weighs on a member: to the person first, then to the group, then to neighbours."""
