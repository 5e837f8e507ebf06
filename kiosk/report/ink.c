/* SPDX-License-Identifier: MIT */
#include "report/ink.h"

#include <assert.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

#include <cairo-pdf.h>

#include "base/err.h"

#define HAIR 0.5

static const char family[] = "Noto Sans CJK SC";

struct ink {
    struct str bytes;
    cairo_surface_t *surface;
    cairo_t *cairo;
    PangoFontMap *map;
    PangoContext *context;
    PangoLayout *layout;
};

static cairo_status_t collect(void *context, const unsigned char *bytes, unsigned length)
{
    struct str *out = context;
    str_add_bytes(out, (const char *)bytes, length);
    return CAIRO_STATUS_SUCCESS;
}

struct ink *ink_begin(double w, double h, const char *title, const char *lang,
                      const char *made)
{
    struct ink *ink = calloc(1, sizeof *ink);
    assert(ink);
    ink->surface = cairo_pdf_surface_create_for_stream(collect, &ink->bytes, w, h);
    cairo_pdf_surface_set_metadata(ink->surface, CAIRO_PDF_METADATA_TITLE, title);
    if (made) {
        cairo_pdf_surface_set_metadata(ink->surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                       made);
    }
    ink->cairo = cairo_create(ink->surface);
    ink->map = pango_cairo_font_map_new();
    ink->context = pango_font_map_create_context(ink->map);
    pango_context_set_language(ink->context, pango_language_from_string(lang));
    ink->layout = pango_layout_new(ink->context);
    pango_layout_set_wrap(ink->layout, PANGO_WRAP_WORD_CHAR);
    return ink;
}

bool ink_end(struct ink *ink, struct str *out)
{
    cairo_status_t status = cairo_status(ink->cairo);
    g_object_unref(ink->layout);
    g_object_unref(ink->context);
    g_object_unref(ink->map);
    cairo_destroy(ink->cairo);
    cairo_surface_finish(ink->surface);
    status = status ? status : cairo_surface_status(ink->surface);
    cairo_surface_destroy(ink->surface);
    bool good = status == CAIRO_STATUS_SUCCESS;
    if (good) {
        str_add_bytes(out, ink->bytes.text, ink->bytes.length);
    } else {
        err_set_as("report_drawn", "the PDF cannot be drawn: %s",
                   cairo_status_to_string(status));
    }
    str_free(&ink->bytes);
    free(ink);
    return good;
}

double ink_height(struct ink *ink, double w, const struct ink_type *type,
                  const char *text)
{
    static const PangoAlignment aligns[] = {[INK_LEFT] = PANGO_ALIGN_LEFT,
                                            [INK_CENTER] = PANGO_ALIGN_CENTER,
                                            [INK_RIGHT] = PANGO_ALIGN_RIGHT};
    PangoFontDescription *font = pango_font_description_new();
    int height = 0;
    pango_font_description_set_family(font, family);
    pango_font_description_set_absolute_size(font, type->points * PANGO_SCALE);
    pango_font_description_set_weight(font, type->bold ? PANGO_WEIGHT_BOLD
                                                       : PANGO_WEIGHT_NORMAL);
    pango_layout_set_font_description(ink->layout, font);
    pango_layout_set_alignment(ink->layout, aligns[type->align]);
    pango_layout_set_width(ink->layout, (int)(w * PANGO_SCALE));
    pango_layout_set_text(ink->layout, text, -1);
    pango_layout_get_size(ink->layout, NULL, &height);
    pango_font_description_free(font);
    return *text ? (double)height / PANGO_SCALE : 0;
}

double ink_text(struct ink *ink, double x, double y, double w,
                const struct ink_type *type, const char *text)
{
    double h = ink_height(ink, w, type, text);
    cairo_set_source_rgb(ink->cairo, type->grey, type->grey, type->grey);
    cairo_move_to(ink->cairo, x, y);
    pango_cairo_show_layout(ink->cairo, ink->layout);
    return h;
}

void ink_frame(struct ink *ink, double x, double y, double w, double h)
{
    cairo_set_line_width(ink->cairo, HAIR);
    cairo_set_source_rgb(ink->cairo, 0.4, 0.4, 0.4);
    cairo_rectangle(ink->cairo, x, y, w, h);
    cairo_stroke(ink->cairo);
}

void ink_fill(struct ink *ink, double x, double y, double w, double h, double red,
              double green, double blue)
{
    cairo_set_source_rgb(ink->cairo, red, green, blue);
    cairo_rectangle(ink->cairo, x, y, w, h);
    cairo_fill(ink->cairo);
}

void ink_turn(struct ink *ink)
{
    cairo_show_page(ink->cairo);
}
