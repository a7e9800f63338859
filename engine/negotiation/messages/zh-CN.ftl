# 协商过程：拒绝的说明、检查结果、名称、下一步。
# 每条拒绝和检查有三句：found 说看到了什么，required 说规定要什么，remedy 说接下来做什么。条文出处另行显示，句中不写条号。

## 谁可以办、什么时候可以办

neg-who-found = 现在由“{ $actor }”办理“{ $command }”，这个身份不能办这件事。
neg-who-required = { $count ->
    [one] “{ $command }”由{ $first }办理。
    [two] “{ $command }”由{ $first }或{ $last }办理。
   *[more] “{ $command }”由{ $first }、{ $last }等人办理。
}
neg-who-remedy = 请由能办这件事的人登录后办理；如果您同时有这个身份，请先切换身份。
neg-who-list-found = 您现在以“{ $actor }”的身份办理“{ $command }”，但登记的代表名册上，这个身份不是您。
neg-who-list-required = 首席代表和协商代表以登记的名册为准，由名册上的本人办理。
neg-who-list-remedy = 请由名册上的{ $actor }办理。首次协商会议以前名册有变动的，由本方重新登记代表名册；以后有变动的，办理“更换协商代表”。
neg-who-vacant-found = { $side }的首席代表现在空缺，不能办理“{ $command }”。
neg-who-vacant-required = 首席代表的事由首席代表办理；首席代表离任的，他以前办的事仍然有效，以后的事由新的首席代表办理。
neg-who-vacant-remedy = 请{ $side }先办理“更换协商代表”，选出新的首席代表，或者书面委托另一名代表担任首席代表，并书面通知对方。
neg-who-no-union-found = 这家企业没有工会，“{ $actor }”不能办理“{ $command }”。
neg-who-no-union-required = 没有工会的企业，由职工在地方工会或者行业工会指导下推选的代表办理；指导的工会以“上级工会”的身份参与。
neg-who-no-union-remedy = 请由职工方首席代表办理；登记和更换职工方代表，指导的工会也可以用“上级工会”的身份办理。
neg-who-own-slip-found = 确认笔误更正的是提出更正的一方自己。
neg-who-own-slip-required = 文本的笔误由双方首席代表共同更正：一方提出，另一方确认。
neg-who-own-slip-remedy = 请对方的首席代表核对文本后确认。
neg-who-own-reply-found = 答复要约的是发出要约的一方自己。
neg-who-own-reply-required = 要约由收到要约的一方书面答复。
neg-who-own-reply-remedy = 请等对方答复。对方没有使用平台的，可以把对方的纸质答复录入，由对方或者记录员等中立人员确认。
neg-who-own-delivery-found = 登记送达的是发出要约的一方自己。
neg-who-own-delivery-required = 要约什么时候收到，由收到的一方确认，或者由不属于任何一方的人登记。
neg-who-own-delivery-remedy = 请由对方登记收到日期；对方没有账号的，请由记录员、上级工会或者人社部门经办人凭回执登记。
neg-who-recorder-found = 选定的记录员也在双方的代表名册上。
neg-who-recorder-required = 记录员由双方共同选定，不能是任何一方的协商代表，应当中立并且保密。
neg-who-recorder-remedy = 请双方另选一位不是协商代表的记录员，再开始会议。
neg-who-other-side-found = 这是另一方的立场，您不能替另一方填写。
neg-who-other-side-required = 各方的要求和回应由本方填写；双方都不方便填写时，由本次会议的记录员代双方记录。
neg-who-other-side-remedy = 请由对方填写，或者请本次会议的记录员记录。记录经双方首席代表确认纪要后才有约束力。
neg-who-service-found = 您登记的是另一方收到审查意见的日期。
neg-who-service-required = 收到审查意见的日期由收到的一方登记，或者由人社部门经办人等不属于任何一方的人登记。
neg-who-service-remedy = 请由收到意见的一方登记，或者请人社部门经办人凭送达回执登记。
neg-stage-found = 本案现在处于“{ $stage }”，还不能或者不再能“{ $command }”。
neg-stage-required = “{ $command }”要在“{ $needed }”时办理。
neg-stage-remedy = { $next }

## 时间

neg-time-back-found = 这一步的时间是{ $found }，早于上一条记录。
neg-time-back-required = 记录时间不能倒退，应不早于{ $required }。
neg-time-back-remedy = 请校准服务器时间后重试。以前在线下做的事，请用“录入纸质办理”，写上纸上的日期。
neg-not-due-found = 期限“{ $duty }”现在没有到期，或者已经处理过。
neg-not-due-required = 只有到期而且日期确定的期限才由时钟登记。
neg-not-due-remedy = 不需要处理，到期时系统会自动登记。
neg-fact-date-found = 填写的日期是{ $found }。
neg-fact-date-required = 日期应在{ $from }至{ $to }之间。
neg-fact-date-remedy = 请核对纸上或者回执上的日期，改正后重新提交。
neg-fact-meeting-found = 会议日期“{ $found }”早于当天，或者没有写明地点。
neg-fact-meeting-required = 会议要写明日期和地点，日期不能早于当天。
neg-fact-meeting-remedy = 请与对方商定日期和地点，填好后重新提交。
neg-fact-congress-found = 职代会日期是{ $found }，应到人数是{ $total }人。
neg-fact-congress-required = 职代会日期不能早于提交的当天；应到人数是全体职工代表（或者全体职工）的人数，不能是0。
neg-fact-congress-remedy = 请改正会议日期和应到人数，重新提交审议。

## 填写的内容

neg-fact-empty-found = 有一项必须填写的内容是空的。
neg-fact-empty-required = 这一步的内容要写明白，不能留空。
neg-fact-empty-remedy = 请把空着的内容补上，再提交一次。
neg-fact-amount-found = 有一个数额超出了可以记录的范围，或者内容无法记录。
neg-fact-amount-required = 金额以分计算，绝对值不超过10的15次方（十万亿元）。
neg-fact-amount-remedy = 请核对金额和单位，改正后重新提交。
neg-fact-unions-found = 提议的企业工会{ $unions }家，本行业（区域）的企业工会一共{ $of }家。
neg-fact-unions-required = 提议的企业工会至少一家，并且不超过企业工会总数。
neg-fact-unions-remedy = 请核对两个数字；没有企业工会提议的，不用填。
neg-fact-headcount-found = 职工{ $headcount }人，其中女职工{ $female }人，被派遣劳动者{ $dispatched }人。
neg-fact-headcount-required = 职工人数要大于0，女职工、残疾职工和被派遣劳动者的人数都不能超过职工人数。
neg-fact-headcount-remedy = 请核对三个人数，改正后重新立案。
neg-fact-chair-found = 没有写明由哪一方的首席代表主持会议。
neg-fact-chair-required = 协商会议由双方首席代表轮流主持。
neg-fact-chair-remedy = 请选定本次会议由职工方还是企业方的首席代表主持。
neg-fact-attending-found = 到会名单里有不在代表名册上的人，或者只有一方到会。
neg-fact-attending-required = 到会的人应当是双方名册上的协商代表，双方都要有人到会。
neg-fact-attending-remedy = 请核对到会名单。首次会议以前要换代表的，先重新登记代表名册。
neg-fact-position-found = 条款“{ $clause }”还没有对方的意见可以接受。
neg-fact-position-required = 能接受的是对方已经在会上提出的意见。
neg-fact-position-remedy = 请先由对方提出意见，或者提出本方的意见。
neg-fact-request-found = 没有对方提出的第{ $number }项资料要求，或者提供的不是资料。
neg-fact-request-required = 提供资料时写的编号，应当是对方要求提供资料时得到的编号，全案从1起连续编号。
neg-fact-request-remedy = 请对照对方的要求核对编号；不是答复某一项要求的，可以不写编号。
neg-fact-objection-found = { $clause ->
    [none] 没有写明对什么提出异议。
   *[other] 合同文本里没有编号为“{ $clause }”的条款。
}
neg-fact-objection-required = 异议要逐条写明，条款编号要与报送的文本一致；对主体资格或者协商程序的异议可以不写条款。
neg-fact-objection-remedy = 请由人社部门经办人对照报送的文本，逐条写明异议和修改意见。
neg-fact-count-found = 应到{ $total }人，实到{ $present }人，发出{ $issued }票，收回{ $returned }票，同意、不同意、弃权合计{ $cast }票，表决日期{ $held }。
neg-fact-count-required = 实到不超过应到，发出不超过实到，收回不超过发出，三种票合计不超过收回；其中线上表决的发出、收回张数不超过总数；表决日期应在{ $from }至{ $to }之间。
neg-fact-count-remedy = 请与监票人核对计票报告，改正后重新登记。
neg-fact-hall-found = 应到{ $total }人，线上表决的名册{ $voters }人，登记册记着{ $paper }人领了纸质票；会场发出纸质票{ $given }张，收回{ $back }张；同意{ $yes }票、不同意{ $no }票、弃权{ $abstain }票，其中线上票箱里同意{ $listed-yes }票、不同意{ $listed-no }票、弃权{ $listed-abstain }票。
neg-fact-hall-required = 平台核对规则，不是条文另设的条件：应到不少于名册人数；会场发出的纸质票不多于登记册上领纸质票的和不在名册上的人，合计{ $most }张；收回不超过发出；各项票数不少于线上票箱里的，多出来的合计不超过会场收回的。
neg-fact-hall-remedy = 请与监票人核对会场的计票报告和登记册，改正后重新录入。
neg-hall-second-found = 会场发出纸质票{ $given }张，登记册记着{ $paper }人领了纸质票，却由一个人直接登记。
neg-hall-second-required = 平台核对规则，不是条文另设的条件：线上的票人人可以重算，会场的纸质票由一人录入，另一人确认同样的数以后才算数。
neg-hall-second-remedy = 请在“纸质办理”里录入表决结果，附计票报告，写明监票人；再请另一位有资格的人登录后确认。
neg-fact-elected-found = 代表产生的日期写的是{ $found }，到{ $to }还没有到这一天。
neg-fact-elected-required = 先选举、推举或者指派代表，再登记名册。
neg-fact-elected-remedy = 请核对选举、推举或者指派的日期；还没有选举的，选出后再登记。
neg-fact-number-found = 更正后的人数是{ $found }。
neg-fact-number-required = 人数应在{ $from }至{ $to }之间：职工人数不能少于其中一部分职工的人数，一部分职工的人数不能多于职工人数。
neg-fact-number-remedy = 请核对人数；几个人数都写错的，先更正使它们不矛盾的那一个。
neg-fact-vote-found = 更正后应到{ $total }人，实到{ $present }人，同意{ $yes }票，三种票合计{ $cast }票；数字互相矛盾，或者表决结果会因此改变。
neg-fact-vote-required = 更正计票报告只改登记错的数字，到会人数够不够、草案通过没有通过，不因更正改变。
neg-fact-vote-remedy = 请与监票人核对计票报告。结果确实不同的，请重新召开会议表决，再登记结果。
neg-fact-slip-found = 更正后的文本与现在的文本完全一样。
neg-fact-slip-required = 更正笔误要提交改好的全文。
neg-fact-slip-remedy = 请改正笔误以后再提交；没有要改的，不用办理。
neg-no-slip-found = 没有第{ $slip }项等待确认的笔误更正。
neg-no-slip-required = 只能确认已经提出、还没有确认的笔误更正。
neg-no-slip-remedy = 请核对编号；没有提出的，由一方首席代表先提出。
neg-fact-change-found = 填写了从哪天起变更，可是这一项不按变更登记。
neg-fact-change-required = 从某天起变更的，是企业名称、企业的法定代表人和工会主席；变更以前办理的事项照旧有效。其他各项是当初记录错了。
neg-fact-change-remedy = 请把变更的日期留空，按更正提出。
neg-fact-stale-found = 您写的原值是“{ $named }”，现在记录的是“{ $found }”。
neg-fact-stale-required = 更正要从现在记录的值改起。
neg-fact-stale-remedy = 可能已经有人更正过。请刷新页面，看现在的记录，仍需更正的再提出。
neg-fact-dataset-found = 没有找到这一步要用的数据集（放假安排、最低工资等）。
neg-fact-dataset-required = 计算期限和检查要用已经载入的数据集，采用新数据集时要写明是哪些。
neg-fact-dataset-remedy = 请管理人员载入数据集（一人载入，另一人确认），然后重试。
neg-fact-dataset-own-found = “{ $command }”这一步另外写明了要用的数据集。
neg-fact-dataset-own-required = 立案时写明本案用哪些数据集，以后只有“采用新数据”能换；其他各步都用本案已经采用的数据集。
neg-fact-dataset-own-remedy = 请去掉这一步写明的数据集再办理；要换数据集的，先办理“采用新数据”。
neg-rules-profile-found = 立案写的规则是{ $required }，给出的规则是{ $found }。
neg-rules-profile-required = 立案用哪里的规则，就要给出哪里的规则。
neg-rules-profile-remedy = 请核对企业所在地区，重新立案。
neg-rules-region-found = 企业在{ $region }（地区代码{ $code }），立案选的是{ $found }。
neg-rules-region-required = 企业在哪里，就用哪里的规定：这里用{ $required }。
neg-rules-region-remedy = 先核对地区代码。代码没有错的，规则改选{ $required }；不选规则的，系统按地区确定。
neg-rules-cn = 全国的规定
neg-rules-zj = 浙江省的规定
neg-rules-hz = 杭州市的规定
neg-rules-nb = 宁波市的规定
neg-rules-unknown-found = 没有找到本案适用的规则版本（{ $found }）。
neg-rules-unknown-required = 一个案件从立案到结束使用同一个规则版本。
neg-rules-unknown-remedy = 请管理人员把这个版本的规则放回规则库，然后重试。
neg-state-impossible-found = 这一步的结果与案件以前的记录对不上：{ $found }。
neg-state-impossible-required = 每一步都应当接得上以前的记录。
neg-state-impossible-remedy = 这是程序的错误，没有保存任何内容。请记下时间和案件编号，联系技术人员。
neg-text-character-found = “{ $place }”第{ $index }个字符是看不见的控制或格式字符（{ $code }）。
neg-text-character-required = 文字里不能有看不见的字符，这样表决的文字和印出的文字才一样。
neg-text-character-remedy = 请删去这个字符，或者把这段文字重新输入一遍。
neg-text-length-found = “{ $place }”有{ $found }个字。
neg-text-length-required = 一段文字最多{ $max }个字。
neg-text-length-remedy = 请删减文字，或者分成几段填写。
neg-chk-uscc-found = { $party }的统一社会信用代码“{ $found }”校验不通过。
neg-chk-uscc-required = 统一社会信用代码是18位，末位是按前面各位算出来的校验位。
neg-chk-uscc-remedy = 请对照营业执照或者工会法人资格证书核对代码，改正后重新提交。
neg-chk-idno-found = 身份证号码有{ $length }位，校验不通过。
neg-chk-idno-required = 身份证号码是18位，第7至14位是出生日期，末位是按前面各位算出来的校验位（X要大写）。
neg-chk-idno-remedy = 请对照身份证核对号码，改正后重新提交；号码不是必填的，可以先不填。

