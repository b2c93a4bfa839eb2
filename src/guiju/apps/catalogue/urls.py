"""Addresses of the catalogue.

A standard's address is its number with `_` for a space: /standards/GB/T_1.1-2020/. What hangs on a
standard stands before it in the list, since a number may hold slashes.
"""

from django.urls import URLPattern, path

from guiju.apps.catalogue.views import (
    browsing,
    doubts,
    editing,
    feeds,
    imports,
    saved,
    search,
    sitemaps,
    standards,
    striking,
    touches,
    watching,
)
from guiju.apps.catalogue.views.systems import entries as system_lines
from guiju.apps.catalogue.views.systems import imports as system_tables
from guiju.apps.catalogue.views.systems import nodes as system_nodes
from guiju.apps.catalogue.views.systems import reading as system_pages
from guiju.apps.catalogue.views.systems import systems as system_acts

app_name = "catalogue"

FINDING: list[URLPattern] = [
    path("standards/", search.search, name="search"),
    path("standards/suggest", search.suggest, name="suggest"),
    path("standards/export.<str:form>", search.export, name="search_export"),
]

SYSTEMS: list[URLPattern] = [
    path("systems/", system_pages.systems, name="systems"),
    path("systems/create/", system_acts.create_system, name="create_system"),
    path("systems/<slug:slug>/", system_pages.system, name="system"),
    path("systems/<slug:slug>/tree/", system_pages.system_tree, name="system_tree"),
    path("systems/<slug:slug>/table/", system_pages.system_table, name="system_table"),
    path(
        "systems/<slug:slug>/statistics/", system_pages.system_statistics, name="system_statistics"
    ),
    path("systems/<slug:slug>/checks/", system_pages.system_checks, name="system_checks"),
    path("systems/<slug:slug>/export.<str:form>", system_pages.system_export, name="system_export"),
    path("systems/<slug:slug>/edit/", system_acts.edit_system, name="edit_system"),
    path("systems/<slug:slug>/publish/", system_acts.publish_system, name="publish_system"),
    path("systems/<slug:slug>/remove/", system_acts.remove_system, name="remove_system"),
    path("systems/<slug:slug>/import/", system_tables.import_table, name="import_table"),
    path(
        "systems/<slug:slug>/import/confirm/", system_tables.confirm_import, name="confirm_import"
    ),
    path("systems/<slug:slug>/nodes/add/", system_nodes.add_node, name="add_node"),
    path("systems/<slug:slug>/nodes/<int:pk>/edit/", system_nodes.edit_node, name="edit_node"),
    path("systems/<slug:slug>/nodes/<int:pk>/move/", system_nodes.move_node, name="move_node"),
    path(
        "systems/<slug:slug>/nodes/<int:pk>/remove/", system_nodes.remove_node, name="remove_node"
    ),
    path("systems/<slug:slug>/entries/add/", system_lines.add_entry, name="add_entry"),
    path("systems/<slug:slug>/entries/<int:pk>/edit/", system_lines.edit_entry, name="edit_entry"),
    path(
        "systems/<slug:slug>/entries/<int:pk>/remove/",
        system_lines.remove_entry,
        name="remove_entry",
    ),
]

