// Reading aloud: by a voice of the device, of what stands on the page, and never of a choice. Debian's Chromium has no voice of
// its own, so the stories that need one give it one; the script speaks through the browser's own objects all the same.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { launch } from "./lib/browser.mjs";
import { hall } from "./lib/hall.mjs";
import { violations } from "./lib/look.mjs";
import { phone, receipt } from "./lib/voter.mjs";

const pages = new URL("../../web/pages/", import.meta.url);

let browser;
let place;

before(async () => {
  [browser, place] = await Promise.all([launch(), hall(4)]);
});

after(async () => {
  await browser?.close();
  await place?.stop();
});

/** Gives a page voices, and notes what its browser is asked to say. What the browser is given has to be its own kind. */
function voices(all) {
  const heard = { cancelled: 0, said: [] };
  const own = new WeakMap();
  const { cancel } = SpeechSynthesis.prototype;
  const voice = { get() { return own.get(this) ?? null; }, set(by) { own.set(this, by); } };
  Object.defineProperty(SpeechSynthesisUtterance.prototype, "voice", voice);
  SpeechSynthesis.prototype.getVoices = () => globalThis.late ? [] : all;
  SpeechSynthesis.prototype.speak = function speak(words) {
    if (this !== speechSynthesis || !(words instanceof SpeechSynthesisUtterance)) throw new TypeError("not the browser's own");
    heard.said.push(words);
  };
  SpeechSynthesis.prototype.cancel = function stop() {
    heard.cancelled += 1;
    heard.said = [];
    cancel.call(this);
  };
  globalThis.heard = heard;
}

const CHINESE = { default: true, lang: "zh-CN", localService: true, name: "本机中文", voiceURI: "own" };
const OTHERS = [
  { default: false, lang: "en-US", localService: true, name: "English", voiceURI: "en" },
  { default: false, lang: "zh-CN", localService: false, name: "网上中文", voiceURI: "far" },
];

async function listener(all, options) {
  const one = await phone(browser, place, options);
  await one.page.addInitScript(voices, all);
  return one;
}

const said = (page) => page.evaluate(() => globalThis.heard.said.map(({ lang, rate, text, voice }) => ({ by: voice.name, lang, rate, text })));
const event = (page, which, kind) => page.evaluate(([at, name]) => globalThis.heard.said.at(at).dispatchEvent(new Event(name)), [which, kind]);
const button = (page) => page.getByRole("button", { name: "朗读本页", exact: true });
const pressed = (page, on) => page.getByRole("button", { name: "朗读本页", exact: true, pressed: on }).waitFor();

test("without a Chinese voice of the device there is no button", async () => {
  const bare = await phone(browser, place);
  await bare.page.goto(place.links[0]);
  assert.deepEqual(await bare.page.evaluate(() => speechSynthesis.getVoices().filter(({ lang }) => lang.startsWith("zh")).length), 0);
  assert.equal(await button(bare.page).count(), 0);
  await bare.context.close();
  const { context, page } = await listener(OTHERS);
  await page.goto(place.links[0]);
  assert.equal(await button(page).count(), 0, "no other language, and no voice that hears the page elsewhere");
  await context.close();
});

test("a voice that comes late brings the button", async () => {
  const { context, page } = await listener([...OTHERS, CHINESE]);
  await page.addInitScript(() => { globalThis.late = true; });
  await page.goto(place.links[0]);
  assert.equal(await button(page).count(), 0);
  await page.evaluate(() => {
    globalThis.late = false;
    speechSynthesis.dispatchEvent(new Event("voiceschanged"));
  });
  await button(page).waitFor();
  await context.close();
});