## 要约和答复

neg-chk-offer-fields-found = 要约有{ $topics }项议题，会议日期{ $meeting }，地点“{ $place }”。
neg-chk-offer-fields-required = 要约用书面形式，写明协商的时间、地点和内容：至少一项议题，每项有名称和要求，日期不能早于当天。
neg-chk-offer-fields-remedy = 请在要约书里把缺的内容补上，再发出。
neg-chk-offer-reps-found = 发出要约的一方还没有登记协商代表。
neg-chk-offer-reps-required = 这里的规定要求要约写明本方的协商代表。
neg-chk-offer-reps-remedy = 请先登记本方的代表名册，再发出要约。
neg-chk-reply-fields-found = 答复写的会议日期是{ $meeting }，地点“{ $place }”；日期、地点、内容中有一项缺少，或者日期早于当天。
neg-chk-reply-fields-required = 答复用书面形式，写明对议题的意见，并约定协商的时间和地点。
neg-chk-reply-fields-remedy = 请在应约书里把缺的内容补上，再提交答复。

## 协商代表

neg-chk-rep-min-found = 名册上有{ $found }人。
neg-chk-rep-min-required = { $max ->
    [none] 每方协商代表至少{ $min }人。
   *[other] 每方协商代表{ $min }至{ $max }人。
}
neg-chk-rep-min-remedy = 请本方按产生代表的办法调整人数，再重新登记名册。
neg-chk-rep-scale5-found = 这是规模以上企业，名册上有{ $found }人。
neg-chk-rep-scale5-required = { $max ->
    [none] 规模以上企业每方协商代表至少{ $min }人。
   *[other] 规模以上企业每方协商代表{ $min }至{ $max }人。
}
neg-chk-rep-scale5-remedy = 请本方按产生代表的办法调整人数，再重新登记名册。
neg-chk-rep-ext13-found = 名册上{ $total }人，其中外聘专业人员{ $found }人。
neg-chk-rep-ext13-required = 外聘专业人员不超过本方代表人数的三分之一，这里最多{ $allowed }人。
neg-chk-rep-ext13-remedy = 请减少外聘人员，或者增加本单位的代表，再重新登记名册。
neg-chk-chief-internal-found = 名册上有{ $chiefs }名首席代表，其中外聘人员{ $external }名。
neg-chk-chief-internal-required = 每方首席代表一名，由本单位的人担任，不能由外聘人员代理。
neg-chk-chief-internal-remedy = 请在名册上只标明一名本单位的首席代表，再重新登记。
neg-chk-chief-delegation-found = 有{ $found }人需要书面委托，但没有附上委托书。
neg-chk-chief-delegation-required = 首席代表不是工会主席或者法定代表人的，要有书面委托；外聘专业人员由首席代表书面委托。
neg-chk-chief-delegation-remedy = 请签好授权委托书，在名册上传扫描件，再重新登记。
neg-chk-rep-dual-found = 名册上有{ $both }人同时是对方代表，{ $twice }人重复列入，企业负责人担任职工方代表或者工会主席、工会工作人员担任企业方代表的有{ $managers }人。
neg-chk-rep-dual-required = 一个人不能同时代表双方，也不能列两次；企业负责人不宜担任职工方代表，工会主席和工会工作人员不宜担任企业方代表，宁波规定不能担任。
neg-chk-rep-dual-remedy = 请换下这些人，由本方按产生办法另选代表，再重新登记名册。
neg-chk-rep-parity-found = 职工方代表{ $worker }人，企业方代表{ $employer }人。
neg-chk-rep-parity-required = { $rule ->
    [equal] 双方协商代表人数应当相等。
   *[warn] 企业方代表不能多于职工方代表。双方人数相等符合所有规定。
}
neg-chk-rep-parity-remedy = 请双方商量调整人数，最好人数相等，再由要调整的一方重新登记名册。
neg-chk-rep-elected-found = 代表产生记录：应投票{ $total }人，同意{ $votes }票，没有达到要求，或者产生办法不对，或者没有附上选举记录。
neg-chk-rep-elected-required = { $way ->
    [appointed] 职工方代表由工会选派，或者由职工投票过半数产生。
    [half_of_workers] 没有工会的，职工方代表由职工民主推荐，得到全体职工半数以上同意，并留有记录。
    [most_workers] 没有工会的，职工方代表由职工推选，得到全体职工过半数同意，并留有记录。
    [most] 没有工会的，职工方代表在地方工会或者行业工会指导下推选，得到全体职工代表或者全体职工过半数同意，并留有记录。
   *[elected] 职工方代表由职工代表大会或者职工大会选举，得到全体过半数同意，并留有选举记录。
}
neg-chk-rep-elected-remedy = 请职工方按要求的办法产生代表，上传选举记录，写明应投票人数和票数，再重新登记名册。
neg-chk-rep-total-found = 选举或者推举记录按{ $total }名职工计算，企业的职工人数记录是{ $headcount }名。
neg-chk-rep-total-required = 由职工选举或者推举的，按全体职工计算。
neg-chk-rep-total-remedy = 名册已经登记。请核对两个人数：选举记录写错的，重新登记名册；职工人数写错的，提出更正。
neg-chk-rep-women-found = 职工方代表中有女代表{ $female }人。
neg-chk-rep-women-required = 女职工较多的单位，代表中要有相应比例的女代表；按人数比例约为{ $expected }人。
neg-chk-rep-women-remedy = 这不影响登记。请考虑增加女代表。
neg-chk-rep-disabled-found = 职工方代表中有残疾职工代表{ $found }人。
neg-chk-rep-disabled-required = 残疾职工较多的单位，代表中要有相应比例的残疾职工代表；按人数比例约为{ $expected }人。
neg-chk-rep-disabled-remedy = 这不影响登记。请考虑增加残疾职工代表。
neg-chk-rep-dispatched-found = 职工{ $headcount }人中被派遣劳动者有{ $dispatched }人，职工方代表中没有被派遣劳动者。
neg-chk-rep-dispatched-required = 使用被派遣劳动者较多的单位，协商时要有被派遣劳动者的代表参加；平台把超过一成看作较多。
neg-chk-rep-dispatched-remedy = 这不影响登记。请考虑增加被派遣劳动者的代表。
neg-chk-chief-principal-found = 企业方首席代表凭书面委托担任，名册上没有标明他是法定代表人或者主要负责人。
neg-chk-chief-principal-required = 企业方首席代表由法定代表人或者主要负责人担任；杭州也可以是有书面委托的其他企业负责人。
neg-chk-chief-principal-remedy = 这不影响登记。他是主要负责人的，请在名册上标明；不是的，请考虑改由主要负责人担任。
neg-chk-conduct-found = { $fault ->
    [disorder] 有人反映协商代表扰乱协商秩序。
    [threat] 有人反映协商代表威胁对方。
    [bribery] 有人反映协商代表收买对方。
    [deceit] 有人反映协商代表欺骗或者提供虚假信息。
    [delay] 有人反映协商代表故意拖延。
   *[disclosure] 有人反映协商代表泄露商业秘密。
}
neg-chk-conduct-required = { $fault ->
    [disclosure] 协商代表要保守协商中知道的商业秘密。
   *[other] 协商代表要维护协商秩序，不得威胁、收买、欺骗，不得提供虚假信息或者故意拖延。
}
neg-chk-conduct-remedy = 已经记录在案，协商继续。请双方首席代表查明情况；需要更换代表的，办理“更换协商代表”。
neg-chk-rep-protection-found = { $on }，职工方代表在受保护期间{ $treatment ->
    [dismissal] 被解除劳动合同
    [dismissal_cn] 被解除劳动合同
    [not_extended] 劳动合同到期没有延续
    [post_change] 被调整岗位
    [post_change_cn] 被调整岗位
   *[pay_cut] 因参加协商被扣减工资或者福利
}，本人{ $consent ->
    [yes] 同意
   *[no] 没有同意
}。
neg-chk-rep-protection-required = { $treatment ->
    [dismissal] 受保护期间不得解除劳动合同，但是严重违反依法制定的规章制度，严重失职、营私舞弊造成重大损害，兼职严重影响工作或者拒不改正，被依法追究刑事责任的除外。
    [dismissal_cn] 受保护期间不得解除劳动合同，但是严重违反依法制定的规章制度，严重失职、营私舞弊造成重大损害，被依法追究刑事责任的除外。
    [not_extended] 履行代表职责期间劳动合同到期的，自动延长到职责履行完毕。
    [post_change] 未经本人同意，不得调整岗位。
    [post_change_cn] 没有正当理由，不得调整岗位。
   *[pay_cut] 参加协商视为提供正常劳动，工资和福利不受影响。
}
neg-chk-rep-protection-remedy = 已经记录在案。请企业说明理由并改正；不改正的，职工可以请人社部门责令改正并要求赔偿，工会应当支持。
neg-elected-first-found = 企业没有工会，职工方还没有登记推选出来的协商代表。
neg-elected-first-required = 没有工会的，职工在地方工会或者行业工会指导下先推选代表、选出首席代表，再由首席代表发出或者答复要约。
neg-elected-first-remedy = 请先办理“登记代表名册”，附上推选记录，写明全体人数和同意票数。
neg-fact-rep-found = “{ $command }”里写的人不在代表名册上。
neg-fact-rep-required = 要写名册上的人；更换代表时，可以写已经登记空缺的人。
neg-fact-rep-remedy = 请对照代表名册核对，改正后重新提交。
neg-fact-rep-listed-found = 接替的人已经在代表名册上。
neg-fact-rep-listed-required = 名册上的人只能接替首席代表：书面委托他担任首席代表，原来的名额不变。
neg-fact-rep-listed-remedy = 要补一个名额的，请另选一名不在名册上的人；要换首席代表的，请写明接替首席代表并标明首席代表。
neg-fact-notice-found = 没有附上给对方的书面通知。
neg-fact-notice-required = 更换协商代表，要书面通知对方。
neg-fact-notice-remedy = 请写好书面通知送达对方，上传通知，再办理更换。
neg-reps-first-found = 代表名册还没有登记。
neg-reps-first-required = 先产生并登记协商代表，才能公布代表、交换名单和开会；开会要双方的名册都已登记。
neg-reps-first-remedy = 请还没有登记的一方先办理“登记代表名册”。

