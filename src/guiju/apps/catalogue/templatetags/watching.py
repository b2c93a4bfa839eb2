"""Addresses of the pages that hang on a standard, and the kinds of what it touches, in words."""

from django import template
from django.urls import reverse

from guiju.apps.catalogue.address import slug_of
from guiju.apps.catalogue.forms.touches import KINDS
from guiju.apps.catalogue.models import Edition

register = template.Library()


@register.simple_tag
def edition_url(edition: Edition, page: str = "standard") -> str:
    """The address of an edition's page, or of another page that hangs on it."""
    return reverse(f"catalogue:{page}", args=[slug_of(edition.key)])


@register.filter
def touch_kind(kind: str) -> str:
    """In which way documents are touched: those that cite, adopt …"""
    return str(dict(KINDS)[kind])
