"""Addresses of the library: what hangs on a standard's number stands under its address."""

from django.urls import URLPattern, path

from guiju.apps.library.views import (
    checking,
    clauses,
    comparing,
    findings,
    keeping,
    overlapping,
    reading,
    ruling,
    terms,
)

app_name = "library"

urlpatterns: list[URLPattern] = [
    path("texts/", reading.library, name="texts"),
    path("texts/search/", clauses.clauses, name="clauses"),
    path("terms/", terms.terms, name="terms"),
    path("texts/<int:pk>/images/<int:image>/", reading.image, name="image"),
    path("texts/<int:pk>/publish/", keeping.publish, name="publish_text"),
    path("texts/<int:pk>/withdraw/", keeping.withdraw, name="withdraw_text"),
    path("standards/<path:number>/text/add/", keeping.add, name="add_text"),
    path("standards/<path:number>/text/versions/", keeping.versions, name="versions"),
    path("texts/rules/<int:pk>/again/", ruling.ask_again, name="ask_rule_again"),
    path("standards/<path:number>/text/findings/rules/", ruling.rules, name="rules_off"),
    path(
        "standards/<path:number>/text/findings/report.<str:form>",
        findings.report,
        name="findings_file",
    ),
    path("standards/<path:number>/text/findings/", findings.findings, name="findings"),
    path("standards/<path:number>/text/provisions/", checking.provisions, name="provisions"),
    path("standards/<path:number>/text/compare/", comparing.comparison, name="comparison"),
    path("standards/<path:number>/text/compare/redline.docx", comparing.redline, name="redline"),
    path("standards/<path:number>/text/overlap/", overlapping.overlap, name="overlap"),
    path("standards/<path:number>/text/file.<str:form>", reading.text_file, name="text_file"),
    path("standards/<path:number>/text/", reading.read, name="text"),
]
