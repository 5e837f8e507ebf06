#!/bin/sh
# postgres_fdw says UPDATE 1 of a row that belongs to another server now, and leaves it.
#
# PostgreSQL 15.18-0+deb12u1. A table is hash-partitioned over foreign tables on two servers. An
# UPDATE of the partition key of a row whose new key belongs to the other one is sent to the server
# where the row lies and answered by UPDATE 1; the row stays there, under its new key. A query for
# that key is asked of the other server alone, and finds nothing. (From a partition of its own, the
# parent would have moved the row, or refused.)
#
# What we do: a kiosk's id is never changed; tests/unit/test_statements.py holds every statement to
# that, and `coverage tables postgres_fdw` says why.
#
# Exits 0 while it is so, 1 when it has changed, 2 when it could not be tried.
set -eu
version=15.18-0+deb12u1
folder=$(mktemp -d)
chmod 755 "$folder"
as=
[ "$(id -u)" != 0 ] || as="setpriv --reuid=nobody --regid=nogroup --clear-groups"
bin=$folder/tree/usr/lib/postgresql/15/bin
stop() {
    for name in one two; do
        [ ! -d "$folder/$name/data" ] || $as "$bin/pg_ctl" -D "$folder/$name/data" -m immediate stop >>"$folder/log" 2>&1 || :
    done
    rm -rf "$folder"
}
trap stop EXIT
cd "$folder"
for package in postgresql-15 postgresql-client-15 libpq5; do
    package=$package=$version
    if ! apt-get download -q "$package" >log 2>&1 && ! { apt-get update -q && apt-get download -q "$package"; } >log 2>&1; then
        tail -n 3 log >&2
        echo "could not be tried: $package is not to be had" >&2
        exit 2
    fi
done
for file in ./*.deb; do
    dpkg-deb -x "$file" tree
done
LD_LIBRARY_PATH=$(dirname "$(find "$folder/tree" -name 'libpq.so.5' | head -n 1)")
export LD_LIBRARY_PATH
for name in one two; do
    mkdir "$name"
    [ -z "$as" ] || chown nobody "$name"
    if ! $as "$bin/initdb" -D "$folder/$name/data" -A trust -U postgres -N >log 2>&1 ||
        ! $as "$bin/pg_ctl" -w -D "$folder/$name/data" -l "$folder/$name/log" \
            -o "-k $folder/$name -c listen_addresses='' -c fsync=off" start >log 2>&1; then
        tail -n 3 log >&2
        echo "could not be tried: PostgreSQL does not start here" >&2
        exit 2
    fi
done
sql() { # SERVER: statements on stdin
    "$bin/psql" -XqAt -v ON_ERROR_STOP=1 -h "$folder/$1" -U postgres postgres
}
echo 'CREATE TABLE sums (id text, n int)' | sql two
sql one <<SQL
CREATE EXTENSION postgres_fdw;
CREATE TABLE sums_here (id text, n int);
CREATE TABLE sums (id text, n int) PARTITION BY HASH (id);
CREATE SERVER here FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '$folder/one', dbname 'postgres');
CREATE SERVER there FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host '$folder/two', dbname 'postgres');
CREATE USER MAPPING FOR postgres SERVER here OPTIONS (user 'postgres');
CREATE USER MAPPING FOR postgres SERVER there OPTIONS (user 'postgres');
CREATE FOREIGN TABLE sums_0 PARTITION OF sums FOR VALUES WITH (MODULUS 2, REMAINDER 0)
    SERVER here OPTIONS (table_name 'sums_here');
CREATE FOREIGN TABLE sums_1 PARTITION OF sums FOR VALUES WITH (MODULUS 2, REMAINDER 1)
    SERVER there OPTIONS (table_name 'sums');
INSERT INTO sums SELECT 'id-' || i, i FROM generate_series(1, 20) i;
SQL
echo "postgresql-15=$version"
# An id of the one server, and one that belongs to the other and is not taken.
old=$(echo "SELECT min(id) FROM sums_here" | sql one)
new=$(sql one <<'SQL'
SELECT min(id) FROM (SELECT 'new-' || i AS id FROM generate_series(1, 20) i) new
WHERE satisfies_hash_partition('sums'::regclass, 2, 1, id);
SQL
)
echo "UPDATE sums SET id = '$new' WHERE id = '$old':"
said=$("$bin/psql" -XAt -h "$folder/one" -U postgres -c "UPDATE sums SET id = '$new' WHERE id = '$old'" postgres 2>&1) || :
found=$(echo "SELECT count(*) FROM sums WHERE id = '$new'" | sql one)
lies=$(echo "SELECT count(*) FROM sums_here WHERE id = '$new'" | sql one)
echo "it says: $said; rows of $new that the parent finds: $found; on the old server: $lies"
if [ "$said" = "UPDATE 1" ] && [ "$found" = 0 ] && [ "$lies" = 1 ]; then
    echo "it is as found"
else
    echo "changed"
    exit 1
fi
