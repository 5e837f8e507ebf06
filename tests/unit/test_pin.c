/* SPDX-License-Identifier: MIT */
#include <string.h>
#include <sys/stat.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "store/pin.h"
#include "support/folder.h"
#include "support/tap.h"

/* The shape of a hash, of nothing. */
#define HASH "$argon2id$v=19$m=65536,t=2,p=1$AAAA$BBBB"

static const int64_t now_s = 1795399200;

static struct folder folder;

static int make(void **state)
{
    (void)state;
    folder = folder_make();
    return 0;
}

static int clean(void **state)
{
    (void)state;
    folder_remove(&folder);
    return 0;
}

static const char *file(void)
{
    return folder_file(&folder, "staff.pin");
}

/* As after a start: nothing in memory. */
static struct pin begin(void)
{
    struct pin pin = {0};
    str_copy(pin.path, sizeof pin.path, file());
    return pin;
}

/* The disk takes nothing, as if it were full: no file can be made beside the PIN's. */
static void let_disk_refuse(bool refuses)
{
    const char *beside = folder_file(&folder, "staff.pin.new");
    assert_int_equal(refuses ? mkdir(beside, 0700) : rmdir(beside), 0);
}

static void only_the_right_digits_open(void **state)
{
    (void)state;
    struct pin pin = begin();
    struct rng rng = rng_begin();
    char digits[PIN_DIGITS_MAX + 1] = {0};
    int length = rng_int(&rng, PIN_DIGITS_MIN, PIN_DIGITS_MAX);
    for (int i = 0; i < length; i++) {
        digits[i] = (char)('0' + rng_int(&rng, 0, 9));
    }
    assert_false(pin_is_set(file()));
    assert_int_equal(pin_check(&pin, digits, now_s), PIN_UNSET);
    assert_true(pin_set(file(), digits));
    assert_true(pin_is_set(file()));
    assert_int_equal(pin_check(&pin, digits, now_s), PIN_RIGHT);
    int at = rng_int(&rng, 0, length - 1);
    digits[at] = digits[at] == '9' ? '0' : (char)(digits[at] + 1);
    assert_int_equal(pin_check(&pin, digits, now_s), PIN_WRONG);
    assert_int_equal(pin_check(&pin, "", now_s), PIN_WRONG);
}

static void the_file_holds_no_digits_and_is_for_its_owner(void **state)
{
    (void)state;
    struct pin pin = begin();
    assert_true(pin_set(file(), "8086193"));
    assert_int_equal(pin_check(&pin, "9317264", now_s), PIN_WRONG);
    size_t length = 0;
    char *text = file_read(file(), 4096, &length);
    assert_non_null(strstr(text, "$argon2id$v=19$m=65536,t=2,p=1$"));
    assert_null(strstr(text, "8086193"));
    assert_null(strstr(text, "9317264"));
    free(text);
    struct stat info;
    assert_int_equal(stat(file(), &info), 0);
    assert_int_equal(info.st_mode & 0777, 0600);
}

static void five_wrong_tries_cost_a_minute(void **state)
{
    (void)state;
    struct pin pin = begin();
    assert_true(pin_set(file(), "123456"));
    for (int i = 0; i < PIN_TRIES; i++) {
        assert_int_equal(pin_wait_s(&pin, now_s), 0);
        assert_int_equal(pin_check(&pin, "000000", now_s), PIN_WRONG);
    }
    assert_int_equal(pin_wait_s(&pin, now_s), PIN_WAIT_S);
    assert_int_equal(pin_check(&pin, "123456", now_s), PIN_WAIT);
    assert_int_equal(pin_check(&pin, "123456", now_s + 59), PIN_WAIT);
    assert_int_equal(pin_wait_s(&pin, now_s + 59), 1);
    /* Then there are five tries again. */
    for (int i = 0; i < PIN_TRIES; i++) {
        assert_int_equal(pin_check(&pin, "000000", now_s + 60), PIN_WRONG);
    }
    assert_int_equal(pin_check(&pin, "123456", now_s + 60), PIN_WAIT);
    assert_int_equal(pin_check(&pin, "123456", now_s + 120), PIN_RIGHT);
}

static void the_right_pin_forgives_wrong_tries(void **state)
{
    (void)state;
    struct pin pin = begin();
    assert_true(pin_set(file(), "123456"));
    for (int round = 0; round < 3; round++) {
        for (int i = 0; i < PIN_TRIES - 1; i++) {
            assert_int_equal(pin_check(&pin, "000000", now_s), PIN_WRONG);
        }
        assert_int_equal(pin_check(&pin, "123456", now_s), PIN_RIGHT);
    }
}

static void a_clock_set_back_starts_the_minute_again(void **state)
{
    (void)state;
    struct pin pin = begin();
    assert_true(pin_set(file(), "123456"));
    for (int i = 0; i < PIN_TRIES; i++) {
        assert_int_equal(pin_check(&pin, "000000", now_s), PIN_WRONG);
    }
    /* A flat battery: the machine comes up in 1970. */
    assert_int_equal(pin_wait_s(&pin, 100), PIN_WAIT_S);
    assert_int_equal(pin_wait_s(&pin, 130), 30);
    assert_int_equal(pin_check(&pin, "123456", 159), PIN_WAIT);
    assert_int_equal(pin_check(&pin, "123456", 160), PIN_RIGHT);
}

