"""What language models are told. Fixed parts come first and are the same for everybody."""
