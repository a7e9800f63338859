# 时间线：一个案件的经过、期限、逾期、双方报价。参数都是已写好的文字。

## 共用的词

timeline-comma = 、
timeline-semicolon = ；
timeline-stop = 。
timeline-day = { $year }年{ $month }月{ $day }日
timeline-weekday = { $year }年{ $month }月{ $day }日（{ $weekday ->
    [mon] 周一
    [tue] 周二
    [wed] 周三
    [thu] 周四
    [fri] 周五
    [sat] 周六
   *[sun] 周日
}）
timeline-moment = { $day }{ $time }
timeline-person-unknown = （姓名已删除，编号{ $id }）
timeline-title = { $employer }工资集体协商经过
timeline-title-empty = 工资集体协商经过
timeline-profile-cn = 全国
timeline-profile-zj = 浙江省
timeline-profile-hz = 杭州市
timeline-profile-nb = 宁波市

## 经过的细节：从立案到达成一致

timeline-detail-parties = { $employer }（职工{ $headcount }人）与{ $union }。
timeline-detail-platform = { $side }今后以平台收件箱接收文书，以进入收件箱的时间为收到时间。
timeline-detail-reps = { $side }代表{ $count }人，首席代表：{ $chief }；其他代表：{ $others }。
timeline-detail-selection = { $on }产生，方式：{ $method }。
timeline-detail-votes = 应投票{ $total }人，同意{ $votes }票。
timeline-selection-union = 工会委派
timeline-selection-congress = 职代会选举
timeline-selection-workers = 全体职工选举
timeline-selection-recommended = 由职工民主推荐，经半数以上职工同意
timeline-selection-legal-rep = 法定代表人指派
timeline-selection-association = 行业协会、商会等指派
timeline-selection-employers = 由各企业推举或者授权
timeline-scope-sector = 行业性集体协商，覆盖下列企业。
timeline-scope-region = 区域性集体协商，覆盖下列企业。
timeline-scope-platform = 平台集体协商。
timeline-covered-union-yes = 已建工会
timeline-covered-union-no = 未建工会
timeline-detail-covered = 覆盖企业：{ $name }（{ $uscc }），职工{ $headcount }人，{ $union }。
timeline-detail-coverage-confirmed = { $name }确认授权并受约束，书面确认的指纹{ $proof }。
timeline-detail-coverage-withdrawn = { $name }退出覆盖名单，理由：{ $reason }
timeline-detail-announced = { $side }公布代表名单，方式：{ $channel }。
timeline-detail-meeting-proposed = { $side }提议{ $on }在{ $place }首次协商。
timeline-detail-topic = 议题“{ $title }”：{ $demand }
timeline-detail-received = 收到日期：{ $on }。
timeline-detail-received-paper = 收到日期：{ $on }，以纸质回执为准。
timeline-detail-answer = { $side }答复：{ $content }
timeline-detail-meeting = 会议定在{ $on }，地点：{ $place }。
timeline-detail-requested = { $side }要求提供：{ $items }。
timeline-numbered = 第{ $number }项“{ $item }”
timeline-detail-answers = 答复对方要求的第{ $numbers }项。
timeline-duty-numbered = { $duty }（第{ $number }项要求）
timeline-item-agenda = 协商议题
timeline-item-rep-list = 代表名单
timeline-item-data = 资料
timeline-item-plan = 协商方案
timeline-detail-disclosed = { $side }提供{ $item }：{ $points }。
timeline-detail-session = 第{ $number }次会议，地点：{ $place }，{ $chair }首席代表主持。
timeline-detail-attending = 出席：{ $names }；记录员：{ $recorder }。
timeline-detail-ask = 职工方对“{ $clause }”提出：{ $text }
timeline-detail-offer = 企业方对“{ $clause }”提出：{ $text }
timeline-detail-accepted = { $side }接受对方对“{ $clause }”的意见：{ $text }
timeline-detail-summary = 第{ $number }次会议小结：{ $summary }
timeline-detail-next-session = 下次会议：{ $on }。
timeline-detail-minutes = { $side }首席代表确认了第{ $number }次会议的纪要。
timeline-detail-draft = 《{ $title }》，共{ $clauses }条。文本指纹{ $hash }。
timeline-detail-clerical = 只改文字差错，不改内容。
timeline-detail-initialled = { $side }首席代表草签，文本指纹{ $hash }。

