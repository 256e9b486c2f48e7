"""The films: facts, catalogue, title and name resolution, the starter pack, and where they come from."""
