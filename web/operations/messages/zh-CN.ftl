# 备份、恢复、搬迁的提示。每条说明：哪里、发现了什么、怎么办。

operations-step-backup = 正在备份（表 { $table }）
operations-step-fill = 正在写入（表 { $table }）
operations-step-check = 正在读回核对（表 { $table }）

operations-file = 不能读写 { $path }：{ $what }。请检查路径、权限和磁盘空间。
operations-no-backup = { $path } 中没有备份。请核对文件夹。
operations-in-use = { $path } 正被另一次备份使用。请等它结束后再试。
operations-damaged = 备份文件 { $path } 已损坏或被改动（{ $what }），没有恢复任何内容。请改用另一份备份或另一处的副本。
operations-newer = { $path } 的备份是由更新版本的程序制作的（含有表 { $table }）。请用新版本的程序恢复。
operations-differs = 表 { $table } 写入后读回的内容与原来不同，没有留下可用的结果。请检查目标数据库所在的磁盘后重试。
operations-chain = 案件 { $case } 的第 { $seq } 号记录不成立：{ $what }。没有留下可用的结果。请改用更早的备份，并保留现有数据供核查。
operations-chain-head = 记录与案件最新位置的登记不一致
operations-chain-row = 登记的编号或哈希值与记录原文不一致
operations-older = 这份数据比出示的凭据旧：案件 { $case } 在这里只到第 { $found } 号记录，凭据显示至少有第 { $wanted } 号。没有留下可用的结果。请找更新的备份。
operations-forked = 案件 { $case } 的第 { $seq } 号记录与出示的凭据不同：历史被改写过，或凭据属于另一个系统。没有留下可用的结果。
operations-served = 数据库还在使用中（最晚到 { $until }）。请先停止服务，稍候再搬迁。
operations-present = { $path } 已经存在。请换一个文件名，或先把它移走。
operations-heads = 凭据第 { $line } 行写作“{ $found }”，应为“案件=序号:哈希值”。

## doctor：每项一句“查什么”，一句“应当怎样”，一句“怎么办”

operations-doctor-token = 本机程序的通行令牌
operations-doctor-token-found = { $length } 个字符，其中不同的 { $different } 个
operations-doctor-token-none = 没有设置，本机程序不能代他人办理
operations-doctor-token-required = 自己生成的、不能猜到的至少 32 个字符
operations-doctor-token-mend = 本机没有程序要代他人办理的，去掉配置中的 token；有的，用 openssl rand -hex 32 重新生成，并告知该程序。

operations-doctor-secrets = 含密码的文件
operations-doctor-secrets-closed = 只有所有者可读
operations-doctor-secrets-open = 别的用户也能读：{ $paths }
operations-doctor-secrets-unread = 读不到：{ $paths }
operations-doctor-secrets-required = 配置文件、密码文件和密钥文件（邮件、短信、webhook、票箱）都在，只有运行服务的用户可读
operations-doctor-secrets-mend = chmod 600 这些文件，并把所有者改为运行服务的用户；缺少的，放回配置所指的位置。

operations-doctor-database = 数据库
operations-doctor-database-found = { $place }，{ $version }，{ $megabytes } MB，表是最新的
operations-doctor-database-required = 连得上，表与程序的版本一致
operations-doctor-database-mend = 核对配置的 database 或环境变量 DATABASE_URL；表不是最新的，由所有者运行 xinxieshang migrate。

operations-doctor-durable = 数据落盘
operations-doctor-durable-good = 提交即落盘的设置都对
operations-doctor-durable-found = { $settings }
operations-doctor-durable-required = 断电时已答复的记录不丢失，损坏能及早发现
operations-doctor-durable-mend = 在数据库的配置中改回所列的值后重启数据库；quick_check 不是 ok 的，停止服务，用备份恢复。data_checksums 用 pg_checksums 开启。

operations-doctor-rights = 数据库权限
operations-doctor-rights-owner = 程序所用的角色可以改动或删除记录
operations-doctor-rights-least = 程序所用的角色只能增加记录
operations-doctor-rights-required = 服务使用只能增加、不能改动记录的角色
operations-doctor-rights-mend = 由所有者运行 xinxieshang migrate --role <角色>，并在配置中改用这个角色登录。

