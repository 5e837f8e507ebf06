# SPDX-License-Identifier: MIT
"""pg: PostgreSQL servers to throw away, a pooler before one, and a cable that can be cut.

    with pg.Servers() as servers:
        one = servers.start("one")
        servers.sql(one.url("county"), "SELECT 1")    # [["1"]]
        pooled = servers.pool(one, sizes=[1, 2])      # PgBouncer, transaction pooling
        cable = servers.cable(one)                    # what pushes through it can be cut

Servers and poolers listen on sockets in a temporary folder alone, cables on 127.0.0.1, so that no
two of them ask for one port. All ends with the process that started it, however that ends. Data are not synced to the disk: what is
tested is who says what when a connection or a program goes away, not a power cut.
"""

import os
import pathlib
import pwd
import select
import shutil
import signal
import socket
import struct
import subprocess
import sys
import tempfile
import threading
import time

PATIENCE_S = 60  # until something is wrong; nothing waits for so long
SETTINGS = {
    "autovacuum": "off", "fsync": "off", "jit": "off", "lc_messages": "C",
    "listen_addresses": "", "max_connections": "40", "max_wal_senders": "0",
    "shared_buffers": "32MB", "wal_level": "minimal",
}


def programs():
    """The folder of the newest server that is installed."""
    found = sorted(pathlib.Path("/usr/lib/postgresql").glob("*/bin/initdb"),
                   key=lambda path: int(path.parts[-3]))
    if not found:
        raise SystemExit("pg.py: there is no PostgreSQL server; install postgresql-15 "
                         "(tools/test does)")
    return found[-1].parent


def as_postgres(*command):
    """Neither server nor pooler runs as root. It ends with us."""
    to = ["--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
    return ["setpriv", *to, "--pdeathsig", "QUIT", *map(str, command)]


class Running:
    """A program that is ready as soon as it has logged a sentence."""

    def __init__(self, command, ready, log):
        self.command, self.ready, self.log = command, ready, log
        self.start()

    def start(self):
        with open(self.log, "ab") as log:
            at = log.tell()
            self.process = subprocess.Popen(self.command, stdin=subprocess.DEVNULL, stdout=log,
                                            stderr=log, cwd="/")
        until = time.monotonic() + PATIENCE_S
        while self.ready not in self.log.read_bytes()[at:]:
            if self.process.poll() is not None or time.monotonic() > until:
                raise SystemExit(f"pg.py: {self.command[-3:]} does not start:\n"
                                 + self.log.read_text(errors="replace")[-2000:])
            select.select([], [], [], 0.01)

    def stop(self, how=signal.SIGQUIT):
        if self.process.poll() is None:
            self.process.send_signal(how)
            self.process.wait()


class Server(Running):
    """A server with its own data."""

    port = 5432

    def __init__(self, folder, data, settings):
        self.folder = folder
        given = [f"-c{name}={value}" for name, value in {**SETTINGS, **settings}.items()]
        super().__init__(as_postgres(programs() / "postgres", "-D", data, "-k", folder, *given),
                         b"ready to accept connections", folder / "log")

    def url(self, database, user="postgres"):
        return f"postgresql://{user}@/{database}?host={self.folder}"


class Pool(Running):
    """PgBouncer in transaction pooling; the database NAME_2 is NAME by 2 connections."""

    port = 6432

    def __init__(self, folder, server, database, sizes):
        self.folder = folder
        rows = "".join(f"{database}_{size} = host={server.folder} "
                       f"dbname={database} pool_size={size}\n" for size in sizes)
        (folder / "users").write_text('"postgres" ""\n')
        (folder / "pool.ini").write_text(f"""[databases]
{rows}[pgbouncer]
listen_addr =
unix_socket_dir = {folder}
auth_type = trust
auth_file = {folder}/users
pool_mode = transaction
max_client_conn = 100
server_login_retry = 1
""")
        super().__init__(as_postgres("/usr/sbin/pgbouncer", folder / "pool.ini"), b"process up",
                         folder / "log")

    def url(self, database):
        return f"postgresql://postgres@/{database}?host={self.folder}&port={self.port}"


class Servers:
    """What was started; leaving it ends all of it."""

    def __enter__(self):
        signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="pg-"))
        self.running, self.cables = [], []
        self.own(self.folder)
        self.template = self.folder / "template"
        made = subprocess.run(as_postgres(programs() / "initdb", "-D", self.template, "-A", "trust",
                                          "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8",
                                          "--no-sync"),
                              cwd="/", capture_output=True, text=True)
        if made.returncode != 0:
            self.__exit__()
            raise SystemExit(f"pg.py: initdb: {made.stderr}")
        return self

    def __exit__(self, *_):
        for cable in self.cables:
            cable.close()
        for program in reversed(self.running):
            program.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def own(self, folder):
        folder.mkdir(exist_ok=True)
        folder.chmod(0o755)
        if os.geteuid() == 0:
            user = pwd.getpwnam("postgres")
            os.chown(folder, user.pw_uid, user.pw_gid)

    def start(self, name, database="county", **settings):
        folder = self.folder / name
        self.own(folder)
        copied = subprocess.run(as_postgres("cp", "-R", self.template, folder / "data"), cwd="/")
        assert copied.returncode == 0
        server = Server(folder, folder / "data", settings)
        self.running.append(server)
        self.sql(server.url("postgres"), f'CREATE DATABASE "{database}"')
        return server

    def pool(self, server, database="county", sizes=(1, 2)):
        folder = self.folder / f"pool{len(self.running)}"
        self.own(folder)
        pool = Pool(folder, server, database, sizes)
        self.running.append(pool)
        return pool

    def cable(self, server):
        cable = Cable(server)
        self.cables.append(cable)
        return cable

    def try_sql(self, url, statements, **options):
        """psql's run of it."""
        return subprocess.run(["psql", "-XqAt", "-F", "\t", "-v", "ON_ERROR_STOP=1", "-d", url],
                              input=statements, capture_output=True, text=True, **options)

    def sql(self, url, statements):
        """Rows of texts."""
        done = self.try_sql(url, statements)
        if done.returncode != 0:
            raise SystemExit(f"pg.py: {statements[:200]}: {done.stderr}")
        return [line.split("\t") for line in done.stdout.splitlines()]


