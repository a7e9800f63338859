# 命令行：帮助、错误、结果。键随命令的路径：cli-deadline-about、-usage、-examples，每个参数一条。

## 帮助的标题

cli-heading-usage = 用法：
cli-heading-commands = 命令：
cli-heading-arguments = 参数：
cli-heading-options = 选项：

## 整个程序

cli-about = 薪协商：工资集体协商从要约到生效的全程办理、留痕与核验。
cli-usage = xinxieshang <命令> [选项]
cli-examples =
    例：
      xinxieshang play tests/scenarios/standard.toml --out out
      xinxieshang deadline --profile ZJ --rule reply --from 2026-02-06
      xinxieshang check draft.toml --profile ZJ --region 330784
      xinxieshang verify bundle.zip
    每个命令都有自己的帮助：xinxieshang <命令> --help
    退出码：0 正常；1 有不符或被拒绝；2 用法有误或输入无法读取。
cli-help = 显示这份帮助
cli-version = 显示版本
cli-common-help = 显示这份帮助
cli-common-json = 结果和错误都以 JSON 写到标准输出，供程序读取

## 参数值的名称

cli-value-amber-from = 日期
cli-value-bundle = 证据包
cli-value-calendar = 文件
cli-value-confirmed-by = 姓名
cli-value-data = 文件
cli-value-data-dir = 文件夹
cli-value-file = 文件
cli-value-fonts = 文件夹
cli-value-from = 日期
cli-value-item = 事项
cli-value-kind = 种类
cli-value-loaded-by = 姓名
cli-value-on = 日期
cli-value-floors = 文件
cli-value-scope = 范围
cli-value-out = 文件
cli-value-profile = 地区
cli-value-region = 代码
cli-value-rule = 期限
cli-value-terms = 草案
cli-value-config = 文件
cli-value-database = 地址
cli-value-role = 角色
cli-value-port = 端口
cli-value-folder = 文件夹

## deadline

cli-deadline-about = 按一条规则计算期限，逐步说明怎样数出来
cli-deadline-usage = xinxieshang deadline --profile <地区> --rule <期限> --from <日期> [选项]
cli-deadline-profile = 地区：CN（全国）、ZJ（浙江）、HZ（杭州）、NB（宁波）
cli-deadline-rule = 期限：reply、disclose、suspend、to_congress、resubmit、file、file_wage、file_other、review、publish、rescind_file、renew_open、coordinate、opinion_answer、vacancy_fill、announce_reps、total、annual_report
cli-deadline-from = 起算的那一天，如 2026-02-06；往回数的期限写会议日或合同到期日
cli-deadline-item = 只用于 disclose：agenda（议题，默认）、rep_list（代表名单）、data（资料）、plan（协商方案）
cli-deadline-amber-from = 只用于 publish：提示日期从哪一天起数
cli-deadline-calendar = 另外使用这份放假安排（可以写多次），优先于数据文件夹
cli-deadline-data-dir = 数据文件夹，默认是当前文件夹下的 data
cli-deadline-examples =
    例：
      xinxieshang deadline --profile ZJ --rule reply --from 2026-02-06
      xinxieshang deadline --profile HZ --rule disclose --item data --from 2026-04-15
      xinxieshang deadline --profile ZJ --rule publish --from 2026-02-25 --amber-from 2026-02-20
      xinxieshang deadline --profile CN --rule file_wage --from 2026-03-10 --json

cli-rule-name = { law-page-rule }
cli-profile-name = { $profile ->
    [CN] 全国
    [ZJ] 浙江省
    [HZ] 杭州市
    [NB] 宁波市
   *[other] { $profile }
}
cli-deadline-title = { cli-rule-name }（{ $rule }）的期限，按{ cli-profile-name }的规定
cli-deadline-opens = 可以办理的第一日：{ $date }
cli-deadline-due = { $provisional ->
    [yes] 最后一日：{ $date }（暂定）
   *[no] 最后一日：{ $date }
}
cli-deadline-amber = 提示日期：　{ $date }（另有规定更早，见下）
cli-deadline-extended = 延长后：　　{ $date }
cli-deadline-steps = 怎样算出来：
cli-deadline-kind = 性质：{ $kind ->
    [lapse] 到期没有作为的，依法产生效果
    [term] 到期后权利或关系终止
    [window] 可以办理的一段时间
   *[breach] 过期仍可办理，但记为逾期
}
cli-deadline-citation = 依据：{ $citation }
cli-deadline-calendar-used = 已知放假安排的年份：{ $years }
cli-deadline-none = { cli-profile-name }没有“{ cli-rule-name }”（{ $rule }）的期限，{ $profile } 不适用：{ $reason }
cli-deadline-amber-only = --amber-from 只用于 publish（公布生效的合同），{ $rule } 没有单独起算的提示日期。请去掉这个选项。
cli-profile-unknown = 没有地区“{ $found }”。可以写：{ $expected }。
cli-date-wrong = { $option } 写作“{ $found }”，应为实际存在的日期，如 2026-03-18（1900 年以后）。

