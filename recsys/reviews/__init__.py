"""What people say of films: sentences, sides, aspects, spoilers, and what of them stands for the whole."""