## 经过的细节：从职代会到公布

timeline-form-congress = 职工代表大会
timeline-form-all-staff = 职工大会
timeline-form-sector = 行业性、区域性职工代表大会
timeline-form-each = 各企业职工（代表）大会
timeline-employer-adopted = 通过
timeline-employer-rejected = 没有通过
timeline-detail-employer-voted = { $name }的职工（代表）大会表决，结果：{ $outcome }。
timeline-detail-talks-reopened = { $name }没有通过，双方拿回草案重新协商，理由：{ $reason }
timeline-detail-coverage-fixed = 合同约束{ $count }家企业、职工{ $workers }人：{ $names }。
timeline-detail-submitted = 定于{ $on }召开{ $form }审议，应到{ $total }人。文本指纹{ $hash }。
timeline-vote-secret = 无记名投票
timeline-vote-open = 公开表决
timeline-detail-vote-held = { $on }{ $way }：应到{ $total }人，实到{ $present }人。
timeline-detail-vote-counted = 同意{ $yes }票，反对{ $no }票，弃权{ $abstain }票；是否通过按全体{ $total }人计算。
timeline-signed-electronic = 电子签名
timeline-signed-handwritten = 手写签名
timeline-seal-yes = 已盖章
timeline-seal-no = 未盖章
timeline-detail-signed = { $side }首席代表{ $method }，{ $seal }。
timeline-detail-text-hash = 文本指纹{ $hash }。
timeline-detail-filed = 第{ $number }次报送，文本{ $copies }份，{ $on }收到。
timeline-detail-materials = 随附材料：{ $materials }。
timeline-detail-missing = 需要补正：{ $missing }。
timeline-detail-registered = 登记号：{ $number }。
timeline-detail-opinion = 意见：{ $opinion }
timeline-ground-party = 主体资格
timeline-ground-procedure = 协商程序
timeline-ground-content = 条款内容
timeline-detail-objection-clause = 对“{ $clause }”有异议（{ $ground }）：{ $opinion }
timeline-detail-objection = 有异议（{ $ground }）：{ $opinion }
timeline-detail-served = { $side }{ $on }收到。
timeline-basis-opinion = 双方都已收到无异议意见
timeline-basis-deemed = 审查期满没有收到异议
timeline-detail-effect = 自{ $on }起生效，原因：{ $basis }。
timeline-detail-term = 期限：{ $from }至{ $to }，首尾两日都算。
timeline-detail-published = { $side }公布，方式：{ $channel }。
timeline-detail-copied = 报送：{ $recipient }。

## 经过的细节：履行、变更、解除、续订

