/* SPDX-License-Identifier: MIT */
#include <assert.h>
#include <errno.h>
#include <limits.h>
#include <opusenc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"
#include "speech/piece.h"
#include "speech/voice.h"

enum {
    BITS_PER_SECOND = 24000, /* speech without a loss that is heard; 0.2 MB a minute */
    AT_ONCE = 4800,          /* samples */
};

struct voice_record {
    FILE *file;
    OggOpusEnc *encoder;
    size_t count;
    char path[PATH_MAX];
    char fresh[PATH_MAX]; /* until it is whole; hidden */
};

static int write_bytes(void *context, const unsigned char *bytes, opus_int32 length)
{
    struct voice_record *record = context;
    return fwrite(bytes, 1, (size_t)length, record->file) != (size_t)length;
}

static int leave_open(void *context)
{
    (void)context;
    return 0;
}

static bool fail(const struct voice_record *record, int error)
{
    return error == OPE_WRITE_FAIL
               ? err_set_as("file_write", "%s: cannot be written: %s", record->path,
                            strerror(errno))
               : err_set_as("recording_made", "%s: cannot be recorded: %s", record->path,
                            ope_strerror(error));
}

static bool start_encoder(struct voice_record *record, const char *title)
{
    static const OpusEncCallbacks callbacks = {write_bytes, leave_open};

    int error = OPE_ALLOC_FAIL;
    OggOpusComments *comments = ope_comments_create();
    if (comments && ope_comments_add(comments, "TITLE", title) == OPE_OK) {
        record->encoder = ope_encoder_create_callbacks(&callbacks, record, comments,
                                                       VOICE_RATE_HZ, 1, 0, &error);
    }
    if (comments) {
        ope_comments_destroy(comments);
    }
    if (!record->encoder ||
        (error = ope_encoder_ctl(record->encoder, OPUS_SET_BITRATE(BITS_PER_SECOND)))) {
        return fail(record, error);
    }
    return true;
}

struct voice_record *voice_record_begin(const char *folder, const char *text)
{
    char name[PIECE_NAME_BYTES];
    struct str title = {0};
    struct voice_record *record = calloc(1, sizeof *record);
    assert(record);
    piece_name(piece_hash(text), name);
    piece_fold(text, &title);
    bool begun = false;
    if (!str_format(record->path, sizeof record->path, "%s/%s", folder, name) ||
        !str_format(record->fresh, sizeof record->fresh, "%s/.%s.new", folder, name)) {
        err_set_as("path_long", "%s: the path is too long", folder);
    } else if (file_make_folder(folder)) {
        record->file = fopen(record->fresh, "wb");
        begun = record->file ? start_encoder(record, title.text)
                             : err_set_as("file_write", "%s: cannot be written: %s",
                                          record->path, strerror(errno));
    }
    str_free(&title);
    if (!begun) {
        voice_record_cancel(record);
        return NULL;
    }
    return record;
}

bool voice_record_add(struct voice_record *record, const int16_t *samples, size_t count)
{
    while (count > 0) {
        size_t now = count < AT_ONCE ? count : AT_ONCE;
        int error = ope_encoder_write(record->encoder, samples, (int)now);
        if (error != OPE_OK) {
            return fail(record, error);
        }
        samples += now;
        count -= now;
        record->count += now;
    }
    return true;
}

static bool put_in_place(struct voice_record *record)
{
    bool synced = fflush(record->file) == 0 && fsync(fileno(record->file)) == 0;
    synced = fclose(record->file) == 0 && synced;
    record->file = NULL;
    return synced ? file_replace(record->path, record->fresh)
                  : err_set_as("file_write", "%s: cannot be written: %s", record->path,
                               strerror(errno));
}

bool voice_record_finish(struct voice_record *record)
{
    bool kept = false;
    if (record->count == 0) {
        err_set_as("recording_empty", "%s: nothing was recorded; look at the microphone",
                   record->path);
    } else {
        int error = ope_encoder_drain(record->encoder);
        kept = error == OPE_OK ? put_in_place(record) : fail(record, error);
    }
    voice_record_cancel(record);
    return kept;
}

void voice_record_cancel(struct voice_record *record)
{
    if (!record) {
        return;
    }
    if (record->encoder) {
        ope_encoder_destroy(record->encoder);
    }
    if (record->file) {
        fclose(record->file);
    }
    unlink(record->fresh);
    free(record);
}
