"""Acts as words."""

from django import template

from guiju.apps.journal.words import name_of

register = template.Library()
register.filter("act_name", name_of)
