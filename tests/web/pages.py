"""What the tests read from a page."""

import lxml.html


def tree(response):
    return lxml.html.fromstring(response.content.decode())


def text(node):
    """The words of a node, in one line."""
    return " ".join(node.text_content().split())


def words(response, path):
    """The words of each node that the XPath finds."""
    return [text(node) for node in tree(response).xpath(path)]
