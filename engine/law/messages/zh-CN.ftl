# 法律与期限：期限步骤、不适用的理由、输入错误、数据集、编码校验、金额与文字。参数都是已写好的文字。

## 共用的词

law-weekday = { $weekday ->
    [mon] 周一
    [tue] 周二
    [wed] 周三
    [thu] 周四
    [fri] 周五
    [sat] 周六
   *[sun] 周日
}
law-unit = { $unit ->
    [calendar_day] 日
    [working_day] 个工作日
    [month] 个月
   *[year] 年
}
law-anchor = { $anchor ->
    [agreement_reached] 双方达成一致（第二位首席代表草签草案）
    [chiefs_signed] 双方首席代表签字（以后签的一方为准）
    [coordination_accepted] 受理协调处理申请
    [effective] 合同生效
    [expiry] 合同期限的最后一日
    [first_meeting] 首次协商会议
    [hrss_received] 人社部门收到报送材料
    [meeting] 协商会议
    [negotiation_start] 协商开始
    [offer_issued] 发出要约
    [offer_received] 收到要约
    [opinion_received] 收到工会意见书
    [re_agreement] 修改后重新达成一致
    [reps_elected] 协商代表产生
    [rescinded] 合同解除
    [suspension_start] 协商中止
    [term_year_eve] 合同期内一年开始的前一日
   *[vacated] 协商代表空缺
}

## 期限步骤

law-step-start = { law-anchor }：{ $date }（{ law-weekday }）。
law-step-first-day = 当日不计入（《民法典》第二百零一条第一款），从次日{ $date }（{ law-weekday }）起数{ $amount }{ law-unit }。
law-step-first-day-back = 当日不计入，从前一日{ $date }（{ law-weekday }）起往回数{ $amount }{ law-unit }。
law-step-used = 累计期限：以前的中止已用{ $used }日，全部期限为{ $amount }日。
law-step-skip-weekend = { $span ->
    [one] { $from }是周末，不是工作日，不计入。
   *[more] { $from }至{ $to }是周末，不是工作日，不计入。
}
law-step-skip-holiday = { $span ->
    [one] { $from }是{ $name }放假，不计入。
   *[more] { $from }至{ $to }是{ $name }放假，不计入。
}
law-step-paused = { $span ->
    [one] { $from }协商中止，不计入。
   *[more] { $from }至{ $to }协商中止，不计入。
}
law-step-make-up = { $date }（{ law-weekday }）因{ $name }调休上班，算工作日。
law-off-name = { $name ->
    [weekend] 周末
   *[other] { $name }放假
}
law-step-roll-forward = 数到{ $raw }（{ law-weekday }），这天是{ law-off-name }，顺延到节假日结束后的第一个工作日{ $date }（参照《民法典》第二百零三条第一款）。
law-step-roll-backward = 数到{ $raw }（{ law-weekday }），这天是{ law-off-name }，提前到之前最近的工作日{ $date }，对方的时间不因此缩短。
law-step-opens = 自{ $date }（{ law-weekday }）起可以办理。
law-step-window-ends = 最迟到{ $date }（{ law-weekday }）。
law-step-due = 最后一日是{ $date }（{ law-weekday }），当天24:00届满。
law-step-due-before = 最迟在{ $date }（{ law-weekday }）24:00以前完成。
law-step-deemed = 到期没有收到异议的，从{ $date }起生效。
law-step-amber = 另有更早的日期：{ $citation }规定{ $amount }{ law-unit }，为{ $date }。请争取在这天以前完成。
law-step-extended = 期限可以再延长{ $amount }{ law-unit }，延长后的最后一日是{ $date }。
law-step-provisional = { $years }年的放假安排尚未载入，这里只按周一至周五计算；{ $date }是暂定日期，放假通知公布并载入后重新计算。

## 本地没有这项规定的理由

