/* SPDX-License-Identifier: MIT */
/* Which of a machine's disks are sticks: by hand, and by many machines made at random. */
#include <string.h>

#include "base/str.h"
#include "stick/objects.h"
#include "support/tap.h"

enum { MACHINES = 3000, OBJECTS = 16, GIGA = 1000000000 };

struct machine {
    struct object items[OBJECTS];
    struct objects objects;
};

static void clear(struct machine *machine)
{
    memset(machine, 0, sizeof *machine);
    machine->objects = (struct objects){.root = "", .items = machine->items};
}

static struct object *add_drive(struct machine *machine, const char *bus)
{
    struct object *drive = &machine->items[machine->objects.count++];
    drive->is_drive = drive->media_available = true;
    str_format(drive->path, sizeof drive->path, "/drives/%zu", machine->objects.count);
    str_copy(drive->bus, sizeof drive->bus, bus);
    str_copy(drive->model, sizeof drive->model, "Stick");
    return drive;
}

static struct object *add_block(struct machine *machine, const struct object *drive,
                                const char *usage)
{
    struct object *block = &machine->items[machine->objects.count++];
    block->is_block = true;
    block->is_filesystem = str_equal(usage, "filesystem");
    block->bytes = GIGA;
    str_format(block->path, sizeof block->path, "/block/%zu", machine->objects.count);
    str_copy(block->drive, sizeof block->drive, drive->path);
    str_copy(block->usage, sizeof block->usage, usage);
    return block;
}

/* One drive with its table and one file system, changed by `change`. */
static void one(enum stick_fault fault, size_t count,
                void (*change)(struct object *drive, struct object *whole,
                               struct object *part))
{
    struct machine machine;
    struct volumes volumes;
    clear(&machine);
    struct object *drive = add_drive(&machine, "usb");
    struct object *whole = add_block(&machine, drive, "");
    struct object *part = add_block(&machine, drive, "filesystem");
    whole->bytes = 2ull * GIGA;
    if (change) {
        change(drive, whole, part);
    }
    volumes_choose(&volumes, &machine.objects);
    assert_int_equal(volumes.count, count);
    if (count > 0) {
        assert_int_equal(volumes.items[0].stick.fault, fault);
        assert_string_equal(volumes.items[0].stick.model, "Stick");
    }
}

#define CHANGE(name, what)                                                               \
    static void name(struct object *drive, struct object *whole, struct object *part)    \
    {                                                                                    \
        (void)drive;                                                                     \
        (void)whole;                                                                     \
        (void)part;                                                                      \
        what;                                                                            \
    }

CHANGE(by_card, str_copy(drive->bus, sizeof drive->bus, "sdio"))
CHANGE(by_sata, drive->bus[0] = '\0')
CHANGE(empty_reader, drive->media_available = false)
CHANGE(disc, drive->optical = true)
CHANGE(systems, whole->hint_system = true)
CHANGE(has_root, part->mounted_by_system = true)
CHANGE(swaps, part->swaps = true)
CHANGE(of_a_group, str_copy(part->usage, sizeof part->usage, "raid"))
CHANGE(locked, str_copy(part->usage, sizeof part->usage, "crypto");
       part->is_filesystem = false)
CHANGE(unformatted, part->usage[0] = '\0'; part->is_filesystem = false)
CHANGE(ignored, part->hint_ignore = true)

static void by_hand(void **state)
{
    (void)state;
    one(STICK_none, 1, NULL);
    one(STICK_none, 1, by_card);
    one(STICK_none, 0, by_sata);
    one(STICK_none, 0, empty_reader);
    one(STICK_none, 0, disc);
    one(STICK_none, 0, systems);
    one(STICK_none, 0, has_root);
    one(STICK_none, 0, swaps);
    one(STICK_none, 0, of_a_group);
    one(STICK_encrypted, 1, locked);
    one(STICK_file_system, 1, unformatted);
    one(STICK_file_system, 1, ignored);
}

/* The root of a kiosk that runs from an encrypted USB disk is mounted from what is
 * unlocked, which is on no drive. */
static void unlocked_disk(void **state)
{
    (void)state;
    struct machine machine;
    struct volumes volumes;
    clear(&machine);
    struct object *drive = add_drive(&machine, "usb");
    struct object *part = add_block(&machine, drive, "crypto");
    add_block(&machine, drive, "filesystem");
    struct object none = {.path = "/"};
    struct object *clear_text = add_block(&machine, &none, "filesystem");
    volumes_choose(&volumes, &machine.objects);
    assert_int_equal(volumes.count, 1);
    str_copy(clear_text->crypto, sizeof clear_text->crypto, part->path);
    volumes_choose(&volumes, &machine.objects);
    assert_int_equal(volumes.count, 0);
}

