"""Training of the looks: captions, drawn stills, the projections, the starter's index."""
