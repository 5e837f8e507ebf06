-- expect: lesson.lua:1: attempt to load a binary chunk
-- The runner puts the mark of a compiled chunk in front of this file.
return {}
