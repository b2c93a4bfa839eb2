"""What the acts around watch lists, searches and imports are called in the journal (行为名称)."""

from django.utils.translation import gettext_lazy as _

WATCHING = {
    "catalogue.create_watch_list": _("Made a watch list"),
    "catalogue.rename_watch_list": _("Renamed a watch list"),
    "catalogue.remove_watch_list": _("Removed a watch list"),
    "catalogue.renew_watch_feed": _("Gave a feed a new address"),
    "catalogue.watch_standards": _("Put standards on a watch list"),
    "catalogue.unwatch_standards": _("Took standards off a watch list"),
    "catalogue.move_watches": _("Moved a watch list on to successors"),
    "catalogue.tell_watchers": _("Told watchers what is new"),
    "catalogue.save_search": _("Saved a search"),
    "catalogue.rename_search": _("Renamed a saved search"),
    "catalogue.remove_search": _("Removed a saved search"),
}

IMPORTING = {
    "catalogue.upload_import": _("Uploaded a file of records"),
    "catalogue.begin_import": _("Began an import"),
    "catalogue.stop_import": _("Stopped an import"),
    "catalogue.resume_import": _("Resumed an import"),
    "catalogue.discard_import": _("Discarded an uploaded file"),
    "catalogue.import_records": _("Read records in"),
    "catalogue.import_codes": _("Read classification codes in"),
    "catalogue.import_committees": _("Read committees in"),
}
