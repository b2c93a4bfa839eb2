"""What a person follows (关注与订阅). Doors: `services.watching`, `services.saved`."""

from django.conf import settings
from django.db import models

from guiju.apps.catalogue.models.works import Edition


class WatchList(models.Model):
    """Standards that somebody follows (关注清单). `token` opens its Atom feed to a feed reader."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="watch_lists"
    )
    name = models.CharField(max_length=120)
    token = models.CharField(max_length=64, unique=True)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("owner", "name")
        constraints = (
            models.UniqueConstraint(fields=("owner", "name"), name="catalogue_watchlist_once"),
        )

    def __str__(self) -> str:
        return self.name


class Watch(models.Model):
    """An edition on a list (关注的标准)."""

    list = models.ForeignKey(WatchList, on_delete=models.CASCADE, related_name="watches")
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, related_name="watches")
    since = models.DateField()
    told = models.JSONField(
        default=dict, help_text="what the owner was last told: state, successor"
    )

    class Meta:
        ordering = ("edition__sort",)
        constraints = (
            models.UniqueConstraint(fields=("list", "edition"), name="catalogue_watch_once"),
        )

    def __str__(self) -> str:
        return str(self.edition_id)


class SavedSearch(models.Model):
    """A search that is kept (保存的检索); `query` is the query string of the search page."""

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="saved_searches"
    )
    name = models.CharField(max_length=120)
    query = models.CharField(max_length=1000)
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("owner", "name")
        constraints = (
            models.UniqueConstraint(fields=("owner", "name"), name="catalogue_savedsearch_once"),
        )

    def __str__(self) -> str:
        return self.name
