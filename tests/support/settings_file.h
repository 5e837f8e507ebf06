/* SPDX-License-Identifier: MIT */
/*
 * settings_file: a settings file of a test's own, written, read, and refused with a
 * sentence.
 */
#ifndef TESTS_SUPPORT_SETTINGS_FILE_H
#define TESTS_SUPPORT_SETTINGS_FILE_H

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "conf/conf.h"
#include "support/tap.h"

static char folder[] = "/tmp/test-conf-XXXXXX";
static char path[64];

static inline int make_folder(void **state)
{
    (void)state;
    str_format(path, sizeof path, "%s/kiosk.lua", mkdtemp(folder));
    return 0;
}

static inline int remove_folder(void **state)
{
    (void)state;
    unlink(path);
    return rmdir(folder);
}

static inline bool load_bytes(struct conf_settings *settings, const char *bytes,
                              size_t length)
{
    assert_true(file_write(path, bytes, length));
    return conf_settings_load(settings, path);
}

static inline bool load(struct conf_settings *settings, const char *text)
{
    return load_bytes(settings, text, strlen(text));
}

/* The sentence without the folder, which differs from run to run. */
static inline const char *sentence(void)
{
    const char *text = err_text();
    assert_true(str_starts(text, path));
    return text + strlen(folder) + 1;
}

/* A setting is refused with this sentence and changes nothing. */
static inline void check_refused(const char *text, const char *expected)
{
    struct conf_settings settings;
    conf_settings_default(&settings);
    settings.idle_s = 77;
    struct conf_settings before = settings;
    assert_false(load(&settings, text));
    assert_string_equal(sentence(), expected);
    assert_memory_equal(&settings, &before, sizeof before);
}

#endif
