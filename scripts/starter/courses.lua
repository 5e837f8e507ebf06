-- SPDX-License-Identifier: MIT
-- An example with invented courses. The kiosk does not read this file. Copy it as courses.lua
-- into scripts/local, write your own, and look at the staff's page "Next courses", which
-- names each mistake. A course that has begun goes away by itself.
--
-- 例子，课都是编的，机器不读这个文件。请复制到 scripts/local 文件夹，文件名还叫 courses.lua，改成
-- 您那里的，再打开工作人员页面“近期培训”，写错的地方那里会说。开了课的，自己就不显示了。
--
-- date and time in quotes; phone and seats may be left out; seats = 0 says that it is full.
-- date 和 time 要加引号；phone（电话）和 seats（名额）可以不写；seats = 0 表示名额已满。

return {
  {
    title = { ["zh-CN"] = "救护员培训（两天，有证书）", en = "First-aider course (two days, with certificate)" },
    date = "2026-12-05",
    time = "9:00-16:30",
    place = { ["zh-CN"] = "示例县红十字会二楼", en = "Example Red Cross, second floor" },
    phone = "0000-12345678",
    seats = 24,
  },
  {
    title = { ["zh-CN"] = "心肺复苏半天课", en = "CPR in half a day" },
    date = "2026-12-12",
    time = "13:30-16:30",
    place = { ["zh-CN"] = "示例村文化礼堂", en = "Example Village Hall" },
    phone = "0000-12345678",
  },
}
