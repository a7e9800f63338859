# 规则的推演与规则页：历史的每一步、性质、目标、表格。参数都是已写好的文字。

## 反例

model-line = { $at } { $by }：{ $command } → { $stage } { $detail }
model-line-wait = { $at } 时间过去 → { $stage } { $detail }

## 性质和目标

model-property = { $property ->
    [delegations] 代表名册从登记起就合法；生效的合同，双方代表团都合法
    [adopted] 生效的合同，草案经全体的法定多数通过
    [same_text] 生效的合同，表决、签字、报送的是同一文本（笔误更正有记录）
    [signed] 生效的合同，双方首席代表都已签字
    [reviewed] 生效的合同，审查机关的无异议意见已送达双方，或者满十五日没有异议
    [own_acts] 没有一方的行为由另一方记录；纸面行为和更正由有权确认的第二人确认
    [final] 结束的步骤不再改变，除非经双方确认的更正表明还没有结束
    [duty_ids] 每项义务有自己的编号
    [applies] 判定的结果都能执行，到期处理会停止
    [somebody_acts] 没有结束的步骤，总有人可以办理或者负有义务
    [replaced] 变更的合同生效或者解除协议签字以后，原合同不再有效
   *[can_end] 从每一种情形出发，都还能生效或者结束
}
model-goal = { $goal ->
    [effect_by_opinion] 收到无异议意见后生效
    [effect_by_silence] 审查期满没有异议而生效
    [returned_then_in_force] 报送被退回，补正后生效
    [objection_cured] 有异议，修改后生效
    [slip_mended_without_vote] 有异议，只更正笔误，不再表决而生效
    [voted_down_then_adopted] 表决没有通过，修改后通过
    [quorum_missed_then_adopted] 到会人数不足，再次开会后通过
    [effect_withdrawn_by_paper] 期内的纸面异议补录后，撤回默认生效
    [late_answer] 逾期答复要约，仍然有效
    [refused_then_answered] 拒绝之后又应约
    [suspended_and_resumed] 中止后恢复协商
    [coordination_failed] 协调处理没有结果
    [coordination_agreed] 协调处理达成协议
    [withdrawn] 协商前或者协商中撤回
    [term_over] 合同期满终止
    [renewed] 续订的合同生效，原合同记录在案
    [amended] 变更的合同生效，取代原合同
    [rescinded] 解除协议签字，原合同终止
   *[child_given_up] 变更、解除或者续订没有成功，原合同继续有效
}

## 规则页

law-page-title =
    # 规则与步骤

    本页由程序从规则数据和判定代码生成，测试保证它与代码一致；请审阅本页，不必阅读代码。不要手工修改。

    “步骤图”和“步骤与操作”由推演得出：一个虚构的小案件（双方各三名代表、四名职工代表、一个协商条款），按每一种可能的顺序办理，由真正的判定代码逐一判定。
law-page-profile =
    ## { law-page-place }（{ $profile }）

    规则版本 { $edition }，哈希值 `{ $hash }`。推演：{ $states } 种情形，{ $steps } 步，最短路径最长 { $depth } 步。
law-page-place = { $profile ->
    [CN] 全国
    [ZJ] 浙江
    [HZ] 杭州
   *[NB] 宁波
}
law-page-heading = { $section ->
    [diagram] ### 步骤图
    [matrix] ### 步骤与操作
    [deadlines] ### 期限
   *[checks] ## 检查
}
law-page-note = { $section ->
    [diagram] 箭头上是使案件从一个步骤进到另一个步骤的操作，“到期”表示时间过去、由期限引起；写在纸上、由第二人确认的操作，箭头与操作自己的相同，没有逐一画出。没有箭头的步骤，推演没有到达：{ $unreached }。
    [matrix] ✓：在这一步接受，依据见“条文”。–：在这一步不予接受，编号见“步骤不对”。○：规则列出，推演中没有接受过，后面是不予接受的编号或者原因。空格：推演没有到达这一步。由谁办理见“谁”；其他人办理时，编号为“WHO-”加操作名。“本地无条文”：当地的规定没有写到这一操作，平台可以记录。
    [deadlines] “标注”说明条文核对的程度：V 已读官方全文，Vx 读过他处引用的条文，N 来自非法律文本的网页，M 凭记忆、使用前须核实，P 是本项目自己的理解。
   *[checks] 检查不符时，各地的后果。“无此规定”：当地的规定没有这一项，不检查。
}
law-page-columns = { $section ->
    [matrix] 操作、编号、谁、条文、步骤不对
    [deadlines] 编号、名称、期限、方向、起算、性质、提示期限、条文、施行、标注、核对日期、本项目的理解
   *[checks] 编号、名称、全国、浙江、杭州、宁波
}
law-page-amount = { $amount }{ law-unit }
law-page-direction = { $direction ->
    [before] 之前
   *[after] 之后
}
law-page-reading = { $field ->
    [amber] 提示期限
    [cumulative] 各次中止合并计算
    [kind] 性质
    [pause] 中止期间不计入
    [roll] 最后一日遇节假日的处理
    [who] 由谁同意
   *[other] { $field }
}
law-page-any = 不限
law-page-no-article = { $kind ->
    [platform] 平台自身的操作
   *[place] 本地无条文
}
law-page-clock = 到期
law-page-none = 无：{ $reason }
law-page-stages-none = 无
law-page-unreached = 推演没有到达这一步
law-page-unseen-no-cap = 全国规定没有中止的上限，不会因中止期满转入协调而缺少申请
law-page-unseen-no-letter = 要约送达以前没有可以发出的书面意见
law-page-unseen-letter-before = 以前发出的书面意见，在这一步仍可以登记签收、答复；推演只在发出书面意见的那一步往下走，没有带到这里
law-page-unseen-nothing-due = 推演中，这一步没有到期的期限

