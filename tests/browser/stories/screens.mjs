// Every screen that a role can reach from its home by links: read whole by address, then one of each kind in Chromium.

import assert from "node:assert/strict";
import { brotliCompressSync, constants } from "node:zlib";
import { DESK, NARROW, PHONE } from "../lib/browser.mjs";
import { FULL, beyondReach, enlarge, shot, tooWide, violations } from "../lib/look.mjs";

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

const links = (html) => [...html.replaceAll("&#38;", "&").matchAll(/<a [^>]*href="([^"#]*)/g)].map(([, to]) => to.replaceAll("&amp;", "&"));

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

/** The roles that the demonstration offers, in the order of their buttons. */
export async function roles(server) {
  const html = await (await fetch(`${server.address}/demo`)).text();
  read(html, "/demo");
  return [...html.matchAll(/action="\/demo\/as\/([^"]+)"/g)].map(([, login], index) => ({ index, login }));
}

/** Looks at all screens of one role. Screens that other roles have in the same form are looked at once. */
export async function screens(browser, server, role, seen) {
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
      for (const line of await violations(page)) wrong.push(`${role.login} ${address} ${what}: ${line}`);
      await shot(page, "screens", `${role.login}${name.replaceAll("/", "_")}-${what}`);
    }
  };
  // Narrow windows and large text: nothing wider than the window, and in the long form every control within reach.
  const squeeze = async (what, size, times) => {
    await page.setViewportSize(size);
    for (const [, { address }] of mine) {
      await page.goto(address);
      await enlarge(page, times);
      const over = await tooWide(page);
      if (over > 0) wrong.push(`${role.login} ${address}: ${over} px too wide at ${what}`);
      if (FULL) for (const one of await beyondReach(page)) wrong.push(`${role.login} ${address}: out of reach at ${what}: ${one}`);
    }
  };
  await look("375");
  await squeeze("320", NARROW, 1);
  if (FULL) {
    await squeeze("200%", PHONE, 2);
    await page.setViewportSize(DESK);
    await look("1280");
  }
  await page.setViewportSize(DESK);
  await page.getByRole("button", { name: "长辈版" }).click();
  await page.getByRole("button", { name: "标准版" }).waitFor();
  await look("1280-长辈版");
  if (FULL) {
    await squeeze("320-长辈版", NARROW, 1);
    await squeeze("200%-长辈版", PHONE, 2);
    await page.setViewportSize(PHONE);
    await look("375-长辈版");
  }
  await context.close();
  const heaviest = [...kinds].sort(([, a], [, b]) => b.size - a.size)[0];
  console.log(`# ${role.login}: ${pages} 页，${kinds.size} 种，看了 ${mine.length} 种；最大 ${heaviest[0]} ${heaviest[1].size} 字节，样式 ${css} 字节`);
  assert.deepEqual(wrong, [], wrong.join("\n"));
  assert.deepEqual(outside, [], "nothing is asked of another host");
  assert.ok(pages >= 3, "a home, a case and an act at least");
}
