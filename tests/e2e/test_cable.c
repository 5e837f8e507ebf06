/* SPDX-License-Identifier: MIT */
/*
 * The whole cable: the real firmware in the simulator, a pseudo-terminal, the real
 * libserialport (a preload library answers what it asks of a pty), link. The manikin's
 * time moves only by "step", the kiosk's by hand, so nothing here depends on how fast the
 * machine is.
 *
 *     test_cable PATH-OF-MANIKIN-SIM
 */
#include <fcntl.h>
#include <math.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/str.h"
#include "link/link.h"
#include "link/port.h"
#include "support/child.h"
#include "support/tap.h"

enum {
    STEP_US = 10000,
    BOOT_STEPS = 300,
    ARRIVE_MS = 500, /* real time that bytes may take through the kernel's pty */
};

struct stand {
    struct child child;
    char folder[32];
    char device[64]; /* the link that the simulator keeps pointing at its pty */
    struct clock clock;
    struct link *link;
    struct cpr_sample last;
    int samples;
    uint32_t lost;
    double deepest_mm;
};

static const char *simulator;

/* Says `command` and expects an answer that begins with `expected`. */
static void tell(struct stand *stand, const char *command, const char *expected)
{
    char answer[256];
    child_ask(&stand->child, command, answer, sizeof answer);
    if (!str_starts(answer, expected)) {
        fail_msg("%s: %s", command, answer);
    }
}

static void begin(struct stand *stand)
{
    char path[128];
    *stand = (struct stand){.folder = "/tmp/test-cable-XXXXXX"};
    assert_non_null(mkdtemp(stand->folder));
    str_format(stand->device, sizeof stand->device, "%s/manikin", stand->folder);
    const char *const argv[] = {simulator,
                                "--control",
                                "--stepped",
                                "--link",
                                stand->device,
                                "--learner",
                                "depth=52,rate=110,lean=0,jitter=0",
                                NULL};
    child_start(&stand->child, argv);
    child_line(&stand->child, path, sizeof path);
    assert_true(str_starts(path, "/dev/pts/"));
    clock_init_moved(&stand->clock, 0);
    stand->link = link_create(stand->device, &stand->clock);
    assert_non_null(stand->link);
}

static void end(struct stand *stand)
{
    tell(stand, "quit", "ok");
    assert_int_equal(child_wait(&stand->child), 0);
    link_destroy(stand->link);
    unlink(stand->device);
    rmdir(stand->folder);
}

static struct link_status status_of(const struct stand *stand)
{
    struct link_status status;
    link_status(stand->link, &status);
    return status;
}

static size_t fetch(struct stand *stand)
{
    struct cpr_sample got[LINK_SAMPLES_MAX];
    size_t count = link_poll(stand->link, got, LINK_SAMPLES_MAX);
    for (size_t i = 0; i < count; i++) {
        assert_true(stand->samples == 0 || got[i].t_us > stand->last.t_us);
        stand->last = got[i];
        stand->samples++;
        stand->lost += got[i].lost;
        stand->deepest_mm = fmax(stand->deepest_mm, got[i].depth_mm);
    }
    return count;
}

/* Moves both clocks a sample on. The kernel may take a moment to hand over its line. */
static void step(struct stand *stand, bool expecting)
{
    char command[32];
    str_format(command, sizeof command, "step %d", STEP_US);
    tell(stand, command, "ok");
    clock_move(&stand->clock, STEP_US);
    size_t count = fetch(stand);
    for (int ms = 0; expecting && count == 0 && ms < ARRIVE_MS; ms++) {
        poll(NULL, 0, 1);
        count = fetch(stand);
    }
}

static void steps(struct stand *stand, int count)
{
    for (int i = 0; i < count; i++) {
        step(stand, true);
    }
}

/* How many steps it takes until samples flow; fails the test after `limit`. */
static int steps_to_ready(struct stand *stand, int limit)
{
    for (int i = 1; i <= limit; i++) {
        step(stand, false);
        poll(NULL, 0, 1);
        fetch(stand);
        if (status_of(stand).state == LINK_READY) {
            return i;
        }
    }
    fail_msg("not ready after %d steps", limit);
    return limit;
}