## 会议、纪要、草案

neg-session-open-found = 上一次会议还没有结束。
neg-session-open-required = 一次会议结束以后，才能开始下一次会议。
neg-session-open-remedy = 请先结束现在的会议，再开始新的会议。
neg-no-session-found = 现在没有正在进行的会议。
neg-no-session-required = 提出意见、接受意见和结束会议，都在会议进行中办理。
neg-no-session-remedy = 请先由首席代表或者记录员开始会议。
neg-minutes-of-closed-found = 第{ $session }次会议没有召开，或者还没有结束。
neg-minutes-of-closed-required = 会议结束以后，双方首席代表才确认纪要。
neg-minutes-of-closed-remedy = 请先结束会议，或者核对会议的次数。
neg-confirmed-already-found = 您这一方已经确认过第{ $session }次会议的纪要。
neg-confirmed-already-required = 每次会议的纪要，双方首席代表各确认一次。
neg-confirmed-already-remedy = 不用再办。对方还没有确认的，请提醒对方首席代表。
neg-chk-minutes-signed-found = 第{ $session }次会议的纪要还没有经双方首席代表确认。
neg-chk-minutes-signed-required = 会议记录由双方首席代表确认签字，谈定的内容从这时起有约束力；全部纪要确认以后才能草签。
neg-chk-minutes-signed-remedy = 请双方首席代表先确认第{ $session }次会议的纪要，再草签草案。
neg-chk-first-chair-found = 首次会议由收到要约一方的首席代表主持。
neg-chk-first-chair-required = 这里的规定是首次会议由发出要约一方的首席代表主持。
neg-chk-first-chair-remedy = 这不影响会议。以后的会议请双方轮流主持。
neg-chk-chair-turn-found = 连续两次会议由同一方的首席代表主持。
neg-chk-chair-turn-required = 协商会议由双方首席代表轮流主持。
neg-chk-chair-turn-remedy = 这不影响会议。下一次请由另一方的首席代表主持。
neg-no-draft-found = 现在没有等待草签的草案。
neg-no-draft-required = 先有合同草案，双方首席代表才能草签。
neg-no-draft-remedy = 请由工会、首席代表或者记录员先提出合同草案全文。
neg-initialled-already-found = 您这一方的首席代表已经草签过这份草案。
neg-initialled-already-required = 每份草案，双方首席代表各草签一次。
neg-initialled-already-remedy = 不用再办。对方还没有草签的，请提醒对方首席代表。
neg-clerical-found = 这份草案标明只改笔误，但现在不是在修改被提出异议的文本。
neg-clerical-required = 只有人社部门提出异议以后，才区分只改笔误和修改内容。
neg-clerical-remedy = 请去掉“只改笔误”的标记，再提出草案。
neg-text-agreed-found = 草案里条款“{ $clause }”与双方在会上谈定的文字或者数额不一样。
neg-text-agreed-required = 双方确认的纪要里谈定的内容，要原样写进草案。
neg-text-agreed-remedy = 请按纪要改正草案；确实要改的，请双方在会上重新谈定，确认纪要后再写进草案。
neg-text-clerical-found = 这份草案标明只改笔误，但改动了数额、岗位、奖励、期限、适用范围或者条款的增减。
neg-text-clerical-required = 只改笔误的，只能改文字；改动内容的，要重新提交职代会审议。
neg-text-clerical-remedy = 请去掉“只改笔误”的标记重新提出草案，草签后提交职代会审议。
neg-text-slip-found = 更正后的文本改动了数额、岗位、奖励、期限、适用范围、必备事项或者条款的增减。
neg-text-slip-required = 已经通过的文本只能更正标题和文字里的笔误；改动内容的，要按变更合同的程序协商，并重新提交职代会审议。
neg-text-slip-remedy = 请只改笔误后重新提出；确实要改动内容的，请双方协商变更，重新表决、签字、报送。
neg-text-changed-found = 您这一步指的文本（{ $found }）不是现在正在办理的文本。
neg-text-changed-required = 草签、表决、签字、报送、公布的应当是同一份文本（{ $required }）。
neg-text-changed-remedy = 请刷新页面，打开现在的文本，看过以后再办理。要改动文本的，请双方重新协商。

neg-fact-package-found = 现在没有对方提出的第{ $package }份一揽子意见可以接受。
neg-fact-package-required = 能接受的是对方提出、还摆在桌面上的一揽子意见，而且要整份接受。
neg-fact-package-remedy = 请核对编号；对方已经换了新的一份，或者已经就其中的条款另提意见的，请看最新的意见。
neg-fact-package-twice-found = 这份一揽子意见里，条款“{ $clause }”写了两次。
neg-fact-package-twice-required = 一份一揽子意见里，每个条款只写一次。
neg-fact-package-twice-remedy = 请删去重复的一项，再提出。

## 文本的格式

neg-terms-empty-found = “{ $place }”是空的。
neg-terms-empty-required = 合同文本的标题、适用范围、条款标题和条款内容都要写，条款至少一条。
neg-terms-empty-remedy = 请在草案里补上这一处。
neg-terms-many-found = “{ $place }”有{ $found }项，超出了上限。
neg-terms-many-required = 一份文本最多200个条款，岗位、奖励、单价、算法规则、保险各最多100项。
neg-terms-many-remedy = 请合并或者删减后再提出草案。
neg-terms-long-found = “{ $place }”有{ $found }个字，超出了上限。
neg-terms-long-required = 名称和标题最多200个字，一个条款最多5000个字。
neg-terms-long-remedy = 请删减文字，或者分成几个条款。
neg-terms-id-found = “{ $place }”里有编号“{ $found }”，写法不对。
neg-terms-id-required = 编号用1至40个小写字母、数字或者短横线。
neg-terms-id-remedy = 请改正编号后再提出草案。
neg-terms-twice-found = “{ $place }”里“{ $found }”出现了两次。
neg-terms-twice-required = 每个编号、每个数额名称只能出现一次。
neg-terms-twice-remedy = 请改名或者删去重复的一项。
neg-terms-unused-found = “{ $place }”列出了数额“{ $found }”，但条款文字里没有用到它。
neg-terms-unused-required = 列出的每个数额都要写进条款文字，这样表决的数额和印出的数额才一样。
neg-terms-unused-remedy = 请在条款文字里写上这个数额，或者删去它。
neg-terms-grades-found = “{ $place }”（{ $found }）的技能等级没有从低到高排列，或者有重复。
neg-terms-grades-required = 每个岗位的技能等级从低到高排列，每级只写一次。
neg-terms-grades-remedy = 请把等级按从低到高的顺序重新排列。
neg-terms-range-found = “{ $place }”的下限{ $found }高于上限。
neg-terms-range-required = 下限不能高于上限。
neg-terms-range-remedy = 请核对上下限，改正后再提出草案。
neg-terms-term-found = “{ $place }”写的期限是{ $found }，合同还没有开始就已经结束。
neg-terms-term-required = 合同期限至少一天：写月数的，从1个月起；写起止日期的，终止日期不能早于起始日期。
neg-terms-term-remedy = 请核对合同期限，改正后再提出草案。
neg-terms-amount-found = “{ $place }”的数额是{ $found }，超出了可以记录的范围。
neg-terms-amount-required = 金额以分计算，绝对值不超过10的15次方（十万亿元）。
neg-terms-amount-remedy = 请核对数额和单位，改正后再提出草案。

## 文本的检查

neg-item-name = { $item ->
    [labour_quota] { neg-item-labour-quota }
    [distribution] { neg-item-distribution }
    [average_wage] { neg-item-average-wage }
    [payment] { neg-item-payment }
    [overtime_allowance_bonus] { neg-item-overtime-allowance-bonus }
    [adjustment] { neg-item-adjustment }
    [leave_pay] { neg-item-leave-pay }
    [special_pay] { neg-item-special-pay }
    [term] { neg-item-term }
    [change] { neg-item-change }
    [end] { neg-item-end }
   *[liability] { neg-item-liability }
}
neg-chk-wage-items-found = 文本里没有关于“{ neg-item-name }”的条款（一共缺{ $count }项）。
neg-chk-wage-items-required = { $must ->
    [yes] 工资专项集体合同应当写明这一项；确实不适用的，也要有一个条款写明不适用和原因。
   *[no] 工资专项集体合同一般要写明这一项。
}
neg-chk-wage-items-remedy = 请在草案里补上这个条款，由双方谈定后重新提出草案。
neg-chk-minwage-strict-found = 文本里最低的月工资是{ $found }元，{ $region }的最低月工资标准是{ $local }元（{ $document }）。
neg-chk-minwage-strict-required = { $compare ->
    [more_than] 合同的工资标准应当高于当地最低工资标准，等于也不行。
   *[at_least] 合同的工资标准不能低于当地最低工资标准。
}
neg-chk-minwage-strict-remedy = 请双方重新谈定最低工资和各岗位等级的下限，改好后重新提出草案。
neg-chk-minwage-strict-no-data-found = 没有比较最低工资：文本没有写明最低工资，或者还没有{ $region }的最低工资标准。
neg-chk-minwage-strict-no-data-required = 合同的工资标准要与当地最低工资标准比较。
neg-chk-minwage-strict-no-data-remedy = 这不影响办理。请工会自己对照当地公布的标准核对。
neg-ot-name = { $key ->
    [ot_workday] 工作日延长工作时间
    [ot_rest_day] 休息日加班
   *[ot_holiday] 法定节假日加班
}
neg-chk-ot-mult-found = { neg-ot-name }的工资写的是{ $found }。
neg-chk-ot-mult-required = { neg-ot-name }的工资不低于{ $required }。
neg-chk-ot-mult-remedy = 请双方改正这个比例，重新提出草案。
neg-chk-ot-mult-no-data-found = 文本没有用数额写明{ neg-ot-name }的工资比例，没有比较。
neg-chk-ot-mult-no-data-required = 加班工资不低于规定的比例：工作日延长150%，休息日200%，法定节假日300%。
neg-chk-ot-mult-no-data-remedy = 这不影响办理。请在加班条款里写明比例，方便核对。
neg-chk-guideline-found = 约定的工资增长是{ $found }，{ $region }工资指导线的{ $lower ->
    [none] 下线没有公布
   *[other] 下线是{ $lower }
}，{ $upper ->
    [none] 上线没有公布
   *[other] 上线是{ $upper }
}。
neg-chk-guideline-required = 工资指导线是协商的参考，不是限制。
neg-chk-guideline-remedy = 这不影响办理。请双方在纪要里写明这样约定的理由。
neg-chk-guideline-no-data-found = 没有比较工资指导线：文本没有写明工资增长，或者还没有{ $region }当年的工资指导线。
neg-chk-guideline-no-data-required = 工资指导线是协商的参考，不是限制。
neg-chk-guideline-no-data-remedy = 这不影响办理。工资指导线公布后可以对照参考。
neg-chk-real-growth-found = 约定的工资增长是{ $found }，{ $region }上一年居民消费价格变动是{ $cpi }。
neg-chk-real-growth-required = 工资增长低于物价上涨时，实际工资是下降的；协商工资时要参考物价。
neg-chk-real-growth-remedy = 这不影响办理。请工会在提交职代会时向职工说明。
neg-chk-real-growth-no-data-found = 没有比较物价：文本没有写明工资增长，或者还没有{ $region }上一年的居民消费价格指数。
neg-chk-real-growth-no-data-required = 协商工资时要参考当地居民消费价格指数。
neg-chk-real-growth-no-data-remedy = 这不影响办理。指数公布后可以对照参考。
neg-chk-grade-monotone-found = 岗位“{ $post }”有较高等级的津贴低于较低等级。
neg-chk-grade-monotone-required = 确定工资要考虑技能等级，一般等级越高津贴越高。
neg-chk-grade-monotone-remedy = 这不影响办理。请双方核对这个岗位的等级津贴。
neg-chk-term-1-3y-found = 合同期限是{ $months }个月。
neg-chk-term-1-3y-required = 合同期限为{ $min }至{ $max }年，工资专项集体合同一般为1年。
neg-chk-term-1-3y-remedy = 这不影响草签，已经记录在案。请双方考虑把期限改到{ $min }至{ $max }年之间。

