"""The library that all charts share: to outlines, and back."""

from collections import defaultdict

from django.core.exceptions import ValidationError
from django.db.models import Model

from departments import models
from orgchart import outline
from orgchart.storage.part import FACT, take
from orgchart.storage.records import BATCH, checked, columns

TERM = (*FACT, "name", "slug", "name_en", "description")


def load_library() -> outline.Library:
    """Return the functions, stages, aspects and articles that all charts share."""
    passages: dict[int, list[outline.Passage]] = defaultdict(list)
    columns = (*FACT, "heading", "text")
    for row in models.Passage.objects.values("article_id", *columns):
        passages[row["article_id"]].append(outline.Passage(**take(row, columns)))
    article = (*FACT, "name", "slug", "name_en", "summary")
    return outline.Library(
        functions=tuple(outline.Term(**row) for row in models.Function.objects.values(*TERM)),
        stages=tuple(outline.Term(**row) for row in models.Stage.objects.values(*TERM)),
        aspects=tuple(outline.Term(**row) for row in models.Aspect.objects.values(*TERM)),
        articles=tuple(
            outline.Article(**take(row, article), passages=tuple(passages[row["id"]]))
            for row in models.Article.objects.values("id", *article)
        ),
    )


def store_library(said: outline.Library) -> int:
    """Add what the library lacks, by key, and return how many records were added.

    What is there stays as it is: an editor may have reworded it. Raises
    ValueError with a sentence where an entry of another key has the name.
    """
    with models.writing():
        added = 0
        for model, terms in (
            (models.Function, said.functions),
            (models.Stage, said.stages),
            (models.Aspect, said.aspects),
            (models.Article, said.articles),
        ):
            known = set(model.objects.values_list("key", flat=True))
            for position, term in enumerate(terms, start=1):
                if term.key not in known:
                    taken = model.objects.filter(slug=term.slug).exists()
                    record = model(**columns(term), position=position)
                    record.slug = "" if taken else term.slug
                    _save(record)
                    _store_passages(record, term)
                    added += 1
    return added


def _save(record: models.Function | models.Stage | models.Aspect | models.Article) -> None:
    try:
        record.save()
    except ValidationError as refusal:
        raise ValueError(f"“{record.name}”: {' '.join(refusal.messages)}") from refusal


def _store_passages(article: Model, said: outline.Fact) -> None:
    passages = [
        models.Passage(**columns(passage), article=article, position=position)
        for position, passage in enumerate(getattr(said, "passages", ()), start=1)
    ]
    models.Passage.objects.bulk_create(checked(passages), batch_size=BATCH)
