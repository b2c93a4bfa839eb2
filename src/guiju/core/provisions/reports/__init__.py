"""One test report of many characteristics (检测报告判定): read, judged, explained, written out."""
