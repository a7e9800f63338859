//! The instruments that rules cite, with status and the day on which the entry was last checked.

use jiff::civil::{Date, date};

use crate::rules::Profile;
use serde::{Deserialize, Serialize};

/// How well a text was verified.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Mark {
    /// The full official text was read.
    V,
    /// The article was read as quoted by others.
    Vx,
    /// From a secondary page, not a legal text.
    N,
    /// From memory; confirm before relying on it.
    M,
    /// Our own reading or proposal; not law.
    P,
}

/// A law, regulation, rule or guidance.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Instrument {
    /// Short id used in citations.
    pub id: &'static str,
    /// Official title, without the book marks 《》.
    pub title: &'static str,
    /// First day in force of the text relied on, where known.
    pub in_force_from: Option<Date>,
    /// Whether it binds; otherwise it is guidance.
    pub binding: bool,
    /// How well the text was verified.
    pub mark: Mark,
    /// Day on which this entry was last checked.
    pub verified_on: Date,
}

const CHECKED: Date = date(2026, 11, 22);

impl Instrument {
    /// Whether it is law under a profile: national texts everywhere, Zhejiang's in Zhejiang, a city's in the city.
    #[must_use]
    pub fn applies(&self, profile: Profile) -> bool {
        match self.id {
            "HZ" => profile == Profile::Hz,
            "NB" => profile == Profile::Nb,
            id if id.starts_with("ZJ-") => profile != Profile::Cn,
            _ => true,
        }
    }
}

const fn law(id: &'static str, title: &'static str, from: Date, mark: Mark) -> Instrument {
    Instrument { id, title, in_force_from: Some(from), binding: true, mark, verified_on: CHECKED }
}

/// Every instrument that may be cited: national laws, ministry rules, Zhejiang, Hangzhou and Ningbo.
pub static INSTRUMENTS: &[Instrument] = &[
    law("LL", "中华人民共和国劳动法", date(2018, 12, 29), Mark::V),
    law("LCL", "中华人民共和国劳动合同法", date(2013, 7, 1), Mark::V),
    law("TUL", "中华人民共和国工会法", date(2022, 1, 1), Mark::V),
    law("CL", "中华人民共和国公司法", date(2024, 7, 1), Mark::V),
    law("CIV", "中华人民共和国民法典", date(2021, 1, 1), Mark::V),
    law("LEG", "中华人民共和国立法法", date(2023, 3, 15), Mark::V),
    law("ESL", "中华人民共和国电子签名法", date(2019, 4, 23), Mark::V),
    law("PIPL", "中华人民共和国个人信息保护法", date(2021, 11, 1), Mark::V),
    law("ARC", "中华人民共和国档案法", date(2021, 1, 1), Mark::V),
    law("LI", "劳动保障监察条例", date(2004, 12, 1), Mark::V),
    law("HOL", "全国年节及纪念日放假办法", date(2025, 1, 1), Mark::V),
    law("CC22", "集体合同规定", date(2004, 5, 1), Mark::Vx),
    law("WN9", "工资集体协商试行办法", date(2000, 11, 8), Mark::V),
    law("WP", "工资支付暂行规定", date(1995, 1, 1), Mark::V),
    law("MW", "最低工资规定", date(2004, 3, 1), Mark::V),
    law("WT", "关于工资总额组成的规定", date(1990, 1, 1), Mark::V),
    law("EDM", "企业民主管理规定", date(2012, 2, 13), Mark::Vx),
    law("ZJ-CC", "浙江省集体合同条例", date(2011, 1, 1), Mark::V),
    law("ZJ-DM", "浙江省企业民主管理条例", date(2010, 10, 1), Mark::V),
    law("ZJ-TU", "浙江省实施〈中华人民共和国工会法〉办法", date(2023, 10, 1), Mark::V),
    law("ZJ-TULS", "浙江省工会劳动法律监督条例", date(2016, 12, 1), Mark::V),
    law("ZJ-LI", "浙江省劳动保障监察条例", date(2020, 9, 24), Mark::V),
    law("ZJ-WP", "浙江省企业工资支付管理办法", date(2017, 5, 1), Mark::Vx),
    law("HZ", "杭州市企业工资集体协商条例", date(2014, 5, 1), Mark::V),
    law("NB", "宁波市企业工资集体协商条例", date(2014, 5, 1), Mark::V),
    Instrument {
        id: "WH25",
        title: "人力资源社会保障部关于职工全年月平均工作时间和工资折算问题的通知",
        in_force_from: Some(date(2025, 1, 1)),
        binding: true,
        mark: Mark::V,
        verified_on: CHECKED,
    },
    Instrument {
        id: "NF24",
        title: "新就业形态劳动者权益协商指引",
        in_force_from: None,
        binding: false,
        mark: Mark::Vx,
        verified_on: CHECKED,
    },
    Instrument {
        id: "SOE25",
        title: "关于加大国有企业技能人才薪酬分配激励的通知",
        in_force_from: None,
        binding: false,
        mark: Mark::N,
        verified_on: CHECKED,
    },
];
