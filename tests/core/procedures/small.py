"""A small procedure that is sound; tests break it line by line."""

SMALL = """\
procedure: example
title: [示例程序, example]
kind: project
in_force: {from: 2024-01-01}
basis: 示例
start: filed
opens: [clerk]
roles:
  clerk: [办事员, clerk]
facts:
  day: {title: [实施日期, day]}
  urgent: {title: [紧急, urgency], values: {yes: [是, yes], no: [否, no]}}
states:
  filed: {title: [提出, filed], stage: "10.00"}
  open: {title: [征求意见, open], stage: "30.20"}
  voted: {title: [表决, voted], stage: "40.20"}
  done: {title: [完成, done], stage: "60.60", ends: yes}
materials: {draft: {title: [草案, draft], by: [clerk], before: [approved]}}
consultations:
  main:
    answered_by: [clerk]
    title: [征求意见, consultation]
    lasts: [{of: procedures.consultation_urgent, when: {urgent: yes}}, {of: procedures.consultation_national}]
    audiences: [[公众, public]]
    publishes: [draft]
    before: [approved]
    basis: 示例
ballots:
  review:
    title: [审查, review]
    rule: committee
    electorate: [委员, members]
    decides: [approved]
    after: [filed]
    basis: 示例
duties:
  work:
    title: [完成, finish]
    owner: clerk
    begins: ask
    ends: approve
    lasts: procedures.making_group
    basis: 示例
transitions:
  ask: {title: [征求意见, ask], from: filed, to: open, by: clerk, asks: [urgent], effects: [{consultation_opened: main}], basis: 示例}
  vote: {title: [表决, vote], from: open, to: voted, by: clerk, guards: [{long_enough: main}, {material: draft}], effects: [{consultation_closed: main}, {ballot_opened: review}], basis: 示例}
  count: {title: [计票, count], from: voted, to: stay, by: clerk, guards: [{ripe: review}], effects: [{ballot_closed: review}], asks: [day], basis: 示例}
  again: {title: [重来, again], from: voted, to: filed, by: clerk, guards: [{not_passed: review}], basis: 示例}
  approve: {title: [批准, approve], from: voted, to: done, by: clerk, guards: [{passed: review}, {consulted: main}, {answered: main}, {reached: day}], effects: [approved], basis: 示例}
"""
