-- SPDX-License-Identifier: MIT
-- How English words are read that the engine reads wrongly: in letters, as they sound.
return {
  words = {
    A = "eigh", -- the letter; the article stays as it is
    Dunant = "doonong",
    Castiglione = "castillyohnay",
    Tutti = "tootty",
  },
}
