"""Addresses of judging (判定)."""

from django.urls import URLPattern, path

from guiju.apps.conformity.views import judge, judge_results

urlpatterns: list[URLPattern] = [
    path("", judge.judge, name="judge"),
    path("example/", judge.try_example, name="judge_example"),
    path("example.csv", judge.example_file, name="judge_example_file"),
    path("mine/", judge.own, name="own_judgements"),
    path("<slug:key>/", judge.judgement, name="judgement"),
    path("<slug:key>/again/", judge.again, name="judge_again"),
    path("<slug:key>/delete/", judge.discard, name="discard_judgement"),
    path("<slug:key>/rows/<int:number>/", judge_results.row, name="judged_row"),
    path("<slug:key>/table.<str:form>", judge_results.table_file, name="verdict_file"),
    path("<slug:key>/report.<str:form>", judge_results.report_file, name="verdict_report"),
]
