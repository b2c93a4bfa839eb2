"""The pages of the catalogue for `test_every_page`, and the records that they need."""

from dataclasses import replace

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from guiju.apps.accounts.models import User
from guiju.apps.accounts.selectors.viewers import viewer_of_user
from guiju.apps.catalogue.models import Issuer, StandardsSystem, SystemEntry, SystemNode
from guiju.apps.catalogue.selectors.lookup import edition_by_key
from guiju.apps.catalogue.services.saved import save_search
from guiju.apps.catalogue.services.uploads import upload_import
from guiju.apps.catalogue.services.watching import create_list, watch
from guiju.core.records.model import Role
from tests.factories.catalogue import record, taken

PUBLIC = ""
STRIKE = "?type=replaces&direction=out&other=GB%2FT+1.1-2000"
PAGES = {
    "catalogue:search": (PUBLIC, (), "?q=水质&level=national&on=2015-01-01"),
    "catalogue:standard": (PUBLIC, ("standard",), "?on=2015-01-01"),
    "catalogue:touches": (PUBLIC, ("standard",), ""),
    "catalogue:rot": (PUBLIC, (), ""),
    "catalogue:browse": (PUBLIC, (), ""),
    "catalogue:browse_ics": (PUBLIC, (), ""),
    "catalogue:browse_ics_code": (PUBLIC, ("ics",), ""),
    "catalogue:browse_ccs": (PUBLIC, (), ""),
    "catalogue:browse_ccs_code": (PUBLIC, ("ccs",), ""),
    "catalogue:browse_committees": (PUBLIC, (), ""),
    "catalogue:browse_committee": (PUBLIC, ("committee",), ""),
    "catalogue:browse_issuers": (PUBLIC, (), ""),
    "catalogue:browse_issuer": (PUBLIC, ("issuer",), ""),
    "catalogue:browse_regions": (PUBLIC, (), ""),
    "catalogue:browse_region": (PUBLIC, ("region",), ""),
    "catalogue:conflicts": (PUBLIC, (), ""),
    "catalogue:findings": (PUBLIC, (), ""),
    "catalogue:sources": (PUBLIC, (), ""),
    "catalogue:new_record": ("cataloguer", (), ""),
    "catalogue:edit_record": ("cataloguer", ("standard",), ""),
    "catalogue:withdraw_edit": ("cataloguer", ("standard",), ""),
    "catalogue:strike_relation": ("cataloguer", ("standard",), STRIKE),
    "catalogue:restore_relation": ("cataloguer", ("standard",), STRIKE),
    "catalogue:imports": ("cataloguer", (), ""),
    "catalogue:new_import": ("cataloguer", (), ""),
    "catalogue:import": ("cataloguer", ("import",), ""),
    "catalogue:watching": ("most", (), ""),
    "catalogue:watch": ("most", ("standard",), ""),
    "catalogue:watch_list": ("most", ("list",), ""),
    "catalogue:rename_watch_list": ("most", ("list",), ""),
    "catalogue:remove_watch_list": ("most", ("list",), ""),
    "catalogue:paste_watches": ("most", ("list",), ""),
    "catalogue:saved_searches": ("most", (), ""),
    "catalogue:save_search": ("most", (), "?q=水质"),
    "catalogue:rename_search": ("most", ("saved",), ""),
    "catalogue:remove_search": ("most", ("saved",), ""),
    "catalogue:systems": (PUBLIC, (), ""),
    "catalogue:system": (PUBLIC, ("system",), ""),
    "catalogue:system_tree": (PUBLIC, ("system",), ""),
    "catalogue:system_table": (PUBLIC, ("system",), ""),
    "catalogue:system_statistics": (PUBLIC, ("system",), ""),
    "catalogue:system_checks": (PUBLIC, ("system",), ""),
    "catalogue:create_system": ("province", (), ""),
    "catalogue:edit_system": ("province", ("system",), ""),
    "catalogue:publish_system": ("province", ("system",), ""),
    "catalogue:remove_system": ("province", ("system",), ""),
    "catalogue:import_table": ("province", ("system",), ""),
    "catalogue:add_node": ("province", ("system",), ""),
    "catalogue:edit_node": ("province", ("system", "node"), ""),
    "catalogue:move_node": ("province", ("system", "node"), ""),
    "catalogue:remove_node": ("province", ("system", "node"), ""),
    "catalogue:add_entry": ("province", ("system",), ""),
    "catalogue:edit_entry": ("province", ("system", "entry"), ""),
    "catalogue:remove_entry": ("province", ("system", "entry"), ""),
}
ACTS = {
    "catalogue:confirm_import",
    "catalogue:renew_watch_feed",
    "catalogue:move_watches",
    "catalogue:move_watch",
    "catalogue:unwatch",
    "catalogue:stop_import",
    "catalogue:resume_import",
    "catalogue:discard_import",
}
DOWNLOADS = {
    "catalogue:suggest",
    "catalogue:search_export",
    "catalogue:standard_data",
    "catalogue:standard_linked",
    "catalogue:standard_feed",
    "catalogue:touches_export",
    "catalogue:export_watch_list",
    "catalogue:watch_feed",
    "catalogue:system_export",
    "catalogue:refused_records",
    "catalogue:robots",
    "catalogue:sitemap",
    "catalogue:sitemap_part",
}
TABLE = "序号,标准编号,标准名称,备注\n1,T/EXAMPLE 1-2020,示例一,甲\n2,,示例二,乙\n"


def things():
    """The records that the table names, in the demonstration."""
    today = timezone.localdate()
    someone, cataloguer = (
        viewer_of_user(User.objects.get(username=name), today) for name in ("most", "cataloguer")
    )
    watched = create_list(name="示例：关注", by=someone)
    edition = edition_by_key(someone, "GB/T 1.1-2009")
    watch(watch_list=watched, editions=[edition], by=someone)
    cited = replace(record("GB/T 1.1-2009"), roles=(Role(role="issuer", name="示例发布机构"),))
    taken(cited)
    file = SimpleUploadedFile("示例.csv", TABLE.encode())
    system = StandardsSystem.objects.get(is_example=True)
    node = SystemNode.objects.filter(system=system).first()
    return {
        "standard": "GB/T_1.1-2009",
        "ics": "13.060",
        "ccs": "Z",
        "committee": edition.committees.first().committee.key,
        "issuer": Issuer.objects.first().pk,
        "region": "11",
        "import": upload_import(file=file, by=cataloguer).pk,
        "list": watched.pk,
        "saved": save_search(name="示例：水质", query="q=水质", by=someone).pk,
        "system": system.slug,
        "node": node.pk,
        "entry": SystemEntry.objects.filter(node__system=system).first().pk,
    }
