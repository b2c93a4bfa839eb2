"""Nothing of a file is lost, and what would do harm is refused in a sentence."""

from collections import Counter

import pytest
from lxml import etree

from guiju.core.documents.sts import WrongRoot, XmlError, XmlTooDeep, XmlTooLarge, parse, view
from guiju.core.errors import InputError
from tests.shared_data import shared

FILES = ("isosts-feature_doc.xml", "rice-en.final.sts.xml", "tbx-nisosts-0.2-formatted.xml")
OWN = {
    "instructions in a text": "<p>示例<?page 3?>文本<!-- 说明 -->继续</p>",
    "cdata": "<p><![CDATA[a < b & c]]></p>",
    "a namespace of its own": '<p xmlns:x="urn:own" x:a="1"><x:odd xmlns="urn:other"><y/></x:odd></p>',
    "kept space": '<preformat xml:space="preserve">  a\n\tb  </preformat>',
    "a line separator": "<p>a&#8232;b&#x2028;c</p>",
    "an element nobody knows": '<mystery level="9"><deep>文字</deep> tail</mystery>',
    "an entity": "<p>&own; &own;</p>",
}


def everything(data):
    """Multisets of what a file holds, by a parser of our own choice."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, strip_cdata=False))
    found = Counter()
    for one in root.getroottree().iter():
        kind = one.tag if isinstance(one.tag, str) else one.tag.__name__
        words = (one.text or "") if not isinstance(one.tag, str) else ""
        found["element", kind, words] += 1
        found["text", one.text] += isinstance(one.tag, str)
        found["tail", one.tail] += 1
        for key, value in one.attrib.items() if isinstance(one.tag, str) else ():
            found["attribute", kind, key, value] += 1
    beside = (*root.itersiblings(preceding=True), *root.itersiblings())
    found.update(("beside", one.tag.__name__, one.text) for one in beside)
    found["doctype", root.getroottree().docinfo.doctype] += 1
    return found


@pytest.mark.parametrize("name", FILES)
def test_real_files_are_written_as_they_were_read(name):
    data = shared(f"data/documents/sts/{name}").read_bytes()
    assert everything(parse(data).write()) == everything(data)


@pytest.mark.parametrize("content", OWN.values(), ids=OWN.keys())
def test_odd_content_is_written_as_it_was_read(content):
    data = (
        '<?xml version="1.0"?><?style a?><!-- 前 -->'
        '<!DOCTYPE standard SYSTEM "none.dtd" [<!ENTITY own "自有">]>'
        f"<standard><body><sec><title/>{content}</sec></body></standard><!-- 后 -->"
    ).encode()
    sts = parse(data)
    assert everything(sts.write()) == everything(data)
    assert view(sts).sections


def test_an_own_entity_is_read_as_its_characters():
    data = (
        '<!DOCTYPE standard [<!ENTITY own "自有">]>'
        "<standard><body><sec><title>&own;内容</title></sec></body></standard>"
    ).encode()
    assert view(parse(data)).sections[0].title.content == "自有内容"


def laughs():
    levels = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 12))
    return f'<!DOCTYPE standard [<!ENTITY e0 "ha">{levels}]>'


@pytest.mark.parametrize("content", ["<p>&e11;</p>", '<p id="&e11;"/>'], ids=["text", "attribute"])
def test_a_billion_laughs_are_refused(content):
    with pytest.raises(XmlError):
        parse(f"{laughs()}<standard><body>{content}</body></standard>".encode())


def test_files_of_this_machine_are_not_read(tmp_path):
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    data = (
        f'<!DOCTYPE standard [<!ENTITY it SYSTEM "{secret.as_uri()}">]>'
        "<standard><body><p>&it;</p></body></standard>"
    ).encode()
    sts = parse(data)
    assert b"secret</p>" not in sts.write()
    assert "secret" not in str(view(sts)).replace("secret.txt", "")


@pytest.mark.parametrize(
    ("data", "error", "sentence"),
    [
        (b"<standard>" + b"<sec>" * 100_000, XmlTooDeep, "100"),
        (b"<standard>" + b"<sec>" * 120 + b"</sec>" * 120 + b"</standard>", XmlTooDeep, "100"),
        (b" " * 50_000_000, XmlTooLarge, "50,000,000"),
        (b"<standard><p></standard>", XmlError, "1"),
        (b"", XmlError, ""),
        (b"\x00\x01", XmlError, ""),
        (b"<html/>", WrongRoot, "html"),
    ],
    ids=["100k deep", "120 deep", "50 MB", "not closed", "empty", "no text", "another root"],
)
def test_what_cannot_be_read_is_refused_with_a_sentence(data, error, sentence):
    with pytest.raises(error) as refused:
        parse(data)
    assert isinstance(refused.value, InputError)
    assert sentence in refused.value.sentence.zh
    assert sentence in refused.value.sentence.en
