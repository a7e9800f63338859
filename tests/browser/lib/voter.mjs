// Somebody with a personal link, on a phone of their own.

import { PHONE } from "./browser.mjs";

/** A phone on which nothing was done yet, and what it sends. */
export async function phone(browser, place, options = {}) {
  const context = await browser.newContext({ baseURL: place.address, viewport: PHONE, locale: "zh-CN", ...options });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const sent = [];
  page.on("request", (request) => request.method() === "POST" && sent.push(request));
  return { context, page, sent };
}

/** From the link to the look at the choice. */
export async function choose(page, link, choice) {
  await page.goto(link);
  await page.getByRole("link", { name: "去投票" }).click();
  await page.getByRole("button", { name: choice, exact: true }).click();
  await page.getByRole("heading", { name: "核对" }).waitFor();
}

/** In an election: some names, or none. */
export async function elect(page, link, names) {
  await page.goto(`${link}/choose`);
  for (const name of names) await page.getByRole("checkbox", { name }).check();
  await page.getByRole("button", { name: "下一步" }).click();
  await page.getByRole("heading", { name: "核对" }).waitFor();
}

/** The receipt is there. */
export const receipt = (page) => page.getByRole("heading", { name: "您的选票已在票箱里" }).waitFor();

/** From the look at the choice to the receipt. */
export async function submitted(page) {
  await page.getByRole("button", { name: "提交" }).click();
  await receipt(page);
}

/** How many ballots the box has, as the page for the hall says. */
export async function boxed(place) {
  const html = await (await fetch(`${place.address}${place.ballot}/hall`)).text();
  return Number(/票箱内<\/dt><dd>(\d+)/.exec(html)[1]);
}

/** Everything that a page can keep on a device. */
export function kept(page) {
  return page.evaluate(async () => ({
    bases: (await indexedDB.databases()).map(({ name }) => name),
    caches: await caches.keys(),
    cookies: document.cookie,
    local: { ...localStorage },
    session: { ...sessionStorage },
    state: history.state,
  }));
}
