"""The library that all charts share."""

from rest_framework import serializers

from departments.models import Article, Aspect, Function, Passage, Stage
from departments.serializers.fields import AddressField, KeyField, PageField
from departments.serializers.record import LINKS, ORIGIN, RecordSerializer


class FunctionSerializer(RecordSerializer):
    department_duty_count = serializers.IntegerField(read_only=True)
    role_duty_count = serializers.IntegerField(read_only=True)
    hand_off_count = serializers.IntegerField(read_only=True)
    url = AddressField("function")
    page = PageField()

    class Meta:
        model = Function
        fields = [
            *("key", "name", "name_en", "slug", "position", "description"),
            *("department_duty_count", "role_duty_count", "hand_off_count", *ORIGIN, *LINKS),
        ]


class StageSerializer(RecordSerializer):
    emphasis_count = serializers.IntegerField(read_only=True)
    url = AddressField("stage")
    page = PageField()

    class Meta:
        model = Stage
        fields = [
            *("key", "name", "name_en", "slug", "position", "description", "emphasis_count"),
            *(*ORIGIN, *LINKS),
        ]


class AspectSerializer(RecordSerializer):
    """Aspects have no page of their own."""

    trait_count = serializers.IntegerField(read_only=True)
    url = AddressField("aspect")

    class Meta:
        model = Aspect
        fields = [
            *("key", "name", "name_en", "slug", "position", "description", "trait_count"),
            *(*ORIGIN, "url"),
        ]


class PassageSerializer(RecordSerializer):
    article = KeyField(queryset=Article.objects.all(), write_only=True)

    class Meta:
        model = Passage
        fields = ["key", "article", "position", "heading", "text", *ORIGIN]


class ArticleSerializer(RecordSerializer):
    passages = PassageSerializer(many=True, read_only=True)
    url = AddressField("article")
    page = PageField()

    class Meta:
        model = Article
        fields = [
            *("key", "name", "name_en", "slug", "position", "summary", "passages"),
            *(*ORIGIN, *LINKS),
        ]
