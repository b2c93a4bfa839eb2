"""Committees (标准化技术委员会): composition, overlap of scopes, assessment, by rules that are data."""
