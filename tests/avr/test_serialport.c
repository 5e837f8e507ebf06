/* SPDX-License-Identifier: MIT */
/*
 * The real firmware through the real libserialport: with libptyserial.so preloaded, the
 * library opens the simulator's port. The test list sets LD_PRELOAD.
 */
#include <string.h>

#include <libserialport.h>

#include "support/child.h"
#include "support/tap.h"
#include "wire/wire.h"

static const char *program;

struct session {
    struct child child;
    struct sp_port *port;
    char buffer[WIRE_LINE_MAX + 1];
    struct wire_line line;
    int counts[WIRE_COMMAND + 1];
    struct wire_message last[WIRE_COMMAND + 1];
};

static void step(struct session *session, const char *command)
{
    char answer[128];
    assert_string_equal(child_ask(&session->child, command, answer, sizeof answer), "ok");
    char bytes[4096];
    int count;
    while ((count = sp_nonblocking_read(session->port, bytes, sizeof bytes)) > 0) {
        for (int i = 0; i < count; i++) {
            struct wire_message message;
            if (wire_line_feed(&session->line, bytes[i])) {
                enum wire_kind kind =
                    wire_parse(session->buffer, session->line.length, &message);
                session->counts[kind]++;
                session->last[kind] = message;
            }
        }
    }
    assert_int_equal(count, 0);
}

static void open_port(struct session *session, const char *path)
{
    assert_int_equal(sp_get_port_by_name(path, &session->port), SP_OK);
    assert_int_equal(sp_open(session->port, SP_MODE_READ_WRITE), SP_OK);
    assert_int_equal(sp_set_baudrate(session->port, 115200), SP_OK);
    assert_int_equal(sp_set_bits(session->port, 8), SP_OK);
    assert_int_equal(sp_set_parity(session->port, SP_PARITY_NONE), SP_OK);
    assert_int_equal(sp_set_stopbits(session->port, 1), SP_OK);
    assert_int_equal(sp_set_flowcontrol(session->port, SP_FLOWCONTROL_NONE), SP_OK);
    assert_int_equal(sp_set_dtr(session->port, SP_DTR_ON), SP_OK);
    enum sp_signal signals;
    assert_int_equal(sp_get_signals(session->port, &signals), SP_OK);
}

static void command(struct session *session, char letter, int32_t argument)
{
    struct wire_message message = {.kind = WIRE_COMMAND};
    message.as.command.command = letter;
    message.as.command.argument = argument;
    char line[WIRE_MESSAGE_MAX];
    size_t length = wire_write(line, sizeof line, &message);
    int answers = session->counts[WIRE_ANSWER];
    assert_int_equal(sp_nonblocking_write(session->port, line, length), (int)length);
    step(session, "step 500000");
    assert_int_equal(session->counts[WIRE_ANSWER], answers + 1);
    assert_int_equal(session->last[WIRE_ANSWER].as.answer.command, letter);
    assert_int_equal(session->last[WIRE_ANSWER].as.answer.error, WIRE_OK);
}

static void frames_and_commands_pass_through_libserialport(void **state)
{
    (void)state;
    struct session session = {.port = NULL};
    wire_line_init(&session.line, session.buffer, sizeof session.buffer);
    const char *const argv[] = {program, "--control", "--stepped", NULL};
    char path[128];
    child_start(&session.child, argv);
    child_line(&session.child, path, sizeof path);
    open_port(&session, path);

    step(&session, "step 1000000");
    assert_in_range(session.counts[WIRE_SAMPLE], 97, 101);
    assert_string_equal(session.last[WIRE_IDENTITY].as.identity.serial, "SIM-0001");
    command(&session, '?', WIRE_NOT_MEASURED);
    command(&session, 'Z', WIRE_NOT_MEASURED);
    /* A learner that keeps leaning holds the chest at a known depth. */
    step(&session, "learner depth=60,lean=50,pauses=1,jitter=0,seconds=10");
    step(&session, "press");
    step(&session, "step 7000000"); /* within the stop after 5 s */
    command(&session, 'K', 500);
    command(&session, 'W', WIRE_NOT_MEASURED);
    command(&session, 'T', WIRE_NOT_MEASURED);
    assert_true(abs(session.last[WIRE_SAMPLE].as.sample.depth_tenth_mm - 500) <= 3);
    assert_int_equal(session.counts[WIRE_BROKEN] + session.counts[WIRE_OTHER], 0);

    assert_int_equal(sp_close(session.port), SP_OK);
    sp_free_port(session.port);
    assert_int_equal(child_wait(&session.child), 0);
}

static void what_is_not_a_pty_is_refused_as_before(void **state)
{
    (void)state;
    struct sp_port *port = NULL;
    assert_int_equal(sp_get_port_by_name("/dev/pts/999999", &port), SP_ERR_ARG);
    assert_int_equal(sp_get_port_by_name("/dev/null", &port), SP_ERR_ARG);
}

int main(int argc, char **argv)
{
    assert_int_equal(argc, 2);
    program = argv[1];
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(frames_and_commands_pass_through_libserialport),
        cmocka_unit_test(what_is_not_a_pty_is_refused_as_before),
    };
    return cmocka_run_group_tests_name("serialport", tests, NULL, NULL);
}
