# The written mandate to print (D05).

pages-mandate-title = 授权委托书
pages-mandate-hint = 打印后填写、签字、盖章，扫描或者拍照，登记协商代表时作为“书面委托”上传。每种委托一张。
pages-mandate-proxy = 授权委托书（代理首席代表）
pages-mandate-outsider = 授权委托书（本单位以外的专业人员）
pages-mandate-party = 委托单位
pages-mandate-principal = 委托人
pages-mandate-agent = 受托人
pages-mandate-post = 职务或者单位：
pages-mandate-id = 身份证件号码
pages-mandate-phone = 电话：
pages-mandate-under = 根据
pages-mandate-proxy-worker = 现书面委托受托人代理委托人担任职工方首席代表，参加工资集体协商。
pages-mandate-proxy-employer = 现书面委托受托人代理委托人担任企业方首席代表，参加工资集体协商。
pages-mandate-outsider-worker = 现书面委托受托人作为本单位以外的专业人员担任职工方协商代表，参加工资集体协商。受托人不担任首席代表。
pages-mandate-outsider-employer = 现书面委托受托人作为本单位以外的专业人员担任企业方协商代表，参加工资集体协商。受托人不担任首席代表。
pages-mandate-scope = 委托事项和权限：
pages-mandate-limits = 无权办理的事项：
pages-mandate-term = 委托期限：自＿＿＿＿年＿＿月＿＿日起至＿＿＿＿年＿＿月＿＿日止。期限内撤销或者变更委托的，应当另行书面通知对方。
pages-mandate-copies = 受托人应当遵守协商规则，不采取威胁、收买、欺骗等行为，保守在协商过程中知悉的商业秘密。本委托书一式三份，委托人、受托人各执一份，送对方一份。
pages-mandate-signed = 委托人（签字、单位盖章）：
pages-mandate-taken = 受托人（签字）：
pages-mandate-date = ＿＿＿＿年＿＿月＿＿日
pages-mandate-link = 打印授权委托书（首席代表不是工会主席、法定代表人的，或者外聘专业人员，需要书面委托）
