"""What the surface itself says, by language; the agent's own words lie in `agent.wording`."""
