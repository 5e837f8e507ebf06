for i = 1, 3 do
  if i == 2 then goto next end
  local a <const>, b <close> = 1, nil
  ::next::
end
repeat local f = function(...) return ... end until f(1) == 1
return { f = function(self) return self:g { 1 } "x" [1] end }
