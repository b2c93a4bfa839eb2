"""XML from outside (外来 XML): parsed with entities, DTDs and the network off; size and depth bounded."""

from lxml import etree

from guiju.core.errors import InputError

MOST_BYTES = 32_000_000
DEEPEST = 100


class XmlError(InputError):
    """The file is no XML that can be read (XML 无法读取)."""

    code = "documents.xml"
    zh = "这个文件不是可读取的 XML：第 {line} 行，{reason}。请用 XML 校验工具检查后再试。"
    en = "This file is not XML that can be read: line {line}, {reason}. Check it and try again."


class XmlTooLarge(InputError):
    """The file is larger than a standard's text can be (XML 过大)."""

    code = "documents.xml_too_large"
    zh = "文件有 {size} 字节，上限是 {most} 字节。请把图片移到文件之外，或拆分文件。"
    en = "The file has {size} bytes; {most} is the most. Move images out of it, or split it."


class XmlTooDeep(InputError):
    """Elements stand inside one another too deeply (XML 嵌套过深)."""

    code = "documents.xml_too_deep"
    zh = "元素嵌套超过 {most} 层，标准文本不会这样写。请检查文件是否损坏。"
    en = "Elements are nested more than {most} deep, which no standard is. The file may be damaged."


class WrongRoot(InputError):
    """It is XML, but of another kind (XML 类型不符)."""

    code = "documents.xml_root"
    zh = "根元素是“{found}”，这里应为 {wanted}。请选择相应格式的文件。"
    en = "The root element is “{found}”; {wanted} is needed here. Choose a file of that format."


def read_xml(data: bytes, *roots: str) -> etree._ElementTree:
    """The tree with everything that was in the file; its root must have one of these local names."""
    if len(data) > MOST_BYTES:
        raise XmlTooLarge(size=f"{len(data):,}", most=f"{MOST_BYTES:,}")
    try:
        root = etree.fromstring(data, _parser())
    except etree.XMLSyntaxError as failure:
        reason = str(failure.msg or failure)
        if "Excessive depth" in reason:
            raise XmlTooDeep(most=DEEPEST) from None
        raise XmlError(line=failure.lineno or 0, reason=reason) from None
    except ValueError as failure:
        raise XmlError(line=0, reason=str(failure)) from None
    if root.xpath("boolean(" + "/*" * (DEEPEST + 1) + ")"):
        raise XmlTooDeep(most=DEEPEST)
    name = etree.QName(root).localname
    if roots and name not in roots:
        raise WrongRoot(found=name, wanted="、".join(f"<{one}>" for one in roots))
    return root.getroottree()


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        dtd_validation=False,
        attribute_defaults=False,
        no_network=True,
        huge_tree=False,
        strip_cdata=False,
        remove_comments=False,
        remove_pis=False,
        recover=False,
    )
