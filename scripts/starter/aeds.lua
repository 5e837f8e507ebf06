-- SPDX-License-Identifier: MIT
-- An example with invented names: where the nearest AEDs hang. The kiosk does not read this
-- file. Copy it as aeds.lua into the data folder, write your own, and look at the staff's
-- page "Nearest AEDs", which names each mistake.
--
-- 例子，地名都是编的，机器不读这个文件。请复制到数据文件夹，文件名还叫 aeds.lua，改成您那里
-- 的，再打开工作人员页面“附近的 AED”，写错的地方那里会说。
--
-- Metres are counted from the kiosk: east_m to the east (to the west below 0), north_m to
-- the north (to the south below 0). Measure them on any map.
-- east_m 是往东多少米（往西写负数），north_m 是往北多少米（往南写负数），从机器算起。

return {
  -- The official map, shown as a QR code. 官方地图的网址，屏幕上显示成二维码。
  map = "https://example.org/aed-map",
  aeds = {
    {
      name = { ["zh-CN"] = "示例馆一楼大厅", en = "Example Hall, foyer" },
      place = { ["zh-CN"] = "服务台右边的墙上", en = "On the wall, right of the counter" },
      opens = { ["zh-CN"] = "拉开柜门，会响铃，不用钥匙", en = "pull the door; it rings, no key" },
      hours = "1-5 8:30-17:00",
      east_m = 12,
      north_m = -8,
    },
    {
      name = { ["zh-CN"] = "示例地铁站 B 口", en = "Example Station, exit B" },
      place = { ["zh-CN"] = "检票口旁边", en = "Beside the ticket gates" },
      opens = { ["zh-CN"] = "按绿色按钮，柜门弹开", en = "press the green button" },
      hours = { "5:30-23:30" },
      east_m = 260,
      north_m = 140,
    },
    {
      name = { ["zh-CN"] = "示例河边公园", en = "Example Riverside Park" },
      place = { ["zh-CN"] = "南门保安亭外面", en = "Outside the south gate's lodge" },
      opens = { ["zh-CN"] = "扫柜子上的二维码开门，或者打上面的电话", en = "scan its code, or call the number on it" },
      hours = "always",
      east_m = -310,
      north_m = 220,
    },
    {
      name = { ["zh-CN"] = "示例小学", en = "Example School" },
      place = { ["zh-CN"] = "传达室", en = "The porter's lodge" },
      opens = { ["zh-CN"] = "向门卫要", en = "ask the porter" },
      hours = { "1-5 7:30-18:00", "6 8:00-12:00" },
      east_m = 90,
      north_m = -350,
    },
  },
  -- Streets and rivers, as corners from one end to the other. 路和河，从一头到另一头的转角。
  lines = {
    { name = { ["zh-CN"] = "示例路", en = "Example Road" }, kind = "road",
      points = { { -700, -60 }, { 120, -40 }, { 700, 10 } } },
    { name = { ["zh-CN"] = "人民街", en = "People's Street" }, kind = "road",
      points = { { 180, -600 }, { 160, 0 }, { 240, 600 } } },
    { name = { ["zh-CN"] = "示例河", en = "Example River" }, kind = "river",
      points = { { -800, 60 }, { -350, 160 }, { -200, 380 }, { -260, 700 } } },
  },
}
