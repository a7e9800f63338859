// The voter's device: that the script is what its sources make, that it does what RFC 9497 says, and a vote in Chromium.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { PHONE, launch } from "./lib/browser.mjs";
import { hall } from "./lib/hall.mjs";
import { boxed, choose, elect, kept, phone as device, receipt, submitted } from "./lib/voter.mjs";

const pages = new URL("../../web/pages/", import.meta.url);
const bytes = (text) => Uint8Array.from(Buffer.from(text, "hex"));
const hex = (value) => Buffer.from(value).toString("hex");

let browser;
let place;

before(async () => {
  [browser, place] = await Promise.all([launch(), hall()]);
});

after(async () => {
  await browser?.close();
  await place?.stop();
});

test("the program has the script that its sources make, with its licence, and at most 20 KB on the way", async () => {
  const { bundle } = await import(new URL("script/build.mjs", pages));
  const page = await (await fetch(`${place.address}${place.links[0]}/choose`)).text();
  const [, name] = /src="(\/static\/ballot-[0-9a-f]+\.js)"/.exec(page);
  const kept = await (await fetch(`${place.address}${name}`)).text();
  assert.equal(await bundle(), kept);
  assert.match(kept, /MIT License/);
  const size = gzipSync(kept, { level: 9 }).length;
  console.log(`# 投票脚本：${size} 字节（压缩后）`);
  assert.ok(size <= 20_000);
});

// RFC 9497, A.1.2.1: ristretto255-SHA512, VOPRF mode.
test("the library gives what the standard's vectors say", async () => {
  const at = new URL("script/node_modules/@noble/curves/ed25519.js", pages);
  const { voprf } = (await import(fileURLToPath(at))).ristretto255_oprf;
  const output = voprf.finalize(
    bytes("00"),
    bytes("64d37aed22a27f5191de1c1d69fadb899d8862b58eb4220029e036ec4c1f6706"),
    bytes("aa8fa048764d5623868679402ff6108d2521884fa138cd7f9c7669a9a014267e"),
    bytes("863f330cc1a1259ed5a5998a23acfd37fb4351a793a5b3c090b642ddc439b945"),
    bytes("c803e2cc6b05fc15064549b5920659ca4a77b2cca6f04f6b357009335476ad4e"),
    bytes("ddef93772692e535d1a53903db24367355cc2cc78de93b3be5a8ffcc6985dd066d4346421d17bf5117a2a1ff0fcb2a759f58a539dfbe857a40bce4cf49ec600d"),
  );
  assert.equal(
    hex(output),
    "b58cfbe118e0cb94d79b5fd6a6dafb98764dff49c14e1770b566e42402da1a7da4d8527693914139caee5bd03903af43a491351d23b430948dd50cde10d32b3c",
  );
});

const phone = (options) => device(browser, place, options);

test("a device makes its token, and what it casts names nobody", async () => {
  const { context, page, sent } = await phone();
  await context.addCookies([{ name: "xinxieshang", value: "f".repeat(64), url: place.address }]);
  await choose(page, place.links[0], "同意");
  await page.getByText("加密方式").waitFor();
  assert.equal(sent.length, 0, "the choice hasn't left the device");
  await submitted(page);
  const [issue, cast] = sent;
  assert.equal(sent.length, 2);
  assert.match(issue.postData(), /^link=[0-9a-f]{32}&blinded=[0-9a-f]{64}$/);
  assert.match(cast.postData(), /^token=[0-9a-f]{64}&seal=[0-9a-f]{64}&choice=0$/);
  const headers = await cast.allHeaders();
  assert.equal(headers.cookie, undefined);
  assert.equal(headers.referer, undefined);
  await page.reload();
  await receipt(page);
  await context.close();
});

/** What a phone keeps of each ballot: its token until the box has answered, then the receipt; of a choice nothing. */
const BEFORE = [["blind", "blinded", "token"], ["blind", "blinded", "seal", "token"]];
const AFTER = ["count", "done", "tracker"];

