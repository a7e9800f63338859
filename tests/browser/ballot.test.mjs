// The voter's device: that the script is what its sources make, that it does what RFC 9497 says, and a vote in Chromium.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { PHONE, launch } from "./lib/browser.mjs";
import { hall } from "./lib/hall.mjs";

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

/** Somebody with a link, on a phone of their own. */
async function phone(options = {}) {
  const context = await browser.newContext({ baseURL: place.address, viewport: PHONE, locale: "zh-CN", ...options });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const sent = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request));
  return { context, page, sent };
}

async function choose(page, link, choice) {
  await page.goto(link);
  await page.getByRole("link", { name: "去投票" }).click();
  await page.getByRole("radio", { name: choice, exact: true }).check();
  await page.getByRole("button", { name: "下一步" }).click();
}

async function submitted(page) {
  await page.getByRole("button", { name: "提交" }).click();
  await page.getByText("您的选票已在票箱里").waitFor();
}

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
  await page.getByText("您的选票已在票箱里").waitFor();
  await context.close();
});

test("without network the choice stays, and a page that was killed finishes the same ballot", async () => {
  const { context, page } = await phone();
  await choose(page, place.links[1], "不同意");
  await context.setOffline(true);
  await page.getByRole("button", { name: "提交" }).click();
  await page.getByText("没有网络").filter({ visible: true }).waitFor();
  assert.ok(await page.getByText("不同意").filter({ visible: true }).first().isVisible());
  await context.setOffline(false);
  // The answer to the ballot is lost: it is in the box, and the device doesn't know.
  await page.route("**/cast", async (route) => {
    await route.fetch();
    await route.abort();
  });
  await page.getByRole("button", { name: "提交" }).click();
  await page.getByText("没有网络").filter({ visible: true }).waitFor();
  await page.close();
  const again = await context.newPage();
  await choose(again, place.links[1], "不同意");
  await submitted(again);
  assert.equal(await again.locator("#count").textContent(), "2");
  const kept = await again.evaluate(() => Object.values(localStorage).join());
  assert.ok(!/choice|不同意/.test(kept) && !/token/.test(kept), kept);
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

test("without script it goes the plain way and says so", async () => {
  const { context, page } = await phone({ javaScriptEnabled: false });
  await choose(page, place.links[3], "弃权");
  await page.getByText("您选择了：").waitFor();
  await submitted(page);
  assert.ok(await page.getByText("简易方式").first().isVisible());
  await context.close();
});

test("after the close everybody finds their own ballot on the list", async () => {
  const { context, page } = await phone();
  await choose(page, place.links[4], "同意");
  await submitted(page);
  await place.close();
  await page.goto(place.links[4]);
  await page.getByText("截止，不再收票").waitFor();
  await page.getByText("看我的核验码").click();
  const tracker = await page.locator("#tracker").textContent();
  await page.getByRole("link", { name: "投票结果" }).click();
  const row = page.getByRole("row").filter({ hasText: tracker });
  assert.match(await row.textContent(), /同意/);
  assert.equal(await page.getByText("不符", { exact: true }).count(), 0);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  assert.ok(wide <= PHONE.width, `${wide}`);
  await context.close();
});
