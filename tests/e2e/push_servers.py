#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""push_servers.py BIN OUT: what counties push arrives, whole and once.

- Drawn orders: twice, backwards, late corrections, one that was lost and comes last: after each
  push the same in a file, on a server, through PgBouncer, and on three servers behind a
  coordinator, as what the files add up to (support/places.py knows that from the rules alone).
- Two at once with kiosks in common, the second coming in at each step of the first: both arrive.
- One of two killed or cut off at each of its steps, before the server hears of the step or before
  it is told the answer; then pushed again.
- A server that loses what it is given is refused by name.
- One of the three servers stops in the middle and comes back. The county's report is then the
  same, byte for byte, from a file, a server, through PgBouncer and from the three.

tools/test takes some of the steps of each run, TEST_ALL=1 all of them and prints a table."""

import collections
import os
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys

sys.path.insert(0, "tests/support")
import pg  # noqa: E402
import places  # noqa: E402
from share import share  # noqa: E402

BIN = pathlib.Path(sys.argv[1])
OUT = pathlib.Path(sys.argv[2])
SEED = int(os.environ.get("TEST_SEED", "1"))
ENVIRONMENT = dict(os.environ, ASAN_OPTIONS="verify_asan_link_order=0")
EMPTY = "TRUNCATE counts, kiosks, kiosk_off, files, kiosk_month, ledger, editions;"
SHARDS = 3
draw = random.Random(SEED)
faults = []
print(f"# TEST_SEED={SEED}")


def start(*arguments):
    return subprocess.Popen([BIN / "coverage", *map(str, arguments), "--lang", "en"],
                            env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                            text=True)


def push(place, to, status=0, says=""):
    process = start("push", place, to)
    out, why = process.communicate()
    if process.returncode != status or says not in why:
        faults.append(f"push {place.name} to {to}: exit {process.returncode}, not {status} with "
                      f"\"{says}\": {out}{why}")
    return out + why


def tables(engine):
    done = subprocess.run([BIN / "coverage", "tables", engine], env=ENVIRONMENT, text=True,
                          capture_output=True, check=True)
    return done.stdout


def dump(servers, address, *names):
    """Of a server or of a file."""
    def of_file(queries):
        with sqlite3.connect(address) as db:
            return [row for query in queries.split(";") for row in db.execute(query)]
    return places.dump(of_file if isinstance(address, pathlib.Path)
                       else lambda queries: servers.sql(address, queries), *names)


def kept(servers, address):
    return dump(servers, address, "counts", "files", "kiosk_month")


def expect(servers, address, files, when):
    faults.extend(f"{when}: {fault}"
                  for fault in places.differences(kept(servers, address), files))


# ---- drawn orders --------------------------------------------------------------------------

def counties(folder, kiosks, files, many):
    """Files of counties with some of the files each; what the first lacks comes last."""
    lost = draw.choice(files)
    for number in range(many):
        some = [file for file in files if file is not lost and draw.random() < 0.6]
        some += [lost] if number == many - 1 else []
        ledger = [("a", "certificates", n, 20260300 + n, 1000 * n, "报告", "", 20260401)
                  for n in range(1, 3 + number % 2)]
        yield places.make(folder / f"county-{number}.db", kiosks, some, ledger=ledger), some


def check_orders(servers, targets):
    kiosks = [places.Kiosk(draw, number) for number in range(5)]
    files = [file for kiosk in kiosks for file in kiosk.files(draw, [202602, 202603, 202604])]
    made = list(counties(OUT, kiosks, files, 4))
    first = made[:-1] + draw.choices(made[:-1], k=3)
    draw.shuffle(first)
    for name, address in targets.items():
        come = []
        for number, (place, some) in enumerate(first + made[-1:] + made[::-1]):
            push(place, address)
            come += some
            expect(servers, address, come, f"{name}, push {number}")
        again = push(made[-1][0], address)
        if " 0 of them had something to send; 0 rows compared, 0 new, 0 raised" not in again:
            faults.append(f"{name}: sent again: {again}")
        beside = dump(servers, address, "ledger", "kiosks", "kiosk_off")
        if [len(rows) for rows in beside.values()] != [3, len(kiosks), len(kiosks)]:
            faults.append(f"{name}: register or ledger: {beside}")


# ---- two at once, one of them killed -------------------------------------------------------

def small(folder):
    """Two counties with kiosks and months in common, each with something the other lacks."""
    kiosks = [places.Kiosk(draw, number, rows_a_day=1) for number in range(2)]
    files = [kiosk.file(202603, 1, 31, 1) for kiosk in kiosks]
    files_a = files + [kiosks[0].file(202603, 3, 9, 2), kiosks[1].file(202604, 1, 30, 1)]
    files_b = files + [kiosks[0].file(202603, 8, 12, 3)]
    return [(places.make(folder / f"small-{name}.db", kiosks, some), some)
            for name, some in (("a", files_a), ("b", files_b))]


def check_meetings(servers, server, when, behind=()):
    """At a step of one the other begins, and either is done before the one goes on, or waits for
    it: what each has looked at before is then out of date. `behind` are further servers on
    which one may wait."""
    (place, files), (other, others) = small(OUT)
    address = server.url("county")
    waiting = ("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' "
               "AND datname = 'county'")
    cable = servers.cable(server)
    servers.sql(address, EMPTY)
    steps = len(steps_of(cable, place, cable.url("county")))
    waited = 0
    taken = share(range(steps), 5)

    def meet():
        nonlocal second, waited
        second = start("push", other, address)
        while second.poll() is None and all(
                servers.sql(there.url("county"), waiting) == [["0"]]
                for there in (server, *behind)):
            pass
        waited += second.poll() is None

    for step in taken:
        servers.sql(address, EMPTY)
        second = None
        cable.plan(step, act=meet, cut=False)
        push(place, cable.url("county"))
        said = "".join(second.communicate())
        if second.returncode != 0:
            faults.append(f"{when}, met at step {step}: the other one: {said}")
        expect(servers, address, files + others, f"{when}, met at step {step}")
        check_months(servers, address, f"{when}, met at step {step}")
    print(f"two at once, {when}: met at {len(taken)} of {steps} steps, {waited} times one waited")


def steps_of(cable, place, address):
    cable.plan(None)
    push(place, address)
    return list(cable.names)


def short(words):
    """What a step is called in the table."""
    verb, *rest = words.split()
    tables_of = [word.strip(",()") for word in rest if word.strip(",()") in places.tables()]
    return f"{verb} {tables_of[0]}" if tables_of and verb != "end" else " ".join(words.split()[:3])


def kill_at(servers, server, way, both, step, after, how):
    """(a step's name, what stood there of the first county when it had ended)."""
    (place, files), (other, others) = both
    cable, address = way
    servers.sql(server.url("county"), EMPTY)
    cable.plan(step, after, lambda: how == "kill" and first.kill())
    first = start("push", place, address)
    second = start("push", other, server.url("county"))
    out, why = first.communicate()
    said = "".join(second.communicate())
    when = f"{how} {'after' if after else 'before'} step {step}"
    if second.returncode != 0:
        faults.append(f"{when}: the other one: {said}")
    if cable.done and how == "cut" and (first.returncode != 1 or "coverage: " not in why):
        faults.append(f"{when}: exit {first.returncode}: {out}{why}")
    there = kept(servers, server.url("county"))
    stands = [places.differences(there, some) == [] for some in (others, files + others)]
    # What has begun is not there by halves: months are always what the counts say.
    check_months(servers, server.url("county"), when)
    push(place, server.url("county"))
    expect(servers, server.url("county"), files + others, f"{when}, pushed again")
    name = short(cable.names[step]) if len(cable.names) > step else "-"
    return name, "all" if stands[1] else "nothing" if stands[0] else "some kiosks"


def check_months(servers, address, when):
    names = ", ".join(name for name, *_ in places.columns_of_month())
    both = servers.sql(address, f"{places.plain_months()}; SELECT kiosk, month, {names} "
                                "FROM kiosk_month ORDER BY 1, 2")
    if both[:len(both) // 2] != both[len(both) // 2:]:
        faults.append(f"{when}: kiosk_month is not what the counts say")


def check_kills(servers, server, ways):
    both = small(OUT)
    table = collections.defaultdict(collections.Counter)
    for name, way in ways.items():
        cable = servers.cable(way)
        address = cable.url("county" if name == "direct" else "county_2")
        servers.sql(server.url("county"), EMPTY)
        steps = len(steps_of(cable, both[0][0], address))
        rounds = [(step, after, how) for step in range(steps) for after in (False, True)
                  for how in ("kill", "cut")]
        taken = share(rounds, 6 if name == "direct" else 4)
        for step, after, how in taken:
            what, stands = kill_at(servers, server, (cable, address), both, step, after, how)
            table[name, what, "after" if after else "before"][stands] += 1
        print(f"killed or cut, {name}: {len(taken)} of {len(rounds)} moments, "
              f"{steps} steps")
    if "TEST_ALL" in os.environ:
        print("way      step                     the server       what stood there then")
        for (way, what, when), counts in table.items():
            print(f"{way:8} {what:24} {when:6} hearing it  "
                  + ", ".join(f"{stands} {n}" for stands, n in counts.items()))


# ---- servers that lie ----------------------------------------------------------------------

def trigger(table, when, body, level="ROW"):
    return (f"CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN {body} END';"
            f"CREATE TRIGGER t {when} ON {table} FOR EACH {level} EXECUTE FUNCTION f();")


LIES = [
    # what is done to the server, and what is said then
    (trigger("counts", "BEFORE INSERT", "RETURN NULL;"), "took fewer rows"),
    (trigger("kiosk_month", "BEFORE INSERT", "RETURN NULL;"), "took fewer rows"),
    (trigger("counts", "AFTER INSERT", "DELETE FROM counts WHERE day = NEW.day; RETURN NEW;"),
     "loses what it is given"),
    (trigger("counts", "AFTER INSERT",
             "UPDATE counts SET n = n - 1 WHERE day % 100 = 3; RETURN NULL;", "STATEMENT"),
     "loses what it is given"),
    (trigger("files", "BEFORE INSERT", "RETURN NULL;"), "loses what it is given"),
    (trigger("kiosk_month", "AFTER INSERT",
             "DELETE FROM kiosk_month WHERE month = 202604; RETURN NULL;", "STATEMENT"),
     "loses what it is given"),
]
RAISE_LIES = [
    (trigger("counts", "BEFORE UPDATE", "RETURN OLD;"), "loses what it is given"),
    (trigger("counts", "BEFORE UPDATE", "RETURN NULL;"), "took fewer rows"),
    ("CREATE RULE r AS ON UPDATE TO counts DO INSTEAD NOTHING;", "took fewer rows"),
]


def check_lies(servers, server):
    (place, files), (other, others) = small(OUT)
    address = server.url("county")
    for lies, before in ((LIES, []), (RAISE_LIES[:1] + share(RAISE_LIES[1:], 1), [other])):
        for lie, says in lies:
            servers.sql(address, EMPTY)
            for honest in before:
                push(honest, address)
            servers.sql(address, lie)
            push(place, address, status=1, says=says)
            servers.sql(address, "DROP FUNCTION IF EXISTS f CASCADE; "
                                 + ("DROP RULE r ON counts;" if "RULE" in lie else ""))
            servers.sql(address, EMPTY)
            push(place, address)
            expect(servers, address, files, f"after {says}")


# ---- three servers -------------------------------------------------------------------------

def start_three(servers):
    shards = [servers.start(f"shard-{number}") for number in range(SHARDS)]
    ddl = tables("postgres_fdw")
    for shard in shards:
        servers.sql(shard.url("county"), ddl)
    coordinator = servers.start("coordinator")
    hosts = "".join(f"\\set host_{number} {shard.folder}\n"
                    for number, shard in enumerate(shards))
    servers.sql(coordinator.url("county"), hosts + ddl)
    return coordinator, shards


def check_stopped(servers, coordinator, shards):
    """One of the three goes away while a county pushes."""
    kiosks = [places.Kiosk(draw, number) for number in range(9)]
    files = [file for kiosk in kiosks for file in kiosk.files(draw, [202603])]
    place = places.make(OUT / "three.db", kiosks, files)
    address = coordinator.url("county")
    servers.sql(address, EMPTY)
    cable = servers.cable(coordinator)
    middle = len(steps_of(cable, place, cable.url("county"))) // 2
    expect(servers, address, files, "three servers")
    spread = [int(servers.sql(shard.url("county"), "SELECT count(DISTINCT kiosk) FROM counts")[0][0])
              for shard in shards]
    if sum(spread) != len(kiosks) or max(spread) == len(kiosks):
        faults.append(f"kiosks are spread {spread}")
    stopped = draw.choice([shard for shard, n in zip(shards, spread) if n])
    servers.sql(address, EMPTY)
    cable.plan(middle, act=stopped.stop, cut=False)
    said = push(place, cable.url("county"), status=1, says="do the same again")
    print(f"# {said.strip()}")
    push(place, address, status=1, says="could not connect to server")
    stopped.start()
    there = push(place, address)
    print(f"# {there.strip()}")
    expect(servers, address, files, "three servers, one of which had stopped")
    check_months(servers, address, "three servers")


def report(address):
    process = start("report", address, "--period", "2026", "--format", "json", "--by", "kiosk",
                    "--today", "2027-01-10")
    out, why = process.communicate()
    if process.returncode != 0 or len(out) < 500:
        faults.append(f"report {address}: exit {process.returncode}: {out[:200]}{why}")
    return out


def check_reports(servers, place, one, pool, three):
    servers.sql(one.url("county"), EMPTY)
    push(place, one.url("county"))
    of_file = report(place)
    for address in (one.url("county"), pool.url("county_1"), three.url("county")):
        if report(address) != of_file:
            faults.append(f"report {address} is not that of the file")


# ---- the whole -----------------------------------------------------------------------------

shutil.rmtree(OUT, ignore_errors=True)
OUT.mkdir(parents=True)
with pg.Servers() as servers:
    one = servers.start("one")
    servers.sql(one.url("county"), tables("postgresql"))
    pool = servers.pool(one)
    three, shards = start_three(servers)
    targets = {"a file": places.make(OUT / "province.db", [], []), "a server": one.url("county"),
               "PgBouncer": pool.url("county_1"), "three servers": three.url("county")}
    for name, address in targets.items():
        if name == "PgBouncer":
            servers.sql(one.url("county"), EMPTY)
        check_orders(servers, {name: address})
    check_lies(servers, one)
    check_meetings(servers, one, "read committed")
    check_kills(servers, one, {"direct": one, "pooled": pool})
    servers.sql(one.url("county"),
                "ALTER DATABASE county SET default_transaction_isolation = 'serializable'")
    check_meetings(servers, one, "serializable")
    check_kills(servers, one, {"direct": one})
    check_meetings(servers, three, "three servers", shards)
    check_stopped(servers, three, shards)
    check_reports(servers, OUT / "three.db", one, pool, three)
for fault in faults:
    print(f"push_servers.py: {fault}", file=sys.stderr)
print(f"push_servers: {len(faults)} faults")
sys.exit(1 if faults else 0)
