"""Calendars that others subscribe to (日历订阅)."""
