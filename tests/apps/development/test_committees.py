"""Committees through the services: proposed, seats by the day, lists, re-election, who may."""

from datetime import date

import pytest

from guiju.apps.accounts.models import Person, Seat
from guiju.apps.development.models import Appointment, Committee, CommitteeSeat
from guiju.apps.development.rules.committees import EDIT_COMMITTEE, KEEP_MEMBERS, RULE_COMMITTEE
from guiju.apps.development.selectors import committees as select
from guiju.apps.development.selectors.committees_composition import findings
from guiju.apps.development.selectors.committees_scopes import meetings
from guiju.apps.development.selectors.committees_work import missing_voters, year_of
from guiju.apps.development.services import committees as services
from guiju.apps.development.services.committees_errors import (
    CommitteeThereError,
    ListProblemsError,
    NoParentError,
    NoSuchMoveError,
    NotACommitteeError,
    SeatDaysError,
    SeatTakenError,
    UnknownPersonError,
    WrongCodesError,
)
from guiju.apps.development.services.committees_import import import_members, preview, read_list
from guiju.apps.development.services.committees_seats import (
    Seating,
    add_seat,
    end_seat,
    renew_members,
)
from guiju.apps.journal.models import Event
from guiju.core.errors import RefusedError
from tests.factories import accounts
from tests.factories.development import Making, committee, members, seated

pytestmark = pytest.mark.django_db
ON = date(2024, 5, 6)
SCOPE = {"name_zh": "示例大米委员会", "ics": ["67.060"], "ccs": ["b22"]}


def speaker(body=None):
    user = accounts.seated(Seat.Role.LIAISON, body)
    return accounts.viewer(user, ON)


def authority():
    body = accounts.organisation("示例主管部门")
    Appointment.objects.create(
        procedure="committee-setup", role="authority", organisation=body, since=date(2020, 1, 1)
    )
    return speaker(body)


def events():
    return list(Event.objects.order_by("number").values_list("action", flat=True))


def test_who_proposes_is_its_secretariat_and_only_the_authority_establishes():
    by, ruler = speaker(), authority()
    own = {"authority": accounts.organisation(), "established": ON}
    one = services.propose_committee(values={"key": "tc9901", **SCOPE, **own}, by=by)
    assert (one.key, one.kind, one.state, one.ccs, one.authority, one.established) == (
        "SAC/TC 9901", "tc", "proposed", ["B22"], None, None,
    )  # fmt: skip
    with pytest.raises(RefusedError):
        services.change_state(committee=one, state="preparing", reason="x", by=by)
    with pytest.raises(NoSuchMoveError) as told:
        services.change_state(committee=one, state="established", reason="示例公告", by=ruler)
    assert (
        told.value.sentence.en == "The committee is “proposed” now; it cannot become “established”."
    )
    for state in ("preparing", "established"):
        one = services.change_state(committee=one, state=state, reason="示例公告", by=ruler)
    assert (one.established, one.term_ends) == (ON, date(2029, 5, 6))
    assert events() == [
        "development.propose_committee",
        "development.change_committee_state",
        "development.change_committee_state",
    ]


@pytest.mark.parametrize(
    ("values", "error"),
    [
        ({"key": "示例"}, NotACommitteeError),
        ({"key": "SAC/TC 9901/SC 1"}, NoParentError),
        ({"key": "SAC/TC 9902"}, CommitteeThereError),
        ({"key": "SAC/TC 9903", "ics": ["大米"]}, WrongCodesError),
        ({"key": "SAC/TC 9903", "ccs": ["B2"]}, WrongCodesError),
    ],
)
def test_what_is_no_committee_is_refused(values, error):
    committee(0, key="SAC/TC 9902")
    with pytest.raises(error):
        services.propose_committee(values=SCOPE | values, by=speaker())
    assert (events(), Committee.objects.count()) == ([], 1)


def test_a_secretariat_cannot_make_itself_its_own_authority():
    by = speaker()
    one = services.propose_committee(values=SCOPE | {"key": "SAC/TC 9901"}, by=by)
    with pytest.raises(RefusedError):
        services.change_scope(committee=one, values={"authority": one.secretariat}, by=by)
    services.change_scope(committee=one, values={"name_zh": "示例稻谷委员会"}, by=by)
    services.change_scope(committee=one, values={"name_zh": "示例稻谷委员会"}, by=by)
    assert events() == ["development.propose_committee", "development.change_committee"]


def test_who_may_change_what():
    body, guide = accounts.organisation(), accounts.organisation()
    one = committee(3, secretariat=body, authority=guide)
    secretary, member, _ = members(one)
    viewers = [
        accounts.viewer(None, ON), accounts.viewer(accounts.user(), ON), speaker(),
        accounts.viewer(member, ON), accounts.viewer(secretary, ON), speaker(body),
        speaker(guide), authority(),
    ]  # fmt: skip
    rules = {"e": EDIT_COMMITTEE, "k": KEEP_MEMBERS, "r": RULE_COMMITTEE}
    rights = [
        "".join(letter if rule.allows(by, one) else "-" for letter, rule in rules.items())
        for by in viewers
    ]  # fmt: skip
    assert rights == ["---", "---", "---", "---", "e--", "e--", "ekr", "ekr"]
    one.state = Committee.State.RENEWING
    assert [KEEP_MEMBERS.allows(by, one) for by in viewers[3:6]] == [False, True, True]


