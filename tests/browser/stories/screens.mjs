// Every screen that a role can reach from its home by links: read whole by address, then one of each kind in Chromium.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { DESK, NARROW, PHONE } from "../lib/browser.mjs";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];

/** Most bytes of a page and of the stylesheet, compressed; who works on a phone gets less. */
const BUDGET = { css: 14 << 10, desk: 40 << 10, deskTotal: 120 << 10, phone: 14 << 10, phoneTotal: 40 << 10 };

/** Where the roles of a demonstration work. */
const PHONES = ["demo-chair", "demo-rep", "demo-new"];

/** Pages of one role that are read at most: a county's cases repeat themselves. */
const MOST_PAGES = 400;

const compressed = (text) =>
  brotliCompressSync(Buffer.from(text), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;

/** The kind of a screen: its address without what names a case, a paper, a record. */
function kind(address) {
  return address.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "{case}").replace(/\/records\/\d+/, "/records/{seq}").replace(/\?.*$/, "");
}

const links = (html) => [...html.matchAll(/<a [^>]*href="([^"#]*)/g)].map(([, to]) => to.replaceAll("&#38;", "&").replaceAll("&amp;", "&"));

/** Reads every page that links lead to. Gives the heaviest address of each kind with its size. */
async function crawl(context, role, css) {
  const [waiting, known, kinds] = [["/home"], new Set(["/home"]), new Map()];
  let pages = 0;
  while (waiting.length > 0 && pages < MOST_PAGES) {
    const address = waiting.shift();
    const answer = await context.request.get(address);
    const type = answer.headers()["content-type"] ?? "";
    assert.equal(answer.status(), 200, `${role} ${address}`);
    if (!type.startsWith("text/html")) continue;
    pages += 1;
    const html = await answer.text();
    read(html, `${role} ${address}`);
    const size = compressed(html);
    const had = kinds.get(kind(address));
    if (!had || had.size < size) kinds.set(kind(address), { address, size });
    const phone = PHONES.includes(role);
    assert.ok(size <= (phone ? BUDGET.phone : BUDGET.desk), `${role} ${address}: ${size} bytes`);
    assert.ok(size + css <= (phone ? BUDGET.phoneTotal : BUDGET.deskTotal), `${role} ${address}: ${size + css} bytes in all`);
    for (const to of links(html)) {
      // Papers are made while the program runs and are files, not screens.
      if (!to.startsWith("/") || /\/(documents|files)\//.test(to) || known.has(to)) continue;
      known.add(to);
      waiting.push(to);
    }
  }
  return { kinds, pages };
}

/** What every page owes to whoever reads it by ear, and that all of its texts are there. */
function read(html, where) {
  assert.match(html, /<html lang="zh-CN"/, where);
  assert.equal(html.match(/<h1/g)?.length, 1, `${where}: one first heading`);
  assert.doesNotMatch(html, /〔(pages|form|choice|neg|timeline|accounts|law)-/, `${where}: a text is missing`);
  assert.doesNotMatch(html, /(src|href|action)="(https?:)?\/\//, `${where}: nothing leads outside`);
  assert.doesNotMatch(html, /<script(?! src="\/static\/[^"]+" defer><\/script>)|\son[a-z]+=/, `${where}: no inline script`);
}

async function violations(page, axe) {
  await page.evaluate(axe);
  const found = await page.evaluate(async (tags) => {
    const result = await globalThis.axe.run(document, { resultTypes: ["violations"], runOnly: { type: "tag", values: tags } });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
  }, TAGS);
  return found;
}

/** No page may be wider than its window; tables and charts scroll by themselves. */
const tooWide = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function shot(page, role, name, what) {
  if (!process.env.PICTURES) return;
  const folder = path.join(process.env.PICTURES, "screens");
  await mkdir(folder, { recursive: true });
  await page.screenshot({ path: path.join(folder, `${role}${name.replaceAll("/", "_")}-${what}.png`), fullPage: true });
}

/** The roles that the demonstration offers, in the order of their buttons. */
export async function roles(server) {
  const html = await (await fetch(`${server.address}/demo`)).text();
  read(html, "/demo");
  return [...html.matchAll(/action="\/demo\/as\/([^"]+)"/g)].map(([, login], index) => ({ index, login }));
}

/** Looks at all screens of one role. Screens that other roles have in the same form are looked at once. */
export async function screens(browser, server, role, seen) {
  const axe = await readFile(AXE, "utf8");
  const outside = [];
  const context = await browser.newContext({ baseURL: server.address, locale: "zh-CN", viewport: PHONE });
  context.on("request", (request) => {
    if (!request.url().startsWith("data:") && new URL(request.url()).host !== server.host) outside.push(request.url());
  });
  const page = await context.newPage();
  await page.goto("/demo");
  await page.getByRole("main").getByRole("button").nth(role.index).click();
  await page.getByRole("button", { name: "退出" }).waitFor();
  await page.goto("/home");
  const sheet = await page.locator("link[rel=stylesheet]").getAttribute("href");
  const css = compressed(await (await context.request.get(sheet)).text());
  assert.ok(css <= BUDGET.css, `stylesheet: ${css} bytes`);

  const { kinds, pages } = await crawl(context, role.login, css);
  const wrong = [];
  const mine = [...kinds].filter(([name]) => !(name.includes("/acts/") && seen.has(name)));
  for (const [name] of mine) seen.add(name);
  const look = async (what) => {
    for (const [name, { address }] of mine) {
      await page.goto(address);
      for (const line of await violations(page, axe)) wrong.push(`${role.login} ${address} ${what}: ${line}`);
      await shot(page, role.login, name, what);
    }
  };
  await look("375");
  await page.setViewportSize(NARROW);
  for (const [, { address }] of mine) {
    await page.goto(address);
    const over = await tooWide(page);
    if (over > 0) wrong.push(`${role.login} ${address}: ${over} px too wide at 320`);
  }
  await page.setViewportSize(DESK);
  await page.getByRole("button", { name: "长辈版" }).click();
  await page.getByRole("button", { name: "标准版" }).waitFor();
  await look("1280-长辈版");
  await context.close();
  const heaviest = [...kinds].sort(([, a], [, b]) => b.size - a.size)[0];
  console.log(`# ${role.login}: ${pages} 页，${kinds.size} 种，看了 ${mine.length} 种；最大 ${heaviest[0]} ${heaviest[1].size} 字节，样式 ${css} 字节`);
  assert.deepEqual(wrong, [], wrong.join("\n"));
  assert.deepEqual(outside, [], "nothing is asked of another host");
  assert.ok(pages >= 3, "a home, a case and an act at least");
}
