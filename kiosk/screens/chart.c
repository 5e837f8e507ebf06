/* SPDX-License-Identifier: MIT */
#include "screens/chart.h"

#include <math.h>

#include "base/str.h"
#include "station/tries.h"

#define DOT_R       12.0f /* a push that was right */
#define FAULT_R     21.0f /* a fault, with its shape inside */
#define CURVE_W     7.0f
#define LINE_W      3.0f
#define DASH        12.0f
#define LIVE_REST   0.17f /* the rest line's place in the height */
#define LIVE_FLOOR  0.95f
#define BEAT_R      12.0f /* of the mark of the next beat */
#define BEAT_STRUCK 0.15  /* of an interval: so long a beat is "now" */
#define NOW         0.93f /* now's place in the width */
#define BAR_FLOOR   0.66
#define LABEL_LINE  0.85f /* of its line a label needs */
#define ICON_SWAP   40.0f
#define STINTS_GAP  6.0f
#define ICON_SHARE  0.66f /* of its disc */

enum { US_A_SECOND = 1000000 };

_Static_assert((int)RUN_CURVE_MAX <= (int)UI_POINTS_MAX, "a curve is one line");

/* Depth to height on the screen. */
struct scale {
    float rest_y;
    float floor_y;
    double floor_mm; /* where the score of the depth ends */
};

enum icon chart_icon(enum cpr_label label)
{
    static const enum icon icons[CPR_LABEL_COUNT] = {
        [CPR_OK] = ICON_TICK,           [CPR_SHALLOW] = ICON_ARROW_DOWN,
        [CPR_DEEP] = ICON_ARROW_UP,     [CPR_SLOW] = ICON_FASTER,
        [CPR_FAST] = ICON_SLOWER,       [CPR_LEANING] = ICON_ARROW_UP,
        [CPR_WRONG_HANDS] = ICON_HEART,
    };

    return icons[label];
}

/* The floor is where the depth scores 0, or for bars two thirds of the way there. */
static struct scale scale_in(struct ui_rect rect, float rest, float floor,
                             const struct run *run, double share)
{
    const struct cpr_guideline *guideline = run->plan.guideline;
    double over_mm = guideline->depth_zero_mm.high - guideline->depth_mm.high;
    return (struct scale){rect.y + rect.h * rest, rect.y + rect.h * floor,
                          guideline->depth_mm.high + share * over_mm};
}

static float y_of(const struct scale *scale, double depth_mm)
{
    double share = fmin(fmax(depth_mm / scale->floor_mm, -0.08), 1);
    return scale->rest_y + (float)share * (scale->floor_y - scale->rest_y);
}

static struct ui_rect band_in(struct ui_rect rect, const struct scale *scale,
                              const struct run *run)
{
    struct cpr_range range = run->plan.guideline->depth_mm;
    float top = y_of(scale, range.low);
    return (struct ui_rect){rect.x, top, rect.w, y_of(scale, range.high) - top};
}

/* A disc with the shape of what to do. */
static void draw_mark(struct ui *ui, struct ui_point at, enum cpr_label label)
{
    if (label == CPR_OK) {
        ui_disc(ui, at, DOT_R, UI_GOOD);
        return;
    }
    float half = FAULT_R * ICON_SHARE;
    ui_disc(ui, at, FAULT_R, UI_NEXT);
    ui_icon(ui, (struct ui_rect){at.x - half, at.y - half, 2 * half, 2 * half},
            chart_icon(label), UI_ON_NEXT);
}

struct live_view {
    struct scale scale;
    float left, now_x;
    int64_t now_us;
};

static float x_of(const struct live_view *view, int64_t t_us)
{
    float gone = (float)(view->now_us - t_us) / (float)(CHART_LIVE_S * US_A_SECOND);
    return view->now_x - gone * (view->now_x - view->left);
}

/* Whether the points between `from` and `to` are as good as on the line between them. */
static bool is_straight(const struct ui_point *from, const struct ui_point *to)
{
    const float tolerance = 0.15f;
    float dx = to->x - from->x;
    float dy = to->y - from->y;
    float most = tolerance * tolerance * (dx * dx + dy * dy);
    for (const struct ui_point *p = from + 1; p < to; p++) {
        float aside = (p->x - from->x) * dy - (p->y - from->y) * dx;
        if (aside * aside > most) {
            return false;
        }
    }
    return true;
}