timeline-child-amendment = 变更
timeline-child-rescission = 解除
timeline-child-renewal = 续订
timeline-detail-parent = 本案是为{ $kind }已生效的合同立的案；原合同期限到{ $expires }，文本指纹{ $hash }。
timeline-detail-cause = 理由：{ $cause }。
timeline-cause-agreement = 双方协商一致
timeline-cause-law = 法律、法规、规章修改或者废止
timeline-cause-force = 不可抗力
timeline-cause-dissolution = 破产、兼并或者解散
timeline-cause-condition = 约定的条件出现
timeline-cause-other = 法律、法规规定的其他情形
timeline-detail-inspected = { $on }检查履行情况。
timeline-kept-full = 全面履行
timeline-kept-partial = 部分履行
timeline-kept-not = 未履行
timeline-detail-kept = “{ $clause }”：{ $status }。{ $evidence }
timeline-detail-kept-correction = “{ $clause }”：{ $status }。{ $evidence }改正办法：{ $correction }
timeline-detail-reported = { $on }向职代会报告：{ $summary }
timeline-detail-stated = 第{ $number }项，“{ $clause }”没有履行：{ $facts }
timeline-settled-corrected = 已改正
timeline-settled-mediated = 经调解达成一致
timeline-settled-law = 已申请仲裁或者起诉
timeline-settled-unfounded = 查无此事
timeline-detail-settled = 第{ $number }项：{ $outcome }。{ $words }
timeline-detail-condition = “{ $clause }”约定的条件在{ $on }出现。
timeline-end-expired = 期限届满
timeline-end-condition = 约定的终止条件出现
timeline-end-amended = 变更后的合同生效
timeline-end-rescinded = 双方签订了解除协议
timeline-detail-ended = 自{ $on }起不再有效，原因：{ $reason }。
timeline-detail-rescinded = 原合同自{ $on }起解除。解除协议的文本指纹{ $hash }。
timeline-detail-rescission-number = 备案编号：{ $number }。
timeline-detail-child = 为{ $kind }本合同另立了案件，编号{ $case }。
timeline-detail-child-succeeded-on = { $kind }办成，自{ $on }起生效。
timeline-detail-child-succeeded = { $kind }办成。
timeline-detail-child-failed = { $kind }没有办成，本合同不变。
timeline-span-term = 合同期限到{ $due }24:00为止。
timeline-span-renewal = { $opens }至{ $due }可以提出续订。
timeline-note-term-over = 合同期限届满，最后一日是{ $due }。
timeline-note-term-voided = 合同提前结束，原定的最后一日{ $due }不再计算。
timeline-note-renewal-voided = 提出续订的时间不再计算。

## 经过的细节：纸质办理、更正、数据、文书

timeline-detail-paper-entered = 第{ $entry }件：{ $actor }于{ $on }以纸质方式办理“{ $command }”。
timeline-detail-paper-waits = 经第二人确认后才算数。
timeline-detail-paper-confirmed = 第{ $entry }件：{ $actor }办理，{ $entered }录入，从纸上的日期{ $on }起算数。
timeline-detail-reason = 理由：{ $reason }
timeline-detail-fact = { $fact }：原为{ $old }，应为{ $new }。
timeline-fact-offer-received = 收到要约的日期
timeline-fact-filing-received = 收到报送材料的日期
timeline-fact-headcount = 职工人数
timeline-fact-employer-name = 企业名称
timeline-fact-employer-address = 企业地址
timeline-fact-union-name = 工会名称
timeline-fact-union-address = 工会地址
timeline-fact-employer-uscc = 企业统一社会信用代码
timeline-fact-union-uscc = 工会统一社会信用代码
timeline-fact-female = 女职工人数
timeline-fact-dispatched = 被派遣劳动者人数
timeline-fact-above-scale = 是否规模以上企业
timeline-fact-offer-answered = 答复要约的日期
timeline-fact-meeting-agreed = 约定的首次会议日期
timeline-fact-session-opened = 会议开始的日期
timeline-fact-session-closed = 会议结束的日期
timeline-fact-vote-held = 表决日期
timeline-fact-vote-count = 计票结果
timeline-fact-signed-worker = 职工方首席代表签字日期
timeline-fact-signed-employer = 企业方首席代表签字日期
timeline-fact-served-worker = 职工方收到审查意见的日期
timeline-fact-served-employer = 企业方收到审查意见的日期
timeline-fact-published-worker = 职工方公布日期
timeline-fact-published-employer = 企业方公布日期
timeline-fact-copies = 报送份数
timeline-fact-registry-number = 登记号
timeline-ballots = 应到{ $total }人、实到{ $present }人、发出{ $issued }票、收回{ $returned }票、同意{ $yes }票、反对{ $no }票、弃权{ $abstain }票
timeline-yes = 是
timeline-no = 否
timeline-detail-slip = 第{ $slip }项：{ $side }首席代表提出更正笔误，等待对方首席代表确认。
timeline-detail-link = 文本指纹由{ $old }改为{ $new }，两者视为同一文本。
timeline-detail-link-proposed = 确认以后，文本指纹由{ $old }改为{ $new }。
timeline-detail-congress-notice = 已通知职代会，通知指纹{ $hash }。
timeline-detail-redated = 生效日期改为{ $on }。

## 经过的细节：代表的变动和反映

