"""The slash commands, one file a group. Their options are the tools' own arguments."""