## verify

cli-verify-about = 核验一份证据包：记录有没有被改动，程序是否合法
cli-verify-usage = xinxieshang verify <证据包> [选项]
cli-verify-bundle = 证据包（zip 文件）
cli-verify-examples =
    例：
      xinxieshang verify out/bundle.zip
      xinxieshang verify out/bundle.zip --json
    不需要联网，也不需要数据库。退出码 0：核对过的都相符；1：有不符；2：不是证据包或超出限度。
cli-verify-progress = 正在核验 { $path }
cli-verify-unreadable = { $path } 无法核验：{ $reason }
cli-verify-broken = 结论：不符。第一处：{ $line }
cli-verify-holds = 结论：核对过的都相符，共 { $records } 条记录。标为“未核”的没有核对。

## render

cli-render-about = 由数据生成一份文书（PDF/A）
cli-render-usage =
    xinxieshang render <种类> --data <文件> --out <文件> [选项]
          xinxieshang render <种类> --sample
cli-render-kind = 文书种类的名称或者编号，例如 offer_letter（D01）、wage_agreement（D15）、opinion_letter（D25）；写错时会列出全部种类
cli-render-data = 数据文件（JSON）
cli-render-out = 生成的 PDF 写到哪里；写成才出现，已有的同名文件会被替换
cli-render-sample = 不生成 PDF，只显示一份虚构的示例数据，可以照着改
cli-render-fonts = 字体所在的文件夹（可以写多次），默认是 Debian 安装字体的位置
cli-render-examples =
    例：
      xinxieshang render wage_agreement --sample > 协议.json
      xinxieshang render wage_agreement --data 协议.json --out 协议.pdf
      xinxieshang render D01 --data 要约.json --out 要约.pdf --json
cli-render-progress = 正在排版 { $path }
cli-render-wrong = { $path } 不能生成文书。{ $reason }
cli-render-done =
    已生成《{ $title }》：{ $path }，共 { $pages } 页
    数据指纹（印在页脚和二维码中）：{ $data }
    PDF 的 SHA-256：{ $pdf }

## calendar

cli-calendar-about = 放假安排：载入国务院办公厅每年公布的放假和调休
cli-calendar-usage = xinxieshang calendar import <文件> --loaded-by <姓名> --confirmed-by <姓名>
cli-calendar-examples =
    例：
      xinxieshang calendar import 2027.json --loaded-by 张三 --confirmed-by 李四
cli-calendar-import-about = 载入一年的放假安排；一人载入，另一人核对确认
cli-calendar-import-usage = xinxieshang calendar import <文件> --loaded-by <姓名> --confirmed-by <姓名> [选项]
cli-calendar-import-file = 放假安排（JSON）：year、notice、off、make_up，或者常见的公开格式 year、papers、days
cli-calendar-import-loaded-by = 载入的人
cli-calendar-import-confirmed-by = 对照通知原文核对的人，不能与载入的人相同
cli-calendar-import-data-dir = 数据文件夹，默认是当前文件夹下的 data
cli-calendar-import-replace = 这一年已有不同的安排时，用新的替换
cli-calendar-import-examples =
    例：
      xinxieshang calendar import 2027.json --loaded-by 张三 --confirmed-by 李四
      xinxieshang calendar import 2026.json --loaded-by 张三 --confirmed-by 李四 --replace --data-dir /var/lib/xinxieshang/data
    已有的年份不会悄悄改变：有不同时先列出不同之处，加上 --replace 才替换。
cli-import-done = 已载入 { $year } 年的放假安排：{ $notice }。全年 { $working } 个工作日。
cli-import-off = 放假 { $count } 段：
cli-import-make-up = 调休上班 { $count } 天：
cli-import-statutory = { $known ->
    [known] 法定节假日（加班工资 300%）也已载入。
   *[unknown] 文件没有写明法定节假日，加班工资 300% 的日子这一年无法判断。
}
cli-import-written =
    写入：{ $path }
    数据集哈希值：{ $hash }
    载入人：{ $loaded }；确认人：{ $confirmed }
cli-import-unchanged = { $year } 年的放假安排与已有的完全相同，没有写入。数据集哈希值：{ $hash }
cli-import-known =
    { $year } 年已有放假安排，与这份文件不同，没有写入：
    { $difference }
    核对无误后，加上 --replace 再次载入。
cli-import-replaced =
    与原来的不同之处：
    { $difference }
cli-import-difference = { $kind ->
    [off-added] 新增放假：{ $days }
    [off-removed] 不再放假：{ $days }
    [make-up-added] 新增调休上班：{ $days }
    [make-up-removed] 不再调休上班：{ $days }
   *[wording] 通知文号、名称、法定节假日或出处不同
}

