"""The LangGraph agent: recall, decide, act, answer, record."""
