"""The rules of Socium and what carries them. No messenger library ever enters this package."""
