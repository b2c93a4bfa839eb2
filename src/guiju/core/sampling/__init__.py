"""Sampling by attributes (计数抽样检验): plans by the quality limit, switching between lots, risks."""
