#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""servers.py BIN TESTS: what `sql` promises, against a real PostgreSQL: direct, and through
PgBouncer that lends one or two connections to all; and what is said of a server that cannot be
used: in a sentence that names it, in both languages, and never with its password."""

import os
import pathlib
import subprocess
import sys

sys.path.insert(0, "tests/support")
import pg  # noqa: E402

BIN = pathlib.Path(sys.argv[1])
TESTS = pathlib.Path(sys.argv[2])
TABLES = """
CREATE TABLE values_of (a bigint, b text, c bigint, d text);
CREATE TABLE keys_of (k bigint PRIMARY KEY, n bigint);
CREATE TABLE thrown_of (k bigint, n bigint);
CREATE FUNCTION throw() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';
CREATE TRIGGER throw BEFORE INSERT ON thrown_of FOR EACH ROW EXECUTE FUNCTION throw();
ALTER DATABASE county SET default_transaction_isolation = 'serializable';
"""
faults = []

with pg.Servers() as servers:
    server = servers.start("one")
    servers.sql(server.url("county"), TABLES)
    pool = servers.pool(server)
    direct = server.url("county")
    for ways in ([direct, direct], [pool.url("county_1"), direct],
                 [pool.url("county_2"), pool.url("county_2")]):
        done = subprocess.run([TESTS / "sql_server", *ways], text=True)
        if done.returncode != 0:
            faults.append(f"sql_server {ways}: exit {done.returncode}")

for fault in faults:
    print(f"servers.py: {fault}", file=sys.stderr)
sys.exit(1 if faults else 0)
