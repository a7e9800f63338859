// Every screen of a vote as a phone and a projector show it: no barrier for axe-core, nothing wider than the window, every
// control within reach; at both sizes, in both looks, with larger text. The short form leaves the usual look on a projector out.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { DESK, NARROW, PHONE, launch } from "./lib/browser.mjs";
import { hall } from "./lib/hall.mjs";
import { FULL, beyondReach, enlarge, shot, tooWide, violations } from "./lib/look.mjs";
import { choose, elect, receipt, submitted } from "./lib/voter.mjs";

const LOOKS = [
  { elder: false, name: "375", size: PHONE },
  { elder: true, name: "375-长辈版", size: PHONE },
  { elder: true, name: "1280-长辈版", size: DESK },
  ...(FULL ? [{ elder: false, name: "1280", size: DESK }] : []),
];

/** Windows and text beside each look: the narrowest window, text at 130 and 200 percent. In the short form in one look. */
const STRESSES = [
  { name: "320", size: NARROW, times: 1 },
  { name: "130%", size: PHONE, times: 1.3 },
  { name: "200%", size: PHONE, times: 2 },
];

let browser;
let place;
let next = 0;
let nextToElect = 0;

before(async () => {
  [browser, place] = await Promise.all([launch(), hall(LOOKS.length * 10)]);
});

after(async () => {
  await browser?.close();
  await place?.stop();
});

const link = () => place.links[next++];
const electing = () => place.election.links[nextToElect++];

/** The script of the voter's device doesn't come: the plain mode, with a script of ours to look at its pages. */
const plainly = (page) => page.route("**/static/ballot-*", (route) => route.abort());

const send = (page) => page.getByRole("button", { name: "提交" }).click();

/** The screens of a vote that is open, and the way to each. */
const OPEN = {
  "要点": (page) => page.goto(link()),
  "文本": async (page) => page.goto(`${link()}/text`),
  "选择": (page) => page.goto(`${link()}/choose`),
  "核对": (page) => choose(page, link(), "不同意"),
  "没有网络": async (page) => {
    await choose(page, link(), "同意");
    await page.route("**/issue", (route) => route.abort());
    await send(page);
    await page.getByRole("alert").filter({ visible: true }).waitFor();
  },
  "回执": async (page) => {
    await choose(page, link(), "同意");
    await submitted(page);
  },
  "选择-简易": async (page) => {
    await plainly(page);
    await page.goto(`${link()}/choose`);
    await page.getByText("简易方式").waitFor();
  },
  "核对-简易": async (page) => {
    await plainly(page);
    await choose(page, link(), "弃权");
  },
  "回执-简易": async (page) => {
    await plainly(page);
    await choose(page, link(), "弃权");
    await submitted(page);
  },
  "选举": (page) => page.goto(`${electing()}/choose`),
  "选举-核对": (page) => elect(page, electing(), ["沈秋禾"]),
  "选举-没有网络": async (page) => {
    await elect(page, electing(), []);
    await page.route("**/issue", (route) => route.abort());
    await send(page);
    await page.getByRole("alert").filter({ visible: true }).waitFor();
  },
  "选举-回执": async (page) => {
    await elect(page, electing(), ["沈秋禾", "陆远桥"]);
    await send(page);
    await receipt(page);
  },
  "会场": (page) => page.goto(`${place.ballot}/hall`),
  "无效链接": (page) => page.goto(`${place.links[0].slice(0, -4)}ffff`),
  "要点-案件": async (page) => {
    await page.context().addCookies([{ name: "xinxieshang", url: place.address, value: place.session }]);
    await page.goto(`${place.case}/key`);
  },
  "名册": async (page) => {
    await page.context().addCookies([{ name: "xinxieshang", url: place.address, value: place.session }]);
    await page.goto(`${place.case}${place.ballot}`);
  },
};

/** The same after the close. */
const OVER = {
  "截止": (page) => page.goto(place.links[0]),
  "结果": (page) => page.goto(place.ballot),
  "结果-选举": (page) => page.goto(place.election.ballot),
  "会场-截止": (page) => page.goto(`${place.ballot}/hall`),
};

async function looked(screens) {
  const wrong = [];
  for (const { elder, name, size } of LOOKS) {
    for (const [screen, go] of Object.entries(screens)) {
      const context = await browser.newContext({ baseURL: place.address, locale: "zh-CN", viewport: size });
      context.setDefaultTimeout(20_000);
      if (elder) await context.addCookies([{ name: "elder", url: place.address, value: "1" }]);
      const page = await context.newPage();
      await go(page);
      assert.equal(await page.locator("html.elder").count(), elder ? 1 : 0);
      const judge = async (what) => {
        const over = await tooWide(page);
        if (over > 0) wrong.push(`${screen} ${what}: ${over} px too wide`);
        for (const one of await beyondReach(page)) wrong.push(`${screen} ${what}: out of reach: ${one}`);
        await shot(page, "vote", `${screen}-${what}`);
      };
      for (const line of await violations(page)) wrong.push(`${screen} ${name}: ${line}`);
      await judge(name);
      for (const stress of FULL || !elder ? STRESSES : []) {
        await page.setViewportSize(stress.size);
        await enlarge(page, stress.times);
        await judge(`${stress.name}${elder ? "-长辈版" : ""}`);
      }
      await context.close();
    }
  }
  assert.deepEqual(wrong, [], wrong.join("\n"));
}

test("the judge finds what is too wide, what is covered and what has no name", async () => {
  const context = await browser.newContext({ baseURL: place.address, viewport: PHONE });
  const page = await context.newPage();
  await page.goto(`${place.ballot}/hall`);
  await page.evaluate(() => {
    const add = (html) => document.querySelector("main").insertAdjacentHTML("beforeend", html);
    add("<button>被盖住的</button><input><pre>" + "宽".repeat(200) + "</pre>");
    const cover = document.createElement("div");
    Object.assign(cover.style, { inset: "0", position: "fixed" });
    globalThis.cover = cover;
    document.body.append(cover);
  });
  assert.ok((await beyondReach(page)).some((one) => one.includes("被盖住的")));
  await page.evaluate(() => globalThis.cover.remove());
  assert.deepEqual(await beyondReach(page), []);
  assert.ok(await tooWide(page) > 0);
  assert.match((await violations(page)).join(), /label/);
  await context.close();
});

test("all screens of an open vote", () => looked(OPEN));

test("all screens of a vote that is over", async () => {
  await place.close();
  await looked(OVER);
});
