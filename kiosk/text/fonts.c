/* SPDX-License-Identifier: MIT */
#include "text/fonts.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <SDL_ttf.h>
#include <fontconfig/fontconfig.h>

#include "base/err.h"
#include "base/log.h"
#include "base/str.h"

static const char family[] = "Noto Sans CJK SC";

enum { OPEN_MAX = 24, PATH_MAX_BYTES = 512 };

/* The file is mapped once: reading it by SDL costs two system calls a glyph. */
struct face {
    char path[PATH_MAX_BYTES];
    long index;
    void *bytes; /* NULL until mapped */
    size_t length;
};

struct open_font {
    TTF_Font *font;
    int px;
    bool bold;
    uint64_t used;
};

struct fonts {
    struct face faces[2]; /* regular, bold */
    struct open_font open[OPEN_MAX];
    uint64_t clock;
    bool ready; /* TTF_Init() succeeded */
};

static bool find_face(FcConfig *config, bool bold, struct face *face)
{
    FcPattern *wanted = FcPatternCreate();
    FcPatternAddString(wanted, FC_FAMILY, (const FcChar8 *)family);
    FcPatternAddInteger(wanted, FC_WEIGHT, bold ? FC_WEIGHT_BOLD : FC_WEIGHT_REGULAR);
    FcConfigSubstitute(config, wanted, FcMatchPattern);
    FcDefaultSubstitute(wanted);
    FcResult result = FcResultNoMatch;
    FcPattern *found = FcFontMatch(config, wanted, &result);
    bool ok = false;
    FcChar8 *name = NULL;
    FcChar8 *path = NULL;
    int index = 0;
    int weight = 0;
    /* fontconfig always answers with something: look whether it is what was asked for. */
    for (int n = 0;
         found && FcPatternGetString(found, FC_FAMILY, n, &name) == FcResultMatch; n++) {
        ok = ok || strcmp((const char *)name, family) == 0;
    }
    ok = ok && FcPatternGetString(found, FC_FILE, 0, &path) == FcResultMatch &&
         FcPatternGetInteger(found, FC_INDEX, 0, &index) == FcResultMatch &&
         FcPatternGetInteger(found, FC_WEIGHT, 0, &weight) == FcResultMatch &&
         (weight >= FC_WEIGHT_DEMIBOLD) == bold &&
         str_copy(face->path, sizeof face->path, (const char *)path);
    face->index = index;
    if (found) {
        FcPatternDestroy(found);
    }
    FcPatternDestroy(wanted);
    return ok || err_set("text: the font %s %s is not installed: install the package "
                         "fonts-noto-cjk",
                         family, bold ? "Bold" : "Regular");
}

static bool map_face(struct face *face)
{
    int file = open(face->path, O_RDONLY | O_CLOEXEC);
    struct stat about;
    void *bytes = MAP_FAILED;
    if (file >= 0 && fstat(file, &about) == 0 && about.st_size > 0 &&
        about.st_size < INT_MAX) {
        bytes = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    }
    int reason = errno;
    if (file >= 0) {
        close(file);
    }
    if (bytes == MAP_FAILED) {
        return err_set(
            "text: cannot read the font %s: %s; install the package fonts-noto-cjk "
            "again",
            face->path, strerror(reason));
    }
    face->bytes = bytes;
    face->length = (size_t)about.st_size;
    return true;
}

static TTF_Font *open_face(const struct face *face, int px)
{
    SDL_RWops *bytes = SDL_RWFromConstMem(face->bytes, (int)face->length);
    TTF_Font *font = bytes ? TTF_OpenFontIndexRW(bytes, 1, px, face->index) : NULL;
    if (font) {
        /* Chinese strokes stay even and Latin letters keep their distances. */
        TTF_SetFontHinting(font, TTF_HINTING_LIGHT_SUBPIXEL);
    }
    return font;
}

struct fonts *fonts_create(void)
{
    struct fonts *fonts = calloc(1, sizeof *fonts);
    FcConfig *config = FcInitLoadConfigAndFonts();
    if (!fonts || !config) {
        err_set("text: fontconfig does not start: install the package fontconfig-config");
        goto fail;
    }
    if (!find_face(config, false, &fonts->faces[0]) ||
        !find_face(config, true, &fonts->faces[1]) || !map_face(&fonts->faces[0]) ||
        !map_face(&fonts->faces[1])) {
        goto fail;
    }
    fonts->ready = TTF_Init() == 0;
    if (!fonts->ready) {
        err_set("text: SDL2_ttf does not start: %s", TTF_GetError());
        goto fail;
    }
    for (int i = 0; i < 2; i++) {
        TTF_Font *font = open_face(&fonts->faces[i], 40);
        if (!font) {
            err_set(
                "text: %s is not a font: %s; install the package fonts-noto-cjk again",
                fonts->faces[i].path, TTF_GetError());
            goto fail;
        }
        fonts->open[i] = (struct open_font){font, 40, i == 1, ++fonts->clock};
    }
    FcConfigDestroy(config);
    return fonts;
fail:
    if (config) {
        FcConfigDestroy(config);
    }
    fonts_destroy(fonts);
    return NULL;
}

void fonts_destroy(struct fonts *fonts)
{
    if (!fonts) {
        return;
    }
    for (int i = 0; i < OPEN_MAX; i++) {
        if (fonts->open[i].font) {
            TTF_CloseFont(fonts->open[i].font);
        }
    }
    if (fonts->ready) {
        TTF_Quit();
    }
    for (int i = 0; i < 2; i++) {
        if (fonts->faces[i].bytes) {
            munmap(fonts->faces[i].bytes, fonts->faces[i].length);
        }
    }
    free(fonts);
}

/* Where the next size goes: a free place, else the size that was used longest ago. Of the
 * same weight, since to open this font's file again takes as long as setting a page in
 * it. */
static struct open_font *place_for(struct fonts *fonts, bool bold)
{
    struct open_font *oldest = NULL;
    for (int i = 0; i < OPEN_MAX; i++) {
        struct open_font *slot = &fonts->open[i];
        if (!slot->font) {
            return slot;
        }
        if (slot->bold == bold && (!oldest || slot->used < oldest->used)) {
            oldest = slot;
        }
    }
    assert(oldest); /* fonts_create() opens one of each */
    return oldest;
}

struct _TTF_Font *fonts_get(struct fonts *fonts, int px, bool bold)
{
    for (int i = 0; i < OPEN_MAX; i++) {
        struct open_font *slot = &fonts->open[i];
        if (slot->font && slot->px == px && slot->bold == bold) {
            slot->used = ++fonts->clock;
            return slot->font;
        }
    }
    struct open_font *slot = place_for(fonts, bold);
    bool set = slot->font ? TTF_SetFontSize(slot->font, px) == 0
                          : (slot->font = open_face(&fonts->faces[bold], px)) != NULL;
    if (!set) {
        log_error("text", "%s cannot be set in %d px: %s", fonts->faces[bold].path, px,
                  TTF_GetError());
        abort();
    }
    slot->px = px;
    slot->bold = bold;
    slot->used = ++fonts->clock;
    return slot->font;
}
