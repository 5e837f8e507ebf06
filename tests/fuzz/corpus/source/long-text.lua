return {
  a = [==[ one
  ]] two
]==],
  b = "x\z
   y\u{4F60}\x41\065",
  --[[ gone
]] c = 0x1p4, d = 3e-2, e = 1 // 2 ~ 3 << 1,
}
