/* SPDX-License-Identifier: MIT */
#include <fcntl.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "base/err.h"
#include "base/str.h"
#include "link/port.h"
#include "support/tap.h"

static char folder[] = "/tmp/test-port-XXXXXX";

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : 1;
}

static int remove_folder(void **state)
{
    (void)state;
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

    /* Not the same name: another program may have been given it by now. */
    unlink(by_id);
    assert_int_equal(symlink("/dev/pts/none", by_id), 0);
    assert_null(port_serial_open(by_id, 115200));
    unlink(by_id);
}

static void what_is_not_a_port_is_told(void **state)
{
    (void)state;

    static const struct {
        const char *path;
        const char *cause;
    } cases[] = {
        {"/dev/ttyNOWHERE0", "No such file"},
        {"/dev/null", "is not a serial port"},
        {"/tmp", "is not a serial port"},
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_descriptor_gives_what_is_there_then_nothing_then_gone),
        cmocka_unit_test(writing_never_waits_and_never_kills),
        cmocka_unit_test(a_pseudo_terminal_passes_every_byte),
        cmocka_unit_test(a_link_to_a_port_is_followed),
        cmocka_unit_test(what_is_not_a_port_is_told),
        cmocka_unit_test(the_list_of_ports_ends),
    };
    return cmocka_run_group_tests_name("port", tests, make_folder, remove_folder);
}
