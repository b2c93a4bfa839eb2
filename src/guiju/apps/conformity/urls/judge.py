"""Addresses of judging (判定)."""

from django.urls import URLPattern, path

from guiju.apps.conformity.views import judge, judge_results

urlpatterns: list[URLPattern] = [
    path("", judge.judge, name="judge"),
    path("example/", judge.try_example, name="judge_example"),
    path("example.csv", judge.example_file, name="judge_example_file"),
    path("mine/", judge.own, name="own_judgements"),
    path("<str:key>/", judge.judgement, name="judgement"),
    path("<str:key>/again/", judge.again, name="judge_again"),
    path("<str:key>/delete/", judge.discard, name="discard_judgement"),
    path("<str:key>/rows/<int:number>/", judge_results.row, name="judged_row"),
    path("<str:key>/table.<str:form>", judge_results.table_file, name="verdict_file"),
    path("<str:key>/report.<str:form>", judge_results.report_file, name="verdict_report"),
]
