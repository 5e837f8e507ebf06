/* SPDX-License-Identifier: MIT */
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "link/link.h"
#include "link/port.h"
#include "link/recording.h"
#include "support/tap.h"
#include "wire/wire.h"

static char folder[] = "/tmp/test-port-XXXXXX";
static char path[64];

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) && str_format(path, sizeof path, "%s/run.csv", folder) ? 0 : 1;
}

static int remove_folder(void **state)
{
    (void)state;
    unlink(path);
    return rmdir(folder);
}

static int port_read(struct port *port, char *bytes, size_t max)
{
    return port->ops->read(port, bytes, max);
}

/* ---- file descriptors ---- */

static void a_descriptor_gives_what_is_there_then_nothing_then_gone(void **state)
{
    (void)state;
    int ends[2];
    char bytes[8];
    assert_int_equal(pipe(ends), 0);
    struct port *port = port_fd_open(ends[0], "pipe");
    assert_non_null(port);
    assert_string_equal(port->name, "pipe");
    assert_int_equal(port_read(port, bytes, sizeof bytes), 0);
    assert_int_equal(write(ends[1], "12345678901", 11), 11);
    close(ends[1]);
    assert_int_equal(port_read(port, bytes, sizeof bytes), 8);
    assert_int_equal(port_read(port, bytes, sizeof bytes), 3);
    assert_memory_equal(bytes, "901", 3);
    assert_int_equal(port_read(port, bytes, sizeof bytes), -1);
    port->ops->close(port);
    assert_int_equal(fcntl(ends[0], F_GETFD), -1);
}

static void writing_never_waits_and_never_kills(void **state)
{
    (void)state;
    int ends[2];
    char block[4096] = {0};
    assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    struct port *port = port_fd_open(ends[0], "socket");
    assert_non_null(port);
    assert_true(port->ops->write(port, "$?*264C\r\n", 9));
    assert_int_equal(read(ends[1], block, sizeof block), 9);
    assert_memory_equal(block, "$?*264C\r\n", 9);
    int blocks = 0;
    while (blocks < 10000 && port->ops->write(port, block, sizeof block)) {
        blocks++;
    }
    assert_in_range(blocks, 1, 9999);
    close(ends[1]);
    assert_false(port->ops->write(port, "x", 1));
    port->ops->close(port);
    assert_null(port_fd_open(-1, "nothing"));
    assert_true(str_starts(err_text(), "nothing: "));
}

/* ---- serial ports ---- */

static int open_terminal(char *name, size_t size)
{
    int master = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK);
    assert_true(master >= 0 && grantpt(master) == 0 && unlockpt(master) == 0);
    assert_int_equal(ptsname_r(master, name, size), 0);
    return master;
}

static void a_pseudo_terminal_passes_every_byte(void **state)
{
    (void)state;
    char name[64];
    int master = open_terminal(name, sizeof name);
    struct port *port = port_serial_open(name, 115200);
    assert_non_null(port);
    assert_string_equal(port->name, name);
    char sent[256];
    char got[256];
    for (size_t i = 0; i < sizeof sent; i++) {
        sent[i] = (char)i;
    }
    assert_int_equal(port_read(port, got, sizeof got), 0);
    assert_int_equal(write(master, sent, sizeof sent), sizeof sent);
    assert_int_equal(port_read(port, got, sizeof got), sizeof got);
    assert_memory_equal(got, sent, sizeof got);
    assert_int_equal(port_read(port, got, sizeof got), 0);
    assert_true(port->ops->write(port, sent, sizeof sent));
    assert_int_equal(read(master, got, sizeof got), sizeof got);
    assert_memory_equal(got, sent, sizeof got);

    assert_null(port_serial_open(name, 115200));
    assert_non_null(strstr(err_text(), "in use already"));
    port->ops->close(port);
    port = port_serial_open(name, 9600);
    assert_non_null(port);
    close(master);
    assert_int_equal(port_read(port, got, sizeof got), -1);
    port->ops->close(port);
}

static void a_link_to_a_port_is_followed(void **state)
{
    (void)state;
    char name[64];
    char by_id[64];
    int master = open_terminal(name, sizeof name);
    str_format(by_id, sizeof by_id, "%s/usb-manikin", folder);
    assert_int_equal(symlink(name, by_id), 0);
    struct port *port = port_serial_open(by_id, 115200);
    assert_non_null(port);
    assert_string_equal(port->name, name);
    port->ops->close(port);
    close(master);
    assert_null(port_serial_open(by_id, 115200));
    unlink(by_id);
}

