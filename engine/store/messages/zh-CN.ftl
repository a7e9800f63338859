# 存储层的提示。每条说明：哪里、发现了什么、怎么办。

store-stale = 案件已有新的记录：您依据的是第 { $expected } 号记录，现在是第 { $found } 号。请刷新后重新办理。
store-already-open = 该企业已有一项正在进行的同类协商（案件 { $case }）。请在该案件中继续办理。
store-act-taken = 操作编号已被第 { $seq } 号记录使用，且内容不同。请重新发起操作。
store-other-document = 随附的文件与本次登记的文件不一致，未作保存。请重新生成文件后再登记。
store-busy = 当前办理的人较多，本次操作尚未受理。请稍后重试。
store-corrupt = 案件 { $case } 的历史记录在第 { $seq } 号处已损坏，不能继续办理。请联系管理员用备份核对。技术信息：{ $what }
store-database = 数据库出错，本次操作未保存。请稍后重试；如再次出现，请联系管理员。技术信息：{ $what }
store-disk = 存放数据的磁盘已满、不能写入或出现故障，本次操作未保存，已有的记录不受影响。请管理员腾出空间或检查磁盘；恢复后不必重启，用同一操作编号重试即可。技术信息：{ $what }
store-migration = 数据库无法打开或升级。请确认程序版本不低于上次使用的版本。技术信息：{ $what }
store-canonical = 数据不能写成规范格式。请更正后重新提交。技术信息：{ $what }
store-box-sealed = 数据库中 { $column } 是用另一把票箱密钥封存的，打不开。请把发起投票时的密钥放回 boxes_key_file 所指的文件，再重新启动。
store-value = 数据库中 { $column } 的内容不正确：{ $found }。请联系管理员用备份核对。
store-exists = 表 { $table } 中已有相同编号的内容。请换用新的编号或版本。
store-missing = 记录中引用的内容不在数据库中（表 { $table }，哈希 { $hash }）。请先补充导入，再重新操作。
store-one-person = 数据集须由一人导入、另一人确认，不能是同一人。
store-no-account = 没有这个账号。请核对后重试。
store-both-sides = 该账号已经代表 { $employer } 的另一方。同一个人不得同时代表劳资双方；请为另一方使用其他人的账号。
store-phone-both-sides = 同一手机号的另一账号已经代表 { $employer } 的另一方。一个手机号不得同时用于劳资双方；请登记本人自己的手机号，或由其他人担任。
store-stopped = 服务正在停止，本次操作未受理。请稍后重试。
store-panicked = 程序在办理本次操作时出现内部错误，操作未保存。请联系管理员。
store-behind = 数据库的表结构比程序旧（还差 { $behind } 步）。请先由数据库的所有者运行 xinxieshang migrate，再启动程序。
store-unreachable = 暂时连不上数据库，本次操作是否已经保存还不能确定。请稍后用同一操作编号重试：已经保存的不会重复办理。
store-not-empty = 目标数据库不是空的（表 { $table } 中已有内容）。请换一个新建的空库。
