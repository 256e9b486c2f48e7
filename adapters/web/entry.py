"""Empty on purpose: Chainlit wants a file to run when it is mounted; chat.py registers its handlers."""
