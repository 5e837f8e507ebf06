/* SPDX-License-Identifier: MIT */
#include <stdlib.h>

#include <SDL2/SDL_audio.h>

#include "base/err.h"
#include "sound/microphone_input.h"
#include "sound/take.h"

enum { SECOND_US = 1000000, SAMPLE = sizeof(int16_t) };

struct file {
    const struct clock *clock;
    int64_t begun_us;
    int64_t heard;    /* samples so far */
    int16_t *samples; /* owned; NULL: no microphone */
    size_t count;
};

static void pull(void *context, struct microphone *microphone)
{
    struct file *file = context;
    int64_t now_us = clock_now_us(file->clock);
    int64_t due = (now_us - file->begun_us) * TAKE_RATE_HZ / SECOND_US;
    while (file->count > 0 && file->heard < due) {
        size_t from = (size_t)file->heard % file->count;
        size_t left = (size_t)(due - file->heard);
        size_t piece = left < file->count - from ? left : file->count - from;
        microphone_feed(microphone, file->samples + from, piece);
        file->heard += (int64_t)piece;
    }
}

static void destroy(void *context)
{
    struct file *file = context;
    free(file->samples);
    free(file);
}

/* Whatever the file's format, in the microphone's. */
static bool convert(struct file *file, const SDL_AudioSpec *from, const Uint8 *bytes,
                    Uint32 length)
{
    SDL_AudioStream *stream = SDL_NewAudioStream(from->format, from->channels, from->freq,
                                                 AUDIO_S16SYS, 1, TAKE_RATE_HZ);
    bool done = stream && SDL_AudioStreamPut(stream, bytes, (int)length) == 0 &&
                SDL_AudioStreamFlush(stream) == 0;
    int got = done ? SDL_AudioStreamAvailable(stream) : 0;
    file->samples = got > 0 ? malloc((size_t)got) : NULL;
    done = file->samples && SDL_AudioStreamGet(stream, file->samples, got) == got;
    file->count = done ? (size_t)got / SAMPLE : 0;
    SDL_FreeAudioStream(stream);
    return done;
}

static bool load(struct file *file, const char *path)
{
    SDL_AudioSpec spec;
    Uint8 *bytes = NULL;
    Uint32 length = 0;
    if (!SDL_LoadWAV(path, &spec, &bytes, &length)) {
        return err_set("%s: cannot be read as a WAV file: %s", path, SDL_GetError());
    }
    bool done = convert(file, &spec, bytes, length);
    SDL_FreeWAV(bytes);
    return done || err_set("%s: there is no sound in it", path);
}

bool microphone_file(struct microphone_input *input, const char *path,
                     const struct clock *clock)
{
    struct file *file = calloc(1, sizeof *file);
    if (!file) {
        return err_set("out of memory");
    }
    file->clock = clock;
    file->begun_us = clock_now_us(clock);
    if (path && !load(file, path)) {
        destroy(file);
        return false;
    }
    *input = (struct microphone_input){.context = file, .pull = pull, .destroy = destroy};
    return true;
}
