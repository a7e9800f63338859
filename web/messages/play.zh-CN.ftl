# play：把情景文件演一遍
play-at-step = 第 { $step } 步（{ $at }）
play-at-program = 程序自己的步骤
play-refused = 第 { $step } 步（{ $at }）没有按预期受理，规则编号 { $rule }。
play-found = 发现：{ $text }
play-required = 要求：{ $text }
play-citation = 依据：{ $text }
play-remedy = 下一步：{ $text }
play-not-refused = 第 { $step } 步已被受理，但情景里写的是应当按规则 { $rule } 被拒绝。
play-not-refused-remedy = 下一步：核对这一步的 with 与 expect；如果引擎确实不该受理，请报告。
play-stage = 第 { $step } 步之后，案件处于“{ $found }”阶段，情景里写的是“{ $expected }”。
play-duty-none = 第 { $step } 步之后，没有名为 { $duty } 的期限事项。
play-duty = 第 { $step } 步之后，期限事项 { $duty } 与情景不同。发现：{ $found }；要求：{ $expected }。
play-no-case = 情景里没有一步开立案件（open_case）。
play-submit = { $place }没有存成：{ $reason }
play-store = 数据库出了问题：{ $reason }。已经写下的不受影响；请检查磁盘空间和权限后重试。
play-typeset = 文书没有排成：{ $reason }
play-paper = 文书数据没有凑齐：{ $reason }
play-broken = 案件历史自相矛盾：{ $reason }。这是程序的错误，请连同情景文件一起报告。
play-bundle = 证据包没有做成：{ $reason }
play-occupied = 输出文件夹 { $path } 里有别的东西，不会覆盖。请换一个 --out，或先把里面的东西移走。
play-disk = 读写 { $path } 失败：{ $reason }。请检查路径、权限和磁盘空间。
play-size = 情景文件有 { $found } 字节，最多 16 MiB。
play-open = 打不开情景文件 { $path }：{ $reason }。请检查路径；文件应为 UTF-8 编码的 TOML。
play-reference = { $place }：“{ $found }”没有定义。以 @ 开头的引用要指向本文件里的人员、合同文本（@terms:名称、@hash:名称）、附件（@attachment:名称）或行为人（@actor:人员:身份）；其他值请核对写法。
play-amount = { $place } 里有超出范围的金额或数量：绝对值最多 1,000,000,000,000,000（分、万分之一或个）。请核对单位，改小后重试。
play-person = 人员“{ $key }”（{ $rule }）：{ $words }
play-twice = “{ $found }”定义了两次，请改成不同的名称。
play-command = 第 { $step } 步：没有叫“{ $found }”的行为。可用的行为：{ $known }。
play-time-back = 第 { $step } 步的时间 { $at } 早于上一步的 { $before }。步骤要按时间先后排列。
play-terms = { $place }：{ $reason }
play-law = 随程序提供的规则或数据损坏：{ $reason }。请重新安装。
play-done = 情景：{ $title }
play-done-stage = 结束于“{ $stage }”阶段，共 { $records } 条记录，{ $refusals } 次按预期拒绝。
play-done-agreement = 合同文书：{ $path }
play-done-documents = 全部文书：{ $path }（{ $count } 份）
play-done-timeline = 时间线：{ $html }（数据：{ $json }）
play-done-bundle = 证据包：{ $path }（核验：xinxieshang verify { $path }）
play-done-child = 另案 { $key }：结束于“{ $stage }”阶段，共 { $records } 条记录，输出在 { $path }
play-progress = 正在演第 { $done } / { $of } 步

# play 的帮助
cli-play-about = 把情景文件演一遍：经过真实的引擎和数据库，生成文书、时间线和证据包
cli-play-usage = xinxieshang play <情景文件> --out <文件夹> [--json]
cli-play-scenario = 情景文件（TOML），格式见 docs/scenario.md
cli-play-out = 输出文件夹；要么完整出现，要么不出现；里面若有别的东西则不覆盖
cli-play-examples =
    示例：
      xinxieshang play tests/scenarios/standard.toml --out out
      xinxieshang play tests/scenarios/deemed.toml --out /tmp/deemed --json
    结果与情景不符时停下，说明步骤、规则和条文，退出状态为 1。
cli-value-scenario = 情景文件
cli-lines = { $text }
