# 核验程序对人说的话。

## 每行的样子

verify-line-pass = [通过] { $text }
verify-line-fail = [不符] { $text }
verify-line-not-checked = [未核] { $text }
verify-place-record = 第 { $seq } 条记录：
verify-place-member = { $member }：

## 文件读不了

verify-unreadable-zip = 不是完整的 zip 文件：找不到结尾的目录。请重新下载证据包。
verify-unreadable-manifest = zip 里没有 manifest.json，不是证据包。
verify-unreadable-members = 文件太多：有 { $found } 个，最多 { $limit } 个。
verify-unreadable-size = 解压后太大：共 { $found } 字节，最多 { $limit } 字节。
verify-unreadable-ratio = { $member } 压缩得异常紧，像是压缩炸弹，没有解压。

## 压缩包的形式

verify-archive-pass = 压缩包完好，共 { $count } 个文件。
verify-zip-after-end = 压缩包结尾之后还有内容，证据包不应有注释或附加内容。
verify-zip-volumes = 压缩包写成了分卷形式，证据包应是单独一个文件。
verify-zip-directory = 压缩包的目录前后有空隙，或者目录的长度与写明的不同。
verify-zip-gap = 在压缩包中的位置不对：应在第 { $expected } 字节，写的是第 { $found } 字节。文件之间不应有空隙、重叠或换序。
verify-zip-twice = 同名文件出现了两次。
verify-zip-order = 文件没有按名称排序：排在了 { $before } 之后。
verify-zip-name = 文件名不合规定：只能用英文字母、数字、点、横线、下划线和斜线，不能跳出文件夹。
verify-zip-header = 压缩包里这个文件的说明与证据包的固定形式不同（时间、属性、压缩方法、加密标记等）。
verify-zip-local = 压缩包里这个文件的说明前后两处不一致，或者内容被截断。
verify-zip-inflate = 解不开，或者解开后的长度与写明的不同。
verify-zip-checksum = 解开后的内容与压缩包中的校验码（CRC）不符。

## 规范形式

verify-json-utf8 = 第 { $at } 字节起不是 UTF-8 文字。
verify-json-form = 第 { $at } 字节处与格式不符：缺字段、多字段、字段名不对、有空格或者写法不对。
verify-json-after = 第 { $at } 字节起有多余的内容。
verify-json-depth = 第 { $at } 字节处嵌套超过 64 层。
verify-json-order = 第 { $at } 字节处的字段没有按顺序排列，或者重复。
verify-json-name = 第 { $at } 字节处的字段名不是英文字符。
verify-json-control = 第 { $at } 字节处有未转义的控制字符，或者文字没有结束。
verify-json-escape = 第 { $at } 字节处的转义写法不是规范形式。
verify-json-integer = 第 { $at } 字节处的数字不是规范的整数，或者超过 10 的 15 次方。

## 清单

verify-manifest-pass = 清单格式正确。
verify-manifest-fields = 清单的字段不对：{ $found }
verify-manifest-format = 清单写的格式是“{ $found }”，应为“{ $expected }”。
verify-manifest-order = 清单没有按名称排序，或者有重复：{ $name }

## 文件与清单

verify-files-pass = 清单上的 { $count } 个文件都对得上。
verify-files-unlisted = 在压缩包里，但清单上没有。
verify-files-kind = 证据包不应有这种文件。
verify-files-missing = 应在压缩包里，但没有。
verify-files-size = 大小不符：清单写 { $expected } 字节，实际 { $found } 字节。
verify-files-hash = SHA-256 不符：清单写 { $expected }，实际是 { $found }。
verify-files-hash-form = 清单写的 SHA-256 不是 64 位小写十六进制数：{ $found }
verify-files-required = 清单标为未提供或已删除，但这种文件必须在包内。
verify-files-there = 清单标为未提供或已删除，压缩包里却有。
verify-files-withheld = 未提供给本次核验的人，内容没有核对。
verify-files-erased = 已依法删除，内容没有核对。

verify-readme-pass = 说明文字是固定的那一份。
verify-readme-differs = 说明文字被改过，与固定的文字不同。

## 记录链

verify-chain-pass = { $count } 条记录首尾相接，时间没有倒退。
verify-chain-missing = 没有记录，或者记录解不开。
verify-chain-line-end = 应有一条以换行结束的记录，但内容到此中断。
verify-chain-seq = 序号应为 { $expected }，写的是 { $found }：有记录被删除、插入或者调换。
verify-chain-prev = 与上一条接不上：上一条的哈希值是 { $expected }，这里写的是 { $found }。这两条中有一条被改过。
verify-chain-act = 操作编号不是规定的形式（UUID 第 7 版，小写）：{ $found }
verify-chain-act-twice = 操作编号与第 { $first } 条相同，同一操作只能记录一次。
verify-chain-case = 案件编号变了：应为 { $expected }，写的是 { $found }。
verify-chain-case-id = 案件编号不是规定的形式（UUID 第 7 版，小写）：{ $found }
verify-chain-rules = 适用的规则变了：应为 { $expected }，写的是 { $found }。
verify-chain-rules-hash = 规则的哈希值不是 64 位小写十六进制数：{ $found }
verify-chain-at = 记录时间不是规定的形式（如 2026-03-18T09:30:00.000+08:00）：{ $found }
verify-chain-time-back = 记录时间倒退：上一条是 { $before }，这条是 { $found }。