for (const elder of [false, true]) {
  test(`the key points are read, old and new, and it stops when told to${elder ? " (长辈版)" : ""}`, async () => {
    const { context, page } = await listener([...OTHERS, CHINESE]);
    if (elder) await context.addCookies([{ name: "elder", url: place.address, value: "1" }]);
    await page.goto(place.links[0]);
    assert.equal(await page.locator("html.elder").count(), elder ? 1 : 0);
    await pressed(page, false);
    assert.match(await button(page).evaluate((one) => document.getElementById(one.getAttribute("aria-describedby")).textContent), /自带的语音/);
    assert.deepEqual(await violations(page), []);
    await button(page).click();
    await pressed(page, true);
    assert.deepEqual(await violations(page), []);
    const all = await said(page);
    const text = all.map((one) => one.text).join("\n");
    assert.ok(all.every(({ by, lang, rate }) => by === "本机中文" && lang === "zh-CN" && rate < 1));
    assert.match(text, /^工资集体合同草案表决/);
    assert.match(text, /新月平均工资：6,000\.00元，改为6,270\.00元/);
    assert.match(text, /打开这个页面不算投票/);
    assert.doesNotMatch(text, /→|您是|代\*|去投票|undefined|朗读/, "signs, names and buttons aren't read");
    const stop = page.getByRole("button", { name: "停止朗读" });
    await stop.focus();
    await page.keyboard.press("Enter");
    await pressed(page, false);
    assert.equal(await stop.count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), "朗读本页", "the place isn't lost");
    assert.deepEqual(await said(page), []);
    // Again, to the end.
    await button(page).click();
    await event(page, 0, "end");
    await pressed(page, true);
    await event(page, -1, "end");
    await pressed(page, false);
    // And once more: the same button stops too, and so does an error.
    await button(page).click();
    await button(page).click();
    await pressed(page, false);
    await button(page).click();
    await event(page, 1, "error");
    await pressed(page, false);
    await context.close();
  });
}

test("the question is read with its answers; what was chosen never, and choosing ends it", async () => {
  const { context, page } = await listener([CHINESE]);
  await page.goto(`${place.links[1]}/choose`);
  await button(page).click();
  const text = (await said(page)).map((one) => one.text);
  for (const line of ["您是否同意这份工资集体合同草案？", "同意", "不同意", "弃权"]) assert.ok(text.includes(line), `${line}: ${text}`);
  await page.getByRole("button", { name: "不同意", exact: true }).click();
  await pressed(page, false);
  assert.deepEqual(await said(page), [], "it is silent when the choice is made");
  await button(page).click();
  assert.doesNotMatch((await said(page)).map((one) => one.text).join(), /不同意|您选择了/);
  await page.getByRole("button", { name: "提交" }).click();
  await receipt(page);
  await context.close();
});

test("the text and the key points of a case are read too", async () => {
  const { context, page } = await listener([CHINESE]);
  await page.goto(`${place.links[2]}/text`);
  await button(page).click();
  const text = (await said(page)).map((one) => one.text);
  assert.match(text.join("\n"), /第1条/);
  assert.ok(text.length > 30, "article by article, so that a long text doesn't break off");
  await context.addCookies([{ name: "xinxieshang", url: place.address, value: place.session }]);
  await page.goto(`${place.case}/key`);
  await button(page).click();
  assert.match((await said(page)).map((one) => one.text).join("\n"), /新月平均工资：6,000\.00元，改为6,270\.00元/);
  await context.close();
});

test("the scripts of the pages are of 2017, the made one of the voter's device too, and the one that reads is small", async () => {
  const { transform } = (await import(new URL("script/node_modules/esbuild/lib/main.js", pages))).default;
  const isOf2017 = async (source) => {
    const made = await Promise.all(["es2017", "esnext"].map((target) => transform(source, { target })));
    return made[0].code === made[1].code;
  };
  for (const name of ["static/aloud.js", "static/pay.js", "script/made/ballot.js"]) {
    const source = await readFile(new URL(name, pages), "utf8");
    assert.ok(source.length > 500 && await isOf2017(source), `${name} needs nothing newer`);
    assert.ok(!await isOf2017(`${source};window?.x;`), "what is newer is found");
  }
  const answer = await fetch(`${place.address}${place.links[0]}`);
  const [, path] = /src="(\/static\/aloud-[0-9a-f]+\.js)"/.exec(await answer.text());
  assert.match(answer.headers.get("content-security-policy"), /script-src 'self'(;|$)/);
  const { size } = await (await fetch(`${place.address}${path}`)).blob();
  assert.ok(size <= 3_500, `${size} bytes before compression`);
});
