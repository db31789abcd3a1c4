"""What the site keeps for itself, beside what the two rooms say."""

from django.db import models


class SearchIndex(models.Model):
    """What can be found in one chart at one revision, ready to be searched.

    It can be made again at any time, so it belongs to no backup and binds no
    chart: `chart` is a primary key and no relation. `maker` names the program
    that made it; another may read names otherwise.
    """

    chart = models.BigIntegerField(primary_key=True)
    key = models.CharField(max_length=100)
    revision = models.PositiveIntegerField()
    maker = models.CharField(max_length=64)
    content = models.BinaryField()

    class Meta:
        default_permissions = ()

    def __str__(self):
        return f"{self.key} {self.revision}"