## law

cli-law-about = 列出一个地区的规则：期限、检查、谁在哪一步可以做什么
cli-law-usage = xinxieshang law --profile <地区> [选项]
cli-law-profile = 地区：CN（全国）、ZJ（浙江）、HZ（杭州）、NB（宁波）
cli-law-format = 形式：text（表格，默认）、markdown（供审阅的规则页，含步骤图、步骤与操作）、mermaid（只要步骤图）、json
cli-law-format-unknown = 没有形式“{ $found }”。可以写：text、markdown、mermaid、json。
cli-law-progress = 正在推演{ cli-profile-name }的规则
cli-law-examples =
    例：
      xinxieshang law --profile ZJ > 规则.md
      xinxieshang law --profile ZJ --format markdown > 规则页.md
      xinxieshang law --profile NB --format mermaid
      xinxieshang law --profile HZ --json
cli-law-title =
    # { cli-profile-name }（{ $profile }）的规则

    版本 { $edition }，哈希值 { $hash }
cli-law-heading = { $section ->
    [deadlines] ## 期限
    [checks] ## 检查
    [commands] ## 谁在哪一步可以做什么（人不对：WHO-操作；步骤不对：STAGE-操作）
   *[others] ## 其他
}
cli-law-columns = { $section ->
    [deadlines] 编号、名称、期限、起算、性质、提示期限、条文、核对日期
    [checks] 编号、名称、不符时
    [commands] 操作、名称、谁、步骤、条文
   *[others] 编号、名称
}
cli-law-amount = { $amount }{ law-unit }
cli-law-any = 不限
cli-law-kind = { law-page-kind }
cli-law-on-fail = { law-page-on-fail }
cli-law-other = { $rule ->
    [TEXT-CHANGED] 文本与先前确认的不同
    [TIME-BACK] 时间早于上一条记录
    [CONFIRM-SAME-PERSON] 确认的人与提出的人相同
   *[other] { $rule }
}
cli-check-name = { law-page-check }

## prove

cli-prove-about = 推演一个地区的规则：一个虚构的小案件按每一种可能的顺序办理，检查必须成立的性质，再随机办理
cli-prove-usage = xinxieshang prove --profile <地区> [选项]
cli-prove-profile = 地区：CN（全国）、ZJ（浙江）、HZ（杭州）、NB（宁波）
cli-prove-full = 推演得更远（两次会议、纸面行为、平台送达等），需要一至三分钟
cli-prove-random = 随机办理多少次，默认 20000；写 0 就不做
cli-prove-seed = 随机数的种子，默认 1；同一个种子结果相同
cli-prove-examples =
    例：
      xinxieshang prove --profile ZJ
      xinxieshang prove --profile CN --full --random 1000000
    退出码 1 表示有性质不成立（这时列出一段最短的经过），或者有必须能够走到的没有走到。
cli-prove-progress = 正在推演{ cli-profile-name }的规则
cli-prove-random-progress = 正在随机办理：{ cli-profile-name }，{ $commands } 次
cli-prove-states = { cli-profile-name }（{ $profile }）：{ $states } 种情形，{ $steps } 步，{ $decided } 次判定，最短路径最长 { $depth } 步，用时 { $seconds } 秒{ $complete ->
    [yes] ，范围内全部看过。
   *[no] ，超出上限，没有看完。
}
cli-prove-properties = 必须成立的性质：
cli-prove-goals = 必须能够走到的：
cli-prove-property = { $holds ->
    [yes] ✓ { model-property }
   *[no] ✗ { model-property }。经过：
}
cli-prove-goal = { $steps ->
    [none] ○ { model-goal }（还没有走到）
   *[some] ✓ { model-goal }（{ $steps } 步）
}
cli-prove-tally = 随机办理 { $commands } 次：接受 { $accepted } 次，{ $cases } 个案件，其中 { $in_force } 个生效，{ $records } 条记录；每个案件都已重放并核验证据包。用时 { $seconds } 秒。
cli-prove-fault = 随机办理时发现：{ $detail }
cli-prove-trouble = 无法推演：{ $detail }
cli-value-format = 形式
cli-value-random = 次数
cli-value-seed = 数字

## check