law-none-plan = 这里的规定没有要求会前提交协商方案；只有宁波要求双方主动提交。
law-none-suspend-cap = 国家规定没有中止期限的上限，由双方约定。
law-none-to-congress = 国家规定没有限定提交职代会审议的天数。
law-none-resubmit = 国家规定没有限定修改后再次提交职代会审议的天数。
law-none-file = 国家规定对工资协议和其他合同的报送期限不同，请分别选用：工资协议（file_wage）或其他合同（file_other）。
law-none-file-covers = 《浙江省集体合同条例》第三十四条适用于所有集体合同，请选用统一的报送期限（file）。
law-none-rescind-file = 国家规定没有限定解除后报告的天数。
law-none-opinion-answer = 国家规定没有限定用人单位答复工会意见书的天数。
law-none-announce-reps = 这里的规定没有限定公布协商代表的天数；只有宁波规定5个工作日。
law-none-total = 这里的规定没有限定整个协商的天数；杭州、宁波有规定。
law-none-annual-report = 国家规定没有要求每年向职代会报告履行情况的次数。
law-none-first-chair = 这里的规定没有指定首次会议的主持人，由双方首席代表轮流主持。
law-none-industry-pass = 国家规定没有行业性、区域性合同表决的比例。
law-none-silence = 这里的规定没有赋予期满未提出异议以生效的效果。

## 输入错误

law-place = { $place ->
    [whole] 文件
   *[other] “{ $place }”处
}{ $line ->
    [none] {""}
   *[other] （第{ $line }行）
}
law-input-syntax = { law-place }写法有误，无法读取：{ $kind ->
    [end] 内容没有写完就结束了，可能少了括号或者引号
    [value] 这里应当有一个值，却没有
    [mark] 这里少了逗号、冒号或者括号
    [key] 名称要写在双引号里
    [trailing] 后面有多余的内容或者多余的逗号
    [control] 文字里有不能直接写的控制字符
   *[other] { $detail }
}。请检查标点、引号和括号。
law-input-unknown-field = { law-place }有不认识的字段“{ $found }”。可用的字段：{ $expected }。
law-input-unknown-word = { law-place }写着“{ $found }”，不在可选的词中。可选：{ $expected }。
law-input-missing-field = { law-place }缺少字段“{ $expected }”，请补上。
law-input-twice = { law-place }的字段“{ $found }”出现了两次，请只保留一个。
law-input-found = { $kind ->
    [text] 文字“{ $found }”
    [number] 数字{ $found }
    [truth] 是非值{ $found }
    [nothing] 空值
    [list] 一个列表
    [fields] 一组字段
   *[other] { $found }
}
law-input-expected = { $expected ->
    [text] 文字
    [integer] 整数
    [natural] 非负整数
    [truth] true或false
    [list] 列表
    [fields] 一组字段
    [day] 日期，写作2026-03-18
    [instant] 北京时间，写作2026-03-18T09:30:00.000+08:00
    [uuid] UUID编号
    [citation] 条文出处，写作ZJ-CC 24(2)
    [deadline] 期限名称，如reply或disclose_data
    [check] 检查编号，如CHK-REP-MIN
   *[other] { $expected }
}
law-input-value = { law-place }的值是{ law-input-found }，应为{ law-input-expected }。
law-input-other = { law-place }无法读取：{ $detail }。
law-moment-form = 时间写作“{ $found }”，应为北京时间，如2026-03-18T09:30:00.000+08:00（秒和毫秒可省略）。
law-rule-unknown = 没有名为“{ $found }”的期限或事项。期限：{ $expected }；disclose的事项：{ $items }。

## 规则与数据集