## 中止和协调

neg-no-suspension-found = 现在没有等待答复的中止提议，或者提议的下次协商日期已经过去。
neg-no-suspension-required = 先由一方首席代表提议中止，写明下次协商的时间、地点和内容，另一方再答复。
neg-no-suspension-remedy = 请先办理“提议中止协商”，重新写明下次协商的日期。
neg-chk-suspend-consent-found = { $worker ->
    [yes] 职工方同意中止
   *[no] 职工方没有同意中止
}，{ $employer ->
    [yes] 企业方同意中止。
   *[no] 企业方没有同意中止。
}
neg-chk-suspend-consent-required = { $who ->
    [both] 中止协商要双方同意。
   *[worker] 中止协商要职工方同意；省里的另一规定要求双方同意，企业方的意见也要记录。
}
neg-chk-suspend-consent-remedy = { $who ->
    [both] 请没有同意的一方答复；不同意的，请继续协商，或者撤回提议。
   *[worker] 职工方还没有同意的，请职工方首席代表答复；只缺企业方同意的，不影响中止，已经记录在案。
}
neg-chk-suspend-60d-found = 下次协商定在{ $found }。
neg-chk-suspend-60d-required = 中止的时间累计不能超过规定的天数，这一次最晚到{ $required }为止。
neg-chk-suspend-60d-remedy = 中止有效，但到{ $required }期满。请双方把下次协商改在这一天或者以前，提前恢复协商。
neg-coordination-applied-found = 本案已经在协调处理中，不用再申请。
neg-coordination-applied-required = 一方申请协调，或者人社部门主动协调，一次就够了。
neg-coordination-applied-remedy = 请把您这一方的意见和材料直接交给人社部门的协调人员。
neg-coordination-accepted-found = 人社部门已经受理了这次协调。
neg-coordination-accepted-required = 一次协调受理一次，期限从受理的那一天起算。
neg-coordination-accepted-remedy = 不用再办。请继续协调，登记协调处理协议或者协调未成。
neg-coordination-not-accepted-found = 人社部门还没有受理这次协调。
neg-coordination-not-accepted-required = 先受理，再调查、协调，然后登记结果；延长期限也在受理以后。
neg-coordination-not-accepted-remedy = 请先办理“受理协调”。在纸面上已经受理的，用“录入纸质办理”，写上受理的日期。
neg-coordinate-extend-found = 以前已经延长{ $before }日，这一次要延长{ $found }日。
neg-coordinate-extend-required = 协调处理的期限可以延长，前后加起来最多{ $allowed }日，至少1日。
neg-coordinate-extend-remedy = 请改正延长的天数；已经延长满的，请在期限内结束协调，逾期的记录在案，仍然可以登记结果。
neg-chk-coordinate-30d-found = 在{ $found }才决定延长协调期限。
neg-chk-coordinate-30d-required = 延长要在协调期限届满以前决定，期限到{ $required }为止。
neg-chk-coordinate-30d-remedy = 已经记录在案，期限不因此改变。请尽快结束协调并登记结果。
neg-coordinate-signed-found = 协调处理协议书还没有经协调人员和双方首席代表全部签字盖章。
neg-coordinate-signed-required = 协调处理协议书由协调人员和双方首席代表签字盖章后生效。
neg-coordinate-signed-remedy = 请先请没有签字的人签字盖章，再登记。谈不成的，登记协调未成。
neg-who-resume-found = 这次协调不是您这一方申请的，或者人社部门已经主动受理。
neg-who-resume-required = 申请协调的一方可以撤回申请、继续协商；人社部门还没有受理主动协调的，或者逾期没有办结的，任何一方都可以继续协商。
neg-who-resume-remedy = 请与申请的一方商量，由他撤回；或者请人社部门登记协调的结果。

## 职代会

neg-chk-congress-size-found = 职工{ $workers }人，职工代表{ $found }人。
neg-chk-congress-size-required = 按职工人数，职工代表至少{ $required }人。
neg-chk-congress-size-remedy = 这不影响审议。请工会核对职工代表名单，需要的话先补选代表。
neg-chk-all-staff-found = 企业有职工{ $workers }人，采用职工大会。
neg-chk-all-staff-required = 不足100人的企业可以用职工大会代替职代会；100人以上的一般召开职代会。
neg-chk-all-staff-remedy = 这不影响审议。请工会考虑召开职代会。
neg-chk-roll-all-found = 企业有职工{ $workers }人，名册上{ $found }人。
neg-chk-roll-all-required = 职工大会的出席人数和同意票数都按全体职工计算，名册应当列入全体职工。
neg-chk-roll-all-remedy = 请核对名册，补上漏列的职工；职工人数有变动的，请写明。
neg-chk-congress-managers-found = 代表{ $total }人，其中中层以上管理人员{ $found }人。
neg-chk-congress-managers-required = 中层以上管理人员不超过代表总数的20%，最多{ $most }人。
neg-chk-congress-managers-remedy = 这不影响审议。请工会核对代表名单，需要的话增选一线职工代表。
neg-chk-congress-managers-no-data-found = 没有填写代表中有多少中层以上管理人员。
neg-chk-congress-managers-no-data-required = 中层以上管理人员不超过代表总数的20%。
neg-chk-congress-managers-no-data-remedy = 公布名册时填写人数，就可以核对。
neg-chk-congress-women-found = 职工{ $workers }人，其中女职工{ $group }人；代表{ $total }人，其中女代表{ $found }人。
neg-chk-congress-women-required = 女代表的比例不低于女职工占职工总数的比例，至少{ $required }人。
neg-chk-congress-women-remedy = 这不影响审议。请工会核对代表名单，需要的话补选女代表。
neg-chk-congress-women-no-data-found = 没有填写女代表人数，或者不知道女职工人数。
neg-chk-congress-women-no-data-required = 女代表的比例不低于女职工占职工总数的比例。
neg-chk-congress-women-no-data-remedy = 公布名册时填写人数，就可以核对。
neg-chk-congress-disabled-found = 职工{ $workers }人，其中残疾职工{ $group }人；代表{ $total }人，其中残疾职工代表{ $found }人。
neg-chk-congress-disabled-required = 集中使用残疾人的企业，残疾职工代表的比例不低于残疾职工占职工总数的比例，至少{ $required }人。
neg-chk-congress-disabled-remedy = 这不影响审议；不是集中使用残疾人的企业，不适用这一条。需要的话请补选代表。
neg-chk-congress-disabled-no-data-found = 没有填写残疾职工代表人数。
neg-chk-congress-disabled-no-data-required = 集中使用残疾人的企业，残疾职工代表的比例不低于残疾职工占职工总数的比例。
neg-chk-congress-disabled-no-data-remedy = 集中使用残疾人的企业请在公布名册时填写人数，就可以核对。
neg-chk-congress-dispatched-found = 企业有被派遣劳动者{ $group }人，代表中有{ $found }人。
neg-chk-congress-dispatched-required = 使用被派遣劳动者的企业，代表中应当有被派遣劳动者；人数没有规定。
neg-chk-congress-dispatched-remedy = 这不影响审议。请工会核对代表名单，需要的话补选。
neg-chk-congress-dispatched-no-data-found = 没有填写被派遣劳动者代表人数。
neg-chk-congress-dispatched-no-data-required = 使用被派遣劳动者的企业，代表中应当有被派遣劳动者。
neg-chk-congress-dispatched-no-data-remedy = 公布名册时填写人数，就可以核对。
neg-chk-secret-ballot-found = 计票报告写明不是无记名投票。
neg-chk-secret-ballot-required = 合同草案由职代会以无记名投票方式表决。
neg-chk-secret-ballot-remedy = 请工会重新召开会议，用无记名投票再表决一次，然后登记结果。
neg-chk-quorum-23-found = 应到{ $total }人，实到{ $present }人，没有达到三分之二。
neg-chk-quorum-23-required = 要有全体职工代表（或者全体职工）三分之二以上到会，表决才有效。
neg-chk-quorum-23-remedy = 票数已经记录，草案没有通过也没有被否决。请工会另定日期重新召集会议。
neg-chk-majority-all-found = 应到{ $total }人，同意{ $yes }票。
neg-chk-majority-all-required = { $half ->
    [strict] 要有全体职工代表（或者全体职工）的过半数同意，刚好一半不算通过；分母是全体，不是到会的人。
   *[inclusive] 要有全体职工代表（或者全体职工）半数以上同意，刚好一半算通过；分母是全体，不是到会的人。
}
neg-chk-majority-all-remedy = 草案没有通过。请职工方听取意见提出修改，双方重新协商，重新草签后再提交审议，次数不限。

## 行业、区域、平台：覆盖名单和表决