timeline-vacancy-resigned = 辞任
timeline-vacancy-left = 离职或者调离
timeline-vacancy-recalled = 罢免
timeline-vacancy-incapable = 死亡或者丧失能力
timeline-detail-vacated = { $side }代表{ $person }自{ $on }起空缺，原因：{ $cause }。
timeline-detail-earlier-acts = 此前办理的事继续有效。
timeline-detail-replaced = { $side }：{ $new }接替{ $old }担任协商代表。
timeline-detail-new-chief = { $side }：{ $new }接替{ $old }担任首席代表，以后的事由新的首席代表办理。
timeline-detail-notice = 已书面通知对方，通知指纹{ $hash }。
timeline-fault-disorder = 扰乱秩序
timeline-fault-threat = 威胁
timeline-fault-bribery = 收买
timeline-fault-deceit = 欺骗、提供虚假信息
timeline-fault-delay = 故意拖延
timeline-fault-disclosure = 泄露商业秘密
timeline-detail-conduct = { $side }反映代表{ $person }{ $fault }：{ $facts }
timeline-treatment-dismissal = 被解除劳动合同
timeline-treatment-not-extended = 劳动合同到期没有延续
timeline-treatment-post-change = 被调整岗位
timeline-treatment-pay-cut = 因参加协商被扣减工资或者福利
timeline-own-consent-yes = 本人同意
timeline-own-consent-no = 本人没有同意
timeline-detail-treatment = { $on }，代表{ $person }{ $treatment }，{ $consent }：{ $facts }
timeline-cause-discipline = 严重违反规章制度
timeline-cause-dereliction = 严重失职、营私舞弊，造成重大损害
timeline-cause-dual-employment = 兼职严重影响工作或者拒不改正
timeline-cause-crime = 被依法追究刑事责任
timeline-detail-claimed-cause = 企业说的理由：{ $cause }。
timeline-detail-effect-withdrawn = 原定{ $on }的生效被撤回。
timeline-detail-adopted = { $reason }
timeline-document = { $name }，编号{ $number }，第{ $version }版，指纹{ $hash }
timeline-document-offer-letter = 要约书
timeline-document-response = 应约书
timeline-document-rep-roster = 协商代表名册
timeline-document-election-record = 代表选举（推举）记录
timeline-document-mandate-letter = 授权委托书
timeline-document-rep-change-notice = 代表变更通知书
timeline-document-data-list = 协商资料清单
timeline-document-session-notice = 协商会议通知
timeline-document-minutes = 会议纪要
timeline-document-suspension-agreement = 中止协商协议
timeline-document-draft-agreement = 合同草案
timeline-document-congress-submission = 提请审议报告
timeline-document-ballot-papers = 签到表、表决票和计票报告
timeline-document-congress-resolution = 职代会决议
timeline-document-wage-agreement = 工资专项集体合同
timeline-document-filing-form = 报送审查表
timeline-document-filing-receipt = 受理登记回执
timeline-document-review-opinion = 审查意见书
timeline-document-publication-notice = 公布
timeline-document-union-copy = 报送上级工会备案函
timeline-document-change-application = 变更（解除）协议
timeline-document-expiry-notice = 期满（续订）提示
timeline-document-performance-report = 履行情况报告
timeline-document-reminder-letter = 提示函
timeline-document-opinion-letter = 意见书
timeline-document-proposal-letter = 建议书
timeline-document-coordination-application = 协调处理申请书
timeline-document-coordination-notice = 协调处理通知
timeline-document-coordination-agreement = 协调处理协议书
timeline-document-coverage-list = 覆盖企业名册
timeline-document-platform-memo = 平台协商协议

## 经过的细节：拒绝、监督函件、人社部门决定、撤回

