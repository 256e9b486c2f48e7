"""Everything kept about people, in SQL."""
