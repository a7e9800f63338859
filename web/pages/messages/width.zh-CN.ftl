# My own pay.
pages-pay-post = 我的岗位
pages-pay-grade = 我的技能等级
pages-pay-choose = 请选择
pages-pay-average = 本岗位月平均工资
pages-pay-average-change = { $old } → { $new } 元
pages-pay-average-now = { $new } 元
pages-pay-more = 每月多{ $month }元，一年多{ $year }元
pages-pay-less = 每月少{ $month }元，一年少{ $year }元
pages-pay-same = 没有变化

# Packages at the table.
pages-package-title = 一揽子意见
pages-package-lead = 几个条款放在一起，要么全部接受，要么全部不接受。
pages-package-none = 现在没有待答复的一揽子意见。
pages-package-name = { $side }的一揽子意见（第{ $number }份，第{ $session }次会议提出）
pages-package-now = 现在的文字
pages-package-then = 接受以后
pages-package-figures = 主要数额
pages-package-accept = 接受这份一揽子意见
pages-package-accept-worker = 职工方接受这份一揽子意见
pages-package-accept-employer = 企业方接受这份一揽子意见
pages-package-refuse = 不接受，另提一揽子意见
pages-package-propose = 提出一揽子意见
pages-package-propose-worker = 记职工方一揽子意见
pages-package-propose-employer = 记企业方一揽子意见
pages-package-silent = 不接受就不用办理；不答复不等于接受。可以另提一揽子意见，也可以对其中任何一条单独提出意见。
pages-package-own = 等对方答复。就其中任何一条再提意见，这一份就作废。
form-table-package-intro = 下面已经列出双方有分歧的条款和您方最近的意见。不放进一揽子的条款，把它的文字清空。对方只能全部接受，或者全部不接受。
form-table-package-items = 条款
form-accept-package-intro = 接受以后，这一份里的条款全部达成一致；会议纪要经双方首席代表确认以后才有约束力。

# What a side says among itself.
pages-caucus-title = 内部讨论
pages-caucus-lead = 本方自己商量的地方，没有法律效力，不写进办理记录，也不进证据包。
pages-caucus-who = 能看、能写的人：
pages-caucus-hint = 对方、人社部门、上级工会、记录员和平台的管理页面都看不到。文字没有另外加密，管理数据库的人在技术上读得到，请不要写身份证号等个人信息。
pages-caucus-text = 写给本方的人
pages-caucus-say = 写下
pages-caucus-notes = 已经写下的
pages-caucus-none = 还没有人写。可以先写下底线、分工和下次会议要谈的事。
pages-caucus-own = （您）
pages-caucus-erase = 删去这一条
pages-caucus-erase-hint = 删去以后找不回来，别人还能看到您删过一条。
pages-caucus-erase-do = 确认删去
pages-caucus-erased = 这一条已经由写的人删去。
pages-caucus-older = 更早的
pages-caucus-newest = 回到最新的
pages-caucus-empty = 还没有写内容。请写下要说的话。
pages-caucus-long = 最多{ $most }个字，现在有{ $found }个。请分成几条写。
pages-caucus-control = 文字里有看不见的控制字符。请重新输入这段文字。

# Names of fields for programs.
pages-f-items = 各条款
pages-f-price = 估算费用
pages-f-taker = 可以接受的一方
pages-f-packages = 等待答复的一揽子意见
pages-f-average = 本岗位月平均工资

# Home by what somebody is.
pages-home-queue = 今天的审查
pages-home-accept = 待受理
pages-home-review = 待审查
pages-home-soon = 3天内到期
pages-home-to-queue = 打开审查清单
pages-home-to-region = 看本地区的进展和逾期
pages-home-owed = 要您方办的，按最后一日排
pages-home-owed-none = 现在没有要您方在期限内办的事。
pages-home-owed-go = 去办
pages-home-cases = 案件
pages-home-newest = 回到最近的案件

# How somebody wants to be reminded.
pages-notice-title = 期限提醒
pages-notice-lead = 法定期限前五天、前两天和最后一日，系统会提醒您。
pages-notice-how = 怎样提醒我
pages-notice-at-once = 每一条都马上提醒
pages-notice-daily = 合成一条，每天上午9点发；当天到期的马上提醒
pages-notice-last-day = 只在最后一日提醒
pages-notice-service = 要约、答复、审查意见这些文书的送达通知不是提醒，不能关闭。没有收到提醒，期限照样计算。
pages-notice-save = 保存提醒方式
pages-notice-none = 请选一种提醒方式。
pages-who-account-done-notice = 提醒方式已经保存。
