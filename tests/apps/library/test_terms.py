"""The register of terms: where texts agree, and where they do not."""

import pytest
from django.urls import reverse

from guiju.apps.library.selectors.terms import registered, term_keys
from tests.factories import accounts
from tests.factories import library as make

pytestmark = pytest.mark.django_db


def small(term, definition):
    return make.SMALL.replace("示例物 example thing", term).replace("用于示例的物品。", definition)


@pytest.fixture
def texts():
    make.written("GB/T 1-2020", small("水壶", "盛水的壶。"))
    make.written("GB/T 2-2020", small("水壶", "装水的壶。"))
    make.written("GB/T 3-2020", small("水罐", "盛 水的壶"))
    make.written("GB/T 4-2020", small("茶壶", "泡茶的壶。"))
    make.written("GB/T 5-2020", small("水壶", "别的壶。"), is_draft=True)


def found(**query):
    viewer = accounts.viewer()
    return [
        (
            one.term,
            [len(each.entries) for each in one.definitions],
            [each.others for each in one.definitions],
        )
        for one in registered(viewer, term_keys(viewer, **query))
    ]


KETTLE = ("水壶", [1, 1], [("水罐",), ()])
JAR = ("水罐", [1], [("水壶",)])
TEAPOT = ("茶壶", [1], [()])


@pytest.mark.parametrize(
    ("query", "wanted"),
    [
        ({}, [KETTLE, JAR, TEAPOT]),
        ({"which": "definitions"}, [KETTLE]),
        ({"which": "words"}, [KETTLE, JAR]),
        ({"q": " 茶 "}, [TEAPOT]),
        ({"language": "en"}, []),
        ({"language": "zh", "q": "壶"}, [KETTLE, TEAPOT]),
    ],
)
def test_the_register(texts, query, wanted):
    assert found(**query) == wanted


def test_two_editions_with_one_definition_are_one(client):
    make.text(2025)
    make.text(2026)
    assert found(q="折叠水壶") == [("折叠水壶", [2], [()])]
    assert found(q="公称容量") == [("公称容量", [1, 1], [(), ()])]


def test_the_page(client, texts):
    answer = client.get(reverse("library:terms"), {"which": "definitions"})
    assert answer.status_code == 200
    assert 'href="/standards/GB/T_2-2020/text/?lang=zh#3.1"' in answer.content.decode()


def test_queries_do_not_grow_with_the_terms(client, django_assert_num_queries):
    address = reverse("library:terms")
    make.written("GB/T 1-2020", small("术语零", "定义零。"))
    with django_assert_num_queries(4):
        client.get(address)
    for at in range(29):
        make.written(f"GB/T {at + 10}-2020", small(f"术语{at}号", f"定义{at}。"))
    with django_assert_num_queries(4):
        client.get(address)