cli-check-about = 检查一份合同草案：必备内容、最低工资、加班、增长、等级津贴、期限、行业和区域合同的标准
cli-check-usage = xinxieshang check <草案> --profile <地区> --region <地区代码> [选项]
cli-check-terms = 草案（TOML，或者 .json），写法与情景文件的合同文本相同
cli-check-profile = 地区：CN（全国）、ZJ（浙江）、HZ（杭州）、NB（宁波）
cli-check-region = 企业所在地区的代码，用来找最低工资、指导线和物价
cli-check-scope = 范围：enterprise（企业，默认）、sector（行业）、region（区域）、platform（平台）
cli-check-floors = 覆盖本企业的行业性、区域性合同的文本，写法与草案相同；里面的标准，草案不能低于
cli-check-on = 按哪一天的数据检查，默认是今天
cli-check-data-dir = 数据文件夹，默认是当前文件夹下的 data
cli-check-examples =
    例：
      xinxieshang check draft.toml --profile ZJ --region 330784 --on 2026-03-18
      xinxieshang check draft.json --profile CN --region 110000 --json
      xinxieshang check draft.toml --profile ZJ --region 330784 --floors sector.toml
      xinxieshang check sector.toml --profile ZJ --region 330784 --scope sector
    从 --floors 的文本里比较的是：最低月工资、工资增长、加班倍数，劳动定额、工资标准、津贴奖金各条的金额，
    假期和特殊情况各条的金额、比例；草案用同样的键写明的才比较。
    退出码 1 表示有不能办理的问题；“请留意”和“没有资料”不影响退出码。
cli-check-unknown-region = 地区表里没有代码“{ $found }”。请核对六位行政区划代码。
cli-check-unknown-scope = 没有范围“{ $found }”。可以写：{ $expected }。
cli-check-no-floors = { $path } 里没有可以作为标准的数额。请核对是不是行业性、区域性合同的文本，数额写没写进条款的 values。
cli-check-compared = 与行业性、区域性合同的标准比较 { $count } 项。
cli-check-utf8 = 文件不是 UTF-8 文字，从第 { $at } 个字节起读不出来。请另存为 UTF-8 再试。
cli-check-wrong = { $path } 不能检查。{ $reason }
cli-check-title = 《{ $title }》草案检查，适用{ cli-profile-name }的规定，{ $region }，按 { $on } 的数据
cli-check-head = [{ $outcome }] { $check }（{ $rule }）
cli-check-found = 发现：{ $text }
cli-check-required = 要求：{ $text }
cli-check-remedy = 下一步：{ $text }
cli-check-end = 结论：不能办理的问题 { $fails } 项，请留意的 { $notes } 项。

## bench

cli-bench-about = 测量本机的速度：判定、存储、核验、排版，并与参照比较
cli-bench-usage = xinxieshang bench [选项] [store [选项]]
cli-bench-quick = 少测一些，快得多，结果较粗略
cli-bench-store-about = 只测存储：1、16、64、512 个客户，64 个客户同办一案，大量记录之后，HTTP 接口，同步备机
cli-bench-store-usage = xinxieshang bench store [选项]
cli-bench-store-examples =
    例：
      xinxieshang bench store --quick
      xinxieshang bench store --database postgres://localhost/empty
      xinxieshang bench store --quick --records 3000000
    退出码 1 表示有目标没有达到。本机装有 PostgreSQL 时，自建临时的主机和备机来测同步备机，并从空库测起大量记录之后的速度。
cli-bench-store-database = 在哪个 PostgreSQL 上测（postgres://…，用空的临时库）；不写时在临时的 SQLite 文件上测
cli-bench-store-records = 存满多少条记录后与空库相比；不写时 3000000，加 --quick 时 100000
cli-bench-dir = 临时数据库建在哪个文件夹（用后删除），默认是系统的临时文件夹；请指向真实的磁盘
cli-bench-examples =
    例：
      xinxieshang bench --quick
      xinxieshang bench --dir /var/tmp --json
      xinxieshang bench store --quick
    退出码 1 表示有目标没有达到。
