"""Panels: meetings, agendas, conferences, decisions, minutes."""