static void a_poor_pin_is_refused(void **state)
{
    (void)state;
    static const char *const poor[] = {
        "", "12345", "12345a", " 123456", "12345678901234567", "１２３４５６"};
    for (size_t i = 0; i < sizeof poor / sizeof *poor; i++) {
        assert_false(pin_set(file(), poor[i]));
        assert_string_equal(err_text(), "a PIN has 6 to 16 digits and nothing else");
        assert_false(pin_is_set(file()));
    }
    assert_false(pin_set("/nowhere/staff.pin", "123456"));
    assert_true(str_starts(err_text(), "/nowhere/staff.pin"));
}

/* A broken file opens nothing and does not count as "no PIN yet". */
static void a_damaged_file_opens_nothing(void **state)
{
    (void)state;
    struct pin pin = begin();
    static const char *const texts[] = {
        "",
        "life-kiosk-pin 1\n" HASH "\n",
        "life-kiosk-pin 2\n" HASH "\n0 0\n",
        "life-kiosk-pin 1\n" HASH "\n6 0\n",
        "life-kiosk-pin 1\n" HASH "\n-1 0\n",
        "life-kiosk-pin 1\n" HASH "\n0\n",
        "life-kiosk-pin 1\n" HASH "\n0 0\nmore",
        "life-kiosk-pin 1\nx" HASH "\n0 0\n",
        "life-kiosk-pin 1\n" HASH "\n0 0\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        assert_true(file_write(file(), texts[i], strlen(texts[i])));
        assert_true(pin_is_set(file()));
        assert_int_equal(pin_check(&pin, "123456", now_s), PIN_FAILED);
        assert_non_null(strstr(err_text(), "is damaged; a technician has to remove it"));
    }
}

/* Who could make room on a full disk must not be locked out by it; who guesses must. */
static void a_disk_that_refuses_locks_nobody_out_and_lets_nobody_in(void **state)
{
    (void)state;
    struct rng rng = rng_begin();
    assert_true(pin_set(file(), "123456"));
    struct pin pin = begin();
    int before = rng_int(&rng, 0, PIN_TRIES - 1);
    for (int i = 0; i < before; i++) {
        assert_int_equal(pin_check(&pin, "000000", now_s), PIN_WRONG);
    }
    let_disk_refuse(true);
    assert_int_equal(pin_check(&pin, "123456", now_s), PIN_RIGHT);
    for (int i = 0; i < PIN_TRIES; i++) {
        assert_int_equal(pin_wait_s(&pin, now_s), 0);
        assert_int_equal(pin_check(&pin, "000000", now_s), PIN_WRONG);
    }
    assert_int_equal(pin_check(&pin, "123456", now_s), PIN_WAIT);
    assert_int_equal(pin_wait_s(&pin, now_s + 59), 1);
    assert_int_equal(pin_check(&pin, "123456", now_s + 60), PIN_RIGHT);
    for (int i = 0; i < PIN_TRIES; i++) {
        assert_int_equal(pin_check(&pin, "000000", now_s + 60), PIN_WRONG);
    }
    let_disk_refuse(false);
    assert_int_equal(pin_check(&pin, "123456", now_s + 61), PIN_WAIT);
    assert_int_equal(pin_check(&pin, "123456", now_s + 120), PIN_RIGHT);
    struct pin restarted = begin();
    assert_int_equal(pin_check(&restarted, "000000", now_s + 120), PIN_WRONG);
    /* What memory holds is of another PIN now. */
    let_disk_refuse(true);
    for (int i = 0; i < PIN_TRIES; i++) {
        pin_check(&pin, "000000", now_s + 200);
    }
    let_disk_refuse(false);
    assert_true(pin_set(file(), "654321"));
    assert_int_equal(pin_check(&pin, "654321", now_s + 200), PIN_RIGHT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(only_the_right_digits_open, make, clean),
        cmocka_unit_test_setup_teardown(the_file_holds_no_digits_and_is_for_its_owner,
                                        make, clean),
        cmocka_unit_test_setup_teardown(five_wrong_tries_cost_a_minute, make, clean),
        cmocka_unit_test_setup_teardown(the_right_pin_forgives_wrong_tries, make, clean),
        cmocka_unit_test_setup_teardown(a_clock_set_back_starts_the_minute_again, make,
                                        clean),
        cmocka_unit_test_setup_teardown(a_poor_pin_is_refused, make, clean),
        cmocka_unit_test_setup_teardown(
            a_disk_that_refuses_locks_nobody_out_and_lets_nobody_in, make, clean),
        cmocka_unit_test_setup_teardown(a_damaged_file_opens_nothing, make, clean),
    };
    return cmocka_run_group_tests_name("pin", tests, NULL, NULL);
}
