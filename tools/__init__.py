"""What the agent can do, one tool per file: typed arguments in, typed result out."""
