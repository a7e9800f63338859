// What goes wrong: fields left empty, an act that the rules refuse, the back button, two tabs.

import assert from "node:assert/strict";
import { setTimeout } from "node:timers/promises";
import { DESK, PHONE } from "../lib/browser.mjs";
import { Person } from "../lib/person.mjs";

/** An enterprise in which both sides still prepare. */
const FIRM = "竹洲县清泉电器有限公司（虚构）";
const CHAIR = "demo03-ning";

async function come(browser, server, login, firm, { script = false, size = PHONE } = {}) {
  const person = await Person.at(browser, server, { role: "wrong", script, size });
  await person.signIn(login);
  await person.enter(firm);
  person.home = new URL(person.page.url()).pathname;
  return person;
}

/** The case's records: number, whether it is somebody's act, what is said of it. */
async function records(person) {
  const page = await (await person.context.request.get(`${person.home}/record`)).text();
  const entries = page.split('<li id="r').slice(1);
  assert.ok(entries.length > 0, "the record shows its entries");
  return entries.map((text) => ({ number: Number.parseInt(text, 10), act: /^\d+" class="act /.test(text), text }));
}

/** Number of the case's last record. */
async function last(person) {
  return Math.max(...(await records(person)).map(({ number }) => number));
}

/** A meeting was set once: one act, its notice to the other side a moment later, and nothing else but papers that are due. */
async function oneMeetingSince(person, before) {
  const since = async () => (await records(person)).filter(({ number }) => number > before);
  const noticed = (later) => later.some(({ act, text }) => !act && text.includes("协商会议通知"));
  let later = await since();
  for (let waited = 0; waited < 100 && !noticed(later); waited += 1) {
    await setTimeout(200);
    later = await since();
  }
  assert.ok(noticed(later), "the other side has its notice");
  assert.equal(later.filter(({ act }) => act).length, 1, "one act");
  assert.ok(later.every(({ act, text }) => act || text.includes("制成文书。")), "and its papers");
}

/** What is missing is named, leads to its field, and what was typed is kept. */
export async function missing(browser, server) {
  const person = await come(browser, server, CHAIR, FIRM);
  const before = await last(person);
  const typed = "请提供工资总额资料。<script>alert(1)</script>";
  await person.begin("约定会议日期");
  await person.type("地点", typed);
  await person.press("下一步：核对");
  const alert = person.page.getByRole("alert");
  assert.ok((await alert.innerText()).includes("有几处需要改正"));
  assert.equal(await person.page.getByLabel("地点").inputValue(), typed);
  await alert.getByRole("link", { name: /会议日期/ }).click();
  assert.match(person.page.url(), /#meeting_on$/);
  assert.equal(await person.page.getByLabel("会议日期").getAttribute("aria-invalid"), "true");
  assert.equal(await last(person), before, "nothing is recorded");
  await person.done();
}

/** What the rules refuse is said before anybody can confirm it, and the way back keeps the list. */
export async function refused(browser, server, firm) {
  const person = await come(browser, server, "demo-new-firm", firm, { size: DESK });
  const before = await last(person);
  await person.begin("登记代表名册");
  const row = person.row("代表 1");
  await person.choose("性别", "女", row);
  const second = person.row("代表 2");
  await person.type("姓名", "许知微", second);
  await person.choose("性别", "男", second);
  await person.press("下一步：核对");
  const alert = person.page.getByRole("alert");
  assert.ok((await alert.innerText()).includes("现在不能这样办"), await person.words());
  assert.equal(await person.page.getByRole("button", { name: /^确认/ }).count(), 0, "it can't be confirmed");
  await person.press("返回修改");
  assert.equal(await person.row("代表 2").getByLabel("姓名").inputValue(), "许知微");
  assert.equal(await last(person), before, "nothing is recorded");
  await person.done();
}

/** The back button leads from the check to the form with what was typed, and on again to one record. */
export async function back(browser, server) {
  const person = await come(browser, server, CHAIR, FIRM);
  const before = await last(person);
  await person.begin("约定会议日期");
  await person.type("会议日期", "2026-07-01");
  await person.type("地点", "三楼会议室");
  await person.press("下一步：核对");
  // Nobody goes back from a page that isn't there yet.
  await person.page.getByRole("heading", { level: 1, name: "核对：约定会议日期" }).waitFor();
  await person.page.goBack();
  assert.equal(await person.page.getByLabel("地点").inputValue(), "三楼会议室", "what was typed is still there");
  assert.equal(await person.page.getByLabel("会议日期").inputValue(), "2026-07-01");
  await person.confirm("约定会议日期");
  await oneMeetingSince(person, before);
  await person.done();
}

/** The same act from two tabs: the second is told that the case moved on, and one record is made. */
export async function twice(browser, server) {
  const person = await come(browser, server, CHAIR, FIRM);
  const before = await last(person);
  const other = await person.context.newPage();
  const fill = async (page) => {
    await page.goto(`${person.home}/acts/schedule_session`);
    await page.getByLabel("会议日期").fill("2026-07-02");
    await page.getByLabel("地点").fill("四楼会议室");
    await page.getByRole("button", { name: "下一步：核对" }).click();
    await page.getByRole("heading", { level: 1, name: "核对：约定会议日期" }).waitFor();
  };
  await fill(person.page);
  await fill(other);
  await person.press("确认约定会议日期");
  await other.getByRole("button", { name: "确认约定会议日期" }).click();
  const told = await other.getByRole("alert").innerText();
  assert.ok(told.includes("案件刚刚有变化"), told);
  await oneMeetingSince(person, before);
  await person.done();
}
