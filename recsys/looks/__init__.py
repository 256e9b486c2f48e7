"""How films look: pictures embedded, measured and found by a phrase or by another picture."""