cli-bench-progress = 正在测量：{ cli-bench-figure }
cli-bench-columns = 项目、本机、参照、比值、目标、达标
cli-bench-figure = { $figure ->
    [pure] 内存中判定、应用、计算哈希（次/秒）
    [durable_one] 落盘，一个客户（次/秒；参照：单行写入）
    [durable_many] 落盘，64 个客户（次/秒；参照：单行写入）
    [verify_chain] 核验哈希与衔接（条/秒；参照：纯 SHA-256）
    [verify_law] 核验整个证据包并重新推算（条/秒）
    [papers_one] 生成协议 PDF/A，一个线程（份/秒）
    [store_1] 存储，1 个客户（次/秒；参照：1 个连接单行写入）
    [store_1_latency] 1 个客户时 99% 在多少毫秒内答复（参照：中位数）
    [store_16_latency] 16 个客户时 99% 在多少毫秒内答复（参照：中位数）
    [store_512_latency] 512 个客户时 99% 在多少毫秒内答复（参照：中位数）
    [store_grown] SQLite 已有大量记录时，64 个客户（次/秒；参照：空库）
    [store_grown_server] PostgreSQL 已有大量记录时，64 个客户（次/秒；参照：空库）
    [store_standby] 有同步备机，64 个客户（次/秒；参照：没有备机）
    [door_64] HTTP 接口，64 个连接（次/秒；参照：同一接口不用数据库）
    [door_64_latency] HTTP 接口 64 个连接时 99% 在多少毫秒内答复（参照：中位数）
    [store_16] 存储，16 个客户（次/秒；参照：单行写入）
    [store_64] 存储，64 个客户（次/秒；参照：单行写入）
    [store_64_latency] 64 个客户时 99% 在多少毫秒内答复（参照：中位数）
    [store_512] 存储，512 个客户（次/秒；参照：单行写入）
    [store_hot] 64 个客户同办一案（次/秒；参照：各办一案）
    [store_hot_bare] 64 个客户同办一案（次/秒；参照：单行写入）
    [store_hot_latency] 64 个客户同办一案时 99% 在多少毫秒内答复（参照：中位数）
    [papers_two] 生成协议 PDF/A，两个线程（份/秒）
   *[memory] 内存（参照：预热后）
}
cli-bench-goal-rate = ≥ { $least }
cli-bench-goal-share = 比值 ≥ { $least }
cli-bench-goal-millis = ≤ { $most }
cli-bench-goal-growth = 比值 ≤ { $most }
cli-bench-pass = 是
cli-bench-fail = 否
cli-bench-verdict = { $all ->
    [yes] 目标都已达到。
   *[no] 有 { $missed } 项没有达到目标。
}
cli-bench-no-law = 这一版的核验还不按规则重新推算，这一项没有测。
cli-bench-debug = 这是开发版程序，正式版更快（cargo build --release）。
cli-bench-trouble = 无法测量：{ $detail }
cli-value-dir = 文件夹
cli-value-records = 条数

## 错误

cli-error = 错误：{ $text }
cli-error-rule = 规则：{ $rule }
cli-error-citation = 依据：{ $citation }
cli-usage-unknown = 没有选项“{ $found }”。{ $hint ->
    [some] 是不是想写“{ $suggestion }”？
   *[none] 用 --help 查看可用的选项。
}
cli-usage-command = 没有命令“{ $found }”。{ $hint ->
    [some] 是不是想写“{ $suggestion }”？
   *[none] 用 --help 查看可用的命令。
}
cli-usage-missing = 缺少必填的：{ $missing }。请补上，或用 --help 查看用法。
cli-usage-no-command = 没有写要做什么。用 --help 查看可用的命令。
cli-usage-twice = { $found } 写了两次，只能写一次。
cli-usage-conflict = { $found } 不能与 { $other } 同时使用，请去掉其中一个。
cli-usage-no-value = { $found } 后面没有写值，请补上。
cli-usage-utf8 = 参数不是有效的 UTF-8 文字，请检查终端的编码。
cli-usage-many = 多写了“{ $found }”（{ $argument }），请去掉。
cli-usage-value = { $argument } 不能写“{ $found }”，请用 --help 查看可以写什么。
cli-file-failed = { $kind ->
    [absent] 找不到 { $path }。请检查路径。
    [denied] 没有权限读写 { $path }。
    [folder] { $path } 是文件夹，应为文件。
    [no-folder] { $path } 的上级不是文件夹。
    [full] 磁盘已满，无法写入 { $path }。
   *[other] 无法读写 { $path }：{ $detail }
}
cli-file-large = { $path } 太大，最多 { $most } 字节。
cli-file-wrong = { $path } 不能使用。{ $reason }

cli-serve-about = 启动服务：受理操作、按期限办理、送出邮件
cli-serve-usage = xinxieshang serve --config <文件>
cli-serve-config = 配置文件（TOML），样例见 deploy/xinxieshang.toml
cli-serve-examples =
    示例：
      xinxieshang serve --config deploy/xinxieshang.toml
      DATABASE_URL=postgres://xinxieshang@db/xinxieshang xinxieshang serve --config /etc/xinxieshang.toml
cli-serve-started = 服务已启动：http://{ $address}（受理）　http://{ $operators }/metrics（运维）。按 Ctrl+C 停止。
cli-serve-stopping = 正在停止：已收到的办完为止。
cli-serve-stopped = 服务已停止，收到的都已办完。
cli-serve-failed = 服务不能启动：{ $what }

cli-migrate-about = 建立或升级数据库的表；给程序所用的角色授予最少的权限
cli-migrate-usage = xinxieshang migrate --database <地址> [--role <角色>]
cli-migrate-database = postgres://… 或文件路径；不写时用环境变量 DATABASE_URL
cli-migrate-role = 程序登录数据库所用的角色：只能增加记录，不能改、不能删
cli-migrate-examples =
    示例：
      xinxieshang migrate --database postgres://owner@db/xinxieshang --role xinxieshang
cli-migrate-where = 没有说是哪个数据库。请加 --database，或设置环境变量 DATABASE_URL。
cli-migrate-done = { $place } 的表已是最新。
cli-migrate-done-role = { $place } 的表已是最新，角色 { $role } 的权限已设好：可以增加记录，不能改、不能删。

