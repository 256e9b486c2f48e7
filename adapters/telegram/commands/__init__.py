"""The commands: what stands behind a command's name is read here, and answered by the conversation."""
