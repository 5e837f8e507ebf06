-- SPDX-License-Identifier: MIT
-- How English words are read that the engine reads wrongly: in letters, as they sound.
return {
  words = {
    A = "ay", -- the letter; the article stays as it is
    Dunant = "doonong",
    Castiglione = "castilyoney",
    Tutti = "tootty",
    fratelli = "fratelly",
  },
}
