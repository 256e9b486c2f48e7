"""What the agent says without a language model: facts in, plain sentences out, by language."""
