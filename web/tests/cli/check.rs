//! `check`: a draft alone, before anybody negotiates about it.

use serde_json::Value;

use crate::{fails, folder, json, said, write};

/// A text with everything that ZJ-CC 19(2) wants but the minimum wage of Yongkang's province table.
const DRAFT: &str = r#"
title = "2026年度工资专项集体合同"
coverage = "示例五金有限公司（虚构）全体职工"
term = { kind = "months", months = 48 }

[[clauses]]
chapter = "wage_standard"
heading = "最低工资"
id = "min-wage"
item = "distribution"
text = "月工资不低于{min_wage}。"
values = [{ key = "min_wage", unit = "fen", amount = MIN }]

[[clauses]]
chapter = "overtime_allowances_bonus"
heading = "加班"
id = "overtime"
item = "overtime_allowance_bonus"
text = "延长工时按{ot_workday}支付。"
values = [{ key = "ot_workday", unit = "basis_points", amount = 14000 }]
"#;

#[test]
fn a_draft_is_checked_alone_and_every_finding_says_what_to_do() {
    let dir = folder();
    write(dir.path(), "low.toml", &DRAFT.replace("MIN", "100000"));
    let line = "check low.toml --profile ZJ --region 330100 --on 2026-03-18";
    let (code, out, err) = said(dir.path(), line);
    assert_eq!((code, err.as_str()), (1, ""), "{out}");
    for part in ["CHK-MINWAGE-STRICT", "CHK-WAGE-ITEMS", "CHK-OT-MULT", "CHK-TERM-1-3Y", "下一步", "第十九条"] {
        assert!(out.contains(part), "{part} in {out}");
    }
    let (code, value) = json(dir.path(), &format!("{line} --json"));
    assert_eq!(code, 1);
    let outcome = |rule: &str, key: &str| {
        let findings = value["findings"].as_array().expect("a list");
        let found = findings.iter().find(|finding| finding["rule"] == rule && finding["figures"][0]["value"] != key);
        found.expect("checked")["outcome"].as_str().expect("named").to_owned()
    };
    // No minimum wage is known for the place; LL 44: 150 % at least; ZJ-CC 30(1): 1 to 3 years, on record.
    assert_eq!(outcome("CHK-MINWAGE-STRICT", ""), "no_data");
    assert_eq!(outcome("CHK-OT-MULT", ""), "fail");
    assert_eq!(outcome("CHK-TERM-1-3Y", ""), "breach");
    assert!(value["fails"].as_u64().expect("counted") >= 3);

    // Under the national text items are usual, not required: nothing but the wages themselves fails.
    let fair = DRAFT.replace("MIN", "900000").replace("14000", "15000");
    write(dir.path(), "fair.toml", &fair);
    let (code, out, _) = said(dir.path(), "check fair.toml --profile CN --region 330100 --on 2026-03-18");
    assert_eq!(code, 0, "{out}");
}

/// The outcomes of a rule, in the order of the findings.
fn outcomes<'a>(answer: &'a Value, rule: &str) -> Vec<&'a str> {
    let findings = answer["findings"].as_array().expect("a list").iter();
    findings.filter(|one| one["rule"] == rule).filter_map(|one| one["outcome"].as_str()).collect()
}

