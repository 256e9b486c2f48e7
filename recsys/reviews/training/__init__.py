"""Making the models of `recsys.reviews`; needs the train extra."""
