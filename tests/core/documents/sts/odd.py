"""STS files that are odd and yet right (少见而有效的 STS): 示例, each under what is odd in it."""

SPACES = (
    'xmlns:mml="http://www.w3.org/1998/Math/MathML" xmlns:tbx="urn:iso:std:iso:30042:ed-1" '
    'xmlns:xlink="http://www.w3.org/1999/xlink"'
)
HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<?xml-model href="none.rnc"?>
<!-- 根之前 -->
<!DOCTYPE standard PUBLIC "-//NISO//DTD NISO STS Interchange Tag Set (NISO STS) DTD with MathML 3.0 v1.0 20171031//EN" "NISO-STS-interchange-1-mathml3.dtd" [<!ENTITY own "自有词">]>
"""
PLAIN = '<?xml version="1.0"?>'
NATIONAL = """<nat-meta originator="GB">
<title-wrap xml:lang="zh"><intro>zh引</intro><main>zh主</main><compl>zh补</compl><full>国家题</full></title-wrap>
<title-wrap xml:lang="en"><intro>en引</intro><main>en主</main><compl>en补</compl><full>National title</full></title-wrap>
<title-wrap xml:lang="fr"><intro>fr引</intro><main>fr主</main><compl>fr补</compl><full>Titre</full></title-wrap>
<release-version>IS</release-version>
<std-ident><originator>GB</originator><doc-type>IS</doc-type><doc-number>99999</doc-number><edition>1</edition><version>1</version></std-ident><content-language>zh</content-language>
<std-ref type="dated">GB/T 99999—2030</std-ref>
<std-ref type="undated">GB/T 99999</std-ref><doc-ref>doc</doc-ref>
<release-date>2030-01-01</release-date><comm-ref>SAC/TC 1</comm-ref><ics>01.120</ics></nat-meta>"""
REGIONAL = """<reg-meta originator="EN">
<title-wrap xml:lang="de"><intro>de引</intro><main>de主</main><compl>de补</compl><full>Deutscher Titel</full></title-wrap>
<release-version>IS</release-version>
<std-ident><originator>GB</originator><doc-type>IS</doc-type><doc-number>99999</doc-number><edition>1</edition><version>1</version></std-ident><content-language>zh</content-language>
<std-ref type="dated">EN 99998:2029</std-ref>
<std-ref type="undated">EN 99998:2029</std-ref><doc-ref>doc</doc-ref>
<release-date>2030-01-01</release-date><comm-ref>SAC/TC 1</comm-ref><ics>01.120</ics></reg-meta>"""
INTERNATIONAL = """<iso-meta>
<title-wrap xml:lang="en"><intro>en引</intro><main>en主</main><compl>en补</compl><full>International title</full></title-wrap>
<release-version>IS</release-version>
<std-ident><originator>GB</originator><doc-type>IS</doc-type><doc-number>99999</doc-number><edition>1</edition><version>1</version></std-ident><content-language>zh</content-language>
<std-ref type="dated">ISO 99998:2029</std-ref>
<std-ref type="undated">ISO 99998:2029</std-ref><doc-ref>doc</doc-ref>
<release-date>2030-01-01</release-date><comm-ref>SAC/TC 1</comm-ref><ics>01.120</ics></iso-meta>"""
BODY = """
<sec id="s1" sec-type="scope"><label>1</label><title>范围<?pi 甲?></title><p>文&own;<![CDATA[ <数据> & ]]>字<!-- 注释 -->尾<?odd x?>末。
<inline-formula><mml:math><mml:mi>x</mml:mi><mml:mo>&lt;</mml:mo><mml:mn>1</mml:mn></mml:math></inline-formula>
<inline-formula><math xmlns="http://www.w3.org/1998/Math/MathML"><mi>y</mi></math></inline-formula>
<std-xref type="normative"><std-ref>GB/T 1.1</std-ref></std-xref></p><editing-instruction><p>编辑说明文</p></editing-instruction>
<non-normative-note><label>注</label><p>非规注文</p></non-normative-note>
<non-normative-example><label>示例</label><p>非规例文</p></non-normative-example>
<array><table>
<tbody>
<tr><td>阵一</td><td>阵二</td></tr></tbody></table></array>
<disp-formula-group id="fg"><label>组</label>
<disp-formula id="f1"><label>(1)</label><mml:math><mml:mi>a</mml:mi></mml:math></disp-formula>
<disp-formula id="f2"><label>(2)</label><tex-math>E=mc^2</tex-math></disp-formula></disp-formula-group>
<def-list><title>列题</title><term-head>词头</term-head><def-head>义头</def-head><def-item><term>词甲</term><def><p>义甲</p></def></def-item></def-list>
<disp-quote><p>引文</p><attrib>出处</attrib></disp-quote><verse-group><verse-line>诗行</verse-line></verse-group>
<preformat xml:space="preserve">  空
  行 </preformat>
