"""A person's account on every surface: joined with others, a library brought in and taken out."""
