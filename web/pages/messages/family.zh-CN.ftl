# 页面：续订、变更、解除。

pages-family-title = 与这份合同相连的案件
pages-family-ways = 这份合同接下来怎么办
pages-family-ways-hint = 每一种都另立一个案件，从要约开始办理；双方情况由原案件带出，只改有变化的地方。
pages-family-renew = 去续订

family-way-renewal = 续订
family-way-amendment = 变更
family-way-rescission = 解除
family-open-renewal = 续订立案
family-open-amendment = 变更立案
family-open-rescission = 解除立案

family-window = { $opens }至{ $due }可以提出续订（{ $articles }）。早于这段时间提出的，要约同样有效，只作提示。
family-lead-renewal = 按完整的程序重新协商：要约、协商、职代会表决、签字、报送审查。新合同接着原合同的最后一日开始。
family-lead-amendment = 改动期限内的条款，程序和签订时一样，变更后的合同也要报送审查。变更生效以前，原合同照常履行。
family-lead-rescission = 在期满以前结束这份合同，程序和签订时一样；双方签字以后，企业自解除之日起五个工作日内向人社部门备案（《浙江省集体合同条例》第三十三条）。
family-lead-rescission-cn = 在期满以前结束这份合同，程序和签订时一样（《集体合同规定》第四十一条）。
family-grounds = 双方协商一致就可以提出；不是协商一致的，要有规定的情形（法律修改或者废止、不可抗力、破产兼并解散、约定的条件出现等），并附上证明和理由（《浙江省集体合同条例》第三十一条、第三十二条）。没有附证明的，会记录在案。
family-grounds-cn = 双方协商一致就可以提出；不是协商一致的，要有规定的情形（不可抗力、破产兼并解散、约定的条件出现等，《集体合同规定》第三十九条、第四十条）。

family-intro-renewal = 续订《{ $title }》（{ $from }至{ $to }）。{ $window }请核对下面由原案件带出的情况，只改有变化的地方。
family-intro-amendment = 变更《{ $title }》（{ $from }至{ $to }）。请选择理由；不是双方协商一致的，附上证明。其余情况由原案件带出，只改有变化的地方。
family-intro-rescission = 解除《{ $title }》（{ $from }至{ $to }）。请选择理由；不是双方协商一致的，附上证明。其余情况由原案件带出，只改有变化的地方。
family-not-now = { $found }{ $remedy }

family-parent-renewal = 本案件续订原合同
family-parent-amendment = 本案件变更原合同
family-parent-rescission = 本案件解除原合同
family-stands = { $text }（{ $stage }）
family-child-renewal = 续订案件正在办理
family-child-amendment = 变更案件正在办理
family-child-rescission = 解除案件正在办理
family-child-renewal-failed = 续订案件已经结束，没有续订成
family-child-amendment-failed = 变更案件已经结束，没有变更
family-child-rescission-failed = 解除案件已经结束，没有解除
family-child-renewal-since = 已经续订，新合同自{ $on }起履行
family-child-amendment-since = 已经变更，变更后的合同自{ $on }起履行
family-child-rescission-since = 已经解除，自{ $on }起不再履行

family-topic-amendment = 变更的条款
family-topic-rescission = 解除合同

family-draft-renewal = 草案从原合同的文本开始，期限接着原合同的最后一日。请逐条核对；已经谈成的条款已经写进去。
family-draft-amendment = 草案从原合同的全文开始，期限到原合同的最后一日为止。只改需要变更的条款；已经谈成的条款已经写进去。
family-draft-rescission = 解除协议只有一条，请核对理由和日期。
family-day = { $year }年{ $month }月{ $day }日
family-term = 本合同期限为{"{months}"}个月，自{ $from }起计算，当日计入期限。
family-rescission-title = 关于解除《{ $title }》的协议
family-rescission-heading = 解除
family-rescission-text = { $ground }，双方同意自本协议签订之日起解除《{ $title }》；解除以前的工资按照该合同结清。
family-ground-agreement = 经双方协商一致
family-ground-law-changed = 因法律、法规、规章修改或者废止
family-ground-force-majeure = 因不可抗力
family-ground-dissolution = 因企业破产、兼并、解散
family-ground-condition-met = 因约定的条件出现
family-ground-other = 因法律、法规规定的其他情形

## 表单

form-open-case-parent = 为什么提出
form-open-case-ground = 理由
form-open-case-proof = 证明（扫描件或照片）
form-open-case-proof-hint = 双方协商一致的不用附。浙江省内的合同，其他理由要附上证明（《浙江省集体合同条例》第三十二条第二款）。
choice-open-case-ground-agreement = 双方协商一致
choice-open-case-ground-law-changed = 法律、法规、规章修改或者废止
choice-open-case-ground-force-majeure = 不可抗力
choice-open-case-ground-dissolution = 企业破产、兼并、解散
choice-open-case-ground-condition-met = 约定的条件出现
choice-open-case-ground-other = 法律、法规规定的其他情形
choice-basis-amendment = 变更正在履行的合同
choice-basis-rescission = 解除正在履行的合同

## 接口说明

pages-f-relatives = 相连的案件，以及这份合同接下来怎么办
pages-f-parent = 本案件所续订、变更或者解除的原案件；没有的为空
pages-f-children = 续订、变更、解除本合同的案件，先立案的在前
pages-f-ways = 可以怎样接着办：只给可以为这个企业立案的人
pages-f-window = 合同什么时候可以提出续订：给不在这里立案的人
pages-f-href = 网页上的表单在哪里；接口用同样的参数
pages-f-lead = 什么时候可以提出、需要什么
pages-param-parent = 原案件的编号：要续订、变更或者解除的、已经生效的合同
pages-param-kind = renewal 续订、amendment 变更、rescission 解除
