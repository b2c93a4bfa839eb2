"""The request as our views get it."""

from django.http import HttpRequest

from guiju.web.viewer import Viewer


class Request(HttpRequest):
    """A request whose viewer is known: the viewer middleware has set it."""

    viewer: Viewer
