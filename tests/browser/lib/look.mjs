// How a page is looked at: by axe-core, by its width, by whether each control can be reached.

import { readFile } from "node:fs/promises";
import { mkdir } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
const TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"];
const axe = readFile(AXE, "utf8");

/** The long form: `./test full` sets it. */
export const FULL = Boolean(process.env.FULL);

/** What axe-core finds. */
export async function violations(page) {
  await page.evaluate(await axe);
  return page.evaluate(async (tags) => {
    const result = await globalThis.axe.run(document, { resultTypes: ["violations"], runOnly: { type: "tag", values: tags } });
    return result.violations.map(({ id, nodes }) => `${id}: ${nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(" | ")}`);
  }, TAGS);
}

/** No page may be wider than its window; tables and charts scroll by themselves. */
export const tooWide = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Text so many times as large, as a phone's own setting makes it. */
export const enlarge = (page, times) => page.evaluate((by) => {
  const root = document.documentElement;
  root.style.fontSize = "";
  if (by !== 1) root.style.fontSize = `${parseFloat(getComputedStyle(root).fontSize) * by}px`;
}, times);

/** Controls that can be seen but not pressed: something lies over them, or they are outside of the page. */
export const beyondReach = (page) => page.evaluate(() => {
  const shown = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
    .filter((one) => !one.disabled && !one.classList.contains("skip") && one.checkVisibility({ checkVisibilityCSS: true, contentVisibilityAuto: true }));
  const reached = (one) => {
    one.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
    return [...one.getClientRects()].some(({ left, top, width, height }) => {
      const at = document.elementFromPoint(left + width / 2, top + height / 2);
      return at !== null && (one.contains(at) || at.contains(one) && at.matches("label"));
    });
  };
  const lost = shown.filter((one) => !reached(one)).map((one) => one.outerHTML.slice(0, 120));
  scrollTo(0, 0);
  return lost;
});

/** A picture, where somebody wants pictures. */
export async function shot(page, folder, name) {
  if (!process.env.PICTURES) return;
  const to = path.join(process.env.PICTURES, folder);
  await mkdir(to, { recursive: true });
  await page.screenshot({ path: path.join(to, `${name}.png`), fullPage: true });
}
