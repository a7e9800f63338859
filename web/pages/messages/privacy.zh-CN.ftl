# 个人信息保护告知（《个人信息保护法》第十七条）

pages-privacy-title = 个人信息保护告知
pages-privacy-lead = 谁在处理您的个人信息、为什么、处理哪些、怎么处理、保存多久，您有哪些权利、找谁办理。
pages-privacy-unnamed = 【待填写】本平台的运营者还没有写明自己的名称和联系方式。请运营者在配置文件的 [operator] 里填写 name 和 contact，填写以前不要正式使用。
pages-privacy-no-name = 【待填写：运营者名称】
pages-privacy-no-contact = 【待填写：联系方式】
pages-privacy-demo = 薪协商演示（虚构）
pages-privacy-demo-contact = 演示里的人物、单位都是虚构的，请不要填写真实信息

pages-privacy-who = 谁在处理
pages-privacy-who-1 = 本平台由{ $operator }运营，是平台上个人信息的处理者，联系方式：{ $contact }。工会导入的职工花名册、双方在案件里填写的人员，分别由填写的工会、企业对内容负责。

pages-privacy-what = 处理哪些信息
pages-privacy-what-1 = 账号：姓名、登录名、手机号、密码的散列值（不存密码本身）、第二步验证用的密钥。
pages-privacy-what-2 = 职工花名册：工会导入的姓名、手机号和用来区分同名的标记。
pages-privacy-what-3 = 案件里的人：协商代表、法定代表人、工会主席、记录员、监票人等的姓名、职务、联系电话；代表名册依法要看的性别、是否外聘、是否企业负责人。
pages-privacy-what-4 = 诉求征集：谁答过、答了什么分开保存，不对应到人。
pages-privacy-what-5 = 投票：谁领过票、谁参加了表决，用来计算到会人数；投了什么不和人对应。
pages-privacy-what-6 = 上传的文件：营业执照、授权委托书、会议记录等。请先遮住用不着的身份证号码、银行账号。
pages-privacy-what-7 = 操作记录：谁在什么时候办了什么、读了哪份保密资料。登录时的网络地址只用来防止有人连续试密码，记在内存里，不写入数据库。平台不要求填写身份证号码，不收集人脸、指纹、位置和通讯录。

pages-privacy-why = 为什么处理
pages-privacy-why-1 = 依法办理工资集体协商：要约、答复、登记代表、协商、表决、签字、报送审查、公布和履行。
pages-privacy-why-2 = 确认是本人在办，防止同一个人代表双方。
pages-privacy-why-3 = 送达文书，在期限届满以前用短信、邮件提醒。
pages-privacy-why-4 = 让双方、人社部门、仲裁机构和法院可以核对案件从头到尾没有被改动。
pages-privacy-why-5 = 处理的依据是：按照依法签订的集体合同实施人力资源管理所必需，履行法定职责或者法定义务所必需；不属于这两种的，经您同意（《个人信息保护法》第十三条）。
pages-privacy-why-6 = 不用来做广告，不做画像，不由程序自动作出对您有重大影响的决定。

pages-privacy-how = 怎么处理
pages-privacy-how-1 = 由程序收集、保存、展示、按期删除；由有权限的经办人查看和更正。
pages-privacy-how-2 = 案卷记录里不写姓名，只写编号和加盐的指纹；姓名、电话放在另外的表里，可以单独删除，删除以后记录照样可以核验。
pages-privacy-how-3 = 密码只存散列值；商业秘密和保密资料每次被打开都留下记录，双方首席代表看得到。
pages-privacy-how-4 = 投票时身份和选择分开，票箱里没有姓名、时间和先后。

pages-privacy-others = 还有谁会看到
pages-privacy-others-1 = 本案的双方、记录员、职代会工作人员、负责审查的人社部门、上级工会，各自只看职责以内的。
pages-privacy-others-2 = 企业看不到职工花名册，看不到谁提了什么诉求，也看不到谁投了什么票。
pages-privacy-others-3 = 短信、邮件由运营者选定的服务商代发，只交给它号码或者邮箱和要发的内容。
pages-privacy-others-4 = 不出售，不向其他人提供；法律、行政法规另有规定的除外。

pages-privacy-long = 保存多久
pages-privacy-long-1 = 职工花名册：用到不再需要为止，工会随时可以删除一个人或者整份名册里的人。
pages-privacy-long-2 = 账号：用到您不再代表任何一方为止，之后可以请运营者停用。
pages-privacy-long-3 = 案件里的姓名和电话：到合同终止、争议和审查都办完为止；法律、行政法规规定保存更久的，按规定。到期删除以后，案卷里只剩编号和指纹。
pages-privacy-long-4 = 签字的文书：由双方和人社部门按档案规定保存。
pages-privacy-long-5 = 短信验证码、邀请链接、投票链接：用过或者过期就失效。
pages-privacy-long-6 = 投票名册上的姓名：投票截止、结果登记以后，工会主席或者职代会工作人员可以把一个案件里的全部删除，之后只剩编号和指纹。

pages-privacy-rights = 您的权利
pages-privacy-rights-1 = 查阅、复制：登录以后，在“我的事项”和案件页面可以看到您办过的事和您的信息；看不到的，可以向运营者要（《个人信息保护法》第四十五条）。
pages-privacy-rights-2 = 更正、补充：案件里写错的，在案件页面点“更正”；花名册写错的找工会；账号写错的找运营者（第四十六条）。
pages-privacy-rights-3 = 删除：目的已经实现、不再需要、您撤回了同意或者处理违法的，可以要求删除（第四十七条）。法律要求保存的期限没有到的，停止除保存以外的处理。
pages-privacy-rights-4 = 撤回同意：随时可以，不影响撤回以前已经办的事（第十五条）。撤回以后，可以改用纸质办理，期限和权利不受影响。
pages-privacy-rights-5 = 要求解释：对本告知哪里不明白，可以要求运营者说明（第四十八条）；也可以向网信部门、人社部门投诉（第六十五条）。

pages-privacy-ask = 找谁办理
pages-privacy-ask-1 = 向{ $operator }提出，联系方式：{ $contact }。没有答复或者被拒绝的，可以要求说明理由，也可以依法向人民法院起诉（《个人信息保护法》第五十条）。
pages-privacy-ask-2 = 处理的目的、方式或者信息种类变了，先改本页再照办；需要您同意的，重新征得同意（第十四条）。