law-rules-amount = { law-place }的期限数是{ $found }，应在1至3660之间。
law-rules-citation = { law-place }没有写明条文出处，至少写一条。
law-rules-share = { law-place }的比例是{ $found }，分母应大于零，比例不超过一。
law-calendar-year = { law-place }的年份是{ $found }，应在1949至2999之间。
law-calendar-twice = { law-place }的年份{ $found }出现了两次，每年只能有一份放假安排。
law-calendar-name = { law-place }的名称是空的，请写明节日或通知文号。
law-calendar-run = { law-place }的结束日期是{ $found }，应不早于开始日期，且一次放假不超过15天。
law-calendar-overlap = { law-place }的日期{ $found }与同一份安排里的其他日期重叠，请核对。
law-calendar-make-up = { law-place }的{ $found }不能是调休上班日：应为不在放假范围内的周六或周日。
law-calendar-statutory = { law-place }的{ $found }不能是法定节假日：应在当年，且在放假范围内。
law-calendar-other-year = { law-place }的日期{ $found }不属于这一年，请核对。
law-dataset-missing = 缺少数据集{ $kind }，应有哈希值为{ $found }的文件。
law-dataset-hash = 数据集{ $kind }的内容与它的哈希值{ $found }不符，文件可能被改动。
law-dataset-kind = 哈希值为{ $found }的文件不是数据集{ $kind }。
law-region-code = { law-place }的地区代码是“{ $found }”，应为六位数字。
law-region-twice = { law-place }的地区代码{ $found }出现了两次。
law-region-tier = { law-place }的最低工资档次是{ $found }，应在1至9之间。
law-region-name = { law-place }的地区名称是空的。
law-region-parent = { law-place }的上级地区{ $found }不在表中，请先写上级地区。
law-region-ring = { law-place }：地区{ $found }的上级关系成了一个环。
law-figure-amount = { law-place }的金额是{ $found }元，应大于零且不超过上限。
law-figure-ends-before = { law-place }的结束日期{ $found }早于开始日期。
law-figure-overlap = { law-place }：这一行的期间与从{ $found }开始的下一行重叠，请写上或改正结束日期。
law-figure-gap = { law-place }：这一行结束后到{ $found }下一行开始之间有空缺，请补上或改正日期。
law-figure-lines = { law-place }的三条线是{ $found }，应从低到高，且在-100%至1000%之间。
law-figure-rate = { law-place }的比率是{ $found }，应在-100%至1000%之间。
law-figure-twice = { law-place }：同一地区的{ $found }年出现了两次。
law-loading-same-person = 数据集要由两个人载入：一人载入，另一人确认。现在两个名字相同或有一个是空的：“{ $found }”。

## 没有数据（不影响办理）

law-no-data-region = 没有地区{ $region }的资料，无法比较{ $date }的最低工资标准。
law-no-data-tier = 地区{ $region }适用哪一档最低工资标准尚未核实，暂不比较（{ $date }）。
law-no-data-min-wage = 没有地区{ $region }在{ $date }的最低工资标准。
law-no-data-guideline = 没有地区{ $region }{ $year }年的工资指导线。
law-no-data-cpi = 没有地区{ $region }{ $year }年的居民消费价格指数。

## 编码校验

law-uscc-length = 统一社会信用代码应有18位，这里有{ $found }位。
law-uscc-character = 统一社会信用代码第{ $position }位是“{ $found }”，这一位只能是：{ $expected }。
law-uscc-organisation = 统一社会信用代码第{ $position }位（组织机构代码校验位）是“{ $found }”，按前面各位算应为“{ $expected }”。请核对第9至17位。
law-uscc-check = 统一社会信用代码第{ $position }位（校验位）是“{ $found }”，按前面各位算应为“{ $expected }”。请核对整个代码。
law-resident-length = 身份证号码应有18位，这里有{ $found }位。
law-resident-character = 身份证号码第{ $position }位是“{ $found }”，这一位只能是：{ $expected }（末位的X要大写）。
law-resident-region = 身份证号码开头的“{ $found }”不是省级地区代码。
law-resident-birth = 身份证号码第7至14位“{ $found }”不是可能的出生日期。
law-resident-check = 身份证号码第{ $position }位（校验位）是“{ $found }”，按前面各位算应为“{ $expected }”。请核对整个号码。

## 金额与文字

law-money-form = 金额写作“{ $found }”，应为数字，如2490或2,490.50，最多两位小数。
law-money-limit = 金额“{ $found }”超出上限（十万亿元）。
law-text-invisible = 第{ $index }个字符是看不见的控制或格式字符（{ $code }），请删去。
law-text-long = 这段文字有{ $found }个字，最多{ $max }个字。
