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

accounts-right-confirm-union = 确认本地区的工会及其主席
accounts-right-confirm-enterprise = 确认本地区的企业及其经办人
accounts-right-keep-roster = 管理职工名册、邀请职工
accounts-right-ask-workers = 征集诉求、查看征集结果

accounts-page-title = 谁可以做什么
accounts-page-text = 本页由程序生成，列出案件中的每一种身份可以查看和办理的事项。“可以办理”是指这一身份有资格办理；此时此刻能否办理，由案件所处的阶段和法律规定决定（见 engine/negotiation/LAW.md）。与案件无关的人什么也看不到，也不会被告知案件是否存在。
accounts-page-right = 事项
accounts-page-who = 谁可以
accounts-page-noted = （每次查阅都有记录）
accounts-page-nobody = 无（由管理员凭证明文件登记，或由程序自身办理）
accounts-page-everybody = 案件中的每一个人

## 单位、名册、激活、诉求征集

accounts-people-gone = 没有找到，或者已经办过、已经过期。请返回上一页刷新后再看。
accounts-people-own = 不能确认自己的申请。请由上级其他人员确认。
accounts-phone = 「{ $found }」不是手机号。请填写 11 位手机号，例如 13800000000。
accounts-phone-both-sides = 同一手机号的另一账号已经代表 { $employer } 的另一方。一个手机号不得同时用于劳资双方；请填写本人自己的手机号，或由其他人担任。
accounts-scan-large = 文件有 { $found } MB，最多 { $most } MB。请压缩或用较低的清晰度重新扫描。
accounts-scan-kind = 文件不是 PDF、JPG 或 PNG。请用手机拍照或扫描成 PDF 后再上传（只改文件名没有用）。
accounts-scan-missing = 没有上传。请上传 PDF、JPG 或 PNG 文件。
accounts-organisation-kind = 没有选择单位类型。请选择。
accounts-organisation-name = 没有填写单位名称。请按登记证书上的名称填写。
accounts-organisation-employers = 填写了 { $found } 个企业代码，须为 { $least } 至 { $most } 个。请每行填写一个统一社会信用代码。
accounts-organisation-reason = 没有写明退回的原因。请写明要补正什么，对方才知道怎么改。
accounts-roster-large = 文件有 { $found } MB，最多 { $most } MB。请删去图片和多余的列后再上传。
accounts-roster-kind = 这个文件不能识别。请另存为 .xlsx 或 .csv 后再上传。
accounts-roster-damaged = 文件打不开，可能已损坏。请在表格软件中重新另存为 .xlsx 后再上传。
accounts-roster-unpacked = 文件展开后过大，没有打开。请把名单复制到一个新的表格里，另存为 .xlsx 后再上传。
accounts-roster-encoding = 文件的文字编码不能识别。请另存为 .xlsx，或者“CSV UTF-8”后再上传。
accounts-roster-rows = 名单超过 { $most } 行。请分成几份上传，或联系上级工会。
accounts-roster-empty = 名单里没有人。请在表头下面每行填写一人。
accounts-roster-no-name = 第一行没有“姓名”这一列。请下载模板，按模板的表头填写。
accounts-roster-heading-twice = “{ $heading }”与另一列重复。请只保留一列。
accounts-roster-name = 没有填写姓名。请填写，或删去这一行。
accounts-roster-formula = 「{ $found }」像公式。请改为普通文字（不要以 = + - @ # 开头）。
accounts-roster-sex = 「{ $found }」不是性别。请填“男”或“女”，也可以不填。
accounts-roster-delegate = 「{ $found }」看不懂。职工代表填“是”，其他人填“否”或不填。
accounts-roster-phone-twice = 与第 { $row } 行的手机号相同。每人填写自己的手机号；没有的可以不填。
accounts-roster-name-twice = 与第 { $row } 行重复。同名的人请填写工号或手机号来区分；重复的请删去一行。
accounts-roster-phone-other = 名册上另一个人已经用了这个手机号。请核对；一个手机号只能属于一个人。
accounts-coming-no-phone = 名册上没有这个人的手机号。请先补上，或者请他扫单位的二维码。
accounts-coming-pause = 刚刚已经发过。请等一分钟；短信有时会晚到。
accounts-coming-often = 一小时内最多发 { $most } 次。请过一小时再试，或者找本单位工会。
accounts-coming-digits = 六位数字不对，或者已经过期（十分钟内有效，最多试五次）。请核对短信；不行的请返回重新获取。
accounts-appoint-nobody = 没有填写是谁。请填写账号名；职工方也可以填名册上的姓名。
accounts-appoint-unknown = 没有找到「{ $who }」。请核对账号名；职工方可以填名册上的姓名。还没有账号的，请他先在登录页点“只要一个账号”。
accounts-appoint-inactive = { $name }还没有激活。请他先扫单位的二维码进来一次，再登记身份。
accounts-appoint-several = 名册上有几个人叫{ $name }。请填写工号或手机号后四位。
accounts-survey-title = 没有填写标题。请写一个职工看得懂的标题，例如“今年工资怎么谈”。
accounts-survey-nothing = 还没有选，也没有写。请至少选一项，或者写几句话。
accounts-survey-closed = 这次征集已经结束。有话要说的，请直接找工会。
accounts-tokens-full = 一个账号最多有 { $most } 个接口令牌。请先撤销不再使用的。
accounts-token-days = 接口令牌的有效期是 1 至 366 天，您填的是 { $found } 天。
