/* SPDX-License-Identifier: MIT */
#include "gallery.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/file.h"
#include "base/log.h"
#include "base/paths.h"
#include "base/str.h"
#include "conf/conf.h"
#include "options.h"
#include "picture/gallery.h"

static const char style[] =
    "body{font:16px/1.5 sans-serif;margin:2em;background:#FBF7F0;color:#18302B}\n"
    "section{margin:2em 0}figure{display:inline-block;margin:0 1em 1em 0}\n"
    "img{display:block;border-radius:12px}figcaption{color:#5B6F69}\n"
    "code{background:#E4F3EE;padding:.1em .4em;border-radius:6px}\n";

static const char *const moment_keys[GALLERY_MOMENTS] = {
    [GALLERY_ASKED] = "gallery_asked",     [GALLERY_STILL] = "gallery_still",
    [GALLERY_MOVED] = "gallery_moved",     [GALLERY_STEP] = "gallery_step",
    [GALLERY_PRESSED] = "gallery_pressed", [GALLERY_WRONG] = "gallery_wrong",
};
static const char *const ground_keys[GALLERY_GROUNDS] = {
    [SCENE_ON_BRAND] = "gallery_brand",
    [SCENE_ON_DARK] = "gallery_dark",
    [SCENE_FULL] = "gallery_light",
};

/* What has a meaning in HTML is written as what it is. */
static void add_words(struct str *page, const char *words)
{
    for (; *words; words++) {
        switch (*words) {
        case '<': str_add(page, "&lt;"); break;
        case '>': str_add(page, "&gt;"); break;
        case '&': str_add(page, "&amp;"); break;
        case '"': str_add(page, "&quot;"); break;
        default: str_add_bytes(page, words, 1);
        }
    }
}

static void add_tr(struct str *page, const struct conf_texts *texts, const char *key)
{
    add_words(page, conf_tr(texts, key));
}

static void add_head(struct str *page, const struct conf_texts *texts, const char *lang)
{
    str_add(page, "<!doctype html>\n<html lang=\"%s\"><meta charset=\"utf-8\">\n<title>",
            lang);
    add_tr(page, texts, "gallery_title");
    str_add(page, "</title>\n<style>\n%s</style>\n<h1>", style);
    add_tr(page, texts, "gallery_title");
    str_add(page, "</h1>\n<p>");
    add_tr(page, texts, "gallery_how");
    str_add(page, " <code>card.show { scene = \"%s\", text = ... }</code></p>\n",
            scene_name(0));
}

/* A scene begins a section of its own; so do the poses, once for all. */
static void add_section(struct str *page, const struct conf_texts *texts,
                        const struct gallery_plate *plate)
{
    if (!plate->is_pose) {
        str_add(page, "<section id=\"%s\"><h2><code>scene = \"%s\"</code></h2>\n",
                plate->name, plate->name);
        return;
    }
    str_add(page, "<section><h2>");
    add_tr(page, texts, "gallery_poses");
    str_add(page, "</h2>\n<p>");
    add_tr(page, texts, "gallery_poses_how");
    str_add(page, "</p>\n");
}

static void add_plate(struct str *page, const struct conf_texts *texts,
                      const struct gallery_plate *plate, enum scene_ground ground)
{
    char file[GALLERY_FILE_BYTES];
    str_add(page, "<figure><img src=\"%s\" alt=\"%s\"><figcaption>",
            gallery_file(plate, ground, file), plate->name);
    if (plate->is_pose) {
        str_add(page, "<code>%s</code>", plate->name);
    } else {
        if (plate->wrong) {
            str_add(page, "<code>shows = \"%s\"</code> ", plate->wrong);
        }
        add_tr(page, texts, moment_keys[plate->moment]);
        str_add(page, " · ");
        add_tr(page, texts, ground_keys[ground]);
    }
    str_add(page, "</figcaption></figure>\n");
}

/* On the ground of lessons first; of poses, which are on no screen, there alone. */
static bool write_plate(struct str *page, const struct conf_texts *texts,
                        const struct gallery_plate *plate, const char *folder)
{
    for (int i = SCENE_FULL; i >= (plate->is_pose ? SCENE_FULL : 0); i--) {
        char file[GALLERY_FILE_BYTES];
        char path[PATHS_BYTES];
        enum scene_ground ground = (enum scene_ground)i;
        gallery_file(plate, ground, file);
        if (!str_format(path, sizeof path, "%s/%s", folder, file)) {
            return err_set("--gallery: the folder's name is too long: %s", folder);
        }
        if (!gallery_write(plate, ground, path)) {
            return false;
        }
        add_plate(page, texts, plate, ground);
    }
    return true;
}

/* Whether it is one of `names`, with commas between; NULL stands for all. */
static bool is_named(const char *names, const char *name)
{
    while (names && *names) {
        size_t length = strcspn(names, ",");
        if (strlen(name) == length && strncmp(names, name, length) == 0) {
            return true;
        }
        names += length + (names[length] == ',');
    }
    return names == NULL;
}

/* A name that is misspelt would leave a page without it. */
static bool all_exist(const char *names)
{
    while (names && *names) {
        struct gallery_plate plate;
        char name[GALLERY_FILE_BYTES];
        size_t length = strcspn(names, ",");
        bool found = false;
        str_format(name, sizeof name, "%.*s", (int)length, names);
        for (size_t i = 0; !found && gallery_plate(i, &plate); i++) {
            found = str_equal(plate.name, name);
        }
        if (!found) {
            return err_set(
                "--only: no scene and no pose is named \"%s\"; --gallery without "
                "--only shows them all",
                name);
        }
        names += length + (names[length] == ',');
    }
    return true;
}

static bool write_page(const struct str *page, const char *folder)
{
    char path[PATHS_BYTES];
    return str_format(path, sizeof path, "%s/index.html", folder) &&
           file_write(path, page->text, page->length) && printf("%s\n", path) > 0;
}

static bool write_all(const struct conf_texts *texts, const char *lang,
                      const struct options *options)
{
    const char *folder = options->gallery;
    struct str page = {0};
    struct gallery_plate plate;
    struct gallery_plate before = {.name = ""};
    bool good = true;
    add_head(&page, texts, lang);
    for (size_t i = 0; good && gallery_plate(i, &plate); i++) {
        if (!is_named(options->only, plate.name)) {
            continue;
        }
        if (plate.is_pose ? !before.is_pose : !str_equal(plate.name, before.name)) {
            str_add(&page, "%s", *before.name ? "</section>\n" : "");
            add_section(&page, texts, &plate);
        }
        good = write_plate(&page, texts, &plate, folder);
        before = plate;
    }
    str_add(&page, "</section>\n</html>\n");
    good = good && write_page(&page, folder);
    str_free(&page);
    return good;
}

int gallery_run(const struct options *options)
{
    struct paths paths;
    struct conf_language language;
    char name[64];
    char path[PATHS_BYTES];
    struct conf_texts *texts = NULL;
    bool good =
        paths_init(&paths, NULL) && options_language(options, &paths, &language) &&
        str_format(name, sizeof name, "scripts/text/%s.lua", language.code) &&
        paths_find(&paths, name, path, sizeof path) && (texts = conf_texts_load(path)) &&
        all_exist(options->only) && file_make_folder(options->gallery) &&
        write_all(texts, language.code, options);
    if (!good) {
        log_error("kiosk", "cannot write the pictures: %s", err_text());
    }
    conf_texts_free(texts);
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
