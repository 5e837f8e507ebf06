# SPDX-License-Identifier: MIT
"""share: which part of what is too much for one run is looked at; as sample_takes() of tap.h."""

import os


def share(items, many):
    """`many` of the items, others for each commit; all of them with TEST_ALL=1."""
    sample = int(os.environ.get("TEST_SAMPLE", "1"))
    items = list(items)
    if "TEST_ALL" in os.environ:
        return items
    print(f"# TEST_SAMPLE={sample}: {many} of {len(items)}", flush=True)
    taken = {(sample + i) % len(items) for i in range(many)}
    return [item for i, item in enumerate(items) if i in taken]