async function keepsNoChoice(page, forms) {
  const { bases, caches, cookies, local, session, state } = await kept(page);
  assert.deepEqual({ bases, caches, cookies, session, state }, { bases: [], caches: [], cookies: "", session: {}, state: null });
  for (const [name, value] of Object.entries(local)) {
    assert.match(name, /^ballot:[0-9a-f-]{36}:[0-9a-f]{8}$/);
    const members = Object.keys(JSON.parse(value)).sort();
    assert.ok(forms.some((form) => form.join() === members.join()), value);
    assert.doesNotMatch(value, /同意|弃权|choice/);
  }
}

test("without network the choice stays in the page's memory, and goes on by itself when the network is back", async () => {
  const { context, page, sent } = await phone();
  const before = await boxed(place);
  await choose(page, place.links[1], "不同意");
  await context.setOffline(true);
  await page.getByRole("button", { name: "提交" }).click();
  const told = page.getByRole("alert").filter({ visible: true });
  assert.match(await told.innerText(), /没有网络[\s\S]*您的选择还在本页[\s\S]*自动再提交/);
  await page.getByText("您选择了：不同意").waitFor();
  await keepsNoChoice(page, BEFORE);
  // Once more, still without network.
  await page.getByRole("button", { name: "提交" }).click();
  await told.waitFor();
  assert.equal(await boxed(place), before);
  await context.setOffline(false);
  await receipt(page);
  assert.equal(await told.count(), 0);
  assert.equal(await boxed(place), before + 1);
  await keepsNoChoice(page, [AFTER]);
  assert.match(sent.at(-1).postData(), /&choice=1$/);
  await context.close();
});

test("whoever changes their mind while there is no network hands nothing in by that", async () => {
  const { context, page } = await phone();
  const before = await boxed(place);
  await choose(page, place.links[5], "不同意");
  await context.setOffline(true);
  await page.getByRole("button", { name: "提交" }).click();
  await page.getByRole("alert").filter({ visible: true }).waitFor();
  await page.getByRole("button", { name: "修改" }).click();
  await context.setOffline(false);
  await page.getByRole("button", { name: "同意", exact: true }).click();
  await page.getByText("您选择了：同意").waitFor();
  assert.equal(await boxed(place), before, "nothing goes out without being pressed");
  await submitted(page);
  assert.equal(await boxed(place), before + 1);
  await context.close();
});

/** The page is gone as when a phone is out of memory or power: its process is killed, and nothing of it runs any more. */
async function killed(context, page) {
  const wire = await context.newCDPSession(page);
  const gone = new Promise((resolve) => page.once("crash", resolve));
  wire.send("Page.crash").catch(() => {});
  await gone;
}

/** Holds back what is sent to a path: before it arrives, or its answer. Gives when that has happened. */
function held(page, path, arrives) {
  return new Promise((resolve) => {
    page.route(`**/${path}`, async (route) => {
      if (arrives) await route.fetch();
      resolve();
    });
  });
}

const STEPS = {
  "the link was opened": async (page, link) => {
    await page.goto(link);
    await page.getByRole("link", { name: "去投票" }).waitFor();
  },
  "something was chosen": (page, link) => choose(page, link, "弃权"),
  "the token was issued and its answer lost": async (page, link) => {
    await choose(page, link, "弃权");
    const lost = held(page, "issue", true);
    await page.getByRole("button", { name: "提交" }).click();
    await lost;
  },
  "the token was issued and the ballot not sent": async (page, link) => {
    await choose(page, link, "弃权");
    const lost = held(page, "cast", false);
    await page.getByRole("button", { name: "提交" }).click();
    await lost;
  },
  "the ballot was sent and its answer lost": async (page, link) => {
    await choose(page, link, "弃权");
    const lost = held(page, "cast", true);
    await page.getByRole("button", { name: "提交" }).click();
    await lost;
  },
};

