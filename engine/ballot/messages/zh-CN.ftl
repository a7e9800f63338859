# 表决：选票清单的核对结果。

ballot-fault-voters = 有表决权的人数须在 1 到 { $most } 之间。请核对名册。
ballot-fault-times = 截止时间须晚于开始时间。请重新填写截止时间。
ballot-fault-candidates = 候选人须为 1 至 { $most } 名，每人一行、不得重复；应选人数不得超过候选人数。请核对。
ballot-unreadable = 这不是选票清单文件，或者文件已损坏：{ $what }
ballot-check-key = 密钥与表决开始时公布的一致。
ballot-check-key-broken = 公布的密钥与表决开始时的不一致：清单不可信。
ballot-check-present = 签到 { $present } 人，应到 { $voters } 人。
ballot-check-present-broken = 签到 { $present } 人，多于应到 { $voters } 人。
ballot-check-count = 票箱内 { $found } 张，发出电子选票 { $issued } 张。
ballot-check-count-broken = 票箱内 { $found } 张，多于发出的电子选票 { $issued } 张：有人塞票。
ballot-check-once = 没有重复的选票，清单按核验码排列。
ballot-check-once-broken = 清单中有重复的选票，或者没有按核验码排列。
ballot-check-seals = { $count } 张选票都是用本次表决的密钥发出的。
ballot-check-seals-broken = 选票 { $tracker } 不是用本次表决的密钥发出的。
ballot-check-choices = 每张选票的选择都有效。
ballot-check-choices-broken = 清单中有选票没有写明选择，或者选择无效。
ballot-check-tally = 重新计票一致：{ $tally }，收回 { $returned } 张。
ballot-check-tally-broken = 重新计票不一致：公布的是 { $tally }，收回 { $returned } 张。
ballot-check-hidden = 本次表决只公布核验码，不公布每张票的选择，计票结果不能由清单重算：{ $tally }，收回 { $returned } 张。
ballot-check-hidden-broken = 收回的张数与清单不符，或者清单与“只公布核验码”不符：{ $tally }，收回 { $returned } 张。
ballot-check-tracker = 核验码 { $tracker } 在清单中，选择的是第 { $choices } 项。
ballot-check-tracker-only = 核验码 { $tracker } 在清单中。
ballot-check-tracker-broken = 核验码 { $tracker } 不在清单中。请核对是否抄错；确认无误的，请凭此向选举工作人员提出。