/*
 * Leaves out what nobody sees, since each stretch costs time sixty times a second: the
 * flanks of a push are nearly straight. One of every BLOCK is kept by its number, so that
 * the curve does not tremble as it moves. Returns how many are left.
 */
static size_t thin_out(struct ui_point *points, size_t count, uint32_t first_number)
{
    enum { BLOCK = 16 };

    size_t kept = 1;
    for (size_t last = 0, i = 1; i < count; i++) {
        bool block_ends = (first_number + i) % BLOCK == 0;
        if (i + 1 == count || block_ends || !is_straight(&points[last], &points[i + 1])) {
            last = i;
            points[kept++] = points[i];
        }
    }
    return kept;
}

static void draw_curve(struct ui *ui, const struct live_view *view, const struct run *run)
{
    struct ui_point points[RUN_CURVE_MAX];
    uint32_t kept =
        run->curve_count < RUN_CURVE_MAX ? run->curve_count : (uint32_t)RUN_CURVE_MAX;
    uint32_t first = run->curve_count - kept;
    while (first < run->curve_count &&
           x_of(view, run->curve[first % RUN_CURVE_MAX].t_us) < view->left) {
        first++;
    }
    size_t count = 0;
    for (uint32_t i = first; i < run->curve_count; i++) {
        const struct run_point *point = &run->curve[i % RUN_CURVE_MAX];
        points[count++] = (struct ui_point){x_of(view, point->t_us),
                                            y_of(&view->scale, (double)point->depth_mm)};
    }
    if (count > 1) {
        count = thin_out(points, count, first);
        ui_polyline(ui, points, count, CURVE_W, 0, UI_CURVE);
        ui_disc(ui, points[count - 1], DOT_R, UI_CURVE);
    }
}

static void draw_marks(struct ui *ui, const struct live_view *view, const struct run *run)
{
    for (uint32_t i = run->compression_count; i > 0; i--) {
        const struct cpr_compression *c = &run->compressions[i - 1];
        if (x_of(view, c->peak_us) < view->left) {
            break;
        }
        bool leaning = c->label == CPR_LEANING;
        if (leaning) { /* the push itself was right */
            draw_mark(ui,
                      (struct ui_point){x_of(view, c->release_us),
                                        y_of(&view->scale, c->release_mm)},
                      CPR_LEANING);
        }
        draw_mark(
            ui,
            (struct ui_point){x_of(view, c->peak_us), y_of(&view->scale, c->depth_mm)},
            leaning ? CPR_OK : c->label);
    }
}

/* The newest push has turned, but is not complete until the next one: its depth alone. */
static void draw_newest(struct ui *ui, const struct live_view *view,
                        const struct run *run)
{
    uint32_t complete = run->compression_count;
    if (complete > 0 &&
        run->compressions[complete - 1].peak_us >= run->live.last_peak_us) {
        return;
    }
    const struct cpr_guideline *guideline = run->plan.guideline;
    double depth_mm = run->live.last_peak_mm;
    float x = x_of(view, run->live.last_peak_us);
    if (isnan(depth_mm) || x < view->left) {
        return;
    }
    enum cpr_label label = !guideline->depth_scored              ? CPR_OK
                           : depth_mm < guideline->depth_mm.low  ? CPR_SHALLOW
                           : depth_mm > guideline->depth_mm.high ? CPR_DEEP
                                                                 : CPR_OK;
    draw_mark(ui, (struct ui_point){x, y_of(&view->scale, depth_mm)}, label);
}

static void draw_labels(struct ui *ui, struct ui_rect rect, struct ui_rect band,
                        const struct chart_live *chart, float rest_y)
{
    float line = ui_line_height(ui, UI_SMALL);
    float w = chart->label_w;
    float h = fminf(line, rest_y - rect.y);
    struct ui_rect rest = {rect.x, (rect.y + rest_y - h) / 2, w, h};
    if (h < LABEL_LINE * line) { /* no room above the line: below it */
        rest = (struct ui_rect){rect.x, rest_y, w, line};
    }
    ui_text_middle(ui, rest, UI_SMALL, UI_QUIET, UI_LEFT, chart->rest_label);
    if (chart->judged) {
        float middle = band.y + band.h / 2;
        h = fmaxf(line, band.h);
        ui_text_middle(ui, (struct ui_rect){rect.x, middle - h / 2, w, h}, UI_SMALL,
                       UI_BAND_LABEL, UI_LEFT, chart->band_label);
    }
}

