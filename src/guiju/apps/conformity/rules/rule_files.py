"""Who writes rule sets, who reviews them, who reads them (规则集权限).

Written by those who speak for an organisation, reviewed by a cataloguer who wrote none of it. What
was reviewed is public, also after it was replaced or withdrawn: verdicts cite it.
"""

from rules.predicates import predicate

from guiju.apps.conformity.models import RuleFile
from guiju.core.errors import Bilingual
from guiju.web.access import SIGN_IN, Rule, holds
from guiju.web.viewer import Viewer

WRITERS = ("cataloguer", "office", "liaison")
REVIEWERS = ("cataloguer",)
_State = RuleFile.State
_UNSEEN = (_State.DRAFT, _State.WITHDRAWN)


@predicate
def is_of_its_organisation(viewer: Viewer, file: RuleFile | None) -> bool:
    return file is None or viewer.holds(*WRITERS, organisation=file.organisation_id)


@predicate
def may_read(viewer: Viewer, file: RuleFile | None) -> bool:
    if file is None or file.reviewed is not None or is_of_its_organisation.test(viewer, file):
        return True
    return file.state not in _UNSEEN and viewer.holds(*REVIEWERS)


@predicate
def wrote_none_of_it(viewer: Viewer, file: RuleFile | None) -> bool:
    if file is None:
        return True
    wrote = file.versions.filter(author=viewer.user).exists()
    return viewer.user not in (file.author_id, file.submitted_by_id) and not wrote


@predicate
def may_withdraw(viewer: Viewer, file: RuleFile | None) -> bool:
    if file is None or is_of_its_organisation.test(viewer, file):
        return True
    return file.reviewed is not None and viewer.holds(*REVIEWERS)


_WRITER = (
    holds(*WRITERS),
    Bilingual(
        "只有编目员、联络员和办公室人员可以编写规则集。",
        "Only cataloguers, liaison officers and offices may write rule sets.",
    ),
)
READ_RULES = Rule(
    "conformity.read_rules",
    (
        (
            may_read,
            Bilingual(
                "这个规则集尚未审查，只有编写单位可以查看；提交后审查人员也可以查看。",
                "This rule set is not reviewed: its organisation sees it and, once submitted, the reviewers.",
            ),
        ),
    ),
)
BEGIN_RULES = Rule("conformity.begin_rules", (SIGN_IN, _WRITER))
WRITE_RULES = Rule(
    "conformity.write_rules",
    (
        SIGN_IN,
        _WRITER,
        (
            is_of_its_organisation,
            Bilingual(
                "这个规则集由其他单位编写，只有该单位可以修改和提交。可以复制为本单位的草稿。",
                "Another organisation writes this rule set; only it may change and submit it. You may copy it as a draft of your own.",
            ),
        ),
    ),
)
REVIEW_RULES = Rule(
    "conformity.review_rules",
    (
        SIGN_IN,
        (
            holds(*REVIEWERS),
            Bilingual("只有编目员可以审查规则集。", "Only a cataloguer may review rule sets."),
        ),
        (
            wrote_none_of_it,
            Bilingual(
                "您参与编写了这个规则集，须由另一位编目员审查。",
                "You wrote part of this rule set; another cataloguer must review it.",
            ),
        ),
    ),
)
WITHDRAW_RULES = Rule(
    "conformity.withdraw_rules",
    (
        SIGN_IN,
        (
            holds(*WRITERS),
            Bilingual(
                "只有编写单位可以撤回规则集；审查过的，编目员也可以撤回。",
                "Only its organisation may withdraw a rule set, of a reviewed one cataloguers too.",
            ),
        ),
        (
            may_withdraw,
            Bilingual(
                "这个规则集由其他单位编写，只有该单位可以撤回；审查过的，编目员也可以撤回。",
                "Another organisation writes this rule set; only it may withdraw it, of a reviewed one cataloguers too.",
            ),
        ),
    ),
)
