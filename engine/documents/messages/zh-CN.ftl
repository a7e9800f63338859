# 文书种类
doc-kind-offer-letter = 工资集体协商要约书
doc-kind-response = 工资集体协商应约书
doc-kind-rep-roster = 协商代表名册
doc-kind-election-record = 协商代表选举（推举）记录
doc-kind-mandate-letter = 授权委托书
doc-kind-rep-change-notice = 协商代表变更通知书
doc-kind-data-list = 协商资料清单
doc-kind-session-notice = 协商会议通知
doc-kind-minutes = 工资集体协商会议纪要
doc-kind-suspension-agreement = 中止协商协议
doc-kind-draft-agreement = 工资专项集体合同（草案）
doc-kind-congress-submission = 提请审议工资专项集体合同草案的报告
doc-kind-ballot-papers = 职工代表大会签到表、表决票和计票报告
doc-kind-congress-resolution = 职工代表大会决议
doc-kind-wage-agreement = 工资专项集体合同
doc-kind-filing-form = 工资专项集体合同报送审查表
doc-kind-filing-receipt = 工资专项集体合同登记回执
doc-kind-review-opinion = 工资协议审查意见书
doc-kind-publication-notice = 工资专项集体合同公布书
doc-kind-union-copy = 工资专项集体合同报送上一级工会函
doc-kind-change-application = 工资专项集体合同变更（解除）申请书、协议书
doc-kind-expiry-notice = 工资专项集体合同期满续订提示书
doc-kind-performance-report = 工资专项集体合同履行情况报告
doc-kind-reminder-letter = 工会提示函
doc-kind-opinion-letter = 工会劳动法律监督意见书（整改意见书）
doc-kind-proposal-letter = 工会劳动法律监督建议书
doc-kind-coordination-application = 集体协商争议协调处理申请书
doc-kind-coordination-notice = 集体协商争议协调处理受理（延期）通知书
doc-kind-coordination-agreement = 集体协商争议协调处理协议书（终结告知书）
doc-kind-coverage-list = 行业性、区域性集体合同覆盖企业名册及授权书
doc-kind-platform-memo = 平台企业协商协议（备忘录）
doc-kind-unknown = 没有名为“{ $found }”的文书。可用的种类：{ $expected }。

# 数据
doc-data-too-large = 数据文件有 { $found } 字节，最多 { $most } 字节。请减少内容后重试。
doc-data-canonical = 数据中有不能写成规范格式的值（{ $detail }）。金额以分为单位，绝对值不超过 10 的 15 次方。
doc-data-text-invisible = { $place }：第 { $index } 个字符是看不见的控制或格式字符（{ $code }）。请删除后重新输入。
doc-data-text-long = { $place }：文字有 { $found } 个字符，最多 { $most } 个字符。
doc-data-text-sum = { $place }：全部文字合计超过 { $most } 个字符。请减少内容后重试。
doc-data-list = { $place }：列表有 { $found } 项，最多 { $most } 项。
doc-data-empty = { $place }：内容为空，请填写。
doc-data-version = { $place }：版次从 1 开始。
doc-data-vote = { $place }：票数或人数为 { $found }，不能超过 { $most }。请核对表决数据。
doc-data-outcome = { $place }：表决结果与票数和计票规则算出的结果不一致。请核对应到、实到人数和同意票数。
doc-data-closed = { $place }：会议结束时间早于开始时间。
doc-data-title = { $place }：标题为“{ $found }”，与协议文本的标题“{ $expected }”不一致。
doc-data-terms-digest = { $place }：所写文本指纹 { $found } 与协议文本算出的指纹 { $expected } 不一致，文本可能已被改动。
doc-data-chapters = { $place }：条文与协议文本数据不一致。条文由协议文本数据生成，不能单独修改。
doc-data-words = { $place }：大写金额为“{ $found }”，应为“{ $expected }”。
doc-data-headcount = { $place }：职工总数为 { $found }，男女职工合计为 { $expected }。
doc-data-order = { $place }：日期为 { $found }，不能早于 { $first }。
doc-data-most = { $place }：数量为 { $found }，不能超过 { $most }。
doc-data-workers = { $place }：职工合计为 { $found }，各企业职工人数相加为 { $expected }。
doc-data-sector-vote = { $place }：写明由行业（区域）职工代表大会通过，但名册没有这次会议的表决情况。请补充表决情况，或者改写通过方式。
doc-data-chief-count = { $place }：名册中有 { $found } 名首席代表，应当正好有 1 名。
doc-data-chief-name = { $place }：名册中的首席代表是“{ $found }”，与当事人一栏的首席代表“{ $expected }”不一致。
doc-data-elected = { $place }：得票为 { $found }，按照所写的计票规则，当选至少需要 { $expected } 票。
doc-data-ballots = { $place }：收回票为 { $found }，同意、不同意、弃权和无效票合计为 { $expected }。
doc-data-days = { $place }：天数为 { $found }，按照起止日期计算为 { $expected }。
doc-data-change-empty = { $place }：原约定和草案约定都没有填写，请至少填写一项。

# 字体
doc-font-missing = 找不到字体 { $family }（字重 { $weight }）。请安装：apt-get install fonts-noto-cjk fonts-hanazono
doc-font-unreadable = 字体文件 { $path } 无法读取：{ $detail }

# 排版
doc-missing-glyph = 字体中没有“{ $character }”（{ $code }）这个字，无法印出。请改用规范字，或者安装含有此字的字体。
doc-typst = 排版失败：{ $detail }
