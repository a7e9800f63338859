// The page on what a case costs each role, beside the same procedure on paper and WeChat.

import assert from "node:assert/strict";
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";

const HERE = path.resolve(import.meta.dirname, "..");
const PAGE = path.resolve(HERE, "../../docs/effort.md");

/** Thinking before each screen, and a click, in seconds. */
const THINKING = 1.5;
const CLICK = 1;

const NAMES = {
  chair: "工会主席（含第一个晚上）", rep: "职工方协商代表", firm: "企业方首席代表", clerk: "职代会秘书",
  agent: "企业经办人", officer: "审查员", fed: "上级工会",
};

/** Minutes at the screen, to a tenth. */
const minutes = (effort, pace) =>
  Math.round(((effort.screens * THINKING + effort.clicks * CLICK) / 60 + effort.characters / pace) * 10) / 10;

/** Compares with the baseline, and the page with what is in the repository. */
export async function judge(efforts) {
  const baseline = JSON.parse(await readFile(path.join(HERE, "baseline.json"), "utf8"));
  const pace = baseline.characters_a_minute;
  const rows = Object.entries(efforts).map(([role, effort]) => {
    const steps = baseline.paper[role];
    const sum = (column) => steps.reduce((all, step) => all + step[column], 0);
    const paper = { fields: sum(1), minutes: Math.round((sum(2) / pace + sum(3)) * 10) / 10 };
    return { effort, minutes: minutes(effort, pace), paper, role, steps };
  });
  for (const { effort, minutes: spent, paper, role } of rows) {
    assert.ok(effort.screens > 0, `${role} took part`);
    assert.ok(effort.fields <= paper.fields, `${role}: ${effort.fields} fields, on paper ${paper.fields}`);
    assert.ok(spent <= paper.minutes, `${role}: ${spent} minutes, on paper ${paper.minutes}`);
  }
  const text = page(rows, pace);
  if (process.env.WRITE_EFFORT) await writeFile(PAGE, text);
  const kept = await readFile(PAGE, "utf8").catch(() => "");
  assert.equal(kept, text, "docs/effort.md is out of date: WRITE_EFFORT=1 npm test writes it anew");
}

function page(rows, pace) {
  const lines = rows.map(({ effort, minutes: spent, paper, role, steps }) =>
    `| ${NAMES[role]} | ${effort.fields} | ${effort.clicks} | ${effort.signIns} | ${effort.screens} | ${spent.toFixed(1)} | ${paper.fields} | ${steps.length} | ${paper.minutes.toFixed(1)} |`);
  const counted = rows.map(({ role, steps }) => [
    `### ${NAMES[role]}`, "", "| 步骤 | 填写处 | 字数 | 路上、打印、等人（分钟） |", "|---|---:|---:|---:|",
    ...steps.map(([step, fields, characters, away]) => `| ${step} | ${fields} | ${characters} | ${away} |`), "",
  ].join("\n"));
  return `# 办一件案子要花多少工夫

<!-- Written by the browser stories (tests/browser); don't edit. WRITE_EFFORT=1 npm test writes it anew. -->

从立案、要约到生效的一件顺利的案子，各人要填几处、点几下、登录几次、花几分钟。左边由浏览器测试真做一遍数出来，
右边是同样的程序用纸和微信办，一步一步数的。任何一行比纸上多填或者多花时间，测试就不通过。

| 角色 | 填写 | 点击 | 登录 | 页面 | 分钟 | 纸上填写 | 纸上步骤 | 纸上分钟 |
|---|---:|---:|---:|---:|---:|---:|---:|---:|
${lines.join("\n")}

## 怎么数的

- 填写：手工输入的每一栏，包括账号、密码和上传的文件；已经预先填好、没有改的不算。从名单里选、打勾算点击。
- 点击：按钮、链接、选项、展开。填写一栏时点进去的那一下不算，两边都不算。
- 分钟：每个页面想 ${THINKING} 秒，每次点击 ${CLICK} 秒，每分钟输入 ${pace} 个字；纸上手写也按每分钟 ${pace} 个字，对纸上有利。
- 两边都不算的：商量本身、开会、读法律和读合同、准备扫描件，也不算等对方的天数。
- 职工没有账号，网页上还没有他们自己的页面，所以没有这一行。
- 主席这一行是两件案子的前后两段：第一个晚上在新企业立案、要约，其余在另一家企业，从答复以后到生效。

## 纸上的步骤

填写处、字数、时间都是按表格和通常做法估的，不是实地测量；时间往少里估，例如送到同一厂区的办公室只算几分钟。

${counted.join("\n")}`;
}
