-- A list with mistakes, which staff are told of.
return {
  map = "https://example.org/map",
  aeds = {
    { name = "图书馆", place = "一楼", opens = "拉开柜门", hours = "always", east_m = 120, north_m = 30 },
    { name = "车站", place = "检票口", opens = "按绿色按钮", hours = "8点到17点", east_m = 300, north_m = -40 },
    { name = "学校", place = "传达室", opens = "向门卫要", hours = "1-5 8:00-17:00", east_m = 30.89, north_m = 3089000 },
  },
}