neg-fact-coverage-scope-found = 本案是单个企业的协商，没有覆盖名单，也没有各企业分别表决。
neg-fact-coverage-scope-required = 覆盖名单用于行业性、区域性和平台的集体协商。
neg-fact-coverage-scope-remedy = 单个企业的协商不用办理这件事；要覆盖几家企业的，请以行业、区域或者平台的范围立案。
neg-fact-coverage-many-found = 覆盖名单有{ $found }家企业。
neg-fact-coverage-many-required = 一份覆盖名单最多{ $max }家企业。
neg-fact-coverage-many-remedy = 请按行业或者区域分成几个案件。
neg-fact-coverage-twice-found = “{ $name }”的编号“{ $key }”或者统一社会信用代码“{ $uscc }”已经在覆盖名单上。
neg-fact-coverage-twice-required = 每家企业在覆盖名单上只列一次，编号和统一社会信用代码都不重复。
neg-fact-coverage-twice-remedy = 请核对名单，删去重复的一家，或者改用别的编号。
neg-fact-coverage-key-found = 覆盖名单里有编号“{ $key }”，写法不对。
neg-fact-coverage-key-required = 编号用1至40个小写字母、数字或者短横线。
neg-fact-coverage-key-remedy = 请改正编号后再提交。
neg-fact-coverage-dissolved-found = 覆盖名单上的“{ $name }”已经解散或者注销。
neg-fact-coverage-dissolved-required = 集体合同的当事人应当有主体资格，已经解散、注销的企业不能列入覆盖名单。
neg-fact-coverage-dissolved-remedy = 请从名单上去掉这家企业；登记情况有误的，先核对登记信息再填写。
neg-fact-coverage-unknown-found = 覆盖名单上现在没有编号为“{ $key }”的企业。
neg-fact-coverage-unknown-required = 确认、退出都以覆盖名单上现有的企业为准。
neg-fact-coverage-unknown-remedy = 请核对编号；还没有列入的，先办理“列入覆盖名单”。
neg-fact-coverage-confirmed-found = “{ $name }”已经确认过。
neg-fact-coverage-confirmed-required = 每家企业确认一次。
neg-fact-coverage-confirmed-remedy = 不用再办。要退出的，请办理“退出覆盖名单”。
neg-fact-coverage-vote-found = { $key ->
    [none] 登记的表决没有写明是哪一家企业的。
   *[other] 登记的表决写的是编号“{ $key }”的企业。
}
neg-fact-coverage-vote-required = { $each ->
    [yes] 由各企业分别表决的，每次登记一家，这家企业要在覆盖名单上。
   *[no] 由一个大会表决的，登记时不写是哪一家企业的。
}
neg-fact-coverage-vote-remedy = 请核对提交审议时写明的表决形式和覆盖名单，改正后重新登记。
neg-fact-coverage-voted-found = “{ $name }”的职工（代表）大会已经通过这份草案。
neg-fact-coverage-voted-required = 同一份草案，一家企业通过以后不再表决。
neg-fact-coverage-voted-remedy = 不用再登记；登记有误的，请提出更正。
neg-fact-coverage-rejected-found = 没有哪一家企业的职工（代表）大会否决了这份草案。
neg-fact-coverage-rejected-required = 由各企业分别表决的，有企业没有通过时，双方才可以把草案拿回来重新协商。
neg-fact-coverage-rejected-remedy = 请先登记各企业的表决结果；由一个大会表决的，没有通过时自动回到协商。
neg-fact-congress-body-found = 提交审议写的表决形式与本案的范围不符。
neg-fact-congress-body-required = { $scope ->
    [wide] 行业性、区域性集体合同由行业性、区域性职工代表大会表决，或者由各企业的职工（代表）大会分别表决。
   *[enterprise] 一家企业的集体合同由本企业的职工代表大会或者职工大会表决。
}
neg-fact-congress-body-remedy = 请改正表决形式，重新提交审议。
neg-chk-unions-ask-found = 本行业（区域）{ $of }家企业工会中有{ $unions }家提议集体协商，占五分之一以上。
neg-chk-unions-ask-required = 五分之一以上的企业工会提议的，行业（区域）工会应当向企业方提出要约。
neg-chk-unions-ask-remedy = 请行业（区域）工会发出要约，并把结果告诉提议的企业工会。
neg-chk-scope-county-found = 地区代码“{ $region }”是市级以上的。
neg-chk-scope-county-required = 行业性、区域性集体合同在县级以下区域内订立。
neg-chk-scope-county-remedy = 这不影响立案。请双方商量是否分县（市、区）订立，或者先问人社部门。
neg-chk-coverage-found = { $total ->
    [none] 签字时覆盖名单上没有企业。
   *[other] 签字时覆盖{ $total }家企业，其中{ $count }家没有确认授权的记录。
}
neg-chk-coverage-required = 企业方代表由行业协会、商会等指派，或者由各企业推举、授权产生；各企业的确认要留存。
neg-chk-coverage-remedy = 这不影响签字。请补齐各企业的书面确认，报送时一并提交。
neg-chk-coverage-leave-found = 合同已经生效，“{ $name }”退出覆盖名单。
neg-chk-coverage-leave-required = 生效的集体合同对合同覆盖的企业和职工有约束力，任何一方不能单方变更。
neg-chk-coverage-leave-remedy = 已经记录在案；这家企业仍受合同约束，要免除的，请按变更合同的程序办理。
neg-chk-employer-majority-found = “{ $name }”：应到{ $total }人，同意{ $yes }票。
neg-chk-employer-majority-required = { $half ->
    [strict] 要有本企业全体职工代表（或者全体职工）的过半数同意；分母是全体，不是到会的人。
   *[inclusive] 要有本企业全体职工代表（或者全体职工）半数以上同意，刚好一半算通过；分母是全体，不是到会的人。
}
neg-chk-employer-majority-remedy = 合同不约束没有通过的企业。可以请这家企业退出覆盖名单，可以再次召集会议表决，也可以由双方拿回草案重新协商。
neg-chk-industry-pass-found = 全体{ $total }人，同意{ $yes }票，刚好一半。
neg-chk-industry-pass-required = 行业性、区域性集体合同半数以上同意即通过，刚好一半也算；企业的集体合同要求过半数。
neg-chk-industry-pass-remedy = 草案已经通过，这不影响签字。想更稳妥的，可以在签字以前再征求意见。
neg-chk-industry-quorum-found = 应到{ $total }人，实到{ $present }人，没有达到三分之二。
neg-chk-industry-quorum-required = 行业性、区域性集体合同按全体计算半数以上同意；召开职工代表大会一般要有三分之二以上到会。
neg-chk-industry-quorum-remedy = 草案已经通过，这不影响签字。报送时请说明到会情况。
neg-chk-rep-approved-found = 职工方代表由工会推荐，没有行业性、区域性职工代表大会通过的记录。
neg-chk-rep-approved-required = 职工方代表由工会推荐，经行业性、区域性职工代表大会通过。
neg-chk-rep-approved-remedy = 这不影响登记。请补办通过手续，或者在会议纪要里写明产生的经过。
neg-chk-platform-publish-found = 公布的日期是{ $found }。
neg-chk-platform-publish-required = 《新就业形态劳动者权益协商指引》建议在10日内向覆盖的全体劳动者公布，即{ $required }以前。
neg-chk-platform-publish-remedy = 这是指引，不影响效力。以后请及时公布，并留下公布的凭证。
neg-floor-name = { $key ->
    [min_wage] 最低月工资
    [average_after] 平均月工资
    [rise] 工资增长
   *[other] “{ $key }”
}
neg-chk-industry-floor-found = 文本里{ neg-floor-name }是{ $found }，行业性、区域性集体合同的标准是{ $floor }。
neg-chk-industry-floor-required = 企业的集体合同可以等于或者高于覆盖它的行业性、区域性集体合同，不能低于。
neg-chk-industry-floor-remedy = 请双方把这一项改到{ $floor }或者更高，重新提出草案。
neg-chk-industry-floor-no-data-found = 行业性、区域性集体合同规定了{ neg-floor-name }，文本没有用数额写明，没有比较。
neg-chk-industry-floor-no-data-required = 企业的集体合同不能低于覆盖它的行业性、区域性集体合同。
neg-chk-industry-floor-no-data-remedy = 这不影响办理；没有写明的，按行业性、区域性集体合同执行。
neg-terms-price-found = “{ $place }”的单价是{ $found }元，小于0。
neg-terms-price-required = 单价不能是负数；扣款要写成条款。
neg-terms-price-remedy = 请改正单价后再提出草案。
neg-command-add-coverage = 列入覆盖名单
neg-command-confirm-coverage = 确认受约束
neg-command-withdraw-coverage = 退出覆盖名单
neg-command-reopen-talks = 拿回草案重新协商
neg-event-coverage-added = 列入覆盖名单
neg-event-coverage-confirmed = 企业确认受约束
neg-event-coverage-fixed = 确定合同约束的企业
neg-event-coverage-withdrawn = 退出覆盖名单
neg-event-employer-voted = 登记一家企业的表决
neg-event-talks-reopened = 拿回草案重新协商
neg-chapter-platform-rules = 计件单价与平台规则
neg-chapter-insurance = 保险与职业伤害保障

## 签字、报送、审查、公布

neg-signed-already-found = 您这一方的首席代表已经签过字。
neg-signed-already-required = 每份合同，双方首席代表各签一次。
neg-signed-already-remedy = 不用再办。对方还没有签字的，请提醒对方首席代表。
neg-chk-seal-found = 签字时没有加盖本方的印章。
neg-chk-seal-required = 工资协议由双方首席代表签字并盖章。
neg-chk-seal-remedy = 这不影响签字。请在报送以前补盖印章。
neg-chk-copies-5-found = 报送了{ $found }份文本。
neg-chk-copies-5-required = 报送文本一式{ $required }份。
neg-chk-copies-5-remedy = 报送有效，审查期限照常计算。请企业补齐份数；当地接受电子报送的，按当地办法办理。
neg-chk-copies-5-no-data-found = 报送了文本，这里没有份数的规定。
neg-chk-copies-5-no-data-required = 这里的规定没有限定报送的份数。
neg-chk-copies-5-no-data-remedy = 不用处理。请按当地人社部门的要求准备份数。
neg-chk-union-copy-found = 合同不再有效了，记录里没有职工一方把文本报上一级工会。
neg-chk-union-copy-required = 合同文本由职工一方报上一级工会。规定没有写明期限，到合同终止时仍没有报，就是没有做。
neg-chk-union-copy-remedy = 合同的效力不受影响。以前报过的，请用“录入纸质办理”补记；没有报过的，请工会现在补报，下一份合同生效后及时报。
neg-opinion-given-found = 人社部门已经对这次报送出具了审查意见。
neg-opinion-given-required = 一次报送只出具一份审查意见。
neg-opinion-given-remedy = 请把已经出具的意见送达双方。内容有笔误的，用“提出更正”。
neg-no-opinion-found = 人社部门还没有出具审查意见。
neg-no-opinion-required = 先有审查意见，才能登记送达。
neg-no-opinion-remedy = 请等人社部门出具审查意见后再登记收到日期。
neg-served-already-found = 这一方已经登记过收到审查意见的日期，或者没有写明是哪一方。
neg-served-already-required = 每一方收到审查意见的日期登记一次。
neg-served-already-remedy = 不用再登记。日期写错的，请提出更正。
neg-chk-review-15d-found = 审查意见在{ $found }送达，审查期限到{ $required }为止。
neg-chk-review-15d-required = 审查意见要在收到报送之日起15日内送达双方。
neg-chk-review-15d-remedy = 已经记录在案，不影响双方按意见修改和重新报送。

## 履行、变更、解除、续订

