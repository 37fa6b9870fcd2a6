"""The databases that the record can be kept in, as the tests use them."""

import os
import pwd
import shutil
import sqlite3
import subprocess
import tempfile
import time
from pathlib import Path


class Sqlite:
    start = stop = staticmethod(lambda: None)

    def __init__(self, folder):
        self.data = folder
        self.place = ("--data", folder)

    def tamper(self, sql):
        """As somebody who can switch off the journal's triggers."""
        with sqlite3.connect(self.data / "comity.db") as connection:
            if "comity_journal" in sql:
                sql = "DROP TRIGGER comity_journal_no_update; DROP TRIGGER comity_journal_no_delete; " + sql
            connection.executescript(sql)
        connection.close()


class Postgres:
    """Each object a database of its own in one throw-away cluster."""

    count = 0

    @classmethod
    def start(cls):
        cls.folder = Path(tempfile.mkdtemp(prefix="comity-postgres-"))
        cls.programs = max(Path("/usr/lib/postgresql").glob("*/bin/initdb")).parent
        cls.as_postgres = []
        if os.geteuid() == 0:  # which PostgreSQL refuses to run as
            user = pwd.getpwnam("postgres")
            os.chown(cls.folder, user.pw_uid, user.pw_gid)
            cls.as_postgres = ["--reuid", "postgres", "--regid", "postgres", "--clear-groups"]
        data = cls.folder / "data"
        subprocess.run(["setpriv", *cls.as_postgres, cls.programs / "initdb", "-D", data, "-U", "comity", "-A", "trust", "-E", "UTF8",
                        "--locale=C", "--no-sync"], check=True, cwd="/", stdout=subprocess.DEVNULL)
        cls.log = open(cls.folder / "log", "wb")
        cls.server = subprocess.Popen(["setpriv", *cls.as_postgres, "--pdeathsig", "QUIT", cls.programs / "postgres", "-D", data, "-k",
                                       cls.folder, "-c", "listen_addresses=", "-c", "fsync=off"], cwd="/", stderr=cls.log)
        for _ in range(300):
            if cls.psql("postgres", "SELECT 1", check=False).returncode == 0:
                return
            time.sleep(0.1)
        raise RuntimeError("PostgreSQL did not start: " + (cls.folder / "log").read_text())

    @classmethod
    def stop(cls):
        cls.server.terminate()
        cls.server.wait(30)
        cls.log.close()
        shutil.rmtree(cls.folder)

    @classmethod
    def psql(cls, database, sql, check=True):
        return subprocess.run([cls.programs / "psql", "-q", "-v", "ON_ERROR_STOP=1", "-h", cls.folder, "-U", "comity", "-d", database,
                               "-c", sql], check=check, capture_output=True)

    def __init__(self, folder):
        Postgres.count += 1
        self.name = f"t{Postgres.count}"
        self.psql("postgres", f"CREATE DATABASE {self.name}")
        self.place = ("--data", folder, "--database", f"host={self.folder} dbname={self.name} user=comity")

    def tamper(self, sql):
        self.psql(self.name, "SET session_replication_role = replica; " + sql)