timeline-basis-renewal = 要约的理由：合同即将到期，续订。
timeline-basis-guideline = 要约的理由：当地工资指导线提高。
timeline-basis-prices = 要约的理由：当地居民消费价格上涨。
timeline-basis-other = 要约的理由：利润、劳动生产率增长等其他情形。
timeline-basis-hardship = 要约的理由：经营状况发生重大变化，履行合同确有困难，提出调整工资方案。
timeline-basis-amendment = 要约的理由：变更合同。
timeline-basis-rescission = 要约的理由：解除合同。
timeline-detail-offer-refused = { $side }书面拒绝协商；随时可以改为同意。
timeline-detail-because = 理由：{ $words }
timeline-detail-signature-refused = { $side }首席代表拒绝在通过的文本上签字；仍然可以签字。文本指纹{ $hash }。
timeline-grievance-no-reply = 企业到期没有答复要约
timeline-grievance-refusal = 企业拒绝协商
timeline-grievance-data = 企业不提供资料或者资料不真实
timeline-grievance-not-signed = 企业不在通过的文本上签字
timeline-grievance-not-filed = 企业到期没有报送合同
timeline-grievance-not-performed = 企业不履行合同
timeline-detail-letter = 第{ $number }号，事由：{ $grievance }。
timeline-detail-reply-by = 请在{ $on }以前答复；这是函件自己定的日期，不是法定期限。
timeline-detail-request = 要求：{ $words }
timeline-detail-facts = 查明的事实：{ $words }
timeline-detail-letter-unreceived = 还没有收到的登记；答复期限从收到之日起计算。
timeline-detail-letter-received = 第{ $number }号意见书{ $on }收到。
timeline-detail-letter-refused = 第{ $number }号意见书{ $on }被拒收。
timeline-detail-will-correct = 答复第{ $number }号意见书：同意改正。
timeline-detail-will-not-correct = 答复第{ $number }号意见书：没有同意改正。
timeline-detail-answered = 答复内容：{ $words }
timeline-detail-correct-by = 改正的期限：{ $on }。
timeline-letter-opinion = 意见书
timeline-letter-rectification = 整改意见书
timeline-trigger-receipt-refused = 企业拒收
timeline-trigger-no-answer = 企业逾期不答复
timeline-trigger-not-corrected = 企业没有正当理由拒不改正
timeline-detail-proposal = 依据第{ $letter }号{ $basis }，原因：{ $trigger }。
timeline-detail-order-correct = { $number }：警告，责令限期改正。事由：{ $grievance }。
timeline-detail-order-no-ground = { $number }：函件的理由不成立。事由：{ $grievance }。
timeline-detail-withdrawn = { $side }提出结束协商。
timeline-detail-withdrawn-waits = 对方也提出以后，协商才结束；再次开会的，这次提出作废。
timeline-closed-withdrawn = 要约没有被接受，由发出要约的一方撤回。
timeline-closed-given-up = 双方都提出结束协商。
timeline-closed-coordination-failed = 经协调处理仍然没有达成协议。
timeline-closed-no-ground = 人社部门认为函件的理由不成立。
timeline-waits-letter = 第{ $number }号意见书等待登记收到日期。
timeline-waits-withdrawal = { $side }提出结束协商，等待{ $other }表态。

## 经过的细节：一揽子意见、中止、协调处理

timeline-detail-package = { $side }提出第{ $number }份一揽子意见，要么整份接受，要么都不算。
timeline-detail-package-item = “{ $clause }”：{ $text }
timeline-detail-package-accepted = { $side }整份接受对方的第{ $number }份一揽子意见。
timeline-detail-suspension-proposed = { $side }提议中止协商。
timeline-detail-suspension-next = 下次协商：{ $on }，地点：{ $place }，内容：{ $content }
timeline-detail-suspension-declined = { $side }不同意中止。
timeline-detail-suspension-withdrawn = { $side }撤回提议，协商继续。
timeline-detail-suspended = 从{ $on }起中止。
timeline-consent-yes = 同意
timeline-consent-no = 没有同意
timeline-detail-consents = 职工方{ $worker }，企业方{ $employer }。
timeline-detail-resumed = 从{ $on }起继续协商。
timeline-detail-ran-out = 中止到{ $until }期满。
timeline-detail-ran-out-next = 双方可以恢复协商，任何一方可以书面申请协调处理，人社部门也可以主动协调。
timeline-detail-coordination-applied = { $side }书面申请协调处理。
timeline-detail-coordination-of-itself = 没有人申请，人社部门主动协调。
timeline-detail-dispute = 争议事项：{ $title }
timeline-detail-dispute-words = { $side }的意见：{ $words }
timeline-detail-coordination-accepted = { $on }受理，编号{ $number }。
timeline-detail-coordination-extended = 延长{ $days }日，到{ $until }为止。
timeline-detail-coordination-facts = 查明的情况：{ $facts }
timeline-detail-coordination-result = 协调结果：{ $result }
timeline-detail-coordination-unresolved = 留待继续协商：{ $points }。
timeline-detail-coordination-paper = 协议书经协调人员和双方首席代表签字盖章，指纹{ $hash }。
timeline-detail-hand-over = 移交：{ $list }。
timeline-detail-coordination-taken-back = { $side }决定不再由人社部门协调。