## 规则、检查的名称和后果

law-page-rule = { $rule ->
    [reply] 答复协商要约
    [disclose] 会前提交
    [disclose_agenda] 会前提交协商议题
    [disclose_rep_list] 会前提交代表名单
    [disclose_data] 会前提供资料
    [disclose_plan] 会前提交协商方案
    [suspend] 中止协商
    [to_congress] 草案提交职代会审议
    [resubmit] 修改后再次提交职代会审议
    [file] 报送集体合同
    [file_wage] 报送工资专项集体合同
    [file_other] 报送其他集体合同
    [review] 人社部门审查
    [publish] 公布生效的合同
    [rescind_file] 报告合同解除
    [renew_open] 提出续订
    [coordinate] 协调处理争议
    [opinion_answer] 答复工会意见书
    [vacancy_fill] 补足空缺的协商代表
    [announce_reps] 公布协商代表
    [total] 整个协商
    [annual_report] 向职代会报告履行情况
   *[other] { $rule }
}
law-page-check = { $check ->
    [CHK-REP-MIN] 协商代表人数不少于下限
    [CHK-REP-SCALE5] 规模以上企业代表不少于五人
    [CHK-REP-PARITY] 双方代表人数对等
    [CHK-REP-EXT13] 外聘代表不超过三分之一
    [CHK-CHIEF-INTERNAL] 首席代表不是外聘人员
    [CHK-CHIEF-DELEGATION] 委托的首席代表有书面委托
    [CHK-REP-DUAL] 没有人同时代表双方
    [CHK-REP-ELECTED] 职工方代表的产生方式合规
    [CHK-OFFER-FIELDS] 要约为书面，写明时间、地点、内容
    [CHK-REPLY-DUE] 按期答复要约
    [CHK-DISCLOSE-7D] 按期提交议题、名单和资料
    [CHK-MINUTES-SIGNED] 双方首席代表签字确认纪要
    [CHK-SUSPEND-CONSENT] 中止协商取得应有的同意
    [CHK-SUSPEND-60D] 中止不超过上限
    [CHK-DRAFT-15WD] 草案按期提交职代会
    [CHK-QUORUM-23] 到会人数达到三分之二
    [CHK-MAJORITY-ALL] 同意票达到全体的法定比例
    [CHK-SECRET-BALLOT] 无记名投票
    [CHK-RESUBMIT-5WD] 修改后的草案按期再次提交
    [CHK-SIGN-BOTH] 双方首席代表都已签字
    [CHK-FILE] 按期报送
    [CHK-COPIES-5] 报送份数足够
    [CHK-REVIEW-15D] 审查异议按期提出
    [CHK-PUBLISH-5WD] 按期公布
    [CHK-UNION-COPY] 已报上一级工会
    [CHK-TERM-1-3Y] 合同期限为一至三年
    [CHK-WAGE-ITEMS] 工资合同必备内容齐全
    [CHK-MINWAGE-STRICT] 工资标准与当地最低工资相符
    [CHK-OT-MULT] 加班工资不低于 150%、200%、300%
    [CHK-REAL-GROWTH] 工资增长高于物价上涨
    [CHK-GUIDELINE] 增幅在工资指导线之内
    [CHK-GRADE-MONOTONE] 津贴不随等级升高而降低
    [CHK-INDUSTRY-FLOOR] 不低于行业性、区域性合同
    [CHK-USCC] 统一社会信用代码有效
    [CHK-IDNO] 身份证号码有效
    [CHK-ANNUAL-REPORT] 每年向职代会报告履行情况
    [CHK-RENEW-WINDOW] 在规定时段内提出续订
    [CHK-RESCIND-FILE-5WD] 按期报告合同解除
    [CHK-OPINION-15WD] 按期答复意见书
   *[other] { $check }
}
law-page-kind = { $kind ->
    [lapse] 到期生效
    [term] 到期终止
    [window] 办理时段
   *[breach] 逾期记录
}
law-page-on-fail = { $follows ->
    [refuse] 不予接受
    [not_adopted] 记录，但不算通过
    [breach] 接受并记为违反
    [none] 无此规定
   *[amber] 提示
}
