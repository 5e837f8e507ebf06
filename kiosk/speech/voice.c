/* SPDX-License-Identifier: MIT */
#include "speech/voice.h"

#include <assert.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/log.h"
#include "base/paths.h"
#include "base/str.h"
#include "speech/opus_in.h"
#include "speech/piece.h"
#include "speech/script.h"

#define VOICE_FOLDER "assets/voice"

struct recorded {
    uint64_t hash;
    char *path;
    atomic_bool damaged; /* known and logged */
};

struct voice {
    const struct script *script;
    size_t count;
    struct recorded *files; /* by hash */
};

static const char *name_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

/* ---- which there are --------------------------------------------------------------- */

size_t voice_list(const struct paths *paths, const char *code,
                  char names[VOICES_MAX][VOICE_NAME_BYTES])
{
    struct paths_list folders = {0};
    size_t count = 0;
    size_t length = strlen(code);
    err_clear();
    paths_list(paths, VOICE_FOLDER, &folders); /* none: there is no such folder */
    for (size_t i = 0; i < folders.count && count < VOICES_MAX; i++) {
        const char *name = name_of(folders.paths[i]);
        bool ours = str_starts(name, code) &&
                    (name[length] == '\0' || (name[length] == '@' && name[length + 1]));
        if (ours && str_copy(names[count], VOICE_NAME_BYTES, name)) {
            count++;
        }
    }
    paths_list_free(&folders);
    return count;
}

static int by_hash(const void *a, const void *b)
{
    uint64_t left = ((const struct recorded *)a)->hash;
    uint64_t right = ((const struct recorded *)b)->hash;
    return (left > right) - (left < right);
}

struct voice *voice_open(const struct paths *paths, const struct script *script,
                         const char *name)
{
    char folder[PATHS_BYTES];
    struct paths_list list = {0};
    struct voice *voice = calloc(1, sizeof *voice);
    assert(voice);
    voice->script = script;
    if (str_format(folder, sizeof folder, VOICE_FOLDER "/%s", name)) {
        paths_list(paths, folder, &list);
    }
    voice->files = calloc(list.count + 1, sizeof *voice->files);
    assert(voice->files);
    for (size_t i = 0; i < list.count; i++) {
        struct recorded *file = &voice->files[voice->count];
        if (piece_name_read(name_of(list.paths[i]), &file->hash)) {
            file->path = strdup(list.paths[i]);
            assert(file->path);
            voice->count++;
        }
    }
    qsort(voice->files, voice->count, sizeof *voice->files, by_hash);
    paths_list_free(&list);
    return voice;
}

void voice_close(struct voice *voice)
{
    for (size_t i = 0; voice && i < voice->count; i++) {
        free(voice->files[i].path);
    }
    if (voice) {
        free(voice->files);
        free(voice);
    }
}

bool voice_is_recorded(const struct paths *paths, const char *name)
{
    struct voice_file file;
    struct voice *voice = voice_open(paths, NULL, name);
    bool recorded = voice_file(voice, 0, &file);
    voice_close(voice);
    return recorded;
}

bool voice_file(const struct voice *voice, size_t index, struct voice_file *file)
{
    if (!voice || index >= voice->count) {
        return false;
    }
    *file = (struct voice_file){voice->files[index].hash, voice->files[index].path};
    return true;
}

static struct recorded *find(const struct voice *voice, uint64_t hash)
{
    struct recorded key = {.hash = hash};
    struct recorded *file =
        voice && voice->count > 0
            ? bsearch(&key, voice->files, voice->count, sizeof *voice->files, by_hash)
            : NULL;
    return file && !atomic_load(&file->damaged) ? file : NULL;
}

const char *voice_path(const struct voice *voice, uint64_t hash)
{
    const struct recorded *file = find(voice, hash);
    return file ? file->path : NULL;
}

/* ---- speaking ---------------------------------------------------------------------- */

struct asked {
    const struct voice *voice;
};

static bool has(void *context, uint64_t hash)
{
    return find(((const struct asked *)context)->voice, hash) != NULL;
}

static size_t pieces_of(const struct voice *voice, const char *line,
                        uint64_t hashes[SCRIPT_PIECES_MAX])
{
    struct asked asked = {voice};
    return voice && voice->count > 0
               ? script_pieces(voice->script, line, has, &asked, hashes)
               : 0;
}

bool voice_can(const struct voice *voice, const char *const *lines, size_t count)
{
    uint64_t hashes[SCRIPT_PIECES_MAX];
    for (size_t i = 0; i < count; i++) {
        if (pieces_of(voice, lines[i], hashes) == 0) {
            return false;
        }
    }
    return count > 0;
}

static bool is_right_line(const struct opus_in *in, const char *path)
{
    uint64_t hash = 0;
    const char *title = opus_in_title(in);
    if (!title || !piece_name_read(name_of(path), &hash) || piece_hash(title) == hash) {
        return true;
    }
    char name[PIECE_NAME_BYTES];
    piece_name(piece_hash(title), name);
    return err_set_as("recording_words", "%s: holds \"%s\", whose file is %s; rename it",
                      path, title, name);
}

bool voice_check(const char *path, char *title, size_t size)
{
    struct opus_in *in = opus_in_open(path);
    bool fits = in && is_right_line(in, path);
    const char *line = in ? opus_in_title(in) : NULL;
    str_copy(title, size, line ? line : "");
    opus_in_close(in);
    return fits;
}

bool voice_play(const char *path, voice_sink *sink, void *context)
{
    bool stopped = false;
    struct opus_in *in = opus_in_open(path);
    bool played = in && opus_in_play(in, sink, context, &stopped);
    opus_in_close(in);
    return played;
}

static void tell_damaged(struct recorded *file)
{
    if (!atomic_exchange(&file->damaged, true)) {
        log_warn("voice", "%s", err_text());
    }
}

static bool check_all(struct voice *voice, const uint64_t *hashes, size_t count)
{
    bool whole = true;
    char title[64];
    for (size_t i = 0; i < count; i++) {
        struct recorded *file = find(voice, hashes[i]);
        if (file && !voice_check(file->path, title, sizeof title)) {
            tell_damaged(file);
            file = NULL;
        }
        whole = whole && file;
    }
    return whole;
}

bool voice_speak(struct voice *voice, const char *line, voice_sink *sink, void *context)
{
    uint64_t hashes[SCRIPT_PIECES_MAX];
    size_t count = pieces_of(voice, line, hashes);
    if (count == 0 || !check_all(voice, hashes, count)) {
        return false;
    }
    bool stopped = false;
    for (size_t i = 0; i < count && !stopped; i++) {
        struct recorded *file = find(voice, hashes[i]);
        struct opus_in *in = file ? opus_in_open(file->path) : NULL;
        bool played = in && opus_in_play(in, sink, context, &stopped);
        opus_in_close(in);
        if (!played) {
            if (file) {
                tell_damaged(file);
            }
            return false;
        }
    }
    return true;
}
