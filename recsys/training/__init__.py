"""Training: from a catalogue and ratings to a folder of models that `Recommender.load` reads."""

from recsys.training.train import train

__all__ = ["train"]