static bool chance(struct rng *rng, int in)
{
    return rng_int(rng, 1, in) == 1;
}

static void draw_block(struct machine *machine, struct rng *rng,
                       const struct object *drive)
{
    static const char *const usages[] = {"filesystem", "filesystem", "filesystem",
                                         "crypto",     "raid",       ""};
    struct object *block = add_block(machine, drive, usages[rng_int(rng, 0, 5)]);
    block->hint_system = chance(rng, 12);
    block->hint_ignore = chance(rng, 12);
    block->mounted_by_system = chance(rng, 12);
    block->swaps = chance(rng, 20);
    block->bytes = chance(rng, 12) ? 0 : GIGA;
}

/* Never the system's, whatever else is on the machine; and nothing else is left out. */
static void many_machines(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    for (int i = 0; i < MACHINES; i++) {
        static const char *const buses[] = {"usb", "usb", "sdio", "", "ieee1394"};
        struct machine machine;
        struct volumes volumes;
        clear(&machine);
        int drives = rng_int(&rng, 1, 3);
        for (int d = 0; d < drives; d++) {
            struct object *drive = add_drive(&machine, buses[rng_int(&rng, 0, 4)]);
            drive->media_available = !chance(&rng, 8);
            drive->optical = chance(&rng, 12);
            int blocks = rng_int(&rng, 0, 3);
            for (int b = 0; b < blocks; b++) {
                draw_block(&machine, &rng, drive);
            }
        }
        volumes_choose(&volumes, &machine.objects);
        size_t wanted = 0;
        for (size_t d = 0; d < machine.objects.count; d++) {
            const struct object *drive = &machine.items[d];
            size_t all = 0;
            size_t usable = 0;
            bool in_use = false;
            for (size_t b = 0; b < machine.objects.count; b++) {
                const struct object *block = &machine.items[b];
                if (!block->is_block || !str_equal(block->drive, drive->path)) {
                    continue;
                }
                all++;
                usable += block->is_filesystem && !block->hint_ignore && block->bytes > 0;
                in_use = in_use || block->hint_system || block->mounted_by_system ||
                         block->swaps || str_equal(block->usage, "raid");
            }
            bool stick = drive->is_drive && drive->media_available && !drive->optical &&
                         (str_equal(drive->bus, "usb") || str_equal(drive->bus, "sdio"));
            if (stick && !in_use) {
                wanted += usable > 0 ? usable : all > 0;
            }
        }
        assert_int_equal(volumes.count, wanted < STICKS_MAX ? wanted : STICKS_MAX);
    }
}

static void places(void **state)
{
    (void)state;
    assert_true(volumes_may_be_at("", "/media/kid/STICK"));
    assert_true(volumes_may_be_at("", "/run/media/kiosk/STICK"));
    assert_true(volumes_may_be_at("", "/mnt"));
    assert_true(volumes_may_be_at("/x", "/x/media/a"));
    assert_false(volumes_may_be_at("", "/"));
    assert_false(volumes_may_be_at("", "/boot/efi"));
    assert_false(volumes_may_be_at("", "/mediathek"));
    assert_false(volumes_may_be_at("", "/srv/media/a"));
    assert_false(volumes_may_be_at("/x", "/media/a"));
}

/* A label may hold any bytes that are UTF-8; it is shown in one line. */
static void names(void **state)
{
    (void)state;

    static const struct {
        const char *from, *to;
    } rows[] = {
        {"健康馆", "健康馆"}, {"  A B  ", "A B"}, {"A\nB\x7F\tC", "A B  C"},
        {"\n", ""},           {"", ""},           {" Model", "Model"},
        {"\x01 A", "A"},
    };

    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char to[STICK_NAME_MAX];
        volumes_name(to, sizeof to, rows[i].from);
        assert_string_equal(to, rows[i].to);
    }
    char small[6];
    volumes_name(small, sizeof small, "健康馆"); /* cut between characters */
    assert_string_equal(small, "健");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(by_hand),       cmocka_unit_test(unlocked_disk),
        cmocka_unit_test(many_machines), cmocka_unit_test(places),
        cmocka_unit_test(names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