operations-doctor-clock = 时钟
operations-doctor-clock-found = 本机 { $now }；与数据库相差 { $apart } 毫秒；落后于最新记录 { $ahead } 毫秒
operations-doctor-clock-required = 相差不超过 1 秒；落后超过 5 秒不能再登记，超前数据库超过 5 秒不再自动执行到期事项、发送消息和截止投票
operations-doctor-clock-mend = 在本机和数据库服务器上开启时间同步（如 chrony），核对日期和时区。

operations-doctor-boxes = 票箱密钥
operations-doctor-boxes-sealed = 有，票箱封存后才写入数据库
operations-doctor-boxes-file = 不需要：票箱是单独的文件，不留旧内容
operations-doctor-boxes-none = 没有设置，不能发起线上投票
operations-doctor-boxes-required = 用 PostgreSQL 的，所有服务进程有同一把不在数据库里的票箱密钥
operations-doctor-boxes-mend = 用 openssl rand -hex 32 写入一个文件（chmod 600），在每个进程的配置中写 boxes_key_file = "该文件"。没有进行中的投票时，可以换一把新的并销毁旧的。

operations-doctor-disk = 磁盘空间
operations-doctor-disk-found = { $path } 还有 { $megabytes } MB（{ $share }%）
operations-doctor-disk-server = 数据库服务器的磁盘从这里看不到，请在那台机器上另行监测；本机 { $path } 还有 { $megabytes } MB（{ $share }%）
operations-doctor-disk-required = 至少 2048 MB 且不少于 10%
operations-doctor-disk-mend = 清理或扩大磁盘；旧备份可以用 backup --keep 减少。

operations-doctor-mail = 邮件
operations-doctor-mail-none = 没有设置邮件服务器，邮件都在发件箱里等候
operations-doctor-mail-found = { $host } 应答正常，登录成功，没有发信
operations-doctor-mail-required = 邮件服务器应答，加密和登录正常
operations-doctor-mail-mend = 核对配置 [mail] 的主机、端口、加密方式、用户和密码文件，以及到邮件服务器的网络。

operations-doctor-fonts = 字体
operations-doctor-fonts-there = 排版所需的字体都在
operations-doctor-fonts-required = 文书所需的中文字体和生僻字字体都已安装
operations-doctor-fonts-mend = 安装 fonts-noto-cjk 和 fonts-hanazono。

operations-doctor-calendar = 放假安排
operations-doctor-calendar-found = 已载入：{ $years }
operations-doctor-calendar-required = 今年的必须有；明年的在国务院办公厅公布后（通常在 11 月）载入
operations-doctor-calendar-mend = 用 xinxieshang calendar import 载入，一人载入、另一人核对。

operations-doctor-operator = 运营者
operations-doctor-operator-named = 个人信息保护告知写明的运营者：{ $name }
operations-doctor-operator-unnamed = 没有写明运营者，个人信息保护告知里是待填写
operations-doctor-operator-required = 个人信息保护告知写明处理者的名称和联系方式（《个人信息保护法》第十七条）
operations-doctor-operator-mend = 在配置的 [operator] 里写 name 和 contact。
operations-doctor-front = 对外地址
operations-doctor-front-found = 对外地址 { $address }，信任的代理 { $proxies } 个
operations-doctor-front-required = 对外走 https，并写明信任哪些代理；否则登录凭证可能经明文传送，所有访问者看起来来自同一个地址，一个人试错密码会连累别人
operations-doctor-front-mend = 在配置里写 public_address = "https://…"，在 [listen] 里写 trusted_proxies = ["代理的地址"]；代理要传 X-Forwarded-For 和 X-Forwarded-Proto。
operations-doctor-voter-script = 投票脚本
operations-doctor-voter-script-there = 程序带有投票脚本，手机上可以用盲签方式投票
operations-doctor-voter-script-none = 构建时没有取到 npm 包，网上投票只有简易方式
operations-doctor-voter-script-required = 程序带有投票脚本
operations-doctor-voter-script-mend = 联网后运行 ./run 或 ./test 重新构建程序，或改用发布的安装包。
