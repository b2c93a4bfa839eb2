"""Writing the library (写入): the doors."""