static void what_is_no_port_is_told(void **state)
{
    (void)state;

    static const struct {
        const char *path;
        const char *cause;
    } cases[] = {
        {"/dev/ttyNOWHERE0", "No such file"},
        {"/dev/null", "is no serial port"},
        {"/tmp", "is no serial port"},
    };

    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        err_clear();
        struct port *port = port_serial_open(cases[i].path, 115200);
        assert_null(port);
        assert_non_null(strstr(err_text(), cases[i].cause));
        assert_true(str_starts(err_text(), cases[i].path));
    }
}

static void the_list_of_ports_ends(void **state)
{
    (void)state;
    char name[64];
    size_t at = 0;
    int count = 0;
    while (port_serial_list(&at, name, sizeof name)) {
        assert_true(str_starts(name, "/dev/tty"));
        assert_true(++count < 1000);
    }
    assert_false(port_serial_list(&at, name, sizeof name));
}

/* ---- recordings ---- */

static void write_text(const char *text)
{
    assert_true(file_write(path, text, strlen(text)));
}

static void expect_lines(struct port *port, const char *text)
{
    char got[512];
    int count = port_read(port, got, sizeof got - 1);
    assert_true(count >= 0);
    got[count] = '\0';
    assert_string_equal(got, text);
}

static void a_recording_speaks_when_its_stamps_say_so(void **state)
{
    (void)state;
    struct clock clock;
    clock_init_moved(&clock, 0);
    clock_move(&clock, 5000000);
    write_text("t_ms,depth_mm,force_n,volume_ml,hands,lost\n"
               "1000,52.3,,,,0\n1010,-0.04,412,480.4,0,0\n1030,52.3,,,,1\n");
    struct port *port = port_replay_open(path, &clock);
    assert_non_null(port);
    assert_string_equal(port->name, path);
    expect_lines(port, "$I,1,recording,REPLAY,,100,d,*884C\r\n"
                       "$S,1,1000000,523,,,*0007\r\n");
    expect_lines(port, "");
    clock_move(&clock, 9999);
    expect_lines(port, "");
    clock_move(&clock, 1);
    expect_lines(port, "$S,2,1010000,0,4120,480,0*5CBD\r\n");
    clock_move(&clock, 20000);
    expect_lines(port, "$S,4,1030000,523,,,*2D6E\r\n");
    clock_move(&clock, 10000); /* the second round goes on a period later */
    expect_lines(port, "$S,5,1040000,523,,,*8D01\r\n");
    assert_false(port->ops->write(port, "$?*264C\r\n", 9));
    port->ops->close(port);
}

static void a_recording_is_heard_as_it_was_made(void **state)
{
    (void)state;

    enum { SAMPLES = 900 };
    struct draw draw = draw_begin();
    static struct cpr_sample truth[SAMPLES];
    struct recording_writer *writer = recording_create(path, NULL);
    assert_non_null(writer);
    int64_t t_us = draw_int(&draw, 0, 1 << 30);
    for (int i = 0; i < SAMPLES; i++) {
        uint32_t lost = draw_int(&draw, 0, 19) ? 0 : (uint32_t)draw_int(&draw, 1, 5);
        t_us += (int64_t)(1 + lost) * draw_int(&draw, 9000, 11000);
        truth[i] = (struct cpr_sample){.t_us = t_us,
                                       .depth_mm = draw_int(&draw, -20, 700) / 10.0,
                                       .force_n = draw_int(&draw, 0, 9000) / 10.0,
                                       .volume_ml = draw_int(&draw, 0, 900),
                                       .hands = (enum cpr_hands)draw_int(&draw, -1, 4),
                                       .lost = i > 0 ? lost : 0};
        recording_add(writer, &truth[i]);
    }
    assert_true(recording_finish(writer));

    struct clock clock;
    clock_init_moved(&clock, 0);
    char target[80];
    str_format(target, sizeof target, "replay:%s", path);
    struct link *link = link_create(target, &clock);
    assert_non_null(link);
    int count = 0;
    int64_t start_us = clock_now_us(&clock);
    while (count < SAMPLES) {
        struct cpr_sample got[LINK_SAMPLES_MAX];
        clock_move(&clock, draw_int(&draw, 0, 500000));
        size_t came = link_poll(link, got, LINK_SAMPLES_MAX);
        for (size_t i = 0; i < came && count < SAMPLES; i++, count++) {
            assert_int_equal(got[i].t_us - truth[count].t_us, 0);
            assert_true(got[i].depth_mm == truth[count].depth_mm);
            assert_true(got[i].force_n == truth[count].force_n);
            assert_true(got[i].volume_ml == truth[count].volume_ml);
            assert_int_equal(got[i].hands, truth[count].hands);
            assert_int_equal(got[i].lost, truth[count].lost);
        }
    }
    int64_t took_us = clock_now_us(&clock) - start_us;
    int64_t length_us = truth[SAMPLES - 1].t_us - truth[0].t_us;
    assert_in_range(took_us, length_us, length_us + 500000);
    struct link_status status;
    link_status(link, &status);
    assert_true(status.simulated);
    assert_string_equal(status.model, "recording");
    assert_int_equal(status.state, LINK_READY);
    assert_in_range(status.hz, 95, 105);
    assert_string_equal(status.port, path);
    assert_false(link_zero(link));
    assert_non_null(strstr(err_text(), "a recording takes no commands"));
    link_destroy(link);
}

