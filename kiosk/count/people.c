/* SPDX-License-Identifier: MIT */
#include "count/people.h"

#include <assert.h>
#include <math.h>

struct count_people count_people_asked(int64_t visits, int64_t first, int64_t answered)
{
    const double z = 1.959964;
    assert(answered > 0);
    double of = (double)answered;
    double p = (double)first / of;
    double z2 = z * z / of;
    double middle = (p + z2 / 2) / (1 + z2);
    double half = z * sqrt(p * (1 - p) / of + z2 / (4 * of)) / (1 + z2);
    double all = (double)visits;
    return (struct count_people){
        .low = (int64_t)floor(all * fmax(0, middle - half)),
        .high = (int64_t)ceil(all * fmin(1, middle + half)),
    };
}

struct count_people count_people_stated(int64_t visits, int64_t times_100)
{
    assert(times_100 >= 100);
    return (struct count_people){
        .low = visits * 100 / times_100,
        .high = visits * 100 / times_100 + (visits * 100 % times_100 != 0),
    };
}
