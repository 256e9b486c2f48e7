"""How good the recommender is: the protocols, their metrics and what is measured by them."""
