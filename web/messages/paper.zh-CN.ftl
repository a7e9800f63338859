# 文书数据中由程序填写的固定用语
paper-title-offer = 工资集体协商要约书
paper-title-response = 工资集体协商应约书
paper-title-refusal = 对工资集体协商要约的答复书
paper-title-minutes = 工资集体协商会议纪要
paper-title-resolution = 职工代表大会决议
paper-title-filing = 工资专项集体合同报送审查表
paper-title-opinion = 工资协议审查意见书
paper-inbox = 平台收件箱
paper-all-topics = 全部协商议题
paper-late = 应约方逾期答复，平台已如实记载；逾期不影响本次协商继续进行。
paper-period-days = { $amount }日
paper-period-working-days = { $amount }个工作日
paper-period-months = { $amount }个月
paper-period-years = { $amount }年
paper-session-congress = 职工代表大会
paper-session-all-staff = 职工大会
paper-session-sector = 行业性、区域性职工代表大会
paper-session-own = { $firm }职工（代表）大会
paper-session-each = 各企业职工（代表）大会
paper-figure-min-wage = 本企业最低月工资标准
paper-figure-average = 职工月平均工资
paper-office = { $region }人力资源和社会保障局
paper-term-dates = 自{ $from }起至{ $to }止
paper-term-months = 自生效之日起{ $months }个月
paper-explain-reps = 协商代表产生：双方首席代表和协商代表均依法产生，职工方{ $workers }名（{ $day }产生），企业方{ $employers }名，名单已相互告知。
paper-explain-talks = 协商过程：双方自{ $first }起共举行{ $count }次协商会议，就“{ $title }”逐条协商达成一致，会议纪要均经双方首席代表确认签字。
paper-explain-law = 草案经职工（代表）大会以无记名投票方式表决，过程记录见平台存证材料（规则版本：{ $profile }）。
paper-refile = 请双方就上列条款重新协商修改。修改涉及实质内容的，应再次提交职工（代表）大会审议；双方首席代表重新签字后，由企业在规定期限内重新报送。
paper-whole = 合同整体
paper-ground = 经审查，该部分内容需要修改。
paper-day = { $year }年{ $month }月{ $day }日
paper-the-text = 合同文本
paper-article = 第{ $number }条（{ $heading }）

## 名册、通知、资料

paper-title-roster = 协商代表名册
paper-title-change-notice = 协商代表变更通知书
paper-title-data = 协商资料清单
paper-title-session-notice = 协商会议通知
paper-selection-votes = { $way }（应到{ $total }名，同意{ $votes }名）
paper-mandate-filed = 已登记
paper-reps-term = 与本次协商订立的集体合同的期限相同
paper-before-meeting = 协商会议召开前
paper-days-before-meeting = 会议召开{ $period }前
paper-chief-passed-on = 改由他人担任首席代表
paper-vacancy-procedure = 空缺的名额按照产生协商代表的程序补足，新代表产生后另行书面通知
paper-data-earlier = 此前已经提供
paper-data-unasked = 主动提供
paper-data-material = 保密资料（只登记指纹）
paper-with-roster = { $side }协商代表名册
paper-side-worker = 职工方
paper-side-employer = 企业方

## 中止、草案、职代会

paper-title-suspension = 中止协商协议
paper-part-title = 合同名称
paper-part-coverage = 适用范围
paper-part-term = 合同期限
paper-part-posts = 岗位能级工资标准表
paper-part-awards = 奖励标准
paper-see-old = 按照原合同
paper-see-new = 按照新文本
paper-title-submission = 提请审议工资专项集体合同草案的报告
paper-draft-named = { $title }（草案）
paper-talks = 双方自{ $first }起共举行{ $count }次协商会议，就《{ $title }》逐条协商达成一致。
paper-unknown = —
paper-name-erased = （姓名已删除）
paper-minutes = 协商会议纪要
paper-since-agreement = 自达成一致之日起{ $period }内
paper-since-renewed-agreement = 自重新达成一致之日起{ $period }内
paper-after-agreement = 在达成一致以后
paper-figure-rise = 职工平均工资增长幅度
paper-covers = 草案适用于{ $coverage }，涉及职工{ $workers }名。
paper-amendment = { $clause }：{ $words }
paper-clause-dropped = 删去
paper-title-ballots = 签到表、表决票和计票报告