const KILLS = [...Object.entries(STEPS).map(([name, step]) => [name, [step]]), ["each of these", Object.values(STEPS)]];

for (const [number, [name, steps]] of KILLS.entries()) {
  test(`a phone that is killed after ${name} finishes the same ballot, which counts once`, async () => {
    const link = place.links[6 + number];
    const { context, page } = await phone();
    await page.close();
    const before = await boxed(place);
    for (const step of steps) {
      const first = await context.newPage();
      await step(first, link);
      await keepsNoChoice(first, BEFORE);
      await killed(context, first);
    }
    const again = await context.newPage();
    await choose(again, link, "弃权");
    await submitted(again);
    assert.equal(await boxed(place), before + 1);
    assert.equal(await again.locator("#count").textContent(), String(before + 1));
    await keepsNoChoice(again, [AFTER]);
    await context.close();
  });
}

test("two people vote on one phone, and neither sees what the other did", async () => {
  const { context, page } = await phone();
  const before = await boxed(place);
  for (const [number, choice] of [[12, "同意"], [13, "不同意"]]) {
    await choose(page, place.links[number], choice);
    await submitted(page);
  }
  assert.equal(await boxed(place), before + 2);
  await keepsNoChoice(page, [AFTER]);
  // A third begins there and finishes elsewhere: the first phone's token is theirs and no one else's.
  await page.goto(`${place.links[14]}/choose`);
  await page.getByRole("button", { name: "同意", exact: true }).waitFor();
  await context.close();
});

test("an election: some names, or none, or too many", async () => {
  const { context, page, sent } = await phone();
  const [first, second] = place.election.links;
  await elect(page, first, ["沈秋禾", "乔亦安"]);
  await page.getByText("您选择了：沈秋禾（虚构）、乔亦安（虚构）").waitFor();
  await submitted(page);
  assert.match(sent.at(-1).postData(), /&choice=0&choice=2$/);
  await elect(page, second, ["沈秋禾", "陆远桥", "乔亦安"]);
  await page.getByRole("button", { name: "提交" }).click();
  await page.getByRole("alert").filter({ visible: true, hasText: "不能超过应选人数" }).waitFor();
  await page.getByRole("button", { name: "修改" }).click();
  for (const name of ["沈秋禾", "陆远桥", "乔亦安"]) await page.getByRole("checkbox", { name }).uncheck();
  await page.getByRole("button", { name: "下一步" }).click();
  await page.getByText("您选择了：不选任何人").waitFor();
  await submitted(page);
  await context.close();
});

test("a server that answers with another key is found out, and no choice leaves the device", async () => {
  const { context, page, sent } = await phone();
  await page.route("**/issue", async (route) => {
    const answer = await route.fetch();
    const { evaluated, proof } = await answer.json();
    await route.fulfill({ response: answer, json: { evaluated, proof: proof.replace(/^../, "00") } });
  });
  await choose(page, place.links[2], "同意");
  await page.getByRole("button", { name: "提交" }).click();
  await page.getByText("不是用公布的密钥做的").filter({ visible: true }).waitFor();
  assert.ok(sent.every((request) => !request.url().endsWith("/cast")));
  await context.close();
});

