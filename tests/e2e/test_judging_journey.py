"""From a file to verdicts in a real browser: upload, map, verdicts, reasons, report.

In Chinese without scripts, in English with them, where each page is looked at closely.
"""

import openpyxl
import pytest

from tests.e2e.pages import assert_one_heading, check_page

pytestmark = pytest.mark.django_db(transaction=True)
WATER = (
    "断面,水体情况,溶解氧(mg/L),总磷(µg/L),栏五\n"
    "示例甲,河流,7.6,20,0.12\n示例乙,河流,5.1,60,0.30\n示例丙,河流,约6,401,<0.02\n"
)
WORDS = {
    "zh": {
        "start": "/conformity/judge/",
        "choose": "GB 3838-2002 地表水环境质量标准",
        "upload": "上传并核对",
        "river": "河流",
        "judge": "判定",
        "clause": "表1 序号8",
        "reason": "总磷：结果 401 µg/L",
        "limiting": "总磷",
        "error": "请选择一个文件",
    },
    "en": {
        "start": "/en/conformity/judge/",
        "choose": "GB 3838-2002 Environmental quality standards for surface water",
        "upload": "Upload and look",
        "river": "river",
        "judge": "Judge",
        "clause": "Table 1, item 8",
        "reason": "Total phosphorus: result 401 µg/L",
        "limiting": "Total phosphorus",
        "error": "Choose a file or paste some lines",
    },
}


def test_a_water_file_is_judged(open_page, language, tmp_path):
    words = WORDS[language]
    has_script = language == "en"
    check = check_page if has_script else assert_one_heading
    page = open_page(words["start"], script=has_script)
    page.get_by_role("combobox").first.select_option(label=words["choose"])
    page.get_by_role("button", name=words["upload"]).click()
    assert words["error"] in page.get_by_role("alert").inner_text()
    check(page)

    file = {"name": "water.csv", "mimeType": "text/csv", "buffer": WATER.encode("gb18030")}
    page.locator("input[type=file]").set_input_files(file)
    page.get_by_role("button", name=words["upload"]).click()
    row = page.get_by_role("row", name="栏五")
    row.get_by_role("combobox").select_option(value="NH3N")
    row.get_by_role("textbox").fill("mg/L")
    page.locator("select[name=set-waterbody]").select_option(label=words["river"])
    check(page)
    page.get_by_role("button", name=words["judge"], exact=True).click()

    last = page.get_by_role("row").filter(has_text="示例丙")
    assert "劣Ⅴ" in last.inner_text()
    assert words["limiting"] in last.inner_text()
    assert words["clause"] in last.inner_text()
    assert "约6" in page.locator("main").inner_text()
    check(page)

    with page.expect_download() as download:
        page.locator("a[href$='report.xlsx']").click()
    path = tmp_path / "report.xlsx"
    download.value.save_as(path)
    cells = [
        str(cell.value)
        for sheet in openpyxl.load_workbook(path)
        for line in sheet.iter_rows()
        for cell in line
    ]
    assert any("GB 3838-2002" in one for one in cells)
    assert any(words["clause"] in one for one in cells)

    last.get_by_role("link").first.click()
    assert words["reason"] in page.locator("main").inner_text()
    check(page)
