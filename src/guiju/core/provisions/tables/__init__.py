"""Tables of results (检测数据): columns named, files read in batches, verdicts written beside them."""
