// The reviewer's desk by keyboard alone: from the queue to the receipt of a clean file, and on to the next.

import assert from "node:assert/strict";
import { DESK } from "../lib/browser.mjs";
import { Person } from "../lib/person.mjs";

/** Most key presses that a clean file may take. */
const MOST = 12;

export async function keyboard(browser, server) {
  const officer = await Person.at(browser, server, { role: "keyboard", script: false, size: DESK });
  await officer.signIn("demo-review");
  const { page } = officer;
  await page.goto("/queue");
  let pressed = 0;
  // A browser tells an access key by the character that comes with Alt held; Playwright's own keys bring none.
  const keys = await officer.context.newCDPSession(page);
  const press = async (key) => {
    pressed += 1;
    const code = /\d/.test(key) ? `Digit${key}` : `Key${key.toUpperCase()}`;
    const event = { code, key, modifiers: 1, windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0) };
    await keys.send("Input.dispatchKeyEvent", { ...event, type: "rawKeyDown" });
    await keys.send("Input.dispatchKeyEvent", { ...event, text: key, type: "char", unmodifiedText: key });
    await keys.send("Input.dispatchKeyEvent", { ...event, type: "keyUp" });
  };
  /** Presses until what it leads to is there: a page that is still being drawn takes no key, and a person presses again. */
  const leads = async (key, there) => {
    for (let attempt = 1; ; attempt += 1) {
      await page.waitForLoadState();
      await press(key);
      try {
        return await there.waitFor({ timeout: 8_000 });
      } catch (error) {
        if (attempt < 3) continue;
        throw new Error(`${key} leads nowhere from: ${await page.getByRole("main").innerText()}`, { cause: error });
      }
    }
  };
  const heading = (name) => page.getByRole("heading", { exact: true, level: 1, name });
  await leads("n", heading("审查"));
  const decision = page.getByRole("region", { name: "审查结论" }).getByRole("link").first();
  const act = await decision.innerText();
  await leads("1", heading(act));
  if (act === "登记受理") {
    // The number is the only thing to type; it has the focus after one step back from the button.
    await page.getByLabel("文号").focus();
    pressed += 1;
    await page.keyboard.insertText("听潮人社集审〔2026〕9号（虚构）");
  }
  await leads("s", page.getByRole("button", { name: act }));
  await leads("s", page.getByRole("link", { name: "下一件" }));
  assert.match(page.url(), /\/records\/\d+/, "a receipt");
  await press("n");
  assert.ok(pressed <= MOST, `${pressed} key presses`);
  await officer.done();
  return { act, pressed };
}
