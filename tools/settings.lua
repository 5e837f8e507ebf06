-- SPDX-License-Identifier: MIT
-- The settings of tools/run where nobody names others: who tries the kiosk may choose the
-- PIN of its staff. In a hall this line is there only until they have.
return {
  pin = "new",
}
