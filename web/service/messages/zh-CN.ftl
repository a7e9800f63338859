# 服务的提示。每条说明：发现了什么、怎么办。

service-config-value = 配置文件「{ $place }」处有误：{ $what }
service-config-token = 配置中的 token 只有 { $found } 个字符，至少要 32 个。可以用 openssl rand -hex 32 生成。
service-config-range = 配置中的 { $setting } 为 { $found }，超出允许的范围（100 至 3600000 毫秒）。
service-listen = 不能在 { $address } 上监听：{ $what }。请检查端口是否被占用，或在配置中换一个端口。
service-mail-settings = 邮件设置有误：{ $what }。请检查配置中的 [mail]。

service-refused = 不符合规定，未予办理
service-stale = 案件已有新的记录
service-already-open = 已有同类协商
service-act-taken = 操作编号已被使用
service-other-document = 文件不一致
service-busy = 请稍后重试
service-corrupt = 案件历史已损坏
service-unavailable = 暂时不能办理
service-unreadable = 请求的内容读不懂
service-unauthorized = 没有通行令牌
service-not-found = 没有这个地址
service-slow = 办理超时

service-body-detail = 请求的内容没有完整收到，或超过了大小限制：{ $what }
service-unreadable-detail = 请求的内容不是约定的 JSON：{ $what }
service-id-detail = act 和 case 须是第 7 版 UUID：前者每次操作新取一个，重试时沿用；后者由立案的操作确定。
service-unauthorized-detail = 请在本机调用，并在 Authorization 中带上「Bearer 」和配置中的 token。
service-slow-detail = 请求在 { $seconds } 秒内没有完成，可能是内容没有收全，也可能是服务繁忙。请稍后用同一操作编号重试：已经保存的不会重复办理。
service-not-found-detail = 这个地址下没有内容。请核对网址。

service-mail = 邮件没有送出：{ $what }
service-mail-none = 还没有设置邮件服务器，邮件在等候。请在配置中填写 [mail]。
service-mail-subject = 【薪协商】{ $employer }：{ $what }
service-mail-text =
    { $employer } 的工资集体协商（案件 { $case }）有新进展：{ $side }已办理「{ $what }」。

    请登录薪协商查看详情。本邮件由系统自动发出，不具有送达的法律效力，期限以系统页面为准。
service-side-clock = 系统按期限
service-side-employer = 企业方
service-side-none = 有关单位
service-side-worker = 职工方

service-receiver-settings = 接收方 { $name } 的设置有误：{ $what }。请检查配置中的 [[webhook]] 和 [sms]：名称只用小写字母、数字和连字符且不重复，网址以 https:// 开头，密钥文件第一行为 whsec_ 开头的密钥。
service-receiver-none = 配置中没有接收方 { $name }，没有送出。请在配置中补上，或不再理会这条消息。
service-post-url = 网址不能使用：{ $what }
service-post-private = 网址指向内部地址 { $address }，没有送出。确属自己网络的，在配置中写 private = true。
service-post-silent = 对方 { $seconds } 秒内没有应答
service-post-broken = 连不上对方，或连接中断：{ $what }
service-post-status = 对方应答 HTTP { $status }，没有接收
service-bounced = { $receiver } 报告没有送达：{ $what }
service-signature-detail = 签名不符，或时间相差超过五分钟。请用该接收方的密钥，按 Standard Webhooks 对原文签名。
service-no-message-detail = 没有经这个接收方送出的这条消息。请核对 message，应为收到时的 webhook-id。
service-sms-text = 【薪协商】{ $employer }的工资集体协商有新进展：{ $side }已办理“{ $what }”。请登录查看。

# Before a last day.
service-reminder-subject = 【薪协商】{ $employer }：期限提醒，{ $due } 到期
service-reminder-mail =
    { $employer } 的工资集体协商（案件 { $case }）：{ $text }

    请登录薪协商办理。本邮件由系统自动发出，不具有送达的法律效力，期限以系统页面为准。
service-reminder-sms = 【薪协商】期限提醒：{ $text }请登录办理。
service-forbidden = 不能办理
service-method = 方法不对
service-fields = 填写有误

# Reminders of a day in one message.
service-digest-subject = 【薪协商】今天有{ $count }条期限提醒
service-digest-line = { $employer }：{ $text }
service-digest-mail =
    { $lines }

    请登录薪协商办理。本邮件由系统自动发出，不具有送达的法律效力，期限以系统页面为准。
service-digest-sms = 【薪协商】{ $count }条期限提醒：{ $lines }请登录办理。

# Before a ballot closes, to those who haven't taken part.
service-ballot-reminder = 【薪协商】{ $employer }的{ $about }将于 { $at } 截止，签到名册上您还没有领票。请打开您的个人投票链接；有账号的，或者单位花名册上有您的手机号的，登录后首页第一项就是。参不参加、选什么由您自己决定。
service-ballot-draft = 工资集体合同草案表决
service-ballot-election = 代表选举
