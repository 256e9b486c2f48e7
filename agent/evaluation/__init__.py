"""Measuring the agent's judgement: decisions on single messages, and whole dialogues."""