test("without script the whole way is there, and the receipt says that it was the plain one", async () => {
  const { context, page, sent } = await phone({ javaScriptEnabled: false });
  const before = await boxed(place);
  await page.goto(place.links[3]);
  await page.getByText("新月平均工资").first().waitFor();
  assert.equal(await page.getByRole("button", { name: "朗读本页" }).count(), 0, "no button that does nothing");
  await page.getByRole("link", { name: "看合同文本" }).click();
  await page.getByRole("heading", { name: /第1条/ }).waitFor();
  await page.getByRole("link", { name: "去投票" }).click();
  await page.getByText("简易方式").waitFor();
  await page.getByRole("button", { name: "不同意", exact: true }).click();
  await page.getByText("您选择了：不同意").waitFor();
  await page.getByRole("link", { name: "修改" }).click();
  await page.getByRole("button", { name: "弃权", exact: true }).click();
  await page.getByText("您选择了：弃权").waitFor();
  await submitted(page);
  assert.match(await page.getByRole("main").innerText(), new RegExp(`${before + 1} / \\d+[\\s\\S]*简易方式`));
  assert.equal(await page.getByText("看我的核验码").count(), 0, "nobody can be made to show it before the close");
  // The link once more is the same ballot, and another choice changes nothing.
  await choose(page, place.links[3], "同意");
  await submitted(page);
  await page.getByRole("alert").filter({ hasText: "以票箱里的为准" }).waitFor();
  await choose(page, place.links[3], "弃权");
  await submitted(page);
  assert.equal(await page.getByRole("alert").count(), 0);
  assert.equal(await boxed(place), before + 1);
  assert.ok(sent.every((request) => !/\/ballots\//.test(request.url())), "the device's two questions aren't asked");
  await context.close();
});

for (const [what, without] of [
  ["BigInt", () => delete window.BigInt],
  ["storage", () => Object.defineProperty(window, "localStorage", { get: () => { throw new Error("blocked"); } })],
]) {
  test(`without ${what} the page goes the plain way by itself`, async () => {
    const { context, page, sent } = await phone();
    await context.addInitScript(without);
    await choose(page, place.links[3], "弃权");
    await submitted(page);
    await page.getByText("简易方式").filter({ visible: true }).first().waitFor();
    assert.ok(sent.every((request) => !/\/ballots\//.test(request.url())), "the device's two questions aren't asked");
    await context.close();
  });
}

test("after the close everybody finds their own ballot on the list", async () => {
  const { context, page } = await phone();
  await choose(page, place.links[4], "同意");
  await submitted(page);
  const shared = await phone();
  for (const [number, choice] of [[15, "弃权"], [16, "不同意"]]) {
    await choose(shared.page, place.links[number], choice);
    await submitted(shared.page);
  }
  const plain = await phone({ javaScriptEnabled: false });
  await choose(plain.page, place.links[3], "弃权");
  await submitted(plain.page);
  await place.close();
  await plain.page.goto(place.links[3]);
  await plain.page.getByText("看我的核验码").click();
  const own = await plain.page.locator("details code").textContent();
  assert.match(own, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
  await plain.page.getByRole("link", { name: "投票结果" }).click();
  assert.match(await plain.page.getByRole("row").filter({ hasText: own }).textContent(), /弃权/);
  await plain.context.close();
  await page.goto(place.links[4]);
  await page.getByText("截止，不再收票").waitFor();
  await page.getByText("看我的核验码").click();
  const tracker = await page.locator("#tracker").textContent();
  await page.getByRole("link", { name: "投票结果" }).click();
  const row = page.getByRole("row").filter({ hasText: tracker });
  assert.match(await row.textContent(), /同意/);
  await page.getByText("看我的核验码").waitFor();
  assert.equal(await page.getByText("不符", { exact: true }).count(), 0);
  assert.match(await page.getByRole("main").innerText(), /简易方式[\s\S]*1/);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= PHONE.width, `${wide}`);
  await context.close();
  // On a phone of two the page that everybody opens tells neither; each learns it by the own link.
  await shared.page.goto(place.ballot);
  assert.ok(await shared.page.getByText("看我的核验码").isHidden());
  await shared.page.goto(place.links[16]);
  await shared.page.getByText("看我的核验码").click();
  const second = await shared.page.locator("#tracker").textContent();
  await shared.page.getByRole("link", { name: "投票结果" }).click();
  assert.match(await shared.page.getByRole("row").filter({ hasText: second }).textContent(), /不同意/);
  await shared.context.close();
});
