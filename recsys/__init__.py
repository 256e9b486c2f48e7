"""Recommender models: fit, score, fold in, explain, evaluate. Arrays in, arrays out."""