neg-fact-clause-found = 合同里没有编号为“{ $clause }”的条款。
neg-fact-clause-required = 履行检查、违约情况和终止条件都要指明合同里的某一条。
neg-fact-clause-remedy = 请对照已生效的合同，选对条款后重新提交。
neg-no-breach-found = 没有第{ $breach }项待处理的违约情况，或者这一项已经处理完毕。
neg-no-breach-required = 只有登记过而且没有处理完的违约情况才能登记处理结果。
neg-no-breach-remedy = 请核对违约情况的序号。
neg-fact-basis-found = 要约的缘由与本案不符：本案是为“{ $kind }”立的案。
neg-fact-basis-required = 续订案件的要约以续订或者年度协商为缘由，变更案件以变更或者年度内调整为缘由，解除案件以解除为缘由。
neg-fact-basis-remedy = 请改正要约的缘由；要办另一件事的，请另行立案。
neg-child-open-found = 同一份合同已经有一个“{ $kind }”案件正在办理。
neg-child-open-required = 同一份合同同一时间只办一个“{ $kind }”案件。
neg-child-open-remedy = 请在正在办理的案件里继续；那个案件结束以后才能再立同类案件。
neg-child-late-found = 本合同自{ $found }起不再有效。
neg-child-late-required = 变更、解除、续订的案件，在合同有效期间立案。
neg-child-late-remedy = 合同已经终止，请按新的一轮工资集体协商另行立案。
neg-child-noted-found = “{ $command }”这件事已经记过，这次没有新的内容。
neg-child-noted-required = 相关案件的立案和结果各记一次。
neg-child-noted-remedy = 不需要处理。
neg-child-unknown-found = 没有记过这个相关案件的立案。
neg-child-unknown-required = 先记下相关案件立案，再记它的结果。
neg-child-unknown-remedy = 请核对相关案件的编号，先补记立案。
neg-recorded-already-found = 这次解除已经登记过人社部门的备案编号。
neg-recorded-already-required = 一次解除只登记一次备案。
neg-recorded-already-remedy = 不需要再登记。编号填错的，请与人社部门核对后用更正说明。
neg-fact-parent-found = 原合同的期限到{ $expired }已经届满。
neg-fact-parent-required = 变更、解除的是仍在期限内的合同。
neg-fact-parent-remedy = 原合同已经期满，不需要变更或者解除；需要新合同的，请按续订立案或者重新发出要约。
neg-parent-unknown-found = 社会信用代码为{ $employer }的企业没有编号为{ $case }的合同案件。
neg-parent-unknown-required = 续订、变更、解除的是同一个企业已经生效的合同。
neg-parent-unknown-remedy = 请从原合同的案件页面进入，重新立案。
neg-parent-not-in-force-found = 原案件还没有生效的合同，现在是“{ $stage }”。
neg-parent-not-in-force-required = 续订、变更、解除的是已经生效、仍在履行的合同。
neg-parent-not-in-force-remedy = 原案件还在办理的，请在原案件里继续；合同生效以后再续订、变更或者解除。
neg-parent-differs-found = 立案写明的原合同{ $what }是{ $found }，与原案件不一致。
neg-parent-differs-required = 原案件的{ $what }是{ $required }。
neg-parent-differs-remedy = 请从原合同的案件页面重新进入，由系统带出原合同的情况。
neg-parent-terms = 文本指纹
neg-parent-expires-on = 期满日
neg-parent-head = 记录指纹
neg-fact-ground-found = 变更或者解除案件没有写明理由。
neg-fact-ground-required = 变更、解除合同应当经双方协商一致，或者有规定的理由。
neg-fact-ground-remedy = 请选择理由：协商一致、法律修改或者废止、不可抗力、破产兼并解散、约定的条件出现，或者规定的其他情形。
neg-chk-chair-relative-found = 开启协商时写明：工会主席是企业主要负责人的近亲属。
neg-chk-chair-relative-required = 企业主要负责人的近亲属不得作为本企业基层工会委员会成员的人选。
neg-chk-chair-relative-remedy = 协商照常进行。请向上一级工会报告，由工会依法改选或者补选主席；改选以前，主席可以书面委托其他职工方代表担任首席代表。写错的，提出更正。
neg-chk-change-proof-found = 提出变更或者解除时没有附上证明。
neg-chk-change-proof-required = 不是协商一致的，提出的一方应当提供证明并说明理由。
neg-chk-change-proof-remedy = 请尽快把证明交给对方；协商照常进行。
neg-chk-renew-window-found = 续订要约在{ $found }发出，{ $how ->
    [early] 早于可以提出续订的日子
   *[late] 晚于原合同期满的日子
}。
neg-chk-renew-window-required = 续订协商在{ $opens }至{ $due }之间提出。
neg-chk-renew-window-remedy = 要约有效，协商照常进行；以后请留意期满前的续订时间。
neg-child-amendment = 变更
neg-child-rescission = 解除
neg-child-renewal = 续订

## 纸质办理和更正

neg-paper-kind-found = 录入的这件事不能用纸质办理。
neg-paper-kind-required = 纸质办理适用于双方、职代会和人社部门依法要做的事；立案、更正和系统自动的记录不适用。
neg-paper-kind-remedy = 请直接在平台上办理这件事。
neg-no-paper-found = 没有第{ $entry }份等待确认的纸质办理。
neg-no-paper-required = 只能确认已经录入、还没有确认的纸质办理。
neg-no-paper-remedy = 请在“纸质办理”里核对编号；没有录入的，先录入。
neg-no-correction-found = 没有第{ $correction }份等待确认的更正。
neg-no-correction-required = 只能确认已经提出、还没有确认的更正。
neg-no-correction-remedy = 请在“更正”里核对编号；没有提出的，先提出。
neg-fact-coverage-own-found = “{ $name }”自己已经确认或者表决过，不是误列。
neg-fact-coverage-own-required = 误列的是本来就不在范围内、自己也没有确认和表决的企业。
neg-fact-coverage-own-remedy = 这家企业不再参加的，请办理“退出覆盖名单”并写明理由；名称、代码、人数写错的，请分别更正。
neg-correction-passed-found = 案件里还没有这项事实，或者它已经被后来的事代替。
neg-correction-passed-required = 更正的是案件里现在记着的事实。
neg-correction-passed-remedy = 请核对要更正的是哪一项、哪一方、第几次。已经被代替的，请更正代替它的那一项，或者在会议纪要里写明情况。
neg-confirm-same-found = 录入的人和确认的人是同一个人。
neg-confirm-same-required = 纸质办理和更正由一人录入，另一人确认。
neg-confirm-same-remedy = 请另一位有资格的人登录后确认。
neg-confirm-who-found = 您的身份不能确认这一份录入。
neg-confirm-who-required = 纸质办理：本方的事由本方第二个人确认，涉及对方的事由对方确认。更正：由对方确认；中立人员提出的，任何一方都可以确认。对方没有账号的，由记录员、上级工会、人社部门经办人或者职代会工作人员确认。
neg-confirm-who-remedy = 请把录入的编号告诉能确认的人，由他登录后确认。

## 拒绝、监督函件、人社部门决定、撤回

neg-trigger-name = { $basis ->
    [guideline_raised] 工资指导线提高
    [prices_risen] 居民消费价格上涨
    [hardship] 经营状况发生重大变化，履行合同确有困难
   *[other_trigger] 其他可以要求增加工资的情形
}
neg-who-trigger-found = { $side }以“{ neg-trigger-name }”为理由发出要约。
neg-who-trigger-required = { $basis ->
    [hardship] 因经营发生重大变化而提出调整工资方案，是企业方的权利。
   *[other] 年度中间要求增加工资，是职工方的权利。
}
neg-who-trigger-remedy = 请改用适合本方的理由；年度协商和续订，双方都可以发出要约。
neg-chk-offer-trigger-found = { $why ->
    [no_text] 要约的理由是“{ neg-trigger-name }”，这里适用的规定没有写这种情形。
   *[figures] 要约的理由是“{ neg-trigger-name }”，但已经载入的数据没有显示上涨。
}
neg-chk-offer-trigger-required = { $why ->
    [no_text] 工资集体协商一般每年一次；年度中间也可以提出，对方是否同意由双方商量。
   *[figures] 年度中间要求增加工资，以工资指导线提高、居民消费价格上涨等为理由。
}
neg-chk-offer-trigger-remedy = 这不影响要约。请在议题里把理由和依据写清楚。
neg-chk-refusal-found = { $side ->
    [worker] 职工方
   *[employer] 企业方
}书面拒绝协商，{ $reason ->
    [given] 写明了理由。
   *[none] 没有写理由。
}
neg-chk-refusal-required = { $rule ->
    [never] 收到要约的一方不得拒绝协商，不论有什么理由。
   *[just_reason] 没有正当理由的，不得拒绝协商；理由是否正当，由双方或者有关部门判断。
}
neg-chk-refusal-remedy = 已经记录在案，随时可以改为同意协商。企业方拒绝的，工会可以发提示函、意见书；任何一方都可以申请协调处理。
neg-chk-sign-refused-found = { $side ->
    [worker] 职工方
   *[employer] 企业方
}首席代表拒绝在通过的文本上签字。
neg-chk-sign-refused-required = 草案经职代会通过以后，由双方首席代表签字。
neg-chk-sign-refused-remedy = 已经记录在案，仍然可以签字。企业方不签的，工会可以发意见书，人社部门可以责令改正。
neg-grievance-name = { $grievance ->
    [no_reply] 到期没有答复要约
    [refusal] 拒绝协商
    [data] 不提供资料或者资料不真实
    [not_signed] 不在通过的文本上签字
    [not_filed] 到期没有报送合同
   *[not_performed] 不履行合同
}
neg-fact-grievance-found = { $grievance ->
    [no_reply] 函件写的是“{ neg-grievance-name }”，但职工方的要约没有等待答复，或者答复还没有逾期。
    [refusal] 函件写的是“{ neg-grievance-name }”，但案卷里没有企业方拒绝职工方要约的记录。
    [data] 函件写的是“{ neg-grievance-name }”，但企业方没有到期未提供的资料，也没有提供过资料。
    [not_signed] 函件写的是“{ neg-grievance-name }”，但现在没有等待企业方签字的文本，或者企业方已经签字。
    [not_filed] 函件写的是“{ neg-grievance-name }”，但报送还没有逾期，或者已经报送。
   *[not_performed] 函件写的是“{ neg-grievance-name }”，但合同现在没有生效。
}
neg-fact-grievance-required = 函件和决定针对的事，不能与案卷的记录相反。
neg-fact-grievance-remedy = { $grievance ->
    [no_reply] 请等答复期限届满；对方书面拒绝的，函件改写为“拒绝协商”。
    [refusal] 没有答复的，等期限届满后写“到期没有答复要约”；线下拒绝的，先由企业方或者中立人员录入纸质的拒绝。
    [not_signed] 企业方首席代表拒绝签字的，先登记拒绝签字。
   *[other] 请核对案卷和日期，选择与记录一致的事项，或者等期限届满后再办。
}
neg-chk-grievance-found = 函件写的是“{ neg-grievance-name }”，案卷的记录看不出是不是这样。
neg-chk-grievance-required = 意见书要写明查到的事实；案卷看不出来的，以函件写的事实和所附材料为准。
neg-chk-grievance-remedy = 这不影响函件。请附上调查材料，方便企业核对和改正。
neg-fact-letter-date-found = 函件或者决定写的期限是{ $found }，已经过去。
neg-fact-letter-date-required = 期限不能早于{ $from }。
neg-fact-letter-date-remedy = 请改正日期，给对方留出办理的时间。
neg-no-letter-found = 没有编号为{ $letter }的这种函件。
neg-no-letter-required = 登记收到、答复和提出建议，都针对已经发出的函件。
neg-no-letter-remedy = 请核对函件的种类和编号；没有发出的，先发出。
neg-letter-received-found = 第{ $letter }号意见书已经登记过收到或者拒收。
neg-letter-received-required = 一份意见书的收到日期登记一次，答复期限从这一天起计算。
neg-letter-received-remedy = 不用再登记。日期写错的，请在答复里写明，并附上回执。
neg-chk-rectification-found = { $law ->
    [national] 这里适用的规定没有写整改意见书。
   *[zhejiang] 整改意见书针对的不是已经签订的合同不履行。
}
neg-chk-rectification-required = { $law ->
    [national] 是否发出、期限多长，由发出的工会决定，没有法定的后果。
   *[zhejiang] 企业不履行合同的，由地方工会发出；违反民主管理规定的，由县级以上地方总工会发出。
}
neg-chk-rectification-remedy = 这不影响函件。请在函件里写明依据；也可以由基层工会发意见书。
neg-chk-proposal-found = { $trigger ->
    [receipt_refused] 建议书的理由是企业拒收，但案卷里没有拒收的登记。
    [no_answer] 建议书的理由是逾期未答复，但案卷里答复期限没有届满、没有起算，或者已经答复。
   *[not_corrected] 建议书的理由是拒不改正，但案卷里看不出企业不改正，或者改正的期限还没有过。
}
neg-chk-proposal-required = 企业拒收意见书、逾期不答复，或者没有正当理由拒不改正的，地方总工会可以提出建议书。
neg-chk-proposal-remedy = 这不影响建议书。请附上送达回执、答复等材料；由受理的部门审查。
neg-who-withdraw-found = 要约还没有被接受，现在撤回的是收到要约的一方。
neg-who-withdraw-required = 要约被接受以前，只能由发出要约的一方撤回；收到要约的一方应当答复。
neg-who-withdraw-remedy = 请书面答复要约；不愿意协商的，登记“拒绝要约”，并写明理由。
neg-withdrawn-already-found = 您这一方已经提出过结束协商，对方还没有同意。
neg-withdrawn-already-required = 要约被接受以后，双方都提出结束，协商才结束；再次开会的，以前的提出作废。
neg-withdrawn-already-remedy = 不用再办。请等对方表态，或者继续协商。

## 事情的名称

