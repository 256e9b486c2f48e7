"""Measuring the readers of reviews against what a person wrote down."""
