// The first evening: the chair of an enterprise's union, who has never done it before, from signing in to an offer.

import assert from "node:assert/strict";
import { DESK, PHONE } from "../lib/browser.mjs";
import { Effort, Person } from "../lib/person.mjs";

export const FIRM = "云岚县初禾玩具有限公司（虚构）";

/** Most fields that a first evening may take, from the first sign-in to the served offer. */
export const MOST_FIELDS = 25;

export async function evening(browser, server, effort) {
  const chair = await Person.at(browser, server, { effort, role: "new", script: false, size: PHONE });
  await chair.signIn("demo-new");
  assert.ok(await chair.has("还没有与您有关的案件"));
  await chair.follow("开始一次协商（立案）");
  const firm = chair.group("企业");
  await chair.type("名称", FIRM, firm);
  await chair.type("地址", "云岚县初禾路8号（虚构）", firm);
  await chair.type("职工人数", 180, firm);
  await chair.type("其中女职工", 96, firm);
  const union = chair.group("工会");
  await chair.type("名称", "云岚县初禾玩具有限公司工会委员会（虚构）", union);
  await chair.type("统一社会信用代码", "81339901MC0D0M0305", union);
  await chair.type("地址", "云岚县初禾路8号（虚构）", union);
  await chair.confirm("立案");
  await chair.follow("回到案件");

  // The other side accepts the platform once; from then on what is sent to it there counts as served.
  const boss = await Person.at(browser, server, { effort: new Effort(), role: "new-firm", script: false, size: DESK });
  await boss.signIn("demo-new-firm");
  await boss.enter(FIRM);
  await boss.act("同意使用平台收件");
  await boss.done();

  await chair.page.reload();
  await chair.begin("发出要约");
  for (const [number, demand] of [[1, "月平均工资增长6%，从7月1日起执行。"], [2, "企业最低工资标准每月2700元。"], [3, "夜班津贴提高到每班40元。"]]) {
    await chair.type("要求", demand, chair.row(`议题 ${number}`));
  }
  await chair.type("会议日期", "2026-06-03");
  await chair.type("地点", "二楼会议室");
  await chair.confirm("发出要约");
  assert.ok(await chair.has(/书面答复/), "the answer is owed now");
  await chair.done();
  assert.ok(effort.fields <= MOST_FIELDS, `${effort.fields} fields`);
  return effort.fields;
}