class Cable:
    """Listens on 127.0.0.1 and hands everything on to a server, and counts the steps of its
    clients: what a client sends and then waits for an answer to.

    plan(step, after, act): at that step, from 0, calls act() and cuts the connection; `after`
    says whether the server gets the step first and answers, which the client never sees. With
    cut=False act() is all that happens.
    """

    def __init__(self, server):
        self.server = server
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.port = self.listening.getsockname()[1]
        self.plan(None)
        threading.Thread(target=self.accept, daemon=True).start()

    def url(self, database):
        return (f"postgresql://postgres@127.0.0.1:{self.port}/{database}"
                "?sslmode=disable&gssencmode=disable")

    def plan(self, step, after=False, act=None, cut=True):
        self.step, self.after, self.act, self.cuts = step, after, act, cut
        self.steps, self.done, self.names = 0, False, []

    def close(self):
        self.listening.close()

    def accept(self):
        while True:
            try:
                client, _ = self.listening.accept()
            except OSError:
                return
            threading.Thread(target=self.carry, args=[client], daemon=True).start()

    def carry(self, client):
        there = socket.socket(socket.AF_UNIX)
        try:
            there.connect(f"{self.server.folder}/.s.PGSQL.{self.server.port}")
            threading.Thread(target=self.answers, args=[there, client], daemon=True).start()
            there.sendall(startup(client))
            while True:
                kind, frame = message(client)
                if self.is_step(kind, frame) and self.cut(there, frame):
                    break
                there.sendall(frame)
        except OSError:
            pass
        for end in (there, client):
            hang_up(end)

    def answers(self, there, client):
        """Not those to the step after which the connection is cut."""
        try:
            while True:
                some = there.recv(65536)
                if not some:
                    break
                if not self.done:
                    client.sendall(some)
                elif self.after:
                    self.answered.set()
        except OSError:
            pass
        self.answered.set()
        hang_up(client)

    def is_step(self, kind, frame):
        """Query; Sync after what was parsed and bound; the end of a COPY."""
        if kind == b"P":
            self.words = frame[6:].split(b"\0")[0].decode()
        elif kind == b"Q":
            self.words = frame[5:-1].decode()
        elif kind == b"c":
            self.words = "end of COPY"
        return kind in (b"Q", b"S", b"c")

    def cut(self, there, frame):
        number, self.steps = self.steps, self.steps + 1
        self.names.append(self.words)
        if number != self.step:
            return False
        if not self.cuts:
            self.act()
            return False
        self.answered = threading.Event()
        self.done = True
        if self.after:
            there.sendall(frame)
            self.answered.wait(PATIENCE_S)
        if self.act:
            self.act()
        return True

    answered = threading.Event()
    words = ""


def hang_up(end):
    try:
        end.shutdown(socket.SHUT_RDWR)
    except OSError:
        pass
    end.close()


def exactly(end, count):
    got = b""
    while len(got) < count:
        some = end.recv(count - len(got))
        if not some:
            raise OSError("it has hung up")
        got += some
    return got


def startup(client):
    length = exactly(client, 4)
    return length + exactly(client, struct.unpack("!I", length)[0] - 4)


def message(client):
    """Its letter, and all of it."""
    head = exactly(client, 5)
    return head[:1], head + exactly(client, struct.unpack("!I", head[1:])[0] - 4)
