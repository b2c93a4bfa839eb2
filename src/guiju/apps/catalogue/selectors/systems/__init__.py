"""What a viewer sees of standards systems (标准体系的查询)."""