## 由此产生的期限、逾期和检查

timeline-note-opened = { $owner }应当{ $duty }，最后一日{ $due }24:00。
timeline-note-opened-provisional = { $owner }应当{ $duty }，最后一日暂定{ $due }；放假通知公布后重新计算。
timeline-note-met = { $owner }按期{ $duty }。
timeline-note-met-late = { $owner }{ $duty }，晚了{ $days }天，最后一日是{ $due }。
timeline-note-breach = { $owner }到期没有{ $duty }，最后一日是{ $due }。
timeline-detail-still-possible = 记录在案，仍然可以补办。
timeline-detail-articles = 依据：{ $citation }。
timeline-note-lapsed = { $duty }期限届满，最后一日是{ $due }，期间没有收到异议。
timeline-note-voided = { $owner }不再需要{ $duty }。
timeline-note-recomputed = { $owner }{ $duty }的最后一日改为{ $due }。
timeline-note-breach-withdrawn = 撤回{ $owner }没有按期{ $duty }的记录。
timeline-note-check = { $outcome }：{ $found }{ $required }依据：{ $citation }。
timeline-note-check-no-article = { $outcome }：{ $found }{ $required }
timeline-note-unknown = 期限{ $duty }。

## 期限的状态、谁逾期、接下来

timeline-status-open = 期限内
timeline-status-met = 按期完成
timeline-status-late = 逾期完成
timeline-status-struck = 逾期未完成
timeline-status-voided = 不再适用
timeline-status-lapsed = 期满，无异议
timeline-status-over = 期满
timeline-late-met = { $owner }应在{ $due }24:00前{ $duty }，{ $met }才办，晚了{ $days }天。
timeline-late-owed = { $owner }应在{ $due }24:00前{ $duty }，至今没有办，已晚{ $days }天。
timeline-late-voided = { $owner }应在{ $due }24:00前{ $duty }，一直没有办，晚了{ $days }天后不再需要。
timeline-owes = { $owner }：{ $duty }，最后一日{ $due }24:00。
timeline-owes-provisional = { $owner }：{ $duty }，最后一日暂定{ $due }。
timeline-owes-late = { $owner }：{ $duty }，最后一日是{ $due }，已晚{ $days }天，请尽快办。
timeline-next-kept = 合同已经公布并报送上级工会。请双方按合同履行，按期检查，每年向职代会报告。
timeline-waits-paper = 第{ $number }件纸质办理等待第二人确认。
timeline-waits-correction = 第{ $number }项更正等待确认。
timeline-waits-slip = 第{ $number }项笔误更正等待对方首席代表确认。
timeline-waits-minutes = 第{ $number }次会议的纪要等待{ $side }首席代表确认。
timeline-waits-suspension = 中止协商的提议等待{ $side }首席代表答复。
timeline-waits-coordination = 协调处理的申请等待人社部门受理。

## 期限的另外日期

timeline-due-raw = 原为{ $date }，遇节假日顺延
timeline-due-raw-before = 原为{ $date }，遇节假日提前
timeline-due-amber = 请争取在{ $date }前办
timeline-due-provisional = 暂定
timeline-days-late = 晚{ $days }天
timeline-anchor = 从{ $date }起算

## 双方报价

