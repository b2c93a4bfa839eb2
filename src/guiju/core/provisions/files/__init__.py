"""Rule files (规则文件): what a standard asks, as data. Read strictly; errors name line and mend."""
