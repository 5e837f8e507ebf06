#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""servers.py BIN TESTS: what `sql` promises, against a real PostgreSQL: direct, and through
PgBouncer that lends one or two connections to all; and what is said of a server that cannot be
used: in a sentence that names it, in both languages, and never with its password."""

import os
import pathlib
import random
import socket
import subprocess
import sys
import tempfile
import threading

sys.path.insert(0, "tests/support")
import pg  # noqa: E402
import places  # noqa: E402

BIN = pathlib.Path(sys.argv[1])
TESTS = pathlib.Path(sys.argv[2])
SECRET = "s3cr%3Ft"
TABLES = """
CREATE TABLE values_of (a bigint, b text, c bigint, d text);
CREATE TABLE keys_of (k bigint PRIMARY KEY, n bigint);
CREATE TABLE thrown_of (k bigint, n bigint);
CREATE FUNCTION throw() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER throw BEFORE INSERT ON thrown_of FOR EACH ROW EXECUTE FUNCTION throw();
ALTER DATABASE county SET default_transaction_isolation = 'serializable';
"""
faults = []


def coverage(*arguments, lang="en"):
    return subprocess.run([BIN / "coverage", *map(str, arguments), "--lang", lang],
                          env=dict(os.environ, ASAN_OPTIONS="verify_asan_link_order=0"),
                          capture_output=True, text=True)


def check_sql(servers, server, pool):
    servers.sql(server.url("county"), TABLES)
    direct = server.url("county")
    for ways in ([direct, direct], [pool.url("county_1"), direct],
                 [pool.url("county_2"), pool.url("county_2")]):
        done = subprocess.run([TESTS / "sql_server", *ways], text=True)
        if done.returncode != 0:
            faults.append(f"sql_server {ways}: exit {done.returncode}")


# ---- servers that cannot be used -----------------------------------------------------------

def listen(answer):
    """A port where something answers that is none of ours; None: it never does."""
    listening = socket.create_server(("127.0.0.1", 0))
    held = []

    def serve():
        while True:
            client, _ = listening.accept()
            held.append(client)
            if answer is not None:
                client.recv(100)
                client.sendall(answer)
                client.close()
    threading.Thread(target=serve, daemon=True).start()
    return listening.getsockname()[1]


def prepare(servers, server):
    """A database and users for each thing that can be wrong."""
    tables = coverage("tables", "postgresql").stdout
    hba = server.folder / "data/pg_hba.conf"
    hba.write_text("local all locked scram-sha-256\nlocal all all trust\n")
    servers.sql(server.url("postgres"), """
        SELECT pg_reload_conf();
        CREATE USER locked PASSWORD 'right';
        CREATE USER nobody_s;
        CREATE DATABASE whole; CREATE DATABASE closed; CREATE DATABASE other;""")
    for name in ("whole", "closed", "other"):
        servers.sql(server.url(name), tables)
    servers.sql(server.url("closed"),
                "ALTER DATABASE closed SET default_transaction_read_only = on")
    servers.sql(server.url("other"), "ALTER TABLE kiosks DROP COLUMN until")


def unusable(server, pool):
    with socket.create_server(("127.0.0.1", 0)) as gone:
        closed = gone.getsockname()[1]
    here = f"postgresql://postgres:{SECRET}@127.0.0.1"
    return [  # address, words of the sentence in English, in Chinese
        (f"{here}:{listen(b'HTTP/1.1 400 Bad Request')}/county", "no PostgreSQL server", "不是 PostgreSQL"),
        (f"{here}:{listen(b'220 mail ready')}/county", "no PostgreSQL server", "不是 PostgreSQL"),
        (f"{here}:{listen(b'')}/county", "no PostgreSQL server", "不是 PostgreSQL"),
        (f"{here}:{closed}/county", "cannot be reached", "连不上"),
        (f"{here}:{listen(None)}/county?connect_timeout=1", "cannot be reached", "连不上"),
        (f"{here}:port/county", "cannot be understood", "看不懂"),
        (f"postgresql://postgres:{SECRET}%zz@127.0.0.1/county", "cannot be understood", "看不懂"),
        (f"postgresql://postgres:x@{SECRET}@127.0.0.1/county", "cannot be understood", "看不懂"),
        (f"postgresql://postgres:{SECRET}/x@127.0.0.1/county", "cannot be understood", "看不懂"),
        (f"{here}/county?wrong={SECRET}", "cannot be understood", "看不懂"),
        (server.url("county", f"locked:{SECRET}"), "does not let this user in", "不让这个用户登录"),
        (server.url("county", "locked"), "does not let this user in", "不让这个用户登录"),
        (server.url("county", "unknown"), "does not let this user in", "不让这个用户登录"),
        (server.url("nothing"), "no such database", "没有这个数据库"),
        (server.url("county"), "coverage tables postgresql", "coverage tables postgresql"),
        (server.url("other"), "not as they should be", "表不对"),
        (server.url("closed"), "takes no changes", "不能写入"),
        (server.url("whole", "nobody_s"), "may not do that", "没有权限"),
        (pool.url("county_1") + "&options=-cjit%3Doff", "pooler", "连接池"),
        (pool.url("nothing"), "no such database", "没有这个数据库"),
    ]


def check_sentences(servers, server, pool, county):
    prepare(servers, server)
    for address, *words in unusable(server, pool):
        for lang, word in zip(("en", "zh-CN"), words):
            done = coverage("push", county, address, lang=lang)
            said = done.stderr.strip()
            if done.returncode != 1 or word not in said or done.stdout:
                faults.append(f"{address}: exit {done.returncode}, no {word}: {said}")
            if any(hidden in said for hidden in (SECRET, "s3cr", "postgres:")):
                faults.append(f"{address}: tells the password: {said}")
            if lang == "en":
                print(f"# {said}")


with tempfile.TemporaryDirectory() as folder, pg.Servers() as servers:
    server = servers.start("one")
    pool = servers.pool(server)
    check_sql(servers, server, pool)
    draw = random.Random(1)
    kiosks = [places.Kiosk(draw, 1)]
    county = places.make(pathlib.Path(folder) / "county.db", kiosks, kiosks[0].files(draw, [202603]))
    check_sentences(servers, server, pool, county)

for fault in faults:
    print(f"servers.py: {fault}", file=sys.stderr)
print(f"servers: {len(faults)} faults")
sys.exit(1 if faults else 0)
