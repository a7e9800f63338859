// A meeting in one room: the recorder writes for both sides on one screen, both chiefs confirm with their own sign-in.

import assert from "node:assert/strict";
import { DESK, PHONE } from "../lib/browser.mjs";
import { Person } from "../lib/person.mjs";

const CLAUSE = /年度工资水平与增长幅度/;

export async function meeting(browser, server) {
  const begins = await Person.at(browser, server, { role: "meeting-begins", script: false, size: PHONE });
  await begins.signIn("demo-chair");
  await begins.page.getByRole("main").getByRole("link", { name: /有限公司/ }).first().click();
  await begins.act("开始会议", () => begins.pick(/^(从名单里选|选一位)/, "简宁", begins.group("记录员")));
  await begins.done();

  const recorder = await Person.at(browser, server, { role: "recorder", script: false, size: DESK });
  await recorder.signIn("demo01-ji");
  await recorder.page.getByRole("main").getByRole("link", { name: /有限公司/ }).first().click();
  await recorder.follow("看每一条谈到哪里");
  const board = recorder.page.url();
  const clause = () => recorder.page.getByRole("region", { name: CLAUSE }).first();
  const write = async (act, figure) => {
    await recorder.page.goto(board);
    await recorder.follow(act, clause());
    await recorder.type(/^增长幅度/, figure);
    await recorder.confirm("提出意见");
  };
  await write("记职工方意见", "5.5");
  await write("记企业方意见", "4.2");
  await recorder.page.goto(board);
  const words = await clause().innerText();
  assert.match(words, /5\.5%[\s\S]*4\.2%/, "both sides' words stand side by side");
  assert.match(words, /占工资总额4\.2%/, "with what they would cost");
  await recorder.follow("职工方接受企业方意见", clause());
  await recorder.confirm("接受对方意见");
  await recorder.page.goto(board);
  await recorder.follow("结束会议");
  await recorder.type("会议情况", "年度增长达成一致。");
  await recorder.confirm("结束会议");
  await recorder.done();

  for (const [login, size] of [["demo-chair", PHONE], ["demo-firm", DESK]]) {
    const chief = await Person.at(browser, server, { role: `${login}-minutes`, script: false, size });
    await chief.signIn(login);
    await chief.page.getByRole("main").getByRole("link", { name: /有限公司/ }).first().click();
    await chief.act("确认会议纪要");
    await chief.done();
  }
}
