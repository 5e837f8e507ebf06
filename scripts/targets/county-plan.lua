-- SPDX-License-Identifier: MIT
-- The targets of the county's plan for its Red Cross, 2021 to 2025: a row a target. Reports and
-- the board (coverage report, coverage board) hold what kiosks count and what staff enter
-- against them. Another plan is a copy of this file, named by --targets FILE.
--
-- A goal is one of: share = 0.08 (of a base), per_10000 = 2, one_per = 50 (1:50), number = 400.
-- `of` names its base, a row of `bases`. A base without a value is missing until staff enter it:
-- coverage enter PLACE --thing registered --value ... --as-of ... --source ... --reason ...
-- So are targets, by their id, but those with measured = true, which kiosks measure. `beside`
-- is what kiosks count that belongs to it. Words (title, unit) are keys of scripts/text/, or the
-- words themselves. What nobody has signed for is marked: unsigned = true.
return {
  id = "county-plan",
  title = "target_plan",
  county = "嘉善县",
  source = "嘉善县红十字事业发展“十四五”规划（报批稿）",
  from = "2021-01-01",
  due = "2025-12-31",
  -- Person-times of the years before, told apart and never added.
  earlier = { n = 65407, source = "同一规划，“十三五”（2016–2020 年）普及 65,407 人次" },
  bases = {
    { id = "registered", title = "base_registered" },
    { id = "residents", title = "base_residents", value = 659000, year = 2021,
      source = "2021 年末常住人口 65.9 万人，转引自网上公开资料，待县统计局核对" },
    { id = "pupils", title = "base_pupils" },
    { id = "villages", title = "base_villages" },
    { id = "planned", title = "base_planned" },
  },
  targets = {
    { id = "certificates", title = "target_certificates", unit = "unit_people",
      share = 0.08, of = "registered", beside = "course_shown",
      source = "规划主要指标：取得应急救护培训证书人数占户籍人口比例 ≥8%" },
    { id = "knowledge", title = "target_knowledge", unit = "unit_people",
      share = 0.40, of = "registered", measured = true, beside = "visit",
      source = "规划主要指标：公共应急救护知识普及率 ≥40%" },
    { id = "teachers", title = "target_teachers", unit = "unit_people",
      one_per = 50, of = "pupils",
      source = "规划主要指标：接受救护员培训的中小学教职人员师生比例 ≥1:50" },
    { id = "donors", title = "target_donors", unit = "unit_people",
      number = 400, beside = "qr_shown",
      source = "规划主要指标：新增造血干细胞捐献志愿者 ≥400 人" },
    { id = "aeds", title = "target_aeds", unit = "unit_aeds",
      per_10000 = 2, of = "residents", beside = "aed_done",
      source = "规划主要指标：全县 AED 配置 2 台/万人" },
    { id = "members", title = "target_members", unit = "unit_people",
      share = 0.03, of = "residents",
      source = "规划发展目标：会员规模达到常住人口 3%" },
    { id = "homes", title = "target_homes", unit = "unit_homes",
      share = 0.20, of = "villages",
      source = "规划发展目标：高品质博爱家园 ≥20% 的村（社区）" },
    { id = "funds", title = "target_funds", unit = "unit_yuan",
      number = 12000000,
      source = "规划主要指标：募集款物 ≥1200 万元" },
    { id = "teams", title = "target_teams", unit = "unit_teams",
      number = 3,
      source = "规划主要指标：直接联系指导的志愿服务队 ≥3 支" },
    { id = "measures", title = "target_measures", unit = "unit_measures",
      share = 1, of = "planned",
      source = "规划主要指标：改革举措完成率 100%" },
  },
}
