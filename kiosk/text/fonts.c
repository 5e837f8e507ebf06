/* SPDX-License-Identifier: MIT */
#include "text/fonts.h"

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
#include "base/trouble.h"

static const char family[] = "Noto Sans CJK SC";
static const char package[] = "fonts-noto-cjk";

enum { FIRST_PX = 40, PATH_MAX_BYTES = 512, SIMPLIFIED = 2 /* its face in the file */ };

/* The file is mapped once: reading it by SDL costs two system calls a glyph. */
struct face {
    char path[PATH_MAX_BYTES];
    long index;
    void *bytes; /* NULL until mapped */
    size_t length;
    TTF_Font *font; /* NULL until opened */
    int px;         /* the size it has now */
};

struct fonts {
    struct face faces[2]; /* regular, bold */
    bool ready;           /* TTF_Init() succeeded */
};

/* Where fontconfig is told which folders have fonts. */
static void find_config(char path[PATH_MAX_BYTES])
{
    const char *file = getenv("FONTCONFIG_FILE");
    const char *folder = getenv("FONTCONFIG_PATH");
    if (file && file[0]) {
        str_format(path, PATH_MAX_BYTES, "FONTCONFIG_FILE=%s", file);
    } else if (folder && folder[0]) {
        str_format(path, PATH_MAX_BYTES, "FONTCONFIG_PATH=%s", folder);
    } else {
        str_copy(path, PATH_MAX_BYTES, "/etc/fonts/fonts.conf");
    }
}

static bool blame_font(bool bold)
{
    char config[PATH_MAX_BYTES];
    char font[64];
    find_config(config);
    str_format(font, sizeof font, "%s %s", family, bold ? "Bold" : "Regular");
    return trouble_set(
        TROUBLE_font_missing,
        (const char *const[]){"config", config, "font", font, "package", package, NULL});
}

static bool blame_file(enum trouble what, const struct face *face, const char *reason)
{
    return trouble_set(what, (const char *const[]){"path", face->path, "reason", reason,
                                                   "package", package, NULL});
}

static bool blame_fontconfig(void)
{
    char config[PATH_MAX_BYTES];
    find_config(config);
    return trouble_set(TROUBLE_fontconfig, (const char *const[]){"config", config, NULL});
}

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
    return ok || blame_font(bold);
}

static bool map_face(struct face *face)
{
    int file = open(face->path, O_RDONLY | O_CLOEXEC);
    struct stat about = {0};
    void *bytes = MAP_FAILED;
    if (file >= 0 && fstat(file, &about) == 0 && about.st_size > 0 &&
        about.st_size < INT_MAX) {
        bytes = mmap(NULL, (size_t)about.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    }
    int reason = errno;
    bool empty = file >= 0 && about.st_size == 0;
    if (file >= 0) {
        close(file);
    }
    if (empty) {
        return blame_file(TROUBLE_font_damaged, face, "0 bytes");
    }
    if (bytes == MAP_FAILED) {
        return blame_file(TROUBLE_font_unread, face, strerror(reason));
    }
    face->bytes = bytes;
    face->length = (size_t)about.st_size;
    return true;
}

/* A file that was cut or overwritten in its middle still opens, and draws nothing. */
static bool has_outlines(const struct face *face)
{
    static const uint32_t letters[] = {'A',    'g',    '0',    0x4E2D, 0x6025,
                                       0x6309, 0x80F8, 0x8FD9, 0x90FD, 0x9AA8};
    char reason[64];
    for (size_t i = 0; i < sizeof letters / sizeof *letters; i++) {
        int lowest = 0;
        int highest = 0;
        if (!TTF_GlyphIsProvided32(face->font, letters[i]) ||
            TTF_GlyphMetrics32(face->font, letters[i], NULL, NULL, &lowest, &highest,
                               NULL) != 0 ||
            highest <= lowest) {
            str_format(reason, sizeof reason, "no outline for U+%04X",
                       (unsigned)letters[i]);
            return blame_file(TROUBLE_font_damaged, face, reason);
        }
    }
    return true;
}

static bool open_face(struct face *face)
{
    SDL_RWops *bytes = SDL_RWFromConstMem(face->bytes, (int)face->length);
    face->font = bytes ? TTF_OpenFontIndexRW(bytes, 1, FIRST_PX, face->index) : NULL;
    if (!face->font) {
        return blame_file(TROUBLE_font_damaged, face, TTF_GetError());
    }
    /* Chinese strokes stay even and Latin letters keep their distances. */
    TTF_SetFontHinting(face->font, TTF_HINTING_LIGHT_SUBPIXEL);
    face->px = FIRST_PX;
    return has_outlines(face);
}

static void close_face(struct face *face)
{
    if (face->font) {
        TTF_CloseFont(face->font);
    }
    if (face->bytes) {
        munmap(face->bytes, face->length);
    }
    *face = (struct face){0};
}

/* Where Debian's package puts it: fontconfig takes a tenth of the start to say so. Not
 * where somebody has told fontconfig to look elsewhere. */
static bool open_usual(bool bold, struct face *face)
{
    const char *file = getenv("FONTCONFIG_FILE");
    const char *folder = getenv("FONTCONFIG_PATH");
    if ((file && file[0]) || (folder && folder[0])) {
        return false;
    }
    face->index = SIMPLIFIED;
    str_format(face->path, sizeof face->path,
               "/usr/share/fonts/opentype/noto/NotoSansCJK-%s.ttc",
               bold ? "Bold" : "Regular");
    if (access(face->path, R_OK) == 0 && map_face(face) && open_face(face) &&
        str_equal(TTF_FontFaceFamilyName(face->font), family)) {
        return true;
    }
    close_face(face);
    return false;
}

static bool open_found(bool bold, struct face *face)
{
    FcConfig *config = FcInitLoadConfigAndFonts();
    bool found = config ? find_face(config, bold, face) : blame_fontconfig();
    if (config) {
        FcConfigDestroy(config);
    }
    return found && map_face(face) && open_face(face);
}

struct fonts *fonts_create(void)
{
    struct fonts *fonts = calloc(1, sizeof *fonts);
    if (!fonts) {
        err_set("text: no memory for fonts");
        return NULL;
    }
    fonts->ready = TTF_Init() == 0;
    if (!fonts->ready) {
        err_set("text: SDL2_ttf does not start: %s", TTF_GetError());
    }
    for (int bold = 0; bold < 2; bold++) {
        struct face *face = &fonts->faces[bold];
        if (!fonts->ready || !(open_usual(bold, face) || open_found(bold, face))) {
            fonts_destroy(fonts);
            return NULL;
        }
    }
    return fonts;
}

void fonts_destroy(struct fonts *fonts)
{
    if (fonts) {
        close_face(&fonts->faces[0]);
        close_face(&fonts->faces[1]);
        if (fonts->ready) {
            TTF_Quit();
        }
        free(fonts);
    }
}

/* A size of its own open costs 2.2 MB and 2 ms, since the table of 65,535 outlines is
 * read again; the size of an open one changes in 15 us, and drops the glyphs it kept. */
struct _TTF_Font *fonts_get(struct fonts *fonts, int px, bool bold)
{
    struct face *face = &fonts->faces[bold];
    if (face->px != px && TTF_SetFontSize(face->font, px) != 0) {
        log_error("text", "%s cannot be had at %d pixels: %s", face->path, px,
                  TTF_GetError());
        abort();
    }
    face->px = px;
    return face->font;
}