timeline-figure-min-wage = 最低月工资
timeline-figure-average-before = 调整前平均月工资
timeline-figure-average-after = 调整后平均月工资
timeline-figure-linking = 为是达到
timeline-figure-rise = 平均工资增长
timeline-figure-ot-workday = 平时加班工资倍数
timeline-figure-ot-rest-day = 休息日加班工资倍数
timeline-figure-ot-holiday = 法定节假日加班工资倍数
timeline-chart-title = { $clause }：双方报价的变化
timeline-chart-title-figure = { $clause }（{ $figure }）：双方报价的变化
timeline-chart-from-to = { $side }从{ $first }到{ $last }
timeline-chart-only = { $side }一直是{ $first }
timeline-chart-agreed = 第{ $session }次会议以{ $value }达成一致
timeline-chart-open = 还差{ $gap }
timeline-chart-none = 还没有达成一致
timeline-chart-session = 第{ $number }次
timeline-chart-session-day = { $month }月{ $day }日
timeline-chart-gap = 差{ $gap }
timeline-chart-met = { $value }达成
timeline-cell-kept = 仍为{ $value }
timeline-cell-accepted = 接受{ $value }
timeline-cell-agreed = 达成一致
timeline-points = { $value }个百分点
timeline-sum = { $value }元
timeline-yuan = 元
timeline-agreed-text = 第{ $session }次会议达成一致：{ $text }
timeline-agreed-pending = 会议纪要经双方首席代表确认后才有约束力。

## 页面

timeline-page-comma = 、
timeline-page-fictional = 虚构示例
timeline-page-fictional-note = 人物、单位、数据均属虚构，不具有法律效力。
timeline-page-employer = 企业
timeline-page-union = 工会
timeline-page-uscc = 统一社会信用代码
timeline-page-number = 案号
timeline-page-case = 案件编号
timeline-page-profile = 适用规则
timeline-page-stage = 当前阶段
timeline-page-until = 截至
timeline-page-contents = 目录
timeline-page-skip = 跳到正文
timeline-page-next = 接下来
timeline-page-next-none = 现在没有未办的期限。
timeline-page-next-owes = 未办的期限
timeline-page-next-waiting = 等待确认
timeline-page-next-may = 这一阶段可以办理
timeline-page-late = 谁逾期了
timeline-page-late-none = 没有逾期。
timeline-page-duties = 期限一览
timeline-page-duties-caption = 本案产生过的全部期限，按产生的先后排列
timeline-page-duties-none = 还没有产生期限。
timeline-page-duty = 事项
timeline-page-owner = 谁办
timeline-page-due = 最后一日
timeline-page-state = 办理情况
timeline-page-citation = 依据
timeline-page-gap = 双方报价
timeline-page-gap-lead = 实线和圆点是职工方，虚线和方块是企业方，菱形是达成一致的地方。
timeline-page-gap-none = 双方还没有就条款提出意见。
timeline-page-worker = 职工方
timeline-page-employer-side = 企业方
timeline-page-session = 会议
timeline-page-figure = 项目
timeline-page-gap-column = 差距
timeline-page-result-agreed = 达成一致
timeline-page-side = 哪一方
timeline-page-words = 意见
timeline-page-words-caption = 各次会议提出的意见
timeline-page-values-caption = 各次会议的报价
timeline-page-entries = 经过
timeline-page-entries-none = 还没有记录。
timeline-page-entries-lead = 每一条都是一份记录，编号和指纹可以与证据包核对。
timeline-page-clock = 时钟
timeline-page-clock-lead = 到期自动登记
timeline-page-system = 系统
timeline-page-record = 记录
timeline-page-hash = 指纹
timeline-page-paper = 纸质
timeline-page-correction = 更正
timeline-page-was-late = 逾期
timeline-page-effective = 算作
timeline-page-not-accepted = 未接受
timeline-page-not-accepted-see = 没有记入案卷
timeline-page-refusals = 没有被接受的操作
timeline-page-refusals-lead = 这些操作不符合规则，没有记入案卷，也不影响期限。
timeline-page-found = 查到
timeline-page-required = 规则要求
timeline-page-remedy = 可以这样办
timeline-page-rule = 规则编号
timeline-page-check = 核对
timeline-page-records = 记录条数
timeline-page-head = 最后一条记录的指纹
timeline-page-check-lead = 用证据包里的记录可以重新算出这个指纹；对得上，说明上面的经过没有被改动。