static void pressing_is_measured(struct stand *stand)
{
    stand->deepest_mm = 0;
    tell(stand, "press 2", "ok");
    steps(stand, 300);
    if (!(fabs(stand->deepest_mm - 52) <= 1.5)) {
        fail_msg("pressed 52 mm, measured %.1f", stand->deepest_mm);
    }
}

static void the_port_below_is_libserialport(void **state)
{
    (void)state;
    int master = posix_openpt(O_RDWR | O_NOCTTY);
    int ends[2];
    char name[64];
    assert_true(master >= 0 && grantpt(master) == 0 && unlockpt(master) == 0);
    assert_int_equal(ptsname_r(master, name, sizeof name), 0);
    assert_int_equal(pipe(ends), 0);
    struct port *serial = port_serial_open(name, 115200);
    struct port *plain = port_fd_open(ends[0], "pipe");
    assert_true(serial && plain);
    assert_ptr_not_equal(serial->ops, plain->ops);
    serial->ops->close(serial);
    plain->ops->close(plain);
    close(ends[1]);
    close(master);
}

static void a_pressed_chest_is_read_through_the_whole_chain(void **state)
{
    (void)state;
    struct stand stand;
    begin(&stand);
    steps_to_ready(&stand, BOOT_STEPS);
    steps(&stand, 100);
    struct link_status status = status_of(&stand);
    assert_int_equal(status.state, LINK_READY);
    assert_true(str_starts(status.serial, "SIM-") && status.simulated);
    assert_true(status.model[0] && status.firmware[0]);
    assert_int_equal(status.hz, 100);
    int before = stand.samples;
    int64_t before_us = stand.last.t_us;
    pressing_is_measured(&stand);
    assert_in_range(stand.samples - before, 299, 301);
    int64_t took_us = stand.last.t_us - before_us;
    assert_in_range(took_us, 2980000, 3020000);
    assert_int_equal(stand.lost, 0);
    assert_int_equal(status_of(&stand).samples_lost, 0);
    end(&stand);
}

static void a_pulled_cable_is_plugged_in_again(void **state)
{
    (void)state;
    struct stand stand;
    begin(&stand);
    steps_to_ready(&stand, BOOT_STEPS);
    steps(&stand, 50);
    for (int i = 0; i < 3; i++) {
        tell(&stand, "unplug", "ok");
        for (int j = 0; j < 100; j++) {
            step(&stand, false);
        }
        assert_int_equal(status_of(&stand).state, LINK_SEARCHING);
        assert_string_equal(status_of(&stand).port, "");
        int64_t away_us = stand.last.t_us;
        tell(&stand, "plug", "ok /dev/pts/");
        assert_true(steps_to_ready(&stand, 100) < 100); /* within a second */
        assert_true(stand.last.t_us >= away_us + 100 * STEP_US);
        pressing_is_measured(&stand);
    }
    end(&stand);
}

static void commands_are_answered_by_the_firmware(void **state)
{
    (void)state;
    struct stand stand;
    begin(&stand);
    steps_to_ready(&stand, BOOT_STEPS);
    steps(&stand, 100);
    uint32_t answers = status_of(&stand).answers;
    assert_true(link_zero(stand.link));
    steps(&stand, 100);
    assert_int_equal(status_of(&stand).answers, answers + 1);
    assert_int_equal(status_of(&stand).answered, 'Z');
    assert_int_equal(status_of(&stand).answer_error, 0);
    assert_true(fabs(stand.last.depth_mm) <= 0.5);
    end(&stand);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_port_below_is_libserialport),
        cmocka_unit_test(a_pressed_chest_is_read_through_the_whole_chain),
        cmocka_unit_test(a_pulled_cable_is_plugged_in_again),
        cmocka_unit_test(commands_are_answered_by_the_firmware),
    };
    if (argc != 2) {
        fputs("usage: test_cable PATH-OF-MANIKIN-SIM\n", stderr);
        return 2;
    }
    simulator = argv[1];
    return cmocka_run_group_tests_name("cable", tests, NULL, NULL);
}