## 登记、公布、报送上级工会

paper-title-receipt = 工资专项集体合同登记回执
paper-title-publication = 工资专项集体合同公布书
paper-full-text = 合同全文随本公布书一并张贴、发布，职工可以向工会查阅。
paper-title-copy = 关于报送工资专项集体合同文本的函
paper-text-named = 《{ $title }》文本

## 变更、解除、期满、履行

paper-title-amendment-asked = 变更工资专项集体合同申请书
paper-title-rescission-asked = 解除工资专项集体合同申请书
paper-title-amendment-agreed = 变更工资专项集体合同协议书
paper-title-rescission-agreed = 解除工资专项集体合同协议书
paper-topic = { $title }：{ $demand }
paper-as-agreed = 按照原合同的约定
paper-amendment-agreed = 双方按照订立合同的程序协商一致，变更下列条款。
paper-proof-filed = 立案时提交的证明（指纹以{ $proof }开头）
paper-title-expiry = 工资专项集体合同期满续订提示书
paper-platform = 薪协商平台
paper-window = 期满前
paper-window-of = 期满前{ $period }内
paper-either-side = 任何一方
paper-both-sides = 双方
paper-renew-collect = 检查本期合同的履行情况，听取职工对工资事项的意见
paper-renew-figures = 整理上一年度经营情况、工资总额、平均工资等资料
paper-renew-propose = 以书面形式向对方提出续订的要求，写明时间、地点和内容
paper-renew-conclude = 完成协商、审议、签字和报送，使新合同与本期合同衔接
paper-title-inspection = 工资专项集体合同履行情况检查报告
paper-title-performance = 工资专项集体合同履行情况报告

## 一函两书

paper-title-reminder = 工会提示函
paper-title-supervision = 工会劳动法律监督意见书
paper-title-supervision-answer = 对工会劳动法律监督意见书的答复
paper-title-rectification = 整改意见书
paper-title-proposal = 工会劳动法律监督建议书
paper-title-penalty = 处罚建议书
paper-grievance-no-reply = 到期没有书面答复集体协商要约
paper-grievance-refusal = 拒绝进行集体协商
paper-grievance-data = 不提供协商所需的资料，或者提供的资料不真实
paper-grievance-not-signed = 不在职工（代表）大会通过的文本上签字
paper-grievance-not-filed = 到期没有报送集体合同
paper-grievance-not-performed = 不履行集体合同
paper-reminder-issue = 本会在工资集体协商中注意到，你单位{ $grievance }。
paper-reasonable-time = 合理期限
paper-correct-it = 在期限内改正上列行为，并将整改情况书面报告。

## 协调处理

paper-title-application = 集体协商争议协调处理申请书
paper-title-accepted = 集体协商争议协调处理受理通知书
paper-title-extended = 集体协商争议协调处理延期通知书
paper-title-coordinated = 集体协商争议协调处理协议书
paper-title-not-coordinated = 集体协商争议协调处理终结告知书
paper-coordinate-it = 请求依法对上列争议进行协调处理
paper-history-none = 双方尚未召开协商会议。
paper-history = 双方自{ $first }起共举行{ $count }次协商会议，对下列事项没有达成一致。
paper-of-the-case = { $title }（{ $number }）
paper-minutes-numbered = 协商会议纪要（{ $number }）
paper-position = { $title }：职工方主张{ $worker }；企业方主张{ $employer }。

## 行业、区域、平台

paper-title-coverage = 覆盖企业名册及授权书
paper-mandate-talk = 作为企业方参加本次集体协商
paper-mandate-sign = 由首席代表在经职工（代表）大会通过的集体合同上签字
paper-mandate-file = 办理集体合同的报送、公布
paper-title-platform = 平台企业劳动者权益协商协议
paper-price-plain = 平常
paper-price-peak = 高峰时段
paper-price-weather = 恶劣天气
paper-price-holiday = 法定节假日
paper-insurance-occupational = 职业伤害保障
paper-insurance-liability = 雇主责任险
paper-insurance-accident = 人身意外伤害险
paper-insurance-work-injury = 工伤保险