<boxed-text><caption><title>框题</title></caption><p>框文</p></boxed-text>
<fig-group id="g1"><label>图1</label><caption><title>图组题</title></caption>
<fig id="fig1"><label>a)</label><caption><title>分图题</title></caption><graphic xlink:href="a.png"><alt-text>替代文</alt-text><long-desc>长说明</long-desc></graphic><legend><title>图例题</title><p>图例文</p></legend></fig></fig-group><supplementary-material xlink:href="m.zip"><caption><p>补料文</p></caption></supplementary-material><p>长<styled-content style="color:red">彩字</styled-content><named-content content-type="x">名字</named-content><sc>小型</sc><overline>上线</overline><roman>罗马</roman><strike>删除线</strike>
<abbrev>缩写<def><p>缩写义</p></def></abbrev><email>a@example.cn</email><ext-link xlink:href="https://example.cn">链</ext-link><private-char><inline-graphic xlink:href="c.png"><alt-text>私字</alt-text></inline-graphic></private-char>
<milestone-start/><fn id="fn1"><label>1)</label><p>脚注文</p></fn><chem-struct>化式</chem-struct><ruby><rb>规</rb><rt>guī</rt></ruby></p></sec>
<sec id="s2" sec-type="norm-refs"><label>2</label><title>规范性引用文件</title><p>引导。</p>
<ref-list content-type="norm-refs"><title>清单题</title>
<ref id="r1"><label>[1]</label><std><std-ref>GB/T 1.1—2020</std-ref>，<title>导则</title></std></ref>
<ref><mixed-citation>书<source>源</source><year>2020</year></mixed-citation></ref></ref-list></sec>
<sec id="s3" sec-type="terms"><label>3</label><title>术语和定义</title>
<term-sec id="t1"><label>3.1</label><tbx:termEntry id="te1"><tbx:langSet xml:lang="zh"><tbx:definition>定义文<tbx:entailedTerm target="te2">蕴含词</tbx:entailedTerm>尾</tbx:definition><tbx:note>语注</tbx:note><tbx:example>语例</tbx:example><tbx:source>语源</tbx:source><tbx:see target="te2">参见词</tbx:see><tbx:crossReference target="te2">交叉词</tbx:crossReference><tbx:subjectField>领域词</tbx:subjectField>
<tbx:tig><tbx:term>首选词</tbx:term><tbx:partOfSpeech value="noun"/><tbx:grammaticalGender value="neuter"/><tbx:grammaticalNumber value="singular"/><tbx:pronunciation>读音词</tbx:pronunciation><tbx:normativeAuthorization value="preferredTerm"/><tbx:termType value="fullForm"/><tbx:usageNote>用法词</tbx:usageNote><tbx:geographicalUsage>地域词</tbx:geographicalUsage></tbx:tig>
<tbx:tig><tbx:term>许用词</tbx:term><tbx:partOfSpeech value="noun"/><tbx:normativeAuthorization value="admittedTerm"/></tbx:tig>
<tbx:tig><tbx:term>拒用词</tbx:term><tbx:partOfSpeech value="noun"/><tbx:normativeAuthorization value="deprecatedTerm"/></tbx:tig></tbx:langSet><tbx:langSet xml:lang="en"><tbx:definition>english definition</tbx:definition>
<tbx:tig><tbx:term>preferred word</tbx:term><tbx:partOfSpeech value="noun"/></tbx:tig></tbx:langSet></tbx:termEntry></term-sec>
<term-sec id="t2"><label>3.2</label><term-display><term>显词</term><def><p>显定义</p></def></term-display></term-sec></sec>
<sec id="s4"><label>4</label><title>要求</title>
<table-wrap id="tab1" orientation="landscape"><label>表1</label><caption><title>题<sup>a</sup></title><p>题下段</p></caption><table width="100%" frame="box"><colgroup><col width="1*"/><col width="2*" span="2"/></colgroup><thead>
<tr><th rowspan="2" scope="col">头一</th><th colspan="2">头二</th></tr>
<tr><th>子一</th><th align="char" char=".">子二</th></tr></thead>
<tfoot>
<tr><td colspan="3">表尾</td></tr></tfoot>
<tbody>
<tr><td>格一</td><td><p>段一</p><p>段二</p><list list-type="bullet"><list-item><p>项</p></list-item></list></td><td><xref ref-type="fn" rid="tfn">a</xref></td></tr></tbody>
<tbody>
<tr><td/><td colspan="2">二体</td></tr></tbody></table>
<table-wrap-foot><fn id="tfn"><label>a</label><p>表脚注</p></fn><attrib>归属</attrib><permissions><copyright-statement>版权句</copyright-statement></permissions></table-wrap-foot></table-wrap>
<sec id="s41"><label>4.1</label><p>无题条</p><sec><label>4.1.1</label><title>深</title><p>深文</p></sec></sec><fn-group><title>组题</title><fn><p>组注</p></fn></fn-group></sec>"""
BACK = """<back><app-group><app id="A" content-type="norm-annex"><label>附录A</label><annex-type>（规范性）</annex-type><title>附题</title>
<sec><label>A.1</label><title>附条</title><p>附文</p></sec></app></app-group>
<ref-list content-type="bibl"><title>参考文献</title>
<ref><label>[1]</label><mixed-citation>文献</mixed-citation></ref></ref-list>
<sec sec-type="index"><title>索引</title><p>索引文</p></sec>
<fn-group><fn><p>尾注文</p></fn></fn-group></back>"""
CALS = """<table-wrap id="tab2"><label>表2</label><oasis:table xmlns:oasis="http://www.niso.org/standards/z39-96/ns/oasis-exchange/table"><oasis:title>厘题</oasis:title><oasis:tgroup cols="2"><oasis:colspec colname="c1"/><oasis:colspec colname="c2"/><oasis:thead><oasis:row><oasis:entry namest="c1" nameend="c2">厘头</oasis:entry></oasis:row></oasis:thead><oasis:tbody><oasis:row><oasis:entry morerows="1">厘一</oasis:entry><oasis:entry>厘二</oasis:entry></oasis:row><oasis:row><oasis:entry colname="c2">厘三</oasis:entry></oasis:row></oasis:tbody></oasis:tgroup></oasis:table></table-wrap>"""


def front(meta):
    return (
        f"<front>{meta}<notes><p>通知文</p></notes>"
        '<sec sec-type="foreword"><title>前言</title><p>前言文</p></sec></front>'
    )


def standard(meta, body=BODY, back=BACK):
    return f'<standard {SPACES} xml:lang="zh">{front(meta)}<body>{body}</body>{back}</standard>'


def nested():
    """An adoption of an adoption, each with what it says of itself."""
    inner = standard(INTERNATIONAL, BODY.replace("&own;", ""))
    regional = (
        f"<adoption><adoption-front>{REGIONAL}<sec><title>区域前言</title><p>区域文</p></sec>"
        f"</adoption-front>{inner}</adoption>"
    )
    return (
        f'{PLAIN}<adoption {SPACES}><adoption-front>{NATIONAL}<sec sec-type="foreword"><title>国家前言</title>'
        f"<p>国家前言文</p></sec></adoption-front>{regional}</adoption>"
    )


FILES = {
    "everything": f"{HEAD}{standard(NATIONAL)}<!-- 根之后 --><?end?>".encode(),
    "UTF-16": f"{HEAD}{standard(NATIONAL)}".replace("UTF-8", "UTF-16").encode("utf-16"),
    "GB 18030": f"{HEAD}{standard(NATIONAL)}".replace("UTF-8", "GB18030").encode("gb18030"),
    "metadata of three bodies": f"{HEAD}{standard(INTERNATIONAL + REGIONAL + NATIONAL)}".encode(),
    "nested adoption": nested().encode(),
    "CALS": f"{PLAIN}{standard(NATIONAL, f'<sec><label>1</label><title>题</title>{CALS}</sec>', '')}".encode(),
    "std-doc-meta": (
        f"{PLAIN}<standard><front><std-doc-meta><title-wrap xml:lang='zh'><main>题</main></title-wrap>"
        "<std-ref>GB/T 2</std-ref></std-doc-meta></front><body><sec><title>甲</title><p>乙</p></sec></body></standard>"
    ).encode(),
}
