"""An SVG made fit for our pages: known elements and attributes only, and the theme's colours."""

from lxml import etree

NAMESPACE = "http://www.w3.org/2000/svg"
# Colours that the specification uses as names of series; here they become theme colours.
MARKERS = ("#00000a", "#00000b", "#00000c", "#00000d", "#00000e", "#00000f")
# Each series has a pattern over its colour, for eyes and printers that do not tell the colours apart.
PATTERNS = (
    "",
    "M-2 2 2-2M0 8 8 0M6 10l4-4",
    "M2 2h.1M6 6h.1",
    "M0 4h8",
    "M-2 6l4 4M0 0l8 8M6-2l4 4",
    "M4 0v8",
)
KEPT = {"svg", "g", "path", "rect", "line", "text", "tspan", "circle"}
DROPPED = ("aria-", "role", "class", "style", "pointer-events", "on", "href", "{")


def cleaned(raw: str, *, title: str, name: str) -> str:
    """`raw` with only what draws, a name for those who hear it, and colours of the theme.

    `name` makes the ids of this drawing unique on its page.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(raw.encode(), parser)
    for element in list(root.iter()):
        tag = etree.QName(element).localname if isinstance(element.tag, str) else ""
        if (
            tag not in KEPT
            or element.get("display") == "none"
            or element.get("opacity") == "0"
            or not _draws(element, tag)
        ):
            parent = element.getparent()
            if parent is not None:
                parent.remove(element)
            continue
        for attribute in list(element.attrib):
            if attribute.startswith(DROPPED):
                del element.attrib[attribute]
    used = _recoloured(root, name)
    if used:
        root.insert(0, _patterns(used, name))
    root.set("role", "img")
    root.set("aria-label", title)
    etree.cleanup_namespaces(root)
    return etree.tostring(root, encoding="unicode")


def _draws(element: etree._Element, tag: str) -> bool:
    """Vega leaves empty paths and unpainted backgrounds behind."""
    if tag == "path":
        painted = element.get("fill") not in {None, "none"} or element.get("stroke")
        return bool(element.get("d")) and bool(painted)
    return True


def _recoloured(root: etree._Element, name: str) -> set[int]:
    used = set()
    for element in root.iter():
        for attribute in ("fill", "stroke"):
            if (colour := element.get(attribute)) in MARKERS:
                number = MARKERS.index(colour)
                paint = f"var(--gj-series-{number + 1})"
                if attribute == "fill" and PATTERNS[number]:
                    used.add(number)
                    paint = f"url(#{name}-{number + 1})"
                element.set(attribute, paint)
    return used


def _patterns(used: set[int], name: str) -> etree._Element:
    defs = etree.Element(f"{{{NAMESPACE}}}defs")
    for number in sorted(used):
        pattern = etree.SubElement(
            defs,
            f"{{{NAMESPACE}}}pattern",
            id=f"{name}-{number + 1}",
            width="8",
            height="8",
            patternUnits="userSpaceOnUse",
        )
        colour = f"var(--gj-series-{number + 1})"
        etree.SubElement(pattern, f"{{{NAMESPACE}}}rect", width="8", height="8", fill=colour)
        lines = etree.SubElement(pattern, f"{{{NAMESPACE}}}path", d=PATTERNS[number])
        lines.attrib.update(
            {
                "stroke": "var(--gj-surface)",
                "stroke-width": "2.2" if number == 2 else "1.3",
                "stroke-linecap": "round",
                "stroke-opacity": "0.75",
            }
        )
    return defs