def test_seats_count_by_the_day_and_are_kept_when_they_end():
    body = accounts.organisation()
    one, by = committee(0), authority()
    who = accounts.user()
    seat = add_seat(
        committee=one,
        seating=Seating(organisation=body, username=who.username.upper(), side="user"),
        since=date(2024, 1, 1),
        by=by,
    )
    assert seat.person == who.person
    with pytest.raises(SeatTakenError):
        add_seat(
            committee=one,
            seating=Seating(organisation=body, username=who.username),
            since=ON,
            by=by,
        )
    with pytest.raises(UnknownPersonError):
        add_seat(committee=one, seating=Seating(organisation=body), since=ON, by=by)
    with pytest.raises(SeatDaysError):
        end_seat(seat=seat, until=date(2023, 12, 31), reason="", by=by)
    end_seat(seat=seat, until=ON, reason="示例", by=by)
    days = [date(2023, 12, 31), date(2024, 1, 1), date(2024, 5, 5), ON]
    assert [len(select.groups(one, day, "en")) for day in days] == [0, 1, 1, 0]
    assert select.past_seats(one, ON) == [seat]
    assert events() == ["development.add_seat", "development.end_seat"]


def csv(*rows):
    head = "姓名,本会职务,工作单位,职务或职称,代表方,备注"
    return "\n".join((head, *rows)).encode()


def test_a_list_from_a_file_is_shown_with_its_problems_and_taken_whole_or_not_at_all():
    accounts.organisation("示例甲单位")
    one, by = committee(2), authority()
    rows = read_list(
        data=csv(
            "示例张三,主任委员,示例甲单位,教授,使用者,中小企业",
            "示例李四,委员,示例无此单位,工程师,消费者,",
            ",委员,示例甲单位,,,",
        ),
        name="示例.csv",
        on=ON,
    )
    lines = preview(rows, ON)
    assert [[why.en.split(".")[0] for why in line.problems] for line in lines] == [
        [], ["The register of organisations has no “示例无此单位”"], ["There is no name"],
    ]  # fmt: skip
    people = Person.objects.count()
    with pytest.raises(ListProblemsError):
        import_members(committee=one, rows=rows, since=ON, renews=True, by=by)
    assert (Person.objects.count(), one.seats.count(), events()) == (people, 2, [])
    import_members(committee=one, rows=rows[:1], since=ON, renews=True, by=by)
    one.refresh_from_db()
    seats = select.seats_on(one, ON)
    assert [(at.person.name, at.office, at.side, at.is_small_firm) for at in seats] == [
        ("示例张三", "chair", "user", True)
    ]
    assert one.term_ends == date(2029, 5, 6)
    assert select.seats_on(one, date(2024, 5, 5)).count() == 2
    assert events() == ["development.renew_members"]


def test_a_member_who_stays_after_a_re_election_is_the_same_person():
    body = accounts.organisation()
    one, by = committee(0), authority()
    given = Seating(organisation=body, name="示例王五")
    for since in (date(2019, 5, 6), ON):
        renew_members(committee=one, seatings=[given], since=since, by=by)
    assert list(one.seats.values_list("since", "until")) == [(date(2019, 5, 6), ON), (ON, None)]
    assert CommitteeSeat.objects.values("person").distinct().count() == 1


def test_votes_missed_in_a_row_are_listed_and_the_year_counts_what_was_done():
    made = Making(committee=committee(25))
    made.materials("proposal_form", "first_draft", "evaluation")
    for again, day in ((False, (2024, 4, 7)), (True, (2024, 5, 9))):
        if again:
            made.step("vote_again")
        made.step("open_proposal_ballot")
        made.votes("proposal", 23 if again else 8, against=0 if again else 15)
        made.at(*day).step("close_proposal_ballot")
    silent = members(made.committee)[23:]
    late = [(at.seat.person.user, at.times) for at in missing_voters(made.committee, made.on)]
    assert late == [(user, 2) for user in silent]
    viewer = made.by("committee")
    report = year_of(viewer, made.committee, 2024)
    assert [(at.electors, at.voted) for at in report.ballots] == [(25, 23), (25, 23)]
    assert (report.begun, report.finished, report.published) == ([made.project], [], [])
    assert report.figures["votes_answered"] == (46, 50)
    assert year_of(viewer, made.committee, 2023).begun == []
    assert year_of(accounts.viewer(None, made.on), made.committee, 2024).begun == []


def test_compositions_and_overlaps_take_the_same_queries_for_one_and_for_thirty(
    django_assert_num_queries,
):
    first = committee(2, ics=["67.060"])
    with django_assert_num_queries(3):
        findings([first], ON)
    with django_assert_num_queries(2):
        assert meetings(authority_free(), first) == []
    others = [committee(2, ics=["67.060.10"]) for _ in range(30)]
    with django_assert_num_queries(3):
        findings([first, *others], ON)
    with django_assert_num_queries(2):
        assert len(meetings(authority_free(), first)) == 20


def authority_free():
    return accounts.viewer(None, ON)


def test_one_person_in_four_committees_is_found_in_each():
    user = accounts.user()
    four = [committee(0) for _ in range(4)]
    for one in four[:3]:
        seated(one, user)
    assert [at.rule for at in findings(four, ON)[four[0].pk] if at.rule == "one-person"] == []
    seated(four[3], user)
    assert [
        [at.found for at in found if at.rule == "one-person"]
        for found in findings(four, ON).values()
    ] == [[4]] * 4
