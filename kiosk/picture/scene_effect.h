/* SPDX-License-Identifier: MIT */
/*
 * scene_effect: what of a picture is no person and no thing: sound, fire, a key that
 * wants to be pressed, the mark on what must not be done.
 */
#ifndef KIOSK_PICTURE_SCENE_EFFECT_H
#define KIOSK_PICTURE_SCENE_EFFECT_H

#include <stdint.h>

struct _cairo;

/* 0 to 1 and back within a period. */
double scene_swing(double seconds, double period_s);

/* Around the origin of the context. `x` is where in the scene, in which flames differ;
 * `wide` the glow's radius. */
void scene_waves_draw(struct _cairo *cairo, double seconds);
void scene_flame_draw(struct _cairo *cairo, double x, double seconds);
void scene_glow_draw(struct _cairo *cairo, double wide, double seconds);

/* In the corner of a picture of that size; `shine` 0 to 1. */
void scene_mark_draw(struct _cairo *cairo, double width, double height, double shine);

/* A colour on its way to another one: `part` 0 is from, 1 is to. */
uint32_t scene_mix_rgb(uint32_t from, uint32_t to, double part);

#endif
