"""Pages of the ledger on the demonstration, beside the bound: an error page that asks no database.

In one process, through the whole middleware, without network: what the program itself costs.
"""

import logging
import os
import statistics
import tempfile
import time

ROUNDS = 30
PAGES = (
    "/",
    "/plans/2022-64/",
    "/plans/2022-64/matrix/",
    "/plans/2022-64/actions/",
    "/plans/2025-7/text/",
    "/organisations/",
    "/search/?q=平台",
    "/api/v1/plans/2022-64/measures",
)
BOUND = "/no-such-page/"


def milliseconds(client, address):
    client.get(address)  # templates and charts are cached after the first
    times = []
    for _ in range(ROUNDS):
        started = time.perf_counter()
        answer = client.get(address)
        times.append((time.perf_counter() - started) * 1000)
    return answer, statistics.median(times)


def main():
    with tempfile.TemporaryDirectory() as var:
        os.environ |= {"GUIJU_VAR": var, "GUIJU_MAIL": "memory", "GUIJU_DEBUG": "no"}
        from guiju.cli.database import set_up

        set_up()
        from django.core.management import call_command
        from django.test import Client

        from guiju.cli.demonstration import load

        call_command("collectstatic", verbosity=0, interactive=False)
        logging.disable(logging.WARNING)
        started = time.perf_counter()
        load(say=lambda line: None)
        print(f"loading the demonstration: {time.perf_counter() - started:.1f} s")
        client = Client(SERVER_NAME="127.0.0.1")
        for address in (*PAGES, BOUND):
            answer, median = milliseconds(client, address)
            kind = "  (bound)" if address == BOUND else ""
            size = len(answer.content) / 1024
            print(f"{median:7.1f} ms  {size:7.1f} KiB  {answer.status_code}  {address}{kind}")


main()
