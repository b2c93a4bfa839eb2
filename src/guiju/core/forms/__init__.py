"""Forms (表单): defined as data, filled from data, written for offices, read back as people return them."""