neg-command-open-case = 立案
neg-command-accept-platform = 同意使用平台收件
neg-command-issue-offer = 发出要约
neg-command-record-delivery = 登记要约送达
neg-command-reply = 答复要约
neg-command-register-reps = 登记代表名册
neg-command-announce-reps = 公布协商代表
neg-command-request-data = 要求提供资料
neg-command-disclose = 提供议题、名单或资料
neg-command-schedule-session = 约定会议日期
neg-command-open-session = 开始会议
neg-command-table-position = 提出意见
neg-command-accept-position = 接受对方意见
neg-command-close-session = 结束会议
neg-command-confirm-minutes = 确认会议纪要
neg-command-table-draft = 提出合同草案
neg-command-initial-draft = 草签合同草案
neg-command-submit-to-congress = 提交职代会审议
neg-command-record-vote = 登记表决结果
neg-command-sign = 签订合同
neg-command-file = 报送合同
neg-command-return-incomplete = 退回补正
neg-command-register = 登记受理
neg-command-object = 提出异议
neg-command-no-objection-opinion = 出具无异议意见
neg-command-record-service = 登记意见送达
neg-command-publish = 公布合同
neg-command-copy-to-higher-union = 报送上级工会
neg-command-refuse-offer = 拒绝要约
neg-command-record-vacancy = 登记代表空缺
neg-command-replace-rep = 更换协商代表
neg-command-report-conduct = 反映代表行为
neg-command-report-treatment = 反映代表受到的对待
neg-command-table-package = 提出一揽子意见
neg-command-accept-package = 接受一揽子意见
neg-command-refuse-to-sign = 拒绝签字
neg-command-send-reminder = 发出提示函
neg-command-send-opinion = 发出意见书
neg-command-record-letter-receipt = 登记意见书送达
neg-command-answer-opinion = 答复意见书
neg-command-send-rectification = 发出整改意见书
neg-command-send-proposal = 提出建议书
neg-command-record-order = 登记人社部门决定
neg-command-propose-suspension = 提议中止协商
neg-command-suspend = 答复中止提议
neg-command-resume = 恢复协商
neg-command-apply-coordination = 申请协调处理
neg-command-accept-coordination = 受理协调
neg-command-extend-coordination = 延长协调期限
neg-command-record-coordination-agreement = 登记协调处理协议
neg-command-record-coordination-failure = 登记协调未成
neg-command-record-inspection = 登记履行检查
neg-command-report-performance = 报告履行情况
neg-command-record-breach = 登记违约情况
neg-command-settle-breach = 登记违约处理结果
neg-command-end-on-condition = 登记约定条件出现
neg-command-withdraw = 撤回要约或结束协商
neg-command-note-child-opened = 记下相关案件立案
neg-command-note-child-ended = 记下相关案件结果
neg-command-record-rescission = 登记解除备案
neg-command-enter-paper = 录入纸质办理
neg-command-confirm-paper = 确认纸质办理
neg-command-propose-correction = 提出更正
neg-command-confirm-correction = 确认更正
neg-command-propose-slip = 提出更正笔误
neg-command-confirm-slip = 确认更正笔误
neg-command-strike-clock = 到期登记
neg-command-adopt-dataset = 采用新数据
neg-command-record-document = 记录文书
neg-command-record-notice = 记录通知的送达结果

## 案件的阶段

neg-stage-none = 尚未立案
neg-stage-idle = 已立案，未发要约
neg-stage-offered = 要约已发出，未送达
neg-stage-awaiting-reply = 等待答复
neg-stage-preparing = 协商准备
neg-stage-ready = 准备就绪
neg-stage-negotiating = 协商中
neg-stage-drafted = 草案已草签
neg-stage-congress = 职代会审议
neg-stage-renegotiating = 未通过，重新协商
neg-stage-adopted = 已通过，待签字
neg-stage-signed = 已签字，待报送
neg-stage-filed = 已报送，未登记
neg-stage-under-review = 审查中
neg-stage-objected = 有异议，修改中
neg-stage-effective = 已生效
neg-stage-refused = 要约被拒绝
neg-stage-suspended = 协商中止
neg-stage-disputed = 协调处理中
neg-stage-closed = 已结案，未达成协议
neg-stage-ended = 合同已终止
neg-stage-rescinded = 已解除

## 每个阶段接下来做什么

neg-next-none = 请工会或者企业先立案，写明双方和适用的规则。
neg-next-idle = 请工会或者企业发出书面要约，写明时间、地点和内容。
neg-next-offered = 请收到要约的一方登记收到日期；没有账号的，由记录员等中立人员凭回执登记。
neg-next-awaiting-reply = 请收到要约的一方书面答复，约定会议时间和地点；过了期限仍然可以答复。
neg-next-preparing = 请双方登记代表名册，会前互相提供议题、代表名单和要求的资料。
neg-next-ready = 请双方按约定的日期开始协商会议。
neg-next-negotiating = 请双方逐条协商，每次会后由双方首席代表确认纪要；谈成后提出草案并草签。
neg-next-drafted = 请工会或者企业把草签的草案提交职代会审议。
neg-next-congress = 请工会召开会议，以无记名投票表决，并登记表决结果。
neg-next-renegotiating = 请职工方提出修改意见，双方重新协商，重新草签后再提交职代会。
neg-next-adopted = 请双方首席代表在通过的文本上签字盖章。
neg-next-signed = 请企业把签好的合同报送人社部门。
neg-next-filed = 请人社部门登记并审查；审查期限从收到报送之日起计算，不论是否登记。
neg-next-under-review = 请人社部门在期限内出具审查意见；期满没有异议的，合同生效。
neg-next-objected = 请双方按审查意见修改文本，重新草签；改动内容的要重新表决，然后签字、重新报送。
neg-next-effective = 请企业向全体职工公布合同，工会报送上级工会；双方按合同履行。
neg-next-refused = 请被要约的一方改为答复并约定会议；仍然拒绝的，工会可以发提示函、意见书，或者申请人社部门协调处理。
neg-next-suspended = 请双方按约定的日期恢复协商；也可以提前恢复，或者申请人社部门协调处理。
neg-next-disputed = 请人社部门受理并协调，协调后登记协议书，或者登记协调未成；中止期满还没有人申请的，双方可以恢复协商，也可以申请协调。
neg-next-closed = 本案已经结案。需要再协商的，请重新立案、发出要约。
neg-next-ended = 合同已经终止。需要新合同的，请重新立案、发出要约。
neg-next-rescinded = 请企业在期限内向人社部门登记解除；已经登记的，本案办完。

## 身份

neg-capacity-union-chair = 工会主席
neg-capacity-union-officer = 工会副主席或委员
neg-capacity-worker-chief = 职工方首席代表
neg-capacity-worker-rep = 职工方协商代表
neg-capacity-congress-delegate = 职工代表
neg-capacity-employer-legal-rep = 法定代表人
neg-capacity-employer-chief = 企业方首席代表
neg-capacity-employer-rep = 企业方协商代表
neg-capacity-employer-agent = 企业方经办人
neg-capacity-recorder = 记录员
neg-capacity-hrss-officer = 人社部门经办人
neg-capacity-higher-union = 上级工会
neg-capacity-instructor = 集体协商指导员
neg-capacity-coordinator = 协调处理人员
neg-capacity-congress-clerk = 职代会工作人员
neg-capacity-system = 系统
neg-capacity-clock = 时钟
neg-side-worker = 职工方
neg-side-employer = 企业方
neg-side-none = 不属于任何一方
neg-owner-worker = 职工方
neg-owner-employer = 企业方
neg-owner-both = 双方
neg-owner-hrss = 人社部门

## 期限

neg-duty-reply = 书面答复要约
neg-duty-disclose-agenda = 会前告知协商议题
neg-duty-disclose-rep-list = 会前提供代表名单
neg-duty-disclose-data = 会前提供资料
neg-duty-disclose-plan = 会前提供协商方案
neg-duty-to-congress = 草案提交职代会审议
neg-duty-resubmit = 修改后的草案再次提交审议
neg-duty-file = 报送合同
neg-duty-file-wage = 报送工资协议
neg-duty-review = 审查
neg-duty-publish = 公布合同
neg-duty-announce-reps = 公布协商代表
neg-duty-total = 完成整个协商
neg-duty-opinion-answer = 书面答复意见书
neg-duty-suspend = 恢复协商
neg-duty-coordinate = 结束协调处理
neg-duty-vacancy-fill = 补选空缺的协商代表
neg-duty-annual-report = 向职代会报告合同履行情况
neg-duty-renew-open = 提出续订
neg-duty-term = 合同期满
neg-duty-rescind-file = 向人社部门登记合同解除

## 期限过了：谁、什么事、到哪一天、现在怎么办