cli-account-about = 账号：由运行服务器的人建立最初的账号，给它身份；或者换一个新密码
cli-account-usage = xinxieshang account <账号> [--name <姓名>] [--as <身份>… --employer <代码> | --region <代码>] [--new-password]
cli-account-login = 登录用的账号，已有的就是给它加身份
cli-account-name = 姓名；建立新账号时必须写
cli-account-database = postgres://… 或文件路径；不写时用环境变量 DATABASE_URL
cli-account-capacity = 身份，可以写多次，如 union_chair、worker_chief、employer_legal_rep、hrss_officer
cli-account-employer = 代表哪家企业：统一社会信用代码
cli-account-region = 负责哪个地区：区划代码，写前几位就包括下面的各县
cli-account-new-password = 给已有的账号换一个新密码
cli-account-examples =
    示例：
      xinxieshang account shen --name 沈秋禾 --as union_chair --as worker_chief --employer 91330784MA0DEM0056
      xinxieshang account luo --name 罗清 --as hrss_officer --region 3307
      xinxieshang account shen --new-password
    密码只显示这一次，请当面交给本人。
cli-account-scope = 给身份时要写明范围：--employer 或 --region，二者写一个。
cli-account-capacity-unknown = 没有“{ $found }”这个身份。
cli-account-name-missing = 没有账号“{ $login }”。要建立它，请加 --name。
cli-account-done = 账号“{ $login }”已办好。
cli-account-password = 密码：{ $password }（只显示这一次）
cli-value-login = 账号
cli-value-name = 姓名
cli-value-capacity = 身份
cli-value-employer = 代码

cli-demo-about = 打开演示：一个虚构的县，十几个走到不同阶段的案件，时钟可以往后拨
cli-demo-usage = xinxieshang demo [--port <端口>] [--folder <文件夹>] [--reset]
cli-demo-port = 网页的端口，默认 8080，只对本机开放
cli-demo-folder = 放数据库和时钟的文件夹；不写时在用户自己的数据文件夹里
cli-demo-reset = 清掉以前的演示，从头开始
cli-demo-examples =
    示例：
      xinxieshang demo
      xinxieshang demo --port 9000 --reset
cli-demo-preparing = 正在准备演示……
cli-demo-where = 不知道把演示放在哪里：没有设置 HOME。请加 --folder。
cli-demo-failed = 演示准备不了：{ $what }
cli-demo-in-use = { $path } 正由另一个演示使用。请先停掉它，或者用 --folder 换一个文件夹。
cli-demo-started = 演示已打开：http://{ $address }　人物、单位、地区均为虚构。按 Ctrl+C 停止。
cli-demo-role = 　{ $title }　账号 { $login }　{ $who }　{ $url }
cli-demo-kept = 密码都是 { $password }。演示时钟现在是 { $now }；数据在 { $folder }，加 --reset 从头开始。

demo-role-chair = 工会主席
demo-role-rep = 职工方协商代表
demo-role-firm = 企业方首席代表
demo-role-review = 人社部门审查员
demo-role-fed = 上级工会
demo-fed-name = 云岚县总工会（虚构）

## backup、restore、drill、move

cli-operator-failed = 不能开始：{ $what }

cli-backup-about = 备份：在服务不停的情况下，把某一时刻的全部数据写入文件夹；已有的部分不重复写
cli-backup-usage = xinxieshang backup --to <文件夹> [--database <地址>] [--copy <文件夹>] [选项]
cli-backup-database = postgres://… 或文件路径；不写时用环境变量 DATABASE_URL
cli-backup-folder = 备份写到哪个文件夹
cli-backup-copy = 再复制到第二处（可以写多次），只复制那里没有的，复制后读回核对
cli-backup-keep = 只保留最近多少份，更早的删除；已删除的个人信息随最后一份旧备份一起消失
cli-backup-heads = 把各案件最新记录的凭据（案件=序号:哈希值）写入这个文件，应另行保管，恢复时用来识别过旧或被改写的备份
cli-backup-examples =
    例：
      xinxieshang backup --database xinxieshang.sqlite --to /var/backups/xinxieshang --copy /mnt/second --keep 30
      xinxieshang backup --database postgres://xinxieshang@db/xinxieshang --to /var/backups/xinxieshang --heads heads.txt
cli-backup-progress = 正在备份
cli-backup-done =
    备份已完成：{ $name }
    来源 { $place }，案件 { $cases } 件，记录 { $records } 条。
    数据段 { $segments } 个，其中新写 { $new } 个，{ $bytes } 字节；复制到 { $copies } 处；删除旧备份 { $removed } 份。
    凭据总哈希（请另行保管）：{ $heads }

