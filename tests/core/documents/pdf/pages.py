"""Small PDFs made by hand for tests: words at places, ruling lines, pictures.

Latin words are in Helvetica; Chinese ones in a font that is named and not embedded, so that a page
takes a few hundred bytes.
"""

_CHINESE = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
    "/DescendantFonts [5 0 R] >>",
    "<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo "
    "<< /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 /W [1 [500] 2 94 500] >>",
)
_PICTURE = (
    "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
    "/BitsPerComponent 8 /Length 1 >>\nstream\n\x80\nendstream"
)


def pdf(*pages: str, encrypt: bool = False, box: str = "0 0 595 842", turn: int = 0) -> bytes:
    """A PDF whose pages have these content streams."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    first = 7
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(pages)))
    objects.append(f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>")
    objects.append(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    )
    objects += [*_CHINESE, _PICTURE]
    for at, content in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] /Rotate {turn} "
            "/Resources << /Font << /F 3 0 R /C 4 0 R >> /XObject << /I 6 0 R >> >> "
            f"/Contents {first + 2 * at + 1} 0 R >>"
        )
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
    trailer = ""
    if encrypt:
        key = "00" * 32
        objects.append(f"<< /Filter /Standard /V 1 /R 2 /P -4 /O <{key}> /U <{key}> >>")
        trailer = f"/Encrypt {len(objects)} 0 R /ID [<00> <00>]"
    out, places = "%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    start = len(out)
    rows = "".join(f"{place:010} 00000 n \n" for place in places)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{rows}"
    out += (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\nstartxref\n{start}\n%%EOF"
    )
    return out.encode("latin-1")


def words(x: float, y: float, text: str, size: float = 10) -> str:
    plain = text.replace("(", r"\(").replace(")", r"\)")
    return f"BT /F {size} Tf {x} {y} Td ({plain}) Tj ET\n"


def zh(x: float, y: float, text: str, size: float = 10) -> str:
    """Chinese words; digits and letters among them are half as wide."""
    code = text.encode("utf-16-be").hex()
    return f"BT /C {size} Tf {x} {y} Td <{code}> Tj ET\n"


def line(x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> str:
    return f"{width} w {x0} {y0} m {x1} {y1} l S\n"


def grid(xs: tuple[float, ...], ys: tuple[float, ...]) -> str:
    """Ruling lines of a full grid."""
    level = "".join(line(xs[0], y, xs[-1], y) for y in ys)
    return level + "".join(line(x, ys[-1], x, ys[0]) for x in xs)


def picture(x: float, y: float, width: float, height: float) -> str:
    return f"q {width} 0 0 {height} {x} {y} cm /I Do Q\n"


def turned(content: str, *, up: bool = True) -> str:
    """The content of a page of 842 by 595 on its side, on a page of 595 by 842."""
    matrix = "0 1 -1 0 595 0" if up else "0 -1 1 0 0 842"
    return f"q {matrix} cm\n{content}Q\n"
