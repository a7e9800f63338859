// The straight case by everybody whom it takes, from the answer to an offer that was served until effect.

import assert from "node:assert/strict";
import { DESK, PHONE } from "../lib/browser.mjs";
import { Person, days, weeks } from "../lib/person.mjs";

const FIRM = "溪桥县听松木业有限公司（虚构）";

/** Everybody with the screen they use, signed in on the case's page. Sides work without script. */
async function cast(browser, server, efforts) {
  const people = {
    chair: ["demo02-yan", PHONE, false], rep: ["demo02-wei", PHONE, false], firm: ["demo02-gu", DESK, false],
    agent: ["demo02-zhan", DESK, false], clerk: ["demo02-jing", DESK, true], officer: ["demo-review", DESK, true],
    fed: ["demo-fed", DESK, true],
  };
  return async (role) => {
    const [login, size, script] = people[role];
    const person = await Person.at(browser, server, { effort: efforts[role], role, script, size });
    await person.signIn(login);
    await person.enter(FIRM);
    return person;
  };
}

export async function straight(browser, server, efforts) {
  const come = await cast(browser, server, efforts);

  const firm = await come("firm");
  await firm.act("答复要约", () => firm.type("答复内容", "同意协商，各项议题在会上谈。"));
  await firm.act("登记代表名册", async () => {
    await member(firm, 1, { sex: "男" });
    await member(firm, 2, { known: "凌越", sex: "女" });
    await member(firm, 3, { known: "展平", sex: "男" });
  });
  await firm.act("提供议题、名单或资料", () => firm.type("内容", "企业方代表三名"));

  const chair = await come("chair");
  await chair.act("登记代表名册", async () => {
    await member(chair, 1, { sex: "女" });
    await member(chair, 2, { known: "方既白", sex: "男" });
    await member(chair, 3, { known: "舒望", sex: "女" });
    const chosen = chair.group("怎么产生的");
    await chair.type("应投票人数", 80, chosen);
    await chair.type("同意票数", 74, chosen);
    await chair.hand("产生记录", chosen);
  });
  await chair.act("提供议题、名单或资料", () => chair.type("内容", "职工方代表三名"));
  await chair.act("提供议题、名单或资料", () => chair.type("内容", "年度工资增长\n工龄工资"));

  await weeks(chair, 2);
  await days(chair, 6);
  await chair.act("开始会议", async () => {
    await chair.pick(WHO, "穆和", chair.group("记录员"));
  });
  await chair.follow("看每一条谈到哪里");
  await speak(chair, "年度工资水平与增长幅度", "6");
  await firm.page.reload();
  await firm.follow("看每一条谈到哪里");
  await speak(firm, "年度工资水平与增长幅度", "4.5");

  const rep = await come("rep");
  await rep.follow("看每一条谈到哪里");
  assert.ok(await rep.has("有分歧"));
  await rep.done();

  await chair.follow("看每一条谈到哪里");
  await chair.follow("接受对方意见", clause(chair, "年度工资水平与增长幅度"));
  await chair.confirm("接受对方意见");
  await chair.follow("回到案件");
  await chair.act("结束会议", () => chair.type("会议情况", "年度增长达成一致。"));
  await chair.act("确认会议纪要");
  await firm.page.goto(await home(firm));
  await firm.act("确认会议纪要");
  await chair.act("提出合同草案", () => draft(chair));
  await firm.page.reload();
  await firm.act("草签合同草案");
  await chair.page.reload();
  await chair.act("草签合同草案");
  await chair.follow("看合同文本");
  assert.ok(await chair.has("4.5%"), "what was agreed stands in the text");
  await chair.page.goto(await home(chair));
  const meeting = await today(chair, 7);
  await chair.act("提交职代会审议", async () => {
    await chair.type("会议日期", meeting);
    await chair.type("应到人数", 80);
  });
  await weeks(chair, 1);

  const clerk = await come("clerk");
  await clerk.act("登记表决结果", async () => {
    for (const [label, count] of [["实到人数", 76], ["发出表决票", 76], ["收回表决票", 76], ["同意票", 70], ["不同意票", 4], ["弃权票", 2]]) {
      await clerk.type(label, count);
    }
    await clerk.type("姓名", "滕远", clerk.row("监票人 1"));
    await clerk.type("姓名", "宁致远", clerk.row("监票人 2"));
    await clerk.hand("计票报告（扫描件）");
  });
  await clerk.done();

  await firm.page.goto(await home(firm));
  await firm.act("签订合同", () => firm.type("签署人姓名", "霍启明"));
  await firm.done();
  await chair.page.reload();
  await chair.act("签订合同", () => chair.type("签署人姓名", "阮知意"));

  const agent = await come("agent");
  await agent.act("报送合同");
  const officer = await come("officer");
  await officer.act("登记受理", () => officer.type("文号", "溪人社集审〔2026〕6号（虚构）"));
  await officer.act("出具无异议意见");
  assert.ok(await officer.has("已生效"), "in force");
  await officer.done();

  await agent.page.reload();
  await agent.act("公布合同", () => agent.type("在哪里、怎么公布", "厂门口公告栏"));
  await agent.done();
  await chair.page.reload();
  await chair.act("报送上级工会", () => chair.type("上级工会名称", "溪桥县总工会（虚构）"));
  await chair.done();

  const fed = await come("fed");
  await fed.follow("看合同文本");
  assert.ok(await fed.has("4.5%"));
  await fed.done();
}

/** The list of persons from whom one is chosen. */
const WHO = /^(从名单里选|选一位)/;

/** One representative of a list: the chief stands there already, the others are chosen by name. */
async function member(person, number, { known, sex }) {
  const row = person.row(`代表 ${number}`);
  if (known) await person.pick(WHO, known, row);
  await person.choose("性别", sex, row);
}

function clause(person, heading) {
  return person.page.getByRole("region", { name: new RegExp(heading) });
}

async function speak(person, heading, figure) {
  await person.follow("提出意见", clause(person, heading));
  await person.type(/^增长幅度/, figure);
  await person.confirm("提出意见");
  await person.follow("回到案件");
}

async function home(person) {
  return person.page.getByRole("link", { name: "案件首页" }).getAttribute("href").catch(() => "/home");
}

/** The demonstration's day, so many days on. */
async function today(person, on) {
  const ribbon = await person.page.getByRole("note").innerText();
  const [, day] = /演示时间：(\d{4}-\d{2}-\d{2})/.exec(ribbon);
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + on);
  return date.toISOString().slice(0, 10);
}

/** What the template can't know: the enterprise's own figures, and a post with its grades. */
async function draft(chair) {
  await chair.type(/^原月平均工资/, "6000", chair.group("年度平均工资水平"));
  await chair.type(/^最低工资/, "2700", chair.group("企业最低工资标准"));
  const post = chair.row("岗位 1");
  await chair.type("岗位名称", "质检员", post);
  await chair.type("这个岗位原来的月平均工资", "5800", post);
  await chair.type("这个岗位新的月平均工资", "6100", post);
  for (const [grade, low, high, allowance] of [["初级工", 3000, 3300, 100], ["高级工", 3900, 4300, 400]]) {
    const fields = chair.group(grade, post);
    await chair.type(/^岗位工资，最低/, low, fields);
    await chair.type(/^岗位工资，最高/, high, fields);
    await chair.type(/^能级津贴/, allowance, fields);
  }
}
