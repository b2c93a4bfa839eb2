"""Comments on drafts (征求意见): their places, their way through the drafts, comments that are alike.

place_of("第4.2条", draft) → "4.2"      said("table-1") → 表1      order_key(place, draft)
Draft.of(document)                       the places of a draft
follow(old, new, places)                 where each place stands in the next draft
trail(drafts, places)                    the same from draft to draft
groups(comments)                         comments that say the same or nearly the same
join(firsts, new)                        where comments that came in later belong
"""

from guiju.core.consultations.draft import COVER, WHOLE, Draft
from guiju.core.consultations.following import Follower, follow, trail
from guiju.core.consultations.grouping import Alike, Group, Remark, groups
from guiju.core.consultations.joining import Joined, join, saying_of
from guiju.core.consultations.model import CHANGES, Change, Followed
from guiju.core.consultations.ordering import order_key
from guiju.core.consultations.places import Range, place_of, ranges, said

__all__ = [
    "CHANGES",
    "COVER",
    "WHOLE",
    "Alike",
    "Change",
    "Draft",
    "Followed",
    "Follower",
    "Group",
    "Joined",
    "Range",
    "Remark",
    "follow",
    "groups",
    "join",
    "order_key",
    "place_of",
    "ranges",
    "said",
    "saying_of",
    "trail",
]