WATCHING: list[URLPattern] = [
    path("watching/", watching.watching, name="watching"),
    path("watching/lists/<int:pk>/", watching.watch_list, name="watch_list"),
    path("watching/lists/<int:pk>/rename/", watching.rename_watch_list, name="rename_watch_list"),
    path("watching/lists/<int:pk>/remove/", watching.remove_watch_list, name="remove_watch_list"),
    path("watching/lists/<int:pk>/feed/renew/", watching.renew_watch_feed, name="renew_watch_feed"),
    path("watching/lists/<int:pk>/add/", watching.paste_watches, name="paste_watches"),
    path(
        "watching/lists/<int:pk>/export.csv", watching.export_watch_list, name="export_watch_list"
    ),
    path("watching/lists/<int:pk>/move/", watching.move_watches, name="move_watches"),
    path("watching/lists/<int:pk>/<int:watch>/move/", watching.move_watch, name="move_watch"),
    path("watching/lists/<int:pk>/<int:watch>/drop/", watching.unwatch, name="unwatch"),
    path("watching/searches/", saved.saved_searches, name="saved_searches"),
    path("watching/searches/save/", saved.save_search, name="save_search"),
    path("watching/searches/<int:pk>/rename/", saved.rename_search, name="rename_search"),
    path("watching/searches/<int:pk>/remove/", saved.remove_search, name="remove_search"),
    path("watching/feeds/<str:token>.atom", feeds.watch_feed, name="watch_feed"),
    path("catalogue/rot/", touches.rot, name="rot"),
    path("standards/<path:number>/watch/", watching.watch, name="watch"),
    path("standards/<path:number>/feed.atom", feeds.standard_feed, name="standard_feed"),
    path("standards/<path:number>/touches/", touches.touches, name="touches"),
    path(
        "standards/<path:number>/touches/export.<str:form>",
        touches.export_touches,
        name="touches_export",
    ),
]

BROWSING: list[URLPattern] = [
    path("catalogue/", browsing.browse, name="browse"),
    path("catalogue/ics/", browsing.ics, name="browse_ics"),
    path("catalogue/ics/<str:code>/", browsing.ics_code, name="browse_ics_code"),
    path("catalogue/ccs/", browsing.ccs, name="browse_ccs"),
    path("catalogue/ccs/<path:code>/", browsing.ccs_code, name="browse_ccs_code"),
    path("catalogue/committees/", browsing.committees, name="browse_committees"),
    path("catalogue/committees/<path:key>/", browsing.committee, name="browse_committee"),
    path("catalogue/bodies/", browsing.issuers, name="browse_issuers"),
    path("catalogue/bodies/<int:pk>/", browsing.issuer, name="browse_issuer"),
    path("catalogue/regions/", browsing.regions, name="browse_regions"),
    path("catalogue/regions/<str:code>/", browsing.region, name="browse_region"),
    path("catalogue/conflicts/", doubts.conflicts, name="conflicts"),
    path("catalogue/findings/", doubts.findings, name="findings"),
    path("catalogue/sources/", doubts.sources, name="sources"),
    path("catalogue/records/new/", editing.new_record, name="new_record"),
]

IMPORTING: list[URLPattern] = [
    path("catalogue/imports/", imports.imports, name="imports"),
    path("catalogue/imports/new/", imports.new_import, name="new_import"),
    path("catalogue/imports/<int:pk>/", imports.show_import, name="import"),
    path("catalogue/imports/<int:pk>/stop/", imports.stop_import, name="stop_import"),
    path("catalogue/imports/<int:pk>/resume/", imports.resume_import, name="resume_import"),
    path("catalogue/imports/<int:pk>/discard/", imports.discard_import, name="discard_import"),
    path("catalogue/imports/<int:pk>/refused.csv", imports.refused_records, name="refused_records"),
]

ROBOTS: list[URLPattern] = [
    path("robots.txt", sitemaps.robots, name="robots"),
    path("sitemap.xml", sitemaps.sitemap, name="sitemap"),
    path("sitemap-<int:part>.xml", sitemaps.sitemap_part, name="sitemap_part"),
]

STANDARDS: list[URLPattern] = [
    path("standards/<path:number>/record.json", standards.standard_data, name="standard_data"),
    path(
        "standards/<path:number>/record.jsonld", standards.standard_linked, name="standard_linked"
    ),
    path("standards/<path:number>/edit/", editing.edit, name="edit_record"),
    path("standards/<path:number>/withdraw/", editing.withdraw, name="withdraw_edit"),
    path("standards/<path:number>/strike/", striking.strike, name="strike_relation"),
    path("standards/<path:number>/restore/", striking.restore, name="restore_relation"),
    path("standards/<path:number>/", standards.standard, name="standard"),
]

urlpatterns: list[URLPattern] = [
    *FINDING,
    *SYSTEMS,
    *WATCHING,
    *BROWSING,
    *IMPORTING,
    *ROBOTS,
    *STANDARDS,
]
