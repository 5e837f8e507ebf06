-- Invented. The third one has a mistake, the last one has begun.
return {
  {
    title = { ["zh-CN"] = "救护员培训（两天，有证书）", en = "First-aider course (two days, with certificate)" },
    date = "2027-12-05", time = "9:00-16:30",
    place = { ["zh-CN"] = "云和县红十字会二楼培训室", en = "Yunhe Red Cross, second floor" },
    phone = "0000-12345678", seats = 24,
  },
  {
    title = { ["zh-CN"] = "心肺复苏半天课", en = "CPR in half a day" },
    date = "2027-12-12", time = "13:30",
    place = { ["zh-CN"] = "滨江村文化礼堂", en = "Riverside village hall" }, seats = 0,
  },
  { title = "骨折固定", date = "2027-02-30", time = "9:00", place = "文化礼堂" },
  { title = "气道异物", date = "2025-03-01", time = "9:00", place = "文化礼堂" },
}
