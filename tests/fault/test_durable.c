/* SPDX-License-Identifier: MIT */
/*
 * test_durable [ROUNDS [TEST]]: a kiosk counts whole visits with pressing and is killed
 * at a drawn moment, again and again, on one database for 50 times; or its power is cut,
 * and what was not synced is lost or torn; or its disk is full or read-only for a while
 * and comes back.
 *
 * It reports each step before it counts it, and again once all of it is on the disk. What
 * is found afterwards has to be the sums after one of the steps in between, so nothing is
 * lost, doubled or torn; only what waited for somebody who pressed may be missing. What
 * was found of earlier rounds stays as it was.
 */
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/err.h"
#include "base/file.h"
#include "base/hash.h"
#include "base/str.h"
#include "count/counter.h"
#include "store/keeper.h"
#include "store/store.h"
#include "support/folder.h"
#include "support/played.h"
#include "support/power_disk.h"
#include "support/sums.h"
#include "support/tap.h"

enum {
    FIRST_DAY = 20270000,
    STEPS_MAX = 400,
    ROUNDS_A_DATABASE = 50,
    SECONDS_MAX = 4000,
    CUT_AT_THE_END = 1 << 30,
};

static struct folder folder;
static int rounds = 20;

static const char *database(void)
{
    return folder_file(&folder, "counts.db");
}

/* ---- the kiosk --------------------------------------------------------------------- */

static void report(int to, char sign)
{
    if (write(to, &sign, 1) != 1) {
        _exit(1);
    }
}

/* Frames pass until all that may be written is; settling takes real time. */
static void wait_for_disk(struct counter *counter, const struct played *played)
{
    while (counter->queue.count > 0 && counter->queue.pressing == 0) {
        count_queue_tick(&counter->queue, played->at, false);
        usleep(100);
    }
}

/* What happens to its disk. */
struct fate {
    int cut;     /* before which change its power is cut; 0: it is killed instead */
    int refused; /* from which change on it refuses; 0: never */
    int steps;   /* for how many, or seconds when all have been taken */
    int error;   /* ENOSPC, EROFS */
};

static void install(const struct fate *fate, uint64_t seed)
{
    if (fate->cut > 0 || fate->refused > 0) {
        power_disk_install(fate->cut, seed);
        power_disk_refuse(fate->refused, fate->error);
    }
}

/* A step or a second passes. */
static void pass(struct counter *counter, struct store_keeper *keeper,
                 const struct played *played, struct fate *fate)
{
    struct store *store = store_keeper_store(keeper);
    if (store) {
        store_order(store, true); /* settling takes real time */
    }
    if (power_disk_refuses() && fate->steps-- == 0) {
        power_disk_refuse(0, 0);
    }
    store_keeper_tick(keeper, played->at.now_us, played->at.now_us / 1000000);
    count_queue_tick(&counter->queue, played->at, false);
}

/* Nothing more happens, but time passes until the disk is back and all is on it. */
static void wait_for_return(struct counter *counter, struct store_keeper *keeper,
                            struct played *played, struct fate *fate, int reports)
{
    for (int second = 0; second < SECONDS_MAX; second++) {
        if (counter->queue.count == 0 || counter->queue.pressing > 0) {
            if (counter->queue.count == 0) {
                report(reports, 'd');
            }
            return;
        }
        played->at.now_us += 1000000;
        pass(counter, keeper, played, fate);
    }
    _exit(1); /* it has never come back */
}

/* One whose disk refuses goes on all the same. */
static _Noreturn void be_the_kiosk_on_a_bad_disk(uint64_t seed, int day, struct fate fate,
                                                 int reports)
{
    install(&fate, seed);
    struct counter *counter = calloc(1, sizeof *counter);
    struct played played;
    struct store_keeper *keeper = store_keeper_open(database(), STORE_NO_KIOSK, 1);
    counter_init(counter, store_keeper_sink(keeper));
    played_begin(&played, counter, seed, day);
    for (int step = 0; step < STEPS_MAX; step++) {
        report(reports, 's');
        played_step(&played);
        pass(counter, keeper, &played, &fate);
        if (store_keeper_state(keeper)->fault != STORE_SOUND) {
            report(reports, 'r');
        }
        if (counter->queue.count == 0) {
            report(reports, 'd');
        }
    }
    wait_for_return(counter, keeper, &played, &fate, reports);
    report(reports, 'e');
    if (fate.cut > 0) {
        power_disk_cut();
    }
    for (;;) {
        pause();
    }
}

static _Noreturn void be_the_kiosk(uint64_t seed, int day, const struct fate *fate,
                                   int reports)
{
    install(fate, seed);
    struct counter *counter = calloc(1, sizeof *counter);
    struct played played;
    struct store *store = store_open(database(), STORE_NO_KIOSK);
    if (!store) {
        _exit(1);
    }
    counter_init(counter, store_sink(store));
    played_begin(&played, counter, seed, day);
    for (int step = 0; step < STEPS_MAX; step++) {
        report(reports, 's');
        played_step(&played);
        wait_for_disk(counter, &played);
        if (counter->queue.count == 0) {
            report(reports, 'd');
        }
    }
    report(reports, 'e');
    if (fate->cut > 0) {
        power_disk_cut();
    }
    for (;;) {
        pause();
    }
}

