"""The edge: command line, web chat, settings. Translates messages to Turns and Events to messages."""
