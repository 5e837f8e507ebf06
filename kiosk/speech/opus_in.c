/* SPDX-License-Identifier: MIT */
#include "speech/opus_in.h"

#include <assert.h>
#include <opusfile.h>
#include <stdlib.h>
#include <string.h>

#include "base/err.h"
#include "base/str.h"
#include "speech/ogg_pages.h"

enum { BLOCK = VOICE_RATE_HZ / 50 };

struct opus_in {
    OggOpusFile *file;
    char *path;
};

struct opus_in *opus_in_open(const char *path)
{
    if (!ogg_pages_whole(path)) {
        return NULL;
    }
    int error = 0;
    OggOpusFile *file = op_open_file(path, &error);
    if (!file) {
        err_set_as("recording_opus",
                   "%s: is no Opus recording (error %d); record it again", path, error);
        return NULL;
    }
    struct opus_in *in = malloc(sizeof *in);
    assert(in);
    *in = (struct opus_in){file, strdup(path)};
    assert(in->path);
    return in;
}

void opus_in_close(struct opus_in *in)
{
    if (in) {
        op_free(in->file);
        free(in->path);
        free(in);
    }
}

const char *opus_in_title(const struct opus_in *in)
{
    const OpusTags *tags = op_tags(in->file, 0);
    const char *title = tags ? opus_tags_query(tags, "TITLE", 0) : NULL;
    return title && *title && str_is_utf8(title, strlen(title)) ? title : NULL;
}

bool opus_in_play(struct opus_in *in, voice_sink *sink, void *context, bool *stopped)
{
    opus_int16 pairs[2 * BLOCK];
    int16_t samples[BLOCK];
    int count = 0;
    /* As two channels, whatever it was recorded with. */
    while ((count = op_read_stereo(in->file, pairs, 2 * BLOCK)) > 0) {
        for (int i = 0; i < count; i++) {
            samples[i] = (int16_t)((pairs[2 * i] + pairs[2 * i + 1]) / 2);
        }
        if (!sink(context, VOICE_RATE_HZ, samples, (size_t)count)) {
            *stopped = true;
            return true;
        }
    }
    return count == 0 ||
           err_set_as("recording_cut",
                      "%s: cannot be decoded to its end (error %d); record it "
                      "again",
                      in->path, count);
}