/* The beat to come; for a moment larger on the beat, so that it is seen from aside. */
static void draw_beat(struct ui *ui, const struct live_view *view,
                      const struct chart_live *chart)
{
    if (chart->beat_phase < 0) {
        return;
    }
    bool struck = chart->beat_phase < BEAT_STRUCK;
    double ahead_s = struck ? 0 : (1 - chart->beat_phase) * 60 / chart->beat_cpm;
    struct ui_point at = {x_of(view, view->now_us + (int64_t)(ahead_s * US_A_SECOND)),
                          view->scale.rest_y};
    ui_disc(ui, at, struck ? BEAT_R * 1.6f : BEAT_R, UI_NEXT);
}

/* Where somebody else went on. */
static void draw_swaps(struct ui *ui, const struct live_view *view, const struct run *run)
{
    for (uint32_t i = 0; i < run->swap_count; i++) {
        float x = x_of(view, run->swaps_us[i]);
        if (x < view->left + ICON_SWAP / 2) {
            continue;
        }
        struct ui_point line[] = {{x, view->scale.rest_y}, {x, view->scale.floor_y}};
        ui_polyline(ui, line, 2, LINE_W, 0, UI_QUIET);
        ui_icon(ui,
                (struct ui_rect){x - ICON_SWAP / 2, view->scale.floor_y - ICON_SWAP,
                                 ICON_SWAP, ICON_SWAP},
                ICON_PEOPLE, UI_TEXT);
    }
}

void chart_live(struct ui *ui, struct ui_rect rect, const struct run *run,
                const struct chart_live *chart)
{
    struct ui_rect inside = {rect.x + 28, rect.y, rect.w - 56, rect.h};
    struct live_view view = {
        .scale = scale_in(rect, LIVE_REST, LIVE_FLOOR, run, 1),
        .left = inside.x + chart->label_w + 20,
        .now_x = rect.x + rect.w * NOW,
        .now_us = run->newest_us,
    };
    struct ui_rect band = band_in(rect, &view.scale, run);
    if (chart->judged) {
        ui_fill(ui, band, 0, UI_BAND);
    }
    struct ui_point rest[] = {{rect.x, view.scale.rest_y},
                              {rect.x + rect.w, view.scale.rest_y}};
    ui_polyline(ui, rest, 2, LINE_W, 0, UI_FAINT);
    struct ui_point now[] = {{view.now_x, view.scale.rest_y},
                             {view.now_x, view.scale.floor_y}};
    ui_polyline(ui, now, 2, LINE_W, DASH, UI_GOOD);
    draw_labels(ui, inside, band, chart, view.scale.rest_y);
    draw_swaps(ui, &view, run);
    draw_curve(ui, &view, run);
    if (chart->judged) {
        draw_marks(ui, &view, run);
        draw_newest(ui, &view, run);
    }
    draw_beat(ui, &view, chart);
}

/* One bar with its shape near the end; below the end when the bar is too short. */
static void draw_bar(struct ui *ui, struct ui_rect column, const struct scale *scale,
                     const struct cpr_compression *c)
{
    bool ok = c->label == CPR_OK;
    /* In a low chart narrow enough for the shape to have room in it. */
    float w = fminf(fminf(column.w * 0.68f, 84), column.h * 0.87f);
    float x = column.x + (column.w - w) / 2;
    float h = fmaxf(y_of(scale, c->depth_mm) - scale->rest_y, w * 0.4f);
    ui_fill(ui, (struct ui_rect){x, scale->rest_y, w, h}, fminf(w * 0.26f, h / 2),
            ok ? UI_GOOD : UI_NEXT);
    float side = w * 0.62f;
    bool inside = h > side * 1.4f;
    float y = scale->rest_y + (inside ? (h - side) / 2 : h + 4);
    ui_icon(ui, (struct ui_rect){x + (w - side) / 2, y, side, side}, chart_icon(c->label),
            !inside ? UI_TEXT
            : ok    ? UI_GROUND
                    : UI_ON_NEXT);
}

