"""Papers (文书): what is said about rules and results, as files for people."""
