"""Trials of recommender settings: who gets which, and what may be concluded from it."""
