// Somebody at a screen. Finds every control by role and label, and counts what it costs: fields typed, characters, clicks,
// sign-ins, screens.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import path from "node:path";

/** The password of every account of a demonstration. */
const PASSWORD = "demo-demo";

/** A scan, as far as the program looks at it. */
const SCAN = { name: "扫描件.pdf", mimeType: "application/pdf", buffer: Buffer.from("%PDF-1.4\n% 虚构的扫描件\n") };

/** A label with or without its remark that the field may stay empty. */
const labelled = (text) => text instanceof RegExp ? text : new RegExp(`^\\s*${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}\\s*(（可不填）)?\\s*$`);

/** Counts of one role. */
export class Effort {
  fields = 0;
  characters = 0;
  clicks = 0;
  signIns = 0;
  screens = 0;
}

/** Where pictures go; nowhere unless asked for. */
const PICTURES = process.env.PICTURES;

export class Person {
  /** @param {import("playwright-core").Browser} browser */
  static async at(browser, server, { effort = new Effort(), script = true, size, role }) {
    const context = await browser.newContext({
      baseURL: server.address, javaScriptEnabled: script, viewport: size, locale: "zh-CN", timezoneId: "Asia/Shanghai",
    });
    context.setDefaultTimeout(20_000);
    const person = new Person();
    Object.assign(person, { context, effort, role, outside: [], pictures: 0 });
    context.on("request", (request) => {
      const url = new URL(request.url());
      if (url.protocol !== "data:" && url.host !== server.host) person.outside.push(request.url());
    });
    person.page = await context.newPage();
    return person;
  }

  /** A look at the page that has just come. */
  async seen(what = "") {
    this.effort.screens += 1;
    if (!PICTURES) return;
    await mkdir(PICTURES, { recursive: true });
    this.pictures += 1;
    const name = `${this.role}-${String(this.pictures).padStart(2, "0")}${what && `-${what}`}.png`;
    await this.page.screenshot({ path: path.join(PICTURES, name), fullPage: true });
  }

  async open(address, what) {
    await this.page.goto(address);
    await this.seen(what);
  }

  async signIn(login) {
    await this.open("/login", "登录");
    await this.type("账号", login);
    await this.type("密码", PASSWORD);
    await this.press("登录", this.page.getByRole("main"));
    await this.page.getByRole("heading", { level: 1, name: "我的案件" }).waitFor();
    this.effort.signIns += 1;
  }

  async signOut() {
    await this.press("退出");
    await this.context.close();
  }

  /** Types into a field, found by its label. */
  async type(label, text, within = this.page) {
    await within.getByLabel(labelled(label)).fill(String(text));
    this.effort.fields += 1;
    this.effort.characters += String(text).length;
  }

  async tick(label, within = this.page) {
    await within.getByRole("checkbox", { name: label, exact: true }).check();
    this.effort.clicks += 1;
  }

  async choose(group, option, within = this.page) {
    await this.group(group, within).getByRole("radio", { name: option, exact: true }).check();
    this.effort.clicks += 1;
  }

  async hand(label, within = this.page) {
    await within.getByLabel(labelled(label)).setInputFiles(SCAN);
    this.effort.fields += 1;
    this.effort.clicks += 1;
  }

  group(name, within = this.page) {
    return within.getByRole("group", { name, exact: true });
  }

  /** One row of several, by what stands above it. */
  row(name) {
    return this.page.getByRole("group").filter({ has: this.page.getByText(name, { exact: true }) }).last();
  }

  /** Chooses from a list by the beginning of what is written there. */
  async pick(label, beginning, within = this.page) {
    const list = within.getByRole("combobox", { name: label });
    const all = await list.getByRole("option").allTextContents();
    const found = all.find((text) => text.startsWith(beginning));
    assert.ok(found, `${beginning}: ${all.join("、")}`);
    await list.selectOption({ label: found });
    this.effort.clicks += 2;
  }

  /** Unfolds what is folded away under a summary. */
  async unfold(name, within = this.page) {
    await within.getByText(name, { exact: true }).click();
    this.effort.clicks += 1;
  }

  async press(name, within = this.page) {
    await within.getByRole("button", { name, exact: true }).click();
    this.effort.clicks += 1;
    await this.seen(name);
  }

  async follow(name, within = this.page) {
    await within.getByRole("link", { name, exact: true }).first().click();
    this.effort.clicks += 1;
    await this.seen(name);
  }

  /** Goes to a case from the home, by the employer's name. */
  async enter(employer) {
    await this.page.getByRole("navigation", { name: "主导航" }).getByRole("link", { name: "我的案件" }).click();
    this.effort.clicks += 1;
    await this.seen("我的案件");
    await this.page.getByRole("main").getByRole("link", { name: employer }).first().click();
    this.effort.clicks += 1;
    await this.seen("案件");
  }

  /** From the case's page: an act by its name, unfolding the less usual ones where it is among them. */
  async begin(act) {
    const main = this.page.getByRole("main");
    const link = main.getByRole("link", { name: act, exact: true });
    if ((await link.count()) === 0 || !(await link.first().isVisible())) await this.unfold("其他可以办理的事");
    await link.first().click();
    this.effort.clicks += 1;
    await this.page.getByRole("heading", { level: 1, name: act }).waitFor();
    await this.seen(act);
  }

  /** Looks at the check page and confirms it; ends on the receipt. */
  async confirm(act) {
    await this.press("下一步：核对");
    const check = this.page.getByRole("heading", { level: 1, name: `核对：${act}` });
    await check.waitFor({ timeout: 4_000 }).catch(() => {});
    assert.equal(await check.count(), 1, `${act}: ${await this.words()}`);
    const sure = this.page.getByRole("button", { name: `确认${act}`, exact: true });
    assert.equal(await sure.count(), 1, `${act}: ${await this.words()}`);
    await sure.click();
    this.effort.clicks += 1;
    const done = this.page.getByRole("heading", { level: 1, name: `已办好：${act}` });
    await done.waitFor({ timeout: 4_000 }).catch(() => {});
    await this.seen(`${act}-回执`);
    assert.equal(await done.count(), 1, `${act}: ${await this.words()}`);
  }

  /** A whole act from the case's page and back to it. */
  async act(name, fill = async () => {}) {
    await this.begin(name);
    await fill();
    await this.confirm(name);
    await this.follow("回到案件");
  }

  /** The words of the page's main part, for a failed story to show. */
  async words() {
    const text = await this.page.getByRole("main").innerText();
    return text.replace(/\s+/g, " ").slice(0, 900);
  }

  /** Whether a text comes to stand on the page. */
  async has(text) {
    const place = this.page.getByText(text).first();
    return place.waitFor({ state: "attached" }).then(() => true, () => false);
  }

  async done() {
    assert.deepEqual(this.outside, [], `${this.role}: nothing is asked of another host`);
    await this.context.close();
  }
}

/** Moves the demonstration's clock on; no part of anybody's effort. */
export async function weeks(person, count) {
  for (let week = 0; week < count; week += 1) {
    await person.page.getByRole("button", { name: "往后一周" }).click();
  }
}

export async function days(person, count) {
  for (let day = 0; day < count; day += 1) {
    await person.page.getByRole("button", { name: "往后一天" }).click();
  }
}