// ZJ-CC 19(2) commands items of an enterprise's wage agreement; ZJ-CC 27 and 28 command none of a sector or region.
#[test]
fn items_that_are_missing_fail_a_draft_of_an_enterprise_only() {
    let dir = folder();
    let fair = DRAFT.replace("MIN", "900000").replace("14000", "15000").replace("months = 48", "months = 24");
    write(dir.path(), "fair.toml", &fair);
    let line = "check fair.toml --profile ZJ --region 330100 --on 2026-03-18 --json";
    for (scope, status, outcome) in [
        ("", 1, "fail"),
        (" --scope enterprise", 1, "fail"),
        (" --scope sector", 0, "amber"),
        (" --scope region", 0, "amber"),
        (" --scope platform", 0, "amber"),
    ] {
        let (code, value) = json(dir.path(), &format!("{line}{scope}"));
        let found = outcomes(&value, "CHK-WAGE-ITEMS");
        assert!(code == status && !found.is_empty() && found.iter().all(|one| *one == outcome), "{scope}: {value}");
        assert_eq!(value["scope"], scope.rsplit(' ').next().filter(|name| !name.is_empty()).unwrap_or("enterprise"));
    }
    let odd = "check fair.toml --profile ZJ --region 330100 --scope city";
    fails(dir.path(), odd, 2, &["city", "enterprise、sector、region、platform"]);
}

// LCL 54(2), LCL 55: equal or better passes, a fen less does not.
#[test]
fn a_draft_below_the_agreement_of_its_sector_is_a_finding() {
    let dir = folder();
    let text = |min| DRAFT.replace("MIN", min).replace("14000", "15000");
    for (name, min) in [("sector.toml", "900000"), ("low.toml", "899999"), ("same.toml", "900000")] {
        write(dir.path(), name, &text(min));
    }
    let line = |name, more| format!("check {name} --profile CN --region 330100 --on 2026-03-18{more}");
    let (code, value) = json(dir.path(), &line("low.toml", " --floors sector.toml --json"));
    assert_eq!((code, outcomes(&value, "CHK-INDUSTRY-FLOOR")), (1, vec!["fail", "pass"]), "{value}");
    let keys: Vec<&str> =
        value["floors"].as_array().expect("a list").iter().filter_map(|one| one["key"].as_str()).collect();
    assert_eq!(keys, ["min_wage", "ot_workday"]);
    let (code, out, _) = said(dir.path(), &line("low.toml", " --floors sector.toml"));
    assert_eq!(code, 1, "{out}");
    for part in ["CHK-INDUSTRY-FLOOR", "8,999.99元", "9,000.00元", "第五十五条", "下一步"] {
        assert!(out.contains(part), "{part} in {out}");
    }
    assert!(!out.contains("《杭州") && !out.contains("《宁波"), "articles of other places: {out}");
    let (code, value) = json(dir.path(), &line("same.toml", " --floors sector.toml --json"));
    assert_eq!((code, outcomes(&value, "CHK-INDUSTRY-FLOOR")), (0, vec!["pass", "pass"]), "{value}");
    let (code, value) = json(dir.path(), &line("low.toml", " --json"));
    assert_eq!((code, outcomes(&value, "CHK-INDUSTRY-FLOOR")), (0, Vec::new()), "{value}");
    let bare = text("1").replace("values = [", "# values = [").replace("{min_wage}", "x").replace("{ot_workday}", "y");
    write(dir.path(), "bare.toml", &bare);
    fails(dir.path(), &line("low.toml", " --floors bare.toml"), 2, &["bare.toml"]);
    fails(dir.path(), &line("low.toml", " --floors none.toml"), 2, &["none.toml"]);
}

#[test]
fn a_draft_that_cannot_be_read_names_the_place() {
    let dir = folder();
    write(dir.path(), "odd.toml", "title = \"x\"\nwage = 1\n");
    write(
        dir.path(),
        "empty.json",
        "{\"clauses\":[],\"coverage\":\"x\",\"term\":{\"kind\":\"months\",\"months\":12},\"title\":\"x\"}",
    );
    fails(dir.path(), "check odd.toml --profile ZJ --region 330100", 2, &["odd.toml", "wage"]);
    fails(dir.path(), "check empty.json --profile ZJ --region 330100", 1, &["TERMS-FORM"]);
    fails(dir.path(), "check odd.toml --profile ZJ --region 999999", 2, &["999999"]);
    fails(dir.path(), "check none.toml --profile ZJ --region 330100", 2, &["none.toml"]);
}
