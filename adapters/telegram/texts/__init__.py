"""What the surface itself says, and the commands' descriptions, by language."""
