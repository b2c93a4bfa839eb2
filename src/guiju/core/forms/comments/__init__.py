"""Tables of comments (意见表): 意见汇总处理表, the ISO template, and what associations make of them."""
