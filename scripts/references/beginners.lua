-- SPDX-License-Identifier: MIT
-- How people press who have not been taught: the visitor's score is set beside theirs.
--
-- 237 first-year medical students, each tested on a manikin before their first course; no
-- feedback while they pressed. The figures are of the 237 means, one a person: mean,
-- standard deviation, lowest and highest tenth. We computed them from the results that the
-- study published with its paper; nobody's own results are here. What follows from them,
-- and what is assumed, stands in kiosk/cpr/percentile.h.

return {
  source = "BMJ Open, doi 10.1136/bmjopen-2017-017705",
  year = 2017,
  people = 237,
  depth_mm = { mean = 42.9, sd = 13.4, p10 = 24, p90 = 58 },
  rate_cpm = { mean = 97.8, sd = 31.2, p10 = 59, p90 = 133 },
  -- Whose mean was right: the model is held against these two shares, not made of them.
  depth_ok_percent = 29.5,
  rate_ok_percent = 24.9,
}
