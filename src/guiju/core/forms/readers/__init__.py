"""Forms read back (表单的读入): files as people return them, opened as hostile input."""
