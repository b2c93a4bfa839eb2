"""Statistics of periods (时段统计): out of a series of hours or days, what a standard limits."""
