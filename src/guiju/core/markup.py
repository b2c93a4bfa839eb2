"""Elements of web pages (网页元素) as readers take them: what begins a line of its own, what no one reads."""

BLOCKS = frozenset(
    [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details",
        "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2",
        "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "menu", "ol", "p", "pre",
        "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
    ]
)  # fmt: skip
UNREAD = frozenset(
    [
        "head", "iframe", "noscript", "object", "script", "select", "style", "svg", "template",
    ]
)  # fmt: skip