void chart_last(struct ui *ui, struct ui_rect rect, const struct run *run)
{
    struct scale scale = scale_in(rect, 0, 1, run, BAR_FLOOR);
    ui_fill(ui, band_in(rect, &scale, run), 12, UI_BAND);
    uint32_t shown =
        run->compression_count < CHART_LAST ? run->compression_count : CHART_LAST;
    float w = rect.w / CHART_LAST;
    for (uint32_t i = 0; i < shown; i++) {
        uint32_t place = CHART_LAST - shown + i; /* the newest stands on the right */
        struct ui_rect column = {rect.x + w * (float)place, rect.y, w, rect.h};
        draw_bar(ui, column, &scale,
                 &run->compressions[run->compression_count - shown + i]);
    }
}

/* The bars of a run: its time over the width. */
struct run_view {
    struct ui_rect bars;
    struct scale scale;
    float seconds, bar_w;
};

static float run_s(const struct run *run, int64_t t_us)
{
    return (float)(t_us - run->start_us) / (float)US_A_SECOND;
}

static float bar_x(const struct run_view *view, float t_s)
{
    float share = fminf(fmaxf(t_s / view->seconds, 0), 1);
    return view->bars.x + share * (view->bars.w - view->bar_w);
}

/* Wider than the bars of now, so that it is seen on both sides of them. */
static void draw_first(struct ui *ui, const struct run_view *view,
                       const struct tries *tries)
{
    float more = view->bar_w * 0.5f;
    for (uint32_t i = 0; tries && tries->count > 1 && i < tries->first_count; i++) {
        const struct tries_bar *bar = &tries->first[i];
        if (bar->t_s > view->seconds) {
            break;
        }
        float h = y_of(&view->scale, (double)bar->depth_mm) - view->bars.y;
        ui_fill(ui,
                (struct ui_rect){bar_x(view, bar->t_s) - more, view->bars.y,
                                 view->bar_w + 2 * more, h},
                view->bar_w, UI_TRACK);
    }
}

/* The bar a little left of the middle, its shape beside it: a short bar has no room. */
void chart_push(struct ui *ui, struct ui_rect rect, const struct run *run,
                const struct cpr_compression *push, bool praised)
{
    struct scale scale = scale_in(rect, 0, 1, run, BAR_FLOOR);
    enum cpr_label label = praised ? CPR_OK : push->label;
    bool ok = label == CPR_OK;
    float w = fminf(rect.w * 0.36f, fmaxf(rect.h * 0.4f, 40));
    float gap = w * 0.3f;
    float x = rect.x + (rect.w - 2 * w - gap) / 2;
    if (run->plan.guideline->depth_scored) {
        struct ui_rect band = band_in(rect, &scale, run);
        ui_fill(ui, (struct ui_rect){x - gap, band.y, w + 2 * gap, band.h}, 6, UI_BAND);
    }
    float h = fmaxf(y_of(&scale, push->depth_mm) - scale.rest_y, w * 0.4f);
    ui_fill(ui, (struct ui_rect){x - gap, scale.rest_y - 4, w + 2 * gap, 4}, 2, UI_FAINT);
    ui_fill(ui, (struct ui_rect){x, scale.rest_y, w, h}, fminf(w * 0.26f, h / 2),
            ok ? UI_GOOD : UI_CHANGE_SHAPE);
    ui_icon(ui, (struct ui_rect){x + w + gap, rect.y + (rect.h - w) / 2, w, w},
            chart_icon(label), ok ? UI_GOOD : UI_CHANGE);
}

void chart_who(struct ui *ui, struct ui_point centre, float r, int who)
{
    char number[4];
    str_format(number, sizeof number, "%d", who + 1);
    struct ui_rect square = {centre.x - r, centre.y - r, 2 * r, 2 * r};
    if (who == 0) {
        ui_disc(ui, centre, r, UI_BRAND);
    } else {
        ui_fill(ui, square, r * 0.25f, UI_TEXT);
    }
    ui_text_middle(ui, square, UI_SMALL, who == 0 ? UI_ON_BRAND : UI_CARD, UI_CENTER,
                   number);
}

float chart_stints_h(const struct ui *ui)
{
    return ui_line_height(ui, UI_SMALL) * 1.2f + STINTS_GAP;
}