cli-restore-about = 恢复：把一份备份恢复到空的数据库，核验全部记录之后才可以使用
cli-restore-usage = xinxieshang restore --from <文件夹> --to <地址> [选项]
cli-restore-folder = 备份所在的文件夹
cli-restore-named = 备份的名称；不写时用最新的一份
cli-restore-target = 恢复到哪里：还不存在的文件，或已建好表的空 PostgreSQL 库（以所有者的身份连接）
cli-restore-head = 出示一条凭据“案件=序号:哈希值”（可以写多次）；数据比它旧或与它不同的，不恢复
cli-restore-heads = 出示一份凭据文件，每行一条
cli-restore-law = 对多少案件重新推算法律效果：all（全部，默认）、sample（抽查）、none（只核验哈希与衔接）
cli-restore-examples =
    例：
      xinxieshang restore --from /var/backups/xinxieshang --to restored.sqlite --heads heads.txt
      xinxieshang restore --from /mnt/second --to postgres://owner@db/xinxieshang
    退出码 1 表示备份损坏、记录不成立或比凭据旧，没有留下任何可用的结果。
cli-restore-progress = 正在恢复
cli-restore-done =
    已恢复：{ $name } → { $place }
    案件 { $cases } 件，记录 { $records } 条，全部核验了哈希与衔接；{ $replayed } 件重新推算了法律效果；出示的凭据 { $heads } 条全部相符。

cli-drill-about = 演练：备份，恢复到临时位置，核验全部记录，报告各用了几分钟
cli-drill-usage = xinxieshang drill --to <文件夹> [--database <地址>] [--scratch <文件夹>]
cli-drill-database = postgres://… 或文件路径；不写时用环境变量 DATABASE_URL
cli-drill-folder = 备份写到哪个文件夹（备份会保留）
cli-drill-scratch = 临时恢复到哪个文件夹（用后删除），默认是系统的临时文件夹
cli-drill-examples =
    例：
      xinxieshang drill --database xinxieshang.sqlite --to /var/backups/xinxieshang
cli-drill-progress = 正在演练
cli-drill-done =
    演练通过：{ $name }
    备份用时 { $backup } 分钟；恢复并核验用时 { $restore } 分钟。案件 { $cases } 件，记录 { $records } 条，全部重新推算无误。

cli-move-about = 搬迁：把一个数据库的全部内容搬到另一个空的数据库，例如从文件搬到 PostgreSQL
cli-move-usage = xinxieshang move --from <地址> --to <地址> [选项]
cli-move-source = 从哪里：sqlite:文件 或 postgres://…（以所有者的身份连接）；先停止使用它的服务
cli-move-target = 到哪里：还不存在的文件，或已建好表的空 PostgreSQL 库（以所有者的身份连接）
cli-move-law = 对多少案件重新推算法律效果：sample（抽查，默认）、all（全部）、none（只核验哈希与衔接）
cli-move-examples =
    例：
      xinxieshang migrate --database postgres://owner@db/xinxieshang --role xinxieshang
      xinxieshang move --from sqlite:xinxieshang.sqlite --to postgres://owner@db/xinxieshang
    要么全部搬到，要么什么都不留下；原来的数据库不变。
cli-move-progress = 正在搬迁
cli-move-done =
    搬迁完成：{ $source } → { $target }
    案件 { $cases } 件，记录 { $records } 条，共 { $rows } 行，逐行读回相同；全部核验了哈希与衔接，{ $replayed } 件重新推算了法律效果。
    请把配置中的 database 改为新的地址，原来的数据库留作核对，不要再用它启动服务。

cli-value-source = 地址
cli-value-target = 地址
cli-value-named = 名称
cli-value-copy = 文件夹
cli-value-keep = 份数
cli-value-head = 凭据
cli-value-heads = 文件
cli-value-law = 范围
cli-value-scratch = 文件夹

## doctor

cli-doctor-about = 体检：数据库、权限、落盘、时钟、磁盘、邮件、字体、放假安排，逐项说明发现了什么、应当怎样、怎么办
cli-doctor-usage = xinxieshang doctor --config <文件> [选项]
cli-doctor-config = 配置文件（TOML），样例见 deploy/xinxieshang.toml
cli-doctor-data-dir = 数据文件夹，默认是当前文件夹下的 data
cli-doctor-fonts = 字体所在的文件夹（可以写多次），默认是 Debian 安装字体的位置
cli-doctor-examples =
    例：
      xinxieshang doctor --config /etc/xinxieshang.toml
    不改动任何东西，不发信。退出码：0 没有必须处理的；1 有必须处理的；2 配置读不出来。
cli-doctor-progress = 正在检查
cli-doctor-good = ✓ { $what }：{ $found }
cli-doctor-line = { $grade ->
    [bad] ✗
   *[watch] ！
} { $what }：{ $found }
    　　应当：{ $required }
    　　办法：{ $mend }
