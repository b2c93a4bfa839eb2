"""Rule sets for other engines (规则集的导出): DuckDB SQL, JSON Schema, and JSON that says everything."""