/* Under the bars, who pressed them: his mark, and a line as long as he pressed. */
static void draw_stints(struct ui *ui, struct ui_rect row, const struct run_view *view,
                        const struct run *run, const struct cpr_pair *pair)
{
    float r = row.h / 2;
    for (uint32_t i = 0; i < pair->count; i++) {
        const struct cpr_stint *stint = &pair->stint[i];
        const struct cpr_compression *first = &run->compressions[stint->from];
        const struct cpr_compression *last = &run->compressions[stint->to - 1];
        float from = bar_x(view, run_s(run, first->peak_us));
        float to = bar_x(view, run_s(run, last->peak_us)) + view->bar_w;
        ui_fill(ui, (struct ui_rect){from, row.y + r - 3, to - from, 6}, 3,
                i % CPR_PAIR_WHO == 0 ? UI_BRAND : UI_TEXT);
        if (to - from >= 2 * r) {
            chart_who(ui, (struct ui_point){(from + to) / 2, row.y + r}, r,
                      (int)(i % CPR_PAIR_WHO));
        }
    }
}

/* Where depth is not judged, one beside the band is neither right nor wrong. */
static bool is_open(const struct run *run, const struct cpr_compression *c)
{
    const struct cpr_guideline *guideline = run->plan.guideline;
    return !guideline->depth_scored && c->label == CPR_OK &&
           (c->depth_mm < guideline->depth_mm.low ||
            c->depth_mm > guideline->depth_mm.high);
}

static enum ui_color run_bar_color(const struct run *run, const struct cpr_compression *c,
                                   bool band)
{
    if (run->result.trust != 0 || (band && is_open(run, c))) {
        return UI_QUIET;
    }
    return c->label == CPR_OK ? UI_GOOD : UI_CHANGE_SHAPE;
}

void chart_run(struct ui *ui, struct ui_rect rect, const struct run *run,
               const struct cpr_pair *pair, const struct tries *tries, bool band)
{
    enum { MARK_W = 30 };

    struct ui_rect stints = {rect.x, rect.y + rect.h, rect.w, 0};
    if (pair->count > 1) {
        stints.h = chart_stints_h(ui) - STINTS_GAP;
        rect.h -= chart_stints_h(ui);
        stints.y -= stints.h;
    }
    struct ui_rect bars = {rect.x, rect.y, rect.w, rect.h - MARK_W - 6};
    struct scale scale = scale_in(bars, 0, 1, run, BAR_FLOOR);
    bool judged = run->result.trust == 0; /* else no push is called wrong */
    if (judged && band) {
        ui_fill(ui, band_in(bars, &scale, run), 0, UI_BAND);
    }
    /* A practice that was broken off is its pressed part; two seconds at least. */
    float seconds = fmaxf((float)run->result.duration_s, 2);
    /* As thick as 150 a minute leave room for. */
    float w = fminf(fmaxf(bars.w / (seconds * 2.5f) * 0.55f, 2), 14);
    struct run_view view = {bars, scale, seconds, w};
    draw_first(ui, &view, judged ? tries : NULL);
    if (pair->count > 1) {
        draw_stints(ui, stints, &view, run, pair);
    }
    float marked_x = -INFINITY;
    enum cpr_label marked = CPR_OK;
    for (uint32_t i = 0; i < run->compression_count; i++) {
        const struct cpr_compression *c = &run->compressions[i];
        float x = bar_x(&view, run_s(run, c->peak_us));
        bool ok = c->label == CPR_OK || !judged;
        ui_fill(ui, (struct ui_rect){x, bars.y, w, y_of(&scale, c->depth_mm) - bars.y},
                w / 2, run_bar_color(run, c, band));
        float mark_x = x + w / 2 - MARK_W / 2.0f;
        /* A row of the same faults is marked as densely as can be told apart. */
        if (!ok && (mark_x - marked_x >= MARK_W ||
                    (c->label != marked && mark_x - marked_x >= MARK_W * 0.8f))) {
            ui_icon(ui,
                    (struct ui_rect){mark_x, rect.y + rect.h - MARK_W, MARK_W, MARK_W},
                    chart_icon(c->label), UI_CHANGE);
            marked_x = mark_x;
            marked = c->label;
        }
    }
}
