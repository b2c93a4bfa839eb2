"""Several acts at the same time: in threads where the database serves many, else one by one."""

from threading import Barrier, Thread

from django.db import connection

from guiju.core.errors import GuijuError


def at_once(*acts):
    """What each act answered in order of their text: "done", or the code of its refusal.

    The test database of SQLite lives in one connection, so there they follow one another.
    """
    is_sqlite = connection.vendor == "sqlite"
    start = Barrier(1 if is_sqlite else len(acts))
    answers = [""] * len(acts)

    def run(place, act):
        start.wait()
        try:
            act()
            answers[place] = "done"
        except GuijuError as error:
            answers[place] = error.code
        except Exception as error:  # a thread's fault must not get lost
            answers[place] = repr(error)
        finally:
            if not is_sqlite:
                connection.close()

    if is_sqlite:
        for pair in enumerate(acts):
            run(*pair)
        return sorted(answers)
    threads = [Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(answers)