cli-doctor-end = { $worst ->
    [good] 结论：一切正常。
    [watch] 结论：可以运行，标“！”的请留意。
   *[bad] 结论：标“✗”的必须处理。
}

## ballot

cli-ballot-about = 核对投票：用公布的选票清单或者证据包重新计票
cli-ballot-usage = xinxieshang ballot check <核验码> <选票清单或证据包> [选项]
cli-ballot-examples =
    例：
      xinxieshang ballot check 7K4M-2Q9D ballot.json
cli-ballot-check-about = 重新计票，逐张核对，并查找一个核验码；退出码 0 相符，1 有不符
cli-ballot-check-usage = xinxieshang ballot check <核验码> <选票清单或证据包> [选项]
cli-ballot-check-code = 投票后得到的核验码；不查核验码的写“-”
cli-ballot-check-list = 从“投票结果”页面下载的选票清单，或者本案的证据包（.zip，逐份核对里面的选票清单）
cli-ballot-check-examples =
    例：
      xinxieshang ballot check 7K4M-2Q9D ballot.json
      xinxieshang ballot check - ballot.json --json
      xinxieshang ballot check 7K4M-2Q9D bundle.zip
cli-ballot-code = “{ $found }”不是核验码，应为两组共八个字符，例如 7K4M-2Q9D；不查核验码的写“-”。
cli-ballot-holds = 相符
cli-ballot-broken = 不符
cli-ballot-digest = 清单的哈希（表决记录中应当写的是它）：{ $digest }
cli-ballot-bundle = { $path } 不是选票清单文件，或者文件已损坏；作为证据包也读不出来：{ $reason }
cli-ballot-none = { $path } 是证据包，但里面没有选票清单：本案没有登记过线上表决的结果。选举和还没有登记的表决，请在“投票结果”页面下载选票清单再核对。
cli-ballot-list = 选票清单 { $name }：
cli-ballot-rest = 这里只核对选票清单；证据包的其余部分（记录链、名册、法律判断）请用 xinxieshang verify 核验。
cli-value-code = 核验码
cli-value-list = 选票清单

## outbox

cli-outbox-about = 发件箱：列出等候的消息和原因，把失败的重新送出
cli-outbox-usage = xinxieshang outbox list | retry [选项]
cli-outbox-examples =
    例：
      xinxieshang outbox list --failed
      xinxieshang outbox retry
cli-outbox-list-about = 列出还没有送出的消息、失败的原因和下一次尝试的时间
cli-outbox-list-usage = xinxieshang outbox list [--database <地址>] [--failed] [--limit <条数>]
cli-outbox-list-database = postgres://… 或文件路径；不写时用环境变量 DATABASE_URL
cli-outbox-list-failed = 只列出失败过的
cli-outbox-list-limit = 最多看多少条，默认 100，最多 1000
cli-outbox-list-examples =
    例：
      xinxieshang outbox list --database xinxieshang.sqlite --failed
cli-outbox-list-end = 共 { $count } 条。
cli-outbox-line =
    { $message }　发给 { $audience }：{ $what }
    　　失败 { $attempts } 次，下一次 { $next }；{ $problem }
cli-outbox-progress = 正在查看发件箱
cli-outbox-retry-about = 把失败过的消息（或指定的一条）排到现在重新送出，由正在运行的服务送
cli-outbox-retry-usage = xinxieshang outbox retry [<消息>] [--database <地址>]
cli-outbox-retry-message = 消息的编号，见 outbox list；不写时是失败过的全部
cli-outbox-retry-database = postgres://… 或文件路径；不写时用环境变量 DATABASE_URL
cli-outbox-retry-examples =
    例：
      xinxieshang outbox retry --database xinxieshang.sqlite
cli-outbox-retry-done = { $due } 条排到现在重新送出；{ $taken } 条正在由服务送出。
cli-outbox-name = “{ $found }”不是消息的编号，应为“案件.记录.序号”，见 outbox list。
cli-value-limit = 条数
cli-value-message = 消息
demo-role-new = 工会主席（第一次用，还没有案件）
demo-paper-employer = 云岚县石桥竹编有限公司（虚构）
demo-paper-chair-name = 温如玉
demo-new-employer = 云岚县初禾玩具有限公司（虚构）
demo-new-chair-name = 林见微
demo-new-head-name = 秦望舒
demo-tour-begin = 第一次来：工会主席开始一次协商
demo-tour-reply = 企业收到要约：哪天以前答复、怎么算的
demo-tour-rep = 职工方代表在手机上看谈到哪里
demo-tour-board = 谈判桌：各条进展、差距图、成本估算
demo-tour-meeting = 同坐一室：记录员替双方记录
demo-tour-vote = 职代会：表决和结果
demo-tour-review = 人社部门：逐件审查
demo-tour-effect = 合同要点和我的工资
demo-tour-region = 上级工会：看本地区
