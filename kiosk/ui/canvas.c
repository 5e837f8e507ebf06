/* SPDX-License-Identifier: MIT */
#include "ui/canvas.h"

#include <stdlib.h>
#include <string.h>

#include "base/err.h"

enum {
    FIRST_BYTES = 64 << 10,
    FIRST_COMMANDS = 512,
    LOOK_AHEAD =
        24, /* how many commands may come or go in one place and still be matched */
};

struct frame {
    unsigned char *bytes;
    size_t used, capacity;
    uint32_t *starts; /* of the commands in `bytes` */
    size_t count, room;
};

struct canvas {
    int width, height;
    struct frame frames[2];
    int now; /* the frame being added to, or the last ended one */
    size_t lost;
    bool all; /* the next frame has nothing to be compared with */
    int cell_w, cell_h, across, down;
    struct canvas_box
        cells[CANVAS_DAMAGE_MAX]; /* what is damaged of each; may be empty */
};

/* ---- boxes -------------------------------------------------------------------- */

bool canvas_box_empty(struct canvas_box box)
{
    return box.x1 <= box.x0 || box.y1 <= box.y0;
}

int64_t canvas_box_area(struct canvas_box box)
{
    return canvas_box_empty(box) ? 0 : (int64_t)(box.x1 - box.x0) * (box.y1 - box.y0);
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

static int most(int a, int b)
{
    return a > b ? a : b;
}

struct canvas_box canvas_box_common(struct canvas_box a, struct canvas_box b)
{
    return (struct canvas_box){most(a.x0, b.x0), most(a.y0, b.y0), least(a.x1, b.x1),
                               least(a.y1, b.y1)};
}

struct canvas_box canvas_box_around(struct canvas_box a, struct canvas_box b)
{
    return (struct canvas_box){least(a.x0, b.x0), least(a.y0, b.y0), most(a.x1, b.x1),
                               most(a.y1, b.y1)};
}

/* ---- damage ------------------------------------------------------------------- */

/* Cells are tiles, and twice as large each way where a huge screen has too many. */
static void lay_cells(struct canvas *canvas)
{
    canvas->cell_w = CANVAS_TILE_W;
    canvas->cell_h = CANVAS_TILE_H;
    for (;;) {
        canvas->across = (canvas->width + canvas->cell_w - 1) / canvas->cell_w;
        canvas->down = (canvas->height + canvas->cell_h - 1) / canvas->cell_h;
        if (canvas->across * canvas->down <= CANVAS_DAMAGE_MAX) {
            return;
        }
        canvas->cell_w *= 2;
        canvas->cell_h *= 2;
    }
}

/* Of each cell only what the box touches is damaged: a gauge that moves in one corner of
 * the screen and a curve in another cost nothing of what lies between. */
static void add_damage(struct canvas *canvas, struct canvas_box box)
{
    box =
        canvas_box_common(box, (struct canvas_box){0, 0, canvas->width, canvas->height});
    if (canvas_box_empty(box)) {
        return;
    }
    int w = canvas->cell_w;
    int h = canvas->cell_h;
    for (int y = box.y0 / h; y <= (box.y1 - 1) / h; y++) {
        for (int x = box.x0 / w; x <= (box.x1 - 1) / w; x++) {
            struct canvas_box cell = {x * w, y * h, (x + 1) * w, (y + 1) * h};
            struct canvas_box part = canvas_box_common(box, cell);
            struct canvas_box *damaged = &canvas->cells[y * canvas->across + x];
            *damaged =
                canvas_box_empty(*damaged) ? part : canvas_box_around(*damaged, part);
        }
    }
}

size_t canvas_damage(const struct canvas *canvas, struct canvas_box *boxes)
{
    size_t count = 0;
    for (int i = 0; i < canvas->across * canvas->down; i++) {
        if (!canvas_box_empty(canvas->cells[i])) {
            boxes[count++] = canvas->cells[i];
        }
    }
    return count;
}

void canvas_clear_damage(struct canvas *canvas)
{
    memset(canvas->cells, 0, sizeof canvas->cells);
}

void canvas_damage_all(struct canvas *canvas)
{
    add_damage(canvas, (struct canvas_box){0, 0, canvas->width, canvas->height});
}

/* ---- frames ------------------------------------------------------------------- */

static bool frame_init(struct frame *frame)
{
    frame->capacity = FIRST_BYTES;
    frame->room = FIRST_COMMANDS;
    frame->bytes = malloc(frame->capacity);
    frame->starts = malloc(frame->room * sizeof *frame->starts);
    return frame->bytes && frame->starts;
}

static void frame_finish(struct frame *frame)
{
    free(frame->bytes);
    free(frame->starts);
}

/* Frames grow while a screen is new and keep their size from then on. */
static bool frame_reserve(struct frame *frame, size_t bytes)
{
    if (frame->count == frame->room) {
        size_t room = frame->room * 2;
        uint32_t *starts = room > CANVAS_COMMANDS_MAX
                               ? NULL
                               : realloc(frame->starts, room * sizeof *starts);
        if (!starts) {
            return false;
        }
        frame->starts = starts;
        frame->room = room;
    }
    size_t capacity = frame->capacity;
    while (capacity < frame->used + bytes) {
        capacity *= 2;
    }
    if (capacity == frame->capacity) {
        return true;
    }
    unsigned char *grown =
        capacity > CANVAS_BYTES_MAX ? NULL : realloc(frame->bytes, capacity);
    if (!grown) {
        return false;
    }
    frame->bytes = grown;
    frame->capacity = capacity;
    return true;
}

static const struct canvas_command *frame_at(const struct frame *frame, size_t index)
{
    return (const struct canvas_command *)(const void *)(frame->bytes +
                                                         frame->starts[index]);
}

struct canvas *canvas_create(int width, int height)
{
    struct canvas *canvas = calloc(1, sizeof *canvas);
    if (!canvas || !frame_init(&canvas->frames[0]) || !frame_init(&canvas->frames[1])) {
        err_set("ui: no memory for the commands of a frame");
        canvas_destroy(canvas);
        return NULL;
    }
    canvas_resize(canvas, width, height);
    return canvas;
}

void canvas_destroy(struct canvas *canvas)
{
    if (canvas) {
        frame_finish(&canvas->frames[0]);
        frame_finish(&canvas->frames[1]);
        free(canvas);
    }
}

void canvas_resize(struct canvas *canvas, int width, int height)
{
    canvas->width = width;
    canvas->height = height;
    canvas->all = true;
    lay_cells(canvas);
    canvas_clear_damage(canvas);
}

void canvas_begin(struct canvas *canvas)
{
    canvas->now = 1 - canvas->now;
    canvas->frames[canvas->now].used = 0;
    canvas->frames[canvas->now].count = 0;
    canvas->lost = 0;
}

/* FNV-1a over words: a filter before memcmp, not a proof. */
static uint32_t hash_words(const unsigned char *bytes, size_t length)
{
    uint32_t hash = 2166136261u;
    for (size_t i = 0; i + 4 <= length; i += 4) {
        uint32_t word;
        memcpy(&word, bytes + i, 4);
        hash = (hash ^ word) * 16777619u;
        hash ^= hash >> 15;
    }
    return hash;
}

void canvas_add(struct canvas *canvas, struct canvas_command *command,
                const void *payload, size_t payload_bytes)
{
    struct canvas_box screen = {0, 0, canvas->width, canvas->height};
    command->box = canvas_box_common(command->box, screen);
    if (canvas_box_empty(command->box)) {
        return;
    }
    struct frame *frame = &canvas->frames[canvas->now];
    size_t bytes = (sizeof *command + payload_bytes + 7) / 8 * 8;
    if (!frame_reserve(frame, bytes)) {
        canvas->lost++;
        return;
    }
    command->hash = 0;
    command->bytes = (uint32_t)bytes;
    unsigned char *to = frame->bytes + frame->used;
    memset(to, 0, bytes);
    memcpy(to, command, sizeof *command);
    if (payload_bytes > 0) {
        memcpy(to + sizeof *command, payload, payload_bytes);
    }
    uint32_t hash = hash_words(to, bytes);
    memcpy(to, &hash, sizeof hash);
    frame->starts[frame->count++] = (uint32_t)frame->used;
    frame->used += bytes;
}

const void *canvas_payload(const struct canvas_command *command)
{
    return command + 1;
}

const struct canvas_command *canvas_command(const struct canvas *canvas, size_t index)
{
    const struct frame *frame = &canvas->frames[canvas->now];
    return index < frame->count ? frame_at(frame, index) : NULL;
}

size_t canvas_lost(const struct canvas *canvas)
{
    return canvas->lost;
}

/* ---- what changed ------------------------------------------------------------- */

static bool same(const struct canvas_command *a, const struct canvas_command *b)
{
    return a->hash == b->hash && a->bytes == b->bytes && memcmp(a, b, a->bytes) == 0;
}

/*
 * The nearest place, counted from (i, j), where both frames go on alike; false when there
 * is none near enough. Any common subsequence gives right pixels; a near one gives few.
 */
static bool next_match(const struct frame *old, const struct frame *new, size_t *i,
                       size_t *j)
{
    for (size_t far = 0; far <= LOOK_AHEAD; far++) {
        for (size_t skip = 0; skip <= far; skip++) {
            size_t a = *i + skip;
            size_t b = *j + far - skip;
            if (a < old->count &&
                b < new->count &&same(frame_at(old, a), frame_at(new, b))) {
                *i = a;
                *j = b;
                return true;
            }
        }
    }
    return false;
}

struct point {
    float x, y;
};

static bool same_point(const struct point *a, const struct point *b)
{
    return a->x == b->x && a->y == b->y;
}

/* Where two lines of one style differ: what lies between their common head and tail. */
static bool damage_lines(struct canvas *canvas, const struct canvas_command *a,
                         const struct canvas_command *b)
{
    const struct point *pa = canvas_payload(a);
    const struct point *pb = canvas_payload(b);

    if (a->kind != CANVAS_POLYLINE || b->kind != CANVAS_POLYLINE ||
        a->color != b->color || a->width != b->width || a->from != 0 || b->from != 0) {
        return false;
    }
    size_t shorter = a->count < b->count ? a->count : b->count;
    size_t head = 0;
    while (head < shorter && same_point(&pa[head], &pb[head])) {
        head++;
    }
    size_t tail = 0;
    while (tail < shorter - head &&
           same_point(&pa[a->count - 1 - tail], &pb[b->count - 1 - tail])) {
        tail++;
    }
    if (head == 0 && tail == 0) {
        return false;
    }
    struct canvas_box box = {canvas->width, canvas->height, 0, 0};
    const struct canvas_command *both[2] = {a, b};
    for (int k = 0; k < 2; k++) {
        const struct point *points = canvas_payload(both[k]);
        size_t from = head > 0 ? head - 1 : 0;
        size_t to = both[k]->count - tail + (tail > 0 ? 1 : 0);
        for (size_t n = from; n < to; n++) {
            int reach = (int)(a->width / 2) + 2;
            int x = (int)points[n].x;
            int y = (int)points[n].y;
            box =
                canvas_box_around(box, (struct canvas_box){x - reach, y - reach,
                                                           x + reach + 1, y + reach + 1});
        }
    }
    add_damage(canvas, canvas_box_common(box, canvas_box_around(a->box, b->box)));
    return true;
}

/* Damages commands [i, i_end) of the old and [j, j_end) of the new frame. */
static void damage_span(struct canvas *canvas, size_t i, size_t i_end, size_t j,
                        size_t j_end)
{
    const struct frame *new = &canvas->frames[canvas->now];
    const struct frame *old = &canvas->frames[1 - canvas->now];
    if (i_end - i == j_end - j) {
        for (; i < i_end; i++, j++) {
            if (!damage_lines(canvas, frame_at(old, i), frame_at(new, j))) {
                add_damage(canvas, frame_at(old, i)->box);
                add_damage(canvas, frame_at(new, j)->box);
            }
        }
        return;
    }
    for (; i < i_end; i++) {
        add_damage(canvas, frame_at(old, i)->box);
    }
    for (; j < j_end; j++) {
        add_damage(canvas, frame_at(new, j)->box);
    }
}

static void compare(struct canvas *canvas)
{
    const struct frame *new = &canvas->frames[canvas->now];
    const struct frame *old = &canvas->frames[1 - canvas->now];
    size_t i = 0;
    size_t j = 0;
    while (i < old->count || j < new->count) {
        size_t a = i;
        size_t b = j;
        if (!next_match(old, new, &a, &b)) {
            a = i < old->count ? i + 1 : i;
            b = j < new->count ? j + 1 : j;
            damage_span(canvas, i, a, j, b);
            i = a;
            j = b;
            continue;
        }
        damage_span(canvas, i, a, j, b);
        i = a + 1;
        j = b + 1;
    }
}

int64_t canvas_end(struct canvas *canvas)
{
    struct canvas_box before[CANVAS_DAMAGE_MAX];
    memcpy(before, canvas->cells, sizeof before);
    canvas_clear_damage(canvas);
    if (canvas->all) {
        canvas_damage_all(canvas);
        canvas->all = false;
    } else {
        compare(canvas);
    }
    int64_t area = 0;
    for (int i = 0; i < canvas->across * canvas->down; i++) {
        area += canvas_box_area(canvas->cells[i]);
        add_damage(canvas, before[i]);
    }
    return area;
}
