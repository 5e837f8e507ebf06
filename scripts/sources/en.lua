-- SPDX-License-Identifier: CC-BY-4.0
-- How the source tags of lessons are shown in English. A tag without a row is shown as the
-- lesson writes it.
return {
  ["China 1120"] = "China's heart attack day, 20 November",
  ["Civil Code 184"] = "Civil Code of China, article 184",
  ["MOE 2013"] = "Ministry of Education of China 2013",
  ["NHC 2024"] = "National Health Commission of China 2024",
  ["NHC 2025"] = "National Health Commission of China 2025",
  ["国家卫健委 2024"] = "National Health Commission of China 2024",
  ["国家电网"] = "State Grid of China",
  ["民法典"] = "Civil Code of China",
  ["民法典 184"] = "Civil Code of China, article 184",
  ["民法典184"] = "Civil Code of China, article 184",
  ["消防法"] = "Fire Protection Law of China",
  ["消防法 44"] = "Fire Protection Law of China, article 44",
}
