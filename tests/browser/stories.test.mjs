// The product in a real browser. One demonstration and one Chromium serve all stories, one after the other.

import { after, before, test } from "node:test";
import { launch } from "./lib/browser.mjs";
import { judge } from "./lib/effort.mjs";
import { Effort } from "./lib/person.mjs";
import { demo } from "./lib/server.mjs";
import { FIRM, MOST_FIELDS, evening } from "./stories/evening.mjs";
import { keyboard } from "./stories/keyboard.mjs";
import { meeting } from "./stories/meeting.mjs";
import { paper } from "./stories/paper.mjs";
import { roles, screens } from "./stories/screens.mjs";
import { straight } from "./stories/straight.mjs";
import { back, missing, refused, twice } from "./stories/wrong.mjs";

let browser;
let server;
const efforts = Object.fromEntries(
  ["chair", "rep", "firm", "agent", "clerk", "officer", "fed"].map((role) => [role, new Effort()]),
);

before(async () => {
  [server, browser] = await Promise.all([demo(), launch()]);
});

after(async () => {
  await browser?.close();
  await server?.stop();
});

test("the first evening, from the first sign-in to a served offer", async () => {
  const fields = await evening(browser, server, efforts.chair);
  console.log(`# 第一个晚上：填写 ${fields} 项（不超过 ${MOST_FIELDS} 项）`);
});

// Before the clock is moved on: reviews that nobody ends are ended by the law.
test("the reviewer goes through a file by keyboard alone", async (t) => {
  const { act, pressed } = await keyboard(browser, server);
  t.diagnostic(`审查员只用键盘：${act}，${pressed} 次按键（不超过 12 次）`);
});

test("a case goes from the answer to an offer until effect, by everybody, on phone and desk", async () => {
  await straight(browser, server, efforts);
});

test("nobody has more to do than on paper, and docs/effort.md says so", () => judge(efforts));

test("what is missing is named and what was typed is kept", () => missing(browser, server));
test("what the rules refuse can't be confirmed", () => refused(browser, server, FIRM));
test("the way back from the check loses nothing", () => back(browser, server));
test("two tabs make one record", () => twice(browser, server));

test("a meeting in one room: one person writes for both sides, both chiefs confirm", () => meeting(browser, server));

test("every screen of every role: no barrier, not too wide, not too heavy, nothing from outside", async (t) => {
  const seen = new Set();
  for (const role of await roles(server)) {
    await t.test(role.login, () => screens(browser, server, role, seen));
  }
});

// Last: it moves the clock on by months.
test("an employer who never signs in: served on paper, silent, and the letters follow", () => paper(browser, server));