verify-head-pass = 最后一条记录与清单一致，哈希值 { $hash }。
verify-head-case = 案件编号与清单不符：清单写 { $expected }，记录是 { $found }。
verify-head-seq = 记录条数与清单不符：清单写 { $expected } 条，实际 { $found } 条。
verify-head-hash = 最后一条记录的哈希值与清单不符：清单写 { $expected }，实际是 { $found }。

## 规则、数据、模板、附件、文书

verify-rules-pass = 本案规则与记录中的哈希值一致。
verify-rules-missing = 缺少本案适用的规则 { $hash }。
verify-datasets-pass = { $count } 份公布的数据与记录中的哈希值一致。
verify-templates-pass = { $count } 份文书模板与名称一致。
verify-attachments-pass = { $count } 份附件与记录中的哈希值一致。
verify-ballots-pass = { $lists } 份选票清单、{ $ballots } 张选票重新计票一致，与登记的表决结果相符。
verify-ballots-missing = 表决的选票清单 { $list } 不在证据包里，没有重新计票。请另行索取清单，用 ballot check 核对。
verify-ballots-twice = 同一份选票清单被登记成了两次表决。
verify-ballots-about = 选票清单不是这个案件、这份草案的表决。
verify-ballots-figure = 登记的表决结果与选票清单不符（{ $name ->
    [total] 全体应到人数（不应少于名册人数）
    [issued] 线上领票人数
    [plain] 简易方式领票人数
    [returned] 线上收回张数
    [paper] 纸质票张数（不应多于领纸质票和不在名册上的人数）
    [yes] 同意票数
    [no] 不同意票数
    [voters] 线上名册人数
    [slips] 登记册上领纸质票的人数
    [listed-yes] 线上同意票数
    [listed-no] 线上不同意票数
    [listed-abstain] 线上弃权票数
   *[abstain] 弃权票数
}）：登记的是 { $recorded }，清单重算是 { $counted }。
verify-rolls-pass = { $rolls } 份投票名册与选票清单写明的哈希值一致，人数相同，没有人列两次。
verify-rolls-missing = 选票清单写明的名册 { $roll } 不在证据包里，没有核对。
verify-rolls-unreadable = 这不是投票名册，或者文件已损坏。
verify-rolls-twice = 编号 { $id } 在名册上列了两次。
verify-rolls-voters = 名册上有 { $found } 人，选票清单写的是 { $voters } 人。
verify-named-hash = 内容与名称不符：名称是 { $expected }，内容算出来是 { $found }。
verify-named-unmentioned = 没有任何记录提到这个文件。
verify-documents-pass = { $count } 份文书的哈希值都在记录中。
verify-documents-unmentioned = 没有任何记录提到这份文书，它算出来的哈希值是 { $hash }。

## 个人信息

verify-persons-pass = { $count } 份个人信息与记录中的承诺值一致。
verify-persons-fields = 个人信息文件的字段不对：{ $found }
verify-persons-order = 个人信息没有按编号排序，或者有重复：{ $id }
verify-persons-salt = 编号 { $id } 的盐值不是 64 位小写十六进制数。
verify-persons-commit = 编号 { $id } 的个人信息与承诺值不符，信息或盐值被改过。
verify-persons-unmentioned = 没有任何记录为编号 { $id } 写下这个承诺值。

## 法律重算与末尾

verify-law-pass = 按随附的规则和数据把 { $count } 条记录逐条重新推算，结果与记录完全一致。
verify-law-rules = 随附的规则读不懂，无法重新推算。
verify-law-datasets = 这条记录所依据的数据集不在证据包里，或内容与其哈希值不符。
verify-law-unread = 这条记录里的行为人、行为或事实不是平台会写出的样子。
verify-law-refused = 按规则重新推算，这个行为本应被拒绝（规则编号 { $rule }），记录里却写着已受理。
verify-law-events = 按规则重新推算，行为“{ $command }”产生的结果与记录里写的不同。
verify-law-impossible = 这条记录的结果与它之前的案情对不上。
verify-law-unstruck = 在这条记录之前，期限事项“{ $duty }”已经到期，却没有相应的到期记录。
verify-law-strike-id = 这条到期记录不是平台时钟写下的。
verify-papers-pass = { $count } 份文书都由记录中的行为生成，没有缺少，合同文书与签署的条款一致。
verify-papers-unrecorded = 没有任何记录生成过这份文书。
verify-papers-missing = 记录里生成过这份文书，证据包和清单里却没有它。
verify-papers-other-pdf = 这份文书与记录里生成的那一份不同。
verify-papers-other-data = 这份文书的数据与记录里生成的那一份不同。
verify-papers-template = 生成这份文书所用的模板不在证据包里。
verify-papers-terms = 合同文书印出的条文与其条款数据不一致。
verify-not-without-chain = 记录链断了，没有核对文书、附件和个人信息，也没有按规则重新推算。
verify-not-without-rules = 规则或数据对不上，没有按规则重新推算。
verify-not-without-manifest = 清单读不了，没有逐个核对文件。
verify-tail-not-anchored = 末尾没有锚定：仅凭本包看不出最后几条记录是否被截去、改写或续写。请把最后一条记录的哈希值与您手中的回执或文书对照。
