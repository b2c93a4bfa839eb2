"""How a standard is written (起草): the rules of GB/T 1.1, and what its sentences demand.

`sentences` cuts a text, `provisions` classes sentences and reads limits out of them and of tables,
`rules` are the checks. Words and phrases of the law stand in `rulebook/drafting`.
"""