/* ---- what it has reported ---------------------------------------------------------- */

struct seen {
    int begun;   /* steps */
    int safe;    /* steps of which all is on the disk */
    int ended;   /* all steps are done */
    int refused; /* after how many steps the disk refused */
};

static void take(struct seen *seen, const char *signs, ssize_t count)
{
    for (ssize_t i = 0; i < count; i++) {
        seen->begun += signs[i] == 's';
        seen->ended += signs[i] == 'e';
        seen->refused += signs[i] == 'r';
        seen->safe = signs[i] == 'd' ? seen->begun : seen->safe;
    }
}

static pid_t start(uint64_t seed, int day, const struct fate *fate, int *reports)
{
    int ends[2];
    assert_int_equal(pipe(ends), 0);
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        close(ends[0]);
        if (fate->refused > 0) {
            be_the_kiosk_on_a_bad_disk(seed, day, *fate, ends[1]);
        }
        be_the_kiosk(seed, day, fate, ends[1]);
    }
    close(ends[1]);
    *reports = ends[0];
    return child;
}

/* Reads all that it has still reported. How it ended. */
static int finish(pid_t child, int reports, struct seen *seen)
{
    char signs[256];
    ssize_t got = 0;
    while ((got = read(reports, signs, sizeof signs)) > 0) {
        take(seen, signs, got);
    }
    close(reports);
    int status = 0;
    assert_int_equal(waitpid(child, &status, 0), child);
    return status;
}

/* Killed some turns of an empty loop after it has begun a number of steps. */
static struct seen kill_at(uint64_t seed, int day, int steps, int turns)
{
    char sign = ' ';
    struct seen seen = {0};
    int reports = -1;
    pid_t child = start(seed, day, &(struct fate){.cut = 0}, &reports);
    while (seen.begun < steps && !seen.ended && read(reports, &sign, 1) == 1) {
        take(&seen, &sign, 1);
    }
    for (volatile int turn = 0; turn < turns; turn++) {
    }
    kill(child, SIGKILL);
    int status = finish(child, reports, &seen);
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    return seen;
}

static struct seen cut_at(uint64_t seed, int day, const struct fate *fate)
{
    struct seen seen = {0};
    int reports = -1;
    pid_t child = start(seed, day, fate, &reports);
    int status = finish(child, reports, &seen);
    if (!WIFEXITED(status) || WEXITSTATUS(status) != POWER_DISK_CUT) {
        fail_msg("the kiosk ended by itself: status %d", status);
    }
    return seen;
}

/* ---- what is on the disk ----------------------------------------------------------- */

static bool print_row(void *context, const struct count_row *row)
{
    const struct count_key *key = &row->key;
    str_add(context, "%d %s/%s/%s=%lld,%lld\n", key->hour, key->metric, key->subject,
            key->detail, (long long)row->n, (long long)row->revision);
    return true;
}

static void print_days(struct store *store, int from, int to, struct str *out)
{
    str_add(out, "%s", "");
    assert_true(store_each(store, from, to, print_row, out));
}

/* The same steps counted in memory, by a queue of its own. */
struct model {
    struct sums sums;
    struct counter counter;
    struct played played;
    const struct seen *seen;
    const char *found; /* on the disk */
    int step;          /* how many were begun */
    int at;            /* the one with which the sums became those; -1: not yet */
};

static void compare(struct model *model)
{
    struct str text = {0};
    str_add(&text, "%s", "");
    for (size_t i = 0; i < model->sums.count; i++) {
        print_row(&text, &model->sums.rows[i]);
    }
    if (model->at < 0 && model->step >= model->seen->safe &&
        str_equal(text.text, model->found)) {
        model->at = model->step;
    }
    str_free(&text);
}

/* Each is one commit of the kiosk, or a part of one where it came while it settled. */
static bool add_and_compare(void *context, const struct count_row *rows, size_t count)
{
    struct model *model = context;
    const struct count_sink sink = sums_sink(&model->sums);
    bool added = sink.add(sink.context, rows, count);
    compare(model);
    return added;
}

/* With which of the steps [safe, begun] the sums became these; -1: with none. */
static int step_of(const char *found, uint64_t seed, int day, const struct seen *seen)
{
    struct model *model = calloc(1, sizeof *model);
    *model = (struct model){.seen = seen, .found = found, .at = -1};
    counter_init(&model->counter,
                 (struct count_sink){.context = model, .add = add_and_compare});
    played_begin(&model->played, &model->counter, seed, day);
    compare(model);
    while (model->step < seen->begun && model->at < 0) {
        model->step++;
        played_step(&model->played);
        compare(model);
    }
    int at = model->at;
    free(model);
    return at;
}