static void a_recording_plays_round_after_round(void **state)
{
    (void)state;
    struct clock clock;
    clock_init_moved(&clock, 0);
    write_text("t_s,depth_mm\n0,1\n0.02,2\n0.04,3\n");
    char target[80];
    str_format(target, sizeof target, "replay:%s", path);
    struct link *link = link_create(target, &clock);
    assert_non_null(link);
    for (int i = 0; i < 200; i++) {
        struct cpr_sample got[4];
        assert_int_equal(link_poll(link, got, 4), 1);
        assert_int_equal(got[0].t_us, i * 20000);
        assert_true(got[0].depth_mm == 1 + i % 3);
        assert_int_equal(got[0].lost, 0);
        clock_move(&clock, 20000);
    }
    /* The file is taken away: gone, and back when it is back. */
    unlink(path);
    struct link_status status;
    struct cpr_sample got[64];
    for (int i = 0; i < 100; i++) {
        link_poll(link, got, 64);
        clock_move(&clock, 20000);
    }
    link_status(link, &status);
    assert_int_equal(status.state, LINK_SEARCHING);
    write_text("t_s,depth_mm\n0,1\n0.02,2\n0.04,3\n");
    clock_move(&clock, 300000);
    assert_int_equal(link_poll(link, got, 64), 1);
    assert_true(got[0].t_us > 4000000);
    link_destroy(link);
}

static void a_recording_that_cannot_be_played_is_told(void **state)
{
    (void)state;

    static const struct {
        const char *text;
        const char *cause;
    } cases[] = {
        {"t_ms,depth_mm\n0,1\n10,2\n20,\n", ":4: depth_mm is empty"},
        {"t_ms,depth_mm\n", "holds no two samples"},
        {"t_ms,depth_mm\n0,1\n", "holds no two samples"},
        {"t_ms,depth_mm\n0,1\n0,2\n", "holds no two samples"},
        {"t_ms,depth_mm\n0,1\n2500,1000\n", "the sample at 2.500 s is beyond"},
        {"t_ms,depth_mm,force_n\n0,1,1e300\n", "the sample at 0.000 s is beyond"},
    };
    struct clock clock;
    clock_init_moved(&clock, 0);
    char target[80];
    str_format(target, sizeof target, "replay:%s", path);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        write_text(cases[i].text);
        assert_null(link_create(target, &clock));
        assert_true(str_starts(err_text(), path));
        assert_non_null(strstr(err_text(), cases[i].cause));
    }
    assert_null(link_create("replay:/nowhere/run.csv", &clock));
    assert_true(str_starts(err_text(), "/nowhere/run.csv: cannot be opened"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_descriptor_gives_what_is_there_then_nothing_then_gone),
        cmocka_unit_test(writing_never_waits_and_never_kills),
        cmocka_unit_test(a_pseudo_terminal_passes_every_byte),
        cmocka_unit_test(a_link_to_a_port_is_followed),
        cmocka_unit_test(what_is_no_port_is_told),
        cmocka_unit_test(the_list_of_ports_ends),
        cmocka_unit_test(a_recording_speaks_when_its_stamps_say_so),
        cmocka_unit_test(a_recording_is_heard_as_it_was_made),
        cmocka_unit_test(a_recording_plays_round_after_round),
        cmocka_unit_test(a_recording_that_cannot_be_played_is_told),
    };
    return cmocka_run_group_tests_name("port", tests, make_folder, remove_folder);
}
