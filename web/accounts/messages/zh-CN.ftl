# 账号、登录和权限的提示。每条说明：发现了什么、怎么办。

accounts-wrong = 账号、口令或验证码不正确。请核对后重试；忘记口令的，请联系本单位管理账号的人员重设。
accounts-wait-seconds = 暂时不能登录，请在 { $seconds } 秒后重试。
accounts-wait-minutes = 多次登录没有成功，请在 { $minutes } 分钟后重试。同一网络中的其他人不受影响。
accounts-disabled = 该账号已停用。如需恢复，请联系本单位管理账号的人员。

accounts-login = 账号名「{ $found }」不能使用。账号名须为 2 至 64 个汉字、字母、数字或 . _ - @，不区分大小写。
accounts-login-taken = 账号名「{ $login }」已有人使用。请换一个。
accounts-id-taken = 这个账号编号已被使用。请重新创建。
accounts-no-name = 没有填写姓名。请填写。
accounts-password-length = 口令有 { $found } 个字符，须为 8 至 128 个。请用一句容易记住、别人猜不到的话。
accounts-password-login = 口令不能与账号名相同。请换一个口令。
accounts-unknown = 没有这个账号，或者登录已经结束。请重新登录。
accounts-not-regional = { $capacity }只能代表一个企业或一个案件，不能代表整个地区。请选择企业或案件。
accounts-of-program = 「{ $capacity }」是程序自身的身份，不能授予账号。请选择其他身份。
accounts-region = 「{ $found }」不是省、市、县的行政区划代码。请填写 2 位、4 位或 6 位数字，例如 3301。
accounts-both-sides = 该账号已经代表 { $employer } 的另一方。同一个人不得同时代表劳资双方；请由其他人担任，或先撤销该账号在另一方的全部身份。
accounts-show-first = 更换验证器前，须先用现有的验证码登录一次。请退出后重新登录，再来更换。
accounts-wrong-code = 验证码与新的验证器不符。请等验证器显示下一个验证码后重试，并确认手机时间准确。
accounts-chance = 系统暂时不能产生安全的随机数，本次操作没有完成。请联系管理员。
accounts-hash = 口令暂时不能处理，本次操作没有完成。请稍后重试。技术信息：{ $what }

accounts-denied-stranger = 没有这个案件，或者您不是它的参与人。请核对网址；应当参与的，请联系本方负责人登记您的身份。
accounts-denied-nobody = 「{ $right }」不向任何参与人开放。
accounts-denied-one = 您在这里的身份不能「{ $right }」，只有{ $first }可以。请联系这位人员办理。
accounts-denied-two = 您在这里的身份不能「{ $right }」，可以办理的是{ $first }和{ $last }。请联系其中一位办理。
accounts-denied = 您在这里的身份不能「{ $right }」。可以办理的有{ $first }至{ $last }等 { $count } 种身份。请联系其中的人员办理。

accounts-right-see-case = 查看案件概况、阶段和期限
accounts-right-see-record = 查看全部办理记录
accounts-right-see-document = 查看文书
accounts-right-see-confidential = 查看保密资料
accounts-right-see-caucus = 查看内部讨论
accounts-right-see-caucus-worker = 查看职工方内部讨论
accounts-right-see-caucus-employer = 查看企业方内部讨论
accounts-right-see-reads = 查看保密资料的查阅记录
accounts-right-take-bundle = 下载证据包
accounts-right-speak = 以这一身份办理
accounts-right-act = 办理这一事项
accounts-right-act-of = 办理「{ $command }」
accounts-right-open-case = 立案
accounts-right-appoint = 登记这一身份
accounts-right-appoint-as = 登记「{ $capacity }」
accounts-right-review = 审查报送的合同
accounts-right-see-queue = 查看待审查的合同
accounts-right-see-region = 查看本地区全部案件
accounts-right-demo = 使用演示功能

accounts-page-title = 谁可以做什么
accounts-page-text = 本页由程序生成，列出案件中的每一种身份可以查看和办理的事项。“可以办理”是指这一身份有资格办理；此时此刻能否办理，由案件所处的阶段和法律规定决定（见 engine/negotiation/LAW.md）。与案件无关的人什么也看不到，也不会被告知案件是否存在。
accounts-page-right = 事项
accounts-page-who = 谁可以
accounts-page-noted = （每次查阅都有记录）
accounts-page-nobody = 无（由管理员凭证明文件登记，或由程序自身办理）
accounts-page-everybody = 案件中的每一个人

accounts-tokens-full = 一个账号最多有 { $most } 个接口令牌。请先撤销不再使用的。
accounts-token-days = 接口令牌的有效期是 1 至 366 天，您填的是 { $found } 天。
