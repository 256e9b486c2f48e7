"""Seeing how it goes: health, figures, logs, traces. Nothing here holds or shows what anybody said."""
