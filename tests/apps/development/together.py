"""Many people at the same moment: threads with a connection each, on SQLite as well."""

from threading import Barrier, Thread

from django.db import connection, connections


class own_connections:
    """Threads with a connection each, to the same database: on SQLite to a copy of it in a file."""

    def __init__(self, folder):
        self.file = str(folder / "copy.sqlite3")
        self.is_file = connection.vendor == "sqlite"

    def __enter__(self):
        if self.is_file:
            with connection.cursor() as cursor:
                cursor.execute("VACUUM INTO %s", [self.file])
            self.kept = connections["default"]
            connections["default"] = self._own()
            # As in an installation, the file is in WAL mode before anybody opens it: two who change
            # the mode at once find it locked.
            connections["default"].ensure_connection()
        return self.run

    def __exit__(self, *_):
        if self.is_file:
            connections["default"].close()
            connections["default"] = self.kept

    def _own(self):
        mine = connections["default"].copy()
        mine.settings_dict["NAME"] = self.file
        mine.inc_thread_sharing()
        return mine

    def run(self, acts):
        start, answers = Barrier(len(acts)), [""] * len(acts)
        given = [self._own() if self.is_file else None for _ in acts]

        def one(place):
            if self.is_file:
                connections["default"] = given[place]
            start.wait()
            try:
                acts[place]()
                answers[place] = "done"
            except Exception as error:  # a thread's fault must not get lost
                answers[place] = repr(error)
            finally:
                connections["default"].close()

        threads = [Thread(target=one, args=(place,)) for place in range(len(acts))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return answers
