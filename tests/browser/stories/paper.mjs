// An employer who never signs in: the offer reaches him on paper, he doesn't answer, and the letters follow, one by one.

import assert from "node:assert/strict";
import { DESK, PHONE } from "../lib/browser.mjs";
import { Person, weeks } from "../lib/person.mjs";

const FIRM = "云岚县石桥竹编有限公司（虚构）";
const HEAD = "乔石安";

/** Something that the head of the firm did on paper, entered by the chair and confirmed by the federation, since he has no account. */
async function onPaper(chair, fed, home, act, fill) {
  await chair.page.goto(`${home}/paper`);
  await chair.follow(act);
  await chair.pick("姓名", HEAD, chair.group("谁办的"));
  await chair.choose("当时的身份", "法定代表人");
  await fill();
  await chair.confirm("录入纸质办理");
  await fed.page.goto(home);
  await fed.act("确认纸质办理");
  await chair.page.goto(home);
}

export async function paper(browser, server) {
  const chair = await Person.at(browser, server, { role: "paper-chair", script: false, size: PHONE });
  await chair.signIn("demo-paper");
  await chair.follow("开始一次协商（立案）");
  const firm = chair.group("企业");
  await chair.type("名称", FIRM, firm);
  await chair.type("地址", "云岚县石桥路2号（虚构）", firm);
  await chair.type("姓名", HEAD, chair.group("法定代表人", firm));
  await chair.type("职务", "总经理", chair.group("法定代表人", firm));
  await chair.type("职工人数", 90, firm);
  await chair.type("其中女职工", 60, firm);
  const union = chair.group("工会");
  await chair.type("名称", "云岚县石桥竹编有限公司工会委员会（虚构）", union);
  await chair.type("统一社会信用代码", "81339901MC0D0M073J", union);
  await chair.type("地址", "云岚县石桥路2号（虚构）", union);
  await chair.confirm("立案");
  await chair.follow("回到案件");
  const home = chair.page.url();
  await chair.act("发出要约", async () => {
    for (const number of [1, 2, 3]) await chair.type("要求", "月平均工资增长6%。", chair.row(`议题 ${number}`));
    await chair.type("会议日期", later(await onDay(chair), 21));
    await chair.type("地点", "二楼会议室");
  });
  assert.ok(await chair.has(/没有账号的/), "says how an offer reaches whoever has no account");

  const fed = await Person.at(browser, server, { role: "paper-fed", script: false, size: DESK });
  await fed.signIn("demo-fed");
  const today = await onDay(chair);
  await onPaper(chair, fed, home, "登记要约送达", async () => {
    await chair.type("纸上写的日期", today);
    await chair.hand("纸质材料的扫描件或者照片");
    await chair.type("收到日期", today);
    await chair.type("怎么送达的", "当面送交，在送达回证上签字");
    await chair.hand("凭证（扫描件或照片）");
  });
  assert.ok(await chair.has(/书面答复/), "the answer is owed now");

  // Twenty days and more without an answer.
  await weeks(chair, 4);
  await struck(chair, home, /企业方到期没有书面答复要约/);
  assert.match(await chair.words(), /已超期 \d+ 天 企业方：书面答复要约/, "the overdue answer stands first, in words");
  await chair.act("发出提示函", async () => {
    await chair.choose("什么问题", "到期没有答复要约");
    await chair.type("要求", "请在一周内书面答复要约。");
    await chair.type("请在哪天前答复", later(await onDay(chair), 10));
  });
  await weeks(chair, 2);
  await chair.page.goto(home);
  await chair.act("发出意见书", async () => {
    await chair.choose("什么问题", "到期没有答复要约");
    await chair.type("事实", "要约已经送达，期限过后仍然没有答复，也没有回复提示函。");
    await chair.type("要求", "书面答复要约，确定首次协商的时间。");
  });
  const served = await onDay(chair);
  await onPaper(chair, fed, home, "登记意见书送达", async () => {
    await chair.type("纸上写的日期", served);
    await chair.hand("纸质材料的扫描件或者照片");
    await chair.type("日期", served);
    await chair.hand("凭证（扫描件或照片）");
  });
  await weeks(chair, 4);
  await struck(fed, home, /企业方到期没有书面答复意见书/);
  await fed.act("提出建议书", async () => {
    await fed.choose("依据哪份文书", "工会的意见书");
    await fed.type("意见书编号", 1);
    await fed.choose("为什么提出", "逾期没有答复");
    await fed.type("要求", "请依法责令企业答复要约，开始协商。");
  });
  await chair.page.goto(home);
  const papers = chair.page.getByRole("main").getByRole("link", { name: /提示函|意见书|建议书/ });
  assert.equal(await papers.count(), 3, `each letter is a paper: ${await chair.words()}`);
  await chair.done();
  await fed.done();
}

/** Looks at the case until the clock has recorded what fell due. */
async function struck(person, home, what) {
  for (let look = 0; look < 20; look += 1) {
    await person.page.goto(home);
    if ((await person.page.getByRole("main").getByText(what).count()) > 0) return;
    await person.page.waitForTimeout(500);
  }
  assert.fail(await person.words());
}

/** The day on which the demonstration is, as a form takes it. */
async function onDay(person) {
  const text = await person.page.locator("body").innerText();
  const [, day] = /演示时间：(\d{4}-\d\d-\d\d)/.exec(text) ?? [];
  assert.ok(day, text.slice(0, 600));
  return day;
}

/** So many days after a day. */
const later = (day, count) => new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