struct table {
    int rounds, whole, waiting, settling, steps, refusing;
    uint64_t earlier; /* hash of the days before */
};

static uint64_t hash_days(struct store *store, int from, int to)
{
    struct str text = {0};
    print_days(store, from, to, &text);
    uint64_t hash = hash_text(HASH_BEGIN, text.text);
    str_free(&text);
    return hash;
}

static void check_disk(uint64_t seed, int round, const struct seen *seen,
                       struct table *table)
{
    struct str text = {0};
    table->settling += file_exists(folder_file(&folder, "counts.db.settling"));
    struct store *store = store_open(database(), STORE_NO_KIOSK);
    if (!store) {
        fail_msg("round %d: %s", round, err_text());
    }
    print_days(store, FIRST_DAY + round, FIRST_DAY + round, &text);
    int step = step_of(text.text, seed, FIRST_DAY + round, seen);
    if (step < 0) {
        printf("%s", text.text); /* longer than a message may be */
        fail_msg("round %d: %d steps begun, %d safe, and found what stands above", round,
                 seen->begun, seen->safe);
    }
    if (hash_days(store, FIRST_DAY, FIRST_DAY + round - 1) != table->earlier) {
        struct str before = {0};
        print_days(store, FIRST_DAY, FIRST_DAY + round - 1, &before);
        fail_msg("round %d: what was found before has changed:\n%s", round, before.text);
    }
    table->rounds++;
    table->steps += step;
    table->whole += step == seen->begun;
    table->refusing += seen->refused > 0;
    table->waiting += seen->begun > seen->safe + 1;
    table->earlier = hash_days(store, FIRST_DAY, FIRST_DAY + round);
    store_close(store);
    str_free(&text);
}

static void print_table(const char *what, const struct table *table)
{
    printf(
        "# %s %d | steps on the disk %d | all that was begun %d | while counts waited "
        "for somebody who pressed %d | while it settled %d | after the disk had refused "
        "%d | lost 0 | doubled 0 | torn 0\n",
        what, table->rounds, table->steps, table->whole, table->waiting, table->settling,
        table->refusing);
}

/* How a round ends. */
typedef struct seen end_round(struct rng *rng, uint64_t seed, int day);

static struct seen by_kill(struct rng *rng, uint64_t seed, int day)
{
    int steps = rng_int(rng, 0, 50);
    return kill_at(seed, day, steps, rng_int(rng, 0, 3000000));
}

static struct seen by_cut(struct rng *rng, uint64_t seed, int day)
{
    return cut_at(seed, day, &(struct fate){.cut = rng_int(rng, 1, 500)});
}

/* The disk refuses for a while. Then all goes on to the end, or the power is cut, before
 * it is back or afterwards. */
static struct seen by_refusal(struct rng *rng, uint64_t seed, int day)
{
    struct fate fate = {.refused = rng_int(rng, 1, 200),
                        .steps = rng_int(rng, 1, 60),
                        .error = rng_int(rng, 0, 1) ? ENOSPC : EROFS};
    fate.cut = rng_int(rng, 0, 1) ? rng_int(rng, fate.refused, 400) : CUT_AT_THE_END;
    struct seen seen = cut_at(seed, day, &fate);
    if (fate.cut == CUT_AT_THE_END) {
        assert_int_equal(seen.ended, 1);
    }
    return seen;
}

static struct table run_rounds(const char *what, end_round *end)
{
    struct rng rng = rng_begin();
    struct table table = {0};
    folder = folder_make();
    for (int round = 0; round < rounds; round++) {
        uint64_t seed = rng_u64(&rng);
        if (round % ROUNDS_A_DATABASE == 0) {
            folder_empty(&folder);
            table.earlier = hash_text(HASH_BEGIN, "");
        }
        struct seen seen = end(&rng, seed, FIRST_DAY + round);
        check_disk(seed, round, &seen, &table);
    }
    print_table(what, &table);
    assert_true(table.steps > rounds);
    folder_remove(&folder);
    return table;
}

static void a_kill_loses_what_waited_for_a_run_at_most(void **state)
{
    (void)state;
    run_rounds("kills", by_kill);
}

static void a_power_cut_loses_no_more(void **state)
{
    (void)state;
    run_rounds("power cuts", by_cut);
}

static void a_disk_that_refuses_and_comes_back_loses_nothing(void **state)
{
    (void)state;
    struct table table = run_rounds("full or read-only disks", by_refusal);
    assert_true(table.refusing > rounds / 4);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_kill_loses_what_waited_for_a_run_at_most),
        cmocka_unit_test(a_power_cut_loses_no_more),
        cmocka_unit_test(a_disk_that_refuses_and_comes_back_loses_nothing),
    };
    rounds = argc > 1 ? atoi(argv[1]) : rounds;
    if (argc > 2) {
        cmocka_set_test_filter(argv[2]);
    }
    return cmocka_run_group_tests_name("durable", tests, NULL, NULL);
}
