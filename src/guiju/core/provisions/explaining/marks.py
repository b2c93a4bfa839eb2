"""A grade by marks explained (评分说明): the level and what the next one lacks, and the marks of each part."""

from guiju.core.errors import Bilingual
from guiju.core.provisions.composed import Part, Score
from guiju.core.provisions.explaining.model import Context, Graded
from guiju.core.provisions.explaining.phrases import clause_words, plain
from guiju.core.provisions.explaining.scores import score_sentence
from guiju.core.provisions.scoring import scored_sample


def marked(score: Score, context: Context, target: str = "") -> Graded:
    """The sample's level by marks."""
    found = scored_sample(context.sample, score, context.converted, target)
    level = found.level or ("" if found.wrong else f"{found.possible}~{found.certain}")
    said = score_sentence(found, context.converted)
    parts = [_part(one, context) for one in score.parts]
    return Graded(
        ladder=score.id,
        name=score.name,
        level=level,
        status=found.status,
        sentence=Bilingual(
            f"{said.zh}得分：{'，'.join(one.zh for one in parts)}。",
            f"{said.en} Marks: {', '.join(one.en for one in parts)}.",
        ),
        clause=clause_words(context.rules.standard, found.clause or score.clause),
        places=(),
    )


def _part(one: Part, context: Context) -> Bilingual:
    result = context.sample.results.get(one.id)
    marks = result.written if result is not None and result.written else "—"
    name, text = context.rules.characteristics[one.id].name, f"{marks}/{plain(one.maximum)}"
    return Bilingual(f"{name.zh} {text}", f"{name.en} {text}")
