"""Speed and memory, measured the way a user meets them; run by `cineaesthete bench`."""