neg-late-who = { $owner ->
    [worker] 职工方
    [employer] 企业方
    [both] 双方
   *[hrss] 人社部门
}
neg-late-by = { $state ->
    [done] 到{ $done }才
   *[owed] 到{ $due } 24:00还没有
}
neg-late-done = 这件事已经办了，案件照常进行，不用再补办；逾期记录在案，以后请按期办理。
neg-late-paper = 期限内已经在纸上办好的，请用“录入纸质办理”补记，经第二人确认后撤回这条逾期记录。
neg-late-help = { $owner ->
    [worker] 职工方还是不办的，企业方可以请上级工会帮助催办。
    [employer] 企业方还是不办的，职工方可以请上级工会帮助催办。
   *[both] 有一方不配合的，另一方可以请上级工会帮助催办。
}
neg-late-letters = { $owner ->
    [employer] 企业方还是不办的，工会可以发出提示函或者意见书。
   *[worker] 职工方还是不办的，企业方可以请上级工会帮助催办。
}
neg-late-item = { $item ->
    [agenda] 协商议题
    [rep_list] 代表名单
    [plan] 协商方案
   *[data] 与协商有关的资料
}
neg-chk-reply-due-found = { neg-late-who }{ neg-late-by }书面答复要约。
neg-chk-reply-due-required = 收到要约的一方要在规定的期限内书面答复；要约在{ $anchor }收到，最后一日是{ $due }。
neg-chk-reply-due-remedy = { $state ->
    [done] { neg-late-done }
   *[owed] 仍然可以答复：请{ neg-late-who }办理“答复要约”，约定协商的时间和地点。{ neg-late-letters }{ neg-late-paper }
}
neg-chk-disclose-7d-found = { neg-late-who }{ neg-late-by }向对方提供{ neg-late-item }。
neg-chk-disclose-7d-required = { neg-late-item }要在会前规定的时间内提供给对方；会议定在{ $anchor }，最后一日是{ $due }。
neg-chk-disclose-7d-remedy = { $state ->
    [done] { neg-late-done }
   *[owed] 仍然可以提供：请{ neg-late-who }办理“提供议题、名单或资料”；对方来不及看的，双方可以另约会议日期。{ neg-late-help }{ neg-late-paper }
}
neg-chk-draft-15wd-found = { neg-late-who }{ neg-late-by }把草案提交职代会审议。
neg-chk-draft-15wd-required = 谈定的草案要在规定的期限内提交职代会或者职工大会审议；双方在{ $anchor }谈定，最后一日是{ $due }。
neg-chk-draft-15wd-remedy = { $state ->
    [done] { neg-late-done }
   *[owed] 仍然可以提交，草案不失效：请双方定下开会日期，由工会或者企业办理“提交职代会审议”；不会召集的，可以问上级工会。{ neg-late-help }{ neg-late-paper }
}
neg-chk-resubmit-5wd-found = { neg-late-who }{ neg-late-by }把修改后的草案再次提交职代会审议。
neg-chk-resubmit-5wd-required = 没有通过的草案修改好以后，要在规定的期限内再次提交审议；双方在{ $anchor }重新谈定，最后一日是{ $due }。
neg-chk-resubmit-5wd-remedy = { $state ->
    [done] { neg-late-done }
   *[owed] 仍然可以再次提交，草案不失效：请双方定下开会日期，由工会或者企业办理“提交职代会审议”。{ neg-late-help }{ neg-late-paper }
}
neg-chk-file-found = { neg-late-who }{ neg-late-by }把合同报送人社部门。
neg-chk-file-required = 合同签订以后，由企业方在规定的期限内报送人社部门审查；双方在{ $anchor }签完字，最后一日是{ $due }。
neg-chk-file-remedy = { $state ->
    [done] { neg-late-done }
   *[owed] 仍然可以报送，审查期限从人社部门收到之日起算：请企业方备齐文本和说明，办理“报送合同”；要带什么材料，问当地人社部门。{ neg-late-letters }{ neg-late-paper }
}
neg-chk-publish-5wd-found = { neg-late-who }{ neg-late-by }公布合同。
neg-chk-publish-5wd-required = 合同生效以后要在规定的期限内公布；合同在{ $anchor }生效，最后一日是{ $due }。
neg-chk-publish-5wd-remedy = { $state ->
    [done] { neg-late-done }
   *[owed] 仍然可以公布，合同的效力不受影响：请{ neg-late-who }张贴全文或者发到每个人的手机上，再办理“公布合同”。{ neg-late-help }{ neg-late-paper }
}
neg-chk-annual-report-found = { neg-late-who }{ neg-late-by }向职代会报告这一年的合同履行情况。
neg-chk-annual-report-required = 合同期内每年至少向职代会报告一次履行情况；这一年从{ $anchor }的第二天开始，最后一日是{ $due }。
neg-chk-annual-report-remedy = { $state ->
    [done] { neg-late-done }
   *[owed] 仍然可以报告：请双方商定开会日期，在职代会上报告以后办理“报告履行情况”；不会准备的，可以问上级工会。{ neg-late-help }{ neg-late-paper }
}
neg-chk-rescind-file-5wd-found = { neg-late-who }{ neg-late-by }向人社部门报告合同解除。
neg-chk-rescind-file-5wd-required = 合同解除以后，由企业方在规定的期限内报人社部门备案；合同在{ $anchor }解除，最后一日是{ $due }。
neg-chk-rescind-file-5wd-remedy = { $state ->
    [done] { neg-late-done }
   *[owed] 仍然可以补报，解除的效力不受影响：请企业方把解除的文书报人社部门，再办理“登记解除备案”；要带什么材料，问当地人社部门。{ neg-late-help }{ neg-late-paper }
}
neg-chk-opinion-15wd-found = { neg-late-who }{ neg-late-by }书面答复意见书。
neg-chk-opinion-15wd-required = 收到工会劳动法律监督意见书以后，企业方要在规定的期限内书面答复；意见书在{ $anchor }收到，最后一日是{ $due }。
neg-chk-opinion-15wd-remedy = { $state ->
    [done] { neg-late-done }
   *[owed] 仍然可以答复：请企业方办理“答复意见书”，写明怎样改正，或者不改正的理由。还是不答复的，工会可以请上级工会向人社部门“提出建议书”。{ neg-late-paper }
}
neg-vacancy-fill-found = { neg-late-who }{ neg-late-by }补选空缺的协商代表。
neg-vacancy-fill-required = 代表空缺的，要在规定的期限内按原来的产生办法补选；{ $anchor }出现空缺，最后一日是{ $due }。
neg-vacancy-fill-remedy = { $state ->
    [done] { neg-late-done }
   *[owed] 仍然可以补选，以前办的事仍然有效：请{ neg-late-who }选出新代表，办理“更换协商代表”，并书面通知对方；不会推选的，可以问上级工会。{ neg-late-paper }
}
neg-announce-reps-found = { neg-late-who }{ neg-late-by }公布本方的协商代表。
neg-announce-reps-required = 代表产生以后，要在规定的期限内在本企业公布；代表在{ $anchor }产生，最后一日是{ $due }。
neg-announce-reps-remedy = { $state ->
    [done] { neg-late-done }
   *[owed] 仍然可以公布，代表的身份不受影响：请{ neg-late-who }把名单张贴或者发给全体职工，再办理“公布协商代表”。{ neg-late-help }{ neg-late-paper }
}
neg-total-found = { neg-late-who }{ neg-late-by }完成整个协商。
neg-total-required = 整个协商要在规定的期限内完成，中止的时间不算在内；期限从{ $anchor }起算，最后一日是{ $due }。
neg-total-remedy = { $state ->
    [done] { neg-late-done }
   *[owed] 仍然可以继续协商，已经谈定的不失效：请双方尽快约定会议日期，谈定以后草签。谈不成的，任何一方可以办理“申请协调处理”，请人社部门协调。{ neg-late-paper }
}
neg-coordinate-found = { neg-late-who }{ neg-late-by }结束协调处理。
neg-coordinate-required = 协调处理要在受理以后规定的期限内结束，需要延长的，书面说明理由；协调在{ $anchor }受理，最后一日是{ $due }。
neg-coordinate-remedy = { $state ->
    [done] { neg-late-done }
   *[owed] 协调仍然可以继续：请人社部门尽快办理“登记协调处理协议”或者“登记协调未成”；双方可以向受理的经办人询问进展。{ neg-late-paper }
}

## 发生的事

neg-event-agreement-ended = 合同不再有效
neg-event-agreement-reached = 双方达成一致
neg-event-agreement-rescinded = 双方首席代表签订解除协议
neg-event-agreement-signed = 双方首席代表都已签字
neg-event-breach-recorded = 到期没有办理，记录在案
neg-event-breach-withdrawn = 撤回逾期记录
neg-event-case-opened = 立案
neg-event-child-ended = 相关案件有了结果
neg-event-child-opened = 相关案件立案
neg-event-condition-came = 约定的终止条件出现
neg-event-check-noted = 记录一项检查结果
neg-event-conduct-reported = 反映协商代表的行为
neg-event-copied-to-higher-union = 合同报送上级工会
neg-event-corrected = 更正生效
neg-event-correction-proposed = 提出更正
neg-event-data-requested = 要求对方提供资料
neg-event-datasets-adopted = 采用新的数据
neg-event-disclosed = 向对方提供会前材料
neg-event-document-recorded = 制成文书
neg-event-notice-reported = 通知的送达结果入链
neg-event-draft-adopted = 职代会通过草案
neg-event-draft-initialled = 首席代表草签草案
neg-event-draft-rejected = 职代会没有通过草案
neg-event-draft-tabled = 提出合同草案全文
neg-event-duty-lapsed = 期限届满，没有收到异议
neg-event-duty-met = 完成一项期限内的事
neg-event-duty-opened = 开始计算期限
neg-event-duty-recomputed = 重新计算期限
neg-event-duty-voided = 这项期限不再适用
neg-event-effect-redated = 更正生效日期
neg-event-effect-withdrawn = 撤回视为生效
neg-event-end-redated = 更正终止日期
neg-event-end-withdrawn = 撤回终止，合同仍然有效
neg-event-filed = 合同报送人社部门
neg-event-filing-registered = 人社部门登记受理
neg-event-filing-returned = 人社部门退回补正
neg-event-inspection-recorded = 检查合同履行情况
neg-event-minutes-confirmed = 会议纪要经双方确认
neg-event-minutes-confirmed-by = 首席代表确认会议纪要
neg-event-no-objection-issued = 人社部门出具无异议意见
neg-event-non-performance-settled = 违约情况处理完毕
neg-event-non-performance-stated = 工会登记违约情况
neg-event-objected = 人社部门提出异议
neg-event-offer-answered = 书面答复要约
neg-event-offer-delivered = 要约送达
neg-event-offer-issued = 发出要约
neg-event-opinion-served = 审查意见送达
neg-event-paper-confirmed = 确认纸质办理
neg-event-paper-entered = 录入纸质办理
neg-event-performance-reported = 向职代会报告履行情况
neg-event-platform-accepted = 同意使用平台收件
neg-event-position-accepted = 接受对方意见
neg-event-position-tabled = 提出意见
neg-event-published = 向职工公布合同
neg-event-quorum-missed = 到会人数不足，没有表决结果
neg-event-rep-replaced = 更换协商代表
neg-event-rep-vacated = 协商代表空缺
neg-event-reps-announced = 公布协商代表
neg-event-reps-registered = 登记代表名册
neg-event-rescission-redated = 更正解除日期
neg-event-run-out-withdrawn = 撤回中止期满，协商仍在中止
neg-event-rescission-recorded = 人社部门登记合同解除
neg-event-session-closed = 会议结束
neg-event-session-opened = 会议开始
neg-event-session-scheduled = 约定会议日期
neg-event-signed-by = 首席代表签字
neg-event-slip-mended = 更正文本笔误
neg-event-slip-proposed = 提出更正文本笔误
neg-event-submitted-to-congress = 草案提交职代会审议
neg-event-took-effect = 合同生效
neg-event-case-closed = 协商结束，没有达成协议
neg-event-letter-received = 意见书送达
neg-event-offer-refused = 书面拒绝协商
neg-event-opinion-answered = 书面答复意见书
neg-event-opinion-sent = 工会发出意见书
neg-event-order-recorded = 人社部门作出决定
neg-event-proposal-sent = 地方总工会提出建议书
neg-event-rectification-sent = 地方总工会发出整改意见书
neg-event-reminder-sent = 发出提示函
neg-event-signature-refused = 首席代表拒绝签字
neg-event-withdrawn = 提出结束协商
neg-event-package-tabled = 提出一揽子意见
neg-event-package-accepted = 整份接受一揽子意见
neg-event-suspension-proposed = 提议中止协商
neg-event-suspension-declined = 不同意中止协商
neg-event-suspension-withdrawn = 撤回中止提议
neg-event-talks-suspended = 协商中止
neg-event-talks-resumed = 恢复协商
neg-event-suspension-ended = 中止结束，转入协调处理
neg-event-suspension-ran-out = 中止期满，没有恢复协商
neg-event-coordination-applied = 申请协调处理
neg-event-coordination-accepted = 人社部门受理协调
neg-event-coordination-extended = 人社部门延长协调期限
neg-event-coordination-agreed = 经协调达成协调处理协议
neg-event-coordination-failed = 协调未成，本案结案
neg-event-coordination-taken-back = 不再协调，继续协商
neg-event-treatment-reported = 反映职工方代表受到的对待

## 检查结果、等级、章名、奖励、必备内容

neg-outcome-pass = 符合
neg-outcome-amber = 请留意
neg-outcome-breach = 不符合，记录在案
neg-outcome-fail = 不符合，不能办理
neg-outcome-no-data = 没有资料，未比较
neg-grade-apprentice = 学徒工
neg-grade-junior = 初级工
neg-grade-intermediate = 中级工
neg-grade-senior = 高级工
neg-grade-technician = 技师
neg-grade-senior-technician = 高级技师
neg-grade-special-technician = 特级技师
neg-grade-chief-technician = 首席技师
neg-chapter-general = 总则
neg-chapter-labour-quota = 劳动定额与计件单价
neg-chapter-wage-standard = 工资分配制度与工资标准
neg-chapter-skill-grade-pay = 能级工资
neg-chapter-payment = 工资支付
neg-chapter-overtime-allowances-bonus = 加班工资、津贴补贴与奖金
neg-chapter-adjustment = 工资调整
neg-chapter-leave-and-special = 试用期、假期与特殊情况工资
neg-chapter-awards = 创新创造与荣誉激励
neg-chapter-change-and-end = 合同的变更、解除与终止
neg-chapter-supervision-and-liability = 监督检查与违约责任
neg-chapter-final = 附则
neg-award-skill = 技术技能
neg-award-education = 学历提升
neg-award-innovation = 创新创造
neg-award-honour = 荣誉
neg-award-contest = 技能竞赛
neg-award-mentoring = 师徒带教
neg-item-labour-quota = 劳动定额和计件单价
neg-item-distribution = 工资分配制度、工资标准、工资形式和最低工资
neg-item-average-wage = 各岗位年度平均工资和调整幅度
neg-item-payment = 工资支付办法
neg-item-overtime-allowance-bonus = 加班工资、津贴补贴标准和奖金分配
neg-item-adjustment = 工资调整办法
neg-item-leave-pay = 试用期和病假、事假的工资
neg-item-special-pay = 特殊情况下的工资
neg-item-term = 合同期限
neg-item-change = 变更、解除合同的程序
neg-item-end = 合同终止的条件
neg-item-liability = 违约责任
