"""Made-up departments, projects, goals and indicators for tests/prints.

EVERYTHING HERE IS MADE UP: no department, project, amount or target is anybody's. A document
is a function of its seed alone, and knows nothing of layouts or of the program under test.
"""

import random
from dataclasses import dataclass, field
from decimal import Decimal

# key | bureau | what its projects are about | what it counts: name/unit/most | whom it serves
DOMAINS = """
教育|教育局|义务教育学校课后服务 校舍安全改造 学前教育普惠 教师培训 营养午餐|课后服务学校数/所/80 参训教师人数/人次/3000 受资助学生人数/人/5000 维修校舍面积/平方米/20000|学生家长
职教|职业教育中心|实训基地建设 技能竞赛 产教融合 校企合作|采购实训设备数量/台（套）/300 参赛学生人数/人/600 开设专业数/个/30|在校学生
水务|水务局|河道清淤 中小型水库维护 供水管网改造 河长制工作 防汛物资储备|清淤河道长度/公里/120 维护水库座数/座/40 改造管网长度/千米/90 巡河次数/次/5000|沿河居民
交通|交通运输局|农村公路养护 公交运营 桥梁检测 治超站运行 道路客运燃油|养护公路里程/公里/900 检测桥梁数量/座/200 补贴公交车辆数/辆/800 治超检查次数/次/1000|过往司乘人员
卫生|卫生健康局|基本公共卫生服务 免疫规划 家庭医生签约 精神卫生防治 妇女两癌筛查|建立居民健康档案份数/万份/90 接种疫苗剂次/剂次/90000 筛查人数/人/30000 签约居民人数/人/200000|受检群众
中医|中医药管理局|中医馆建设 中医药人才培养 名老中医工作室|建设中医馆数量/个/25 培养师承人员/人/80|就诊患者
疾控|疾病预防控制中心|传染病监测 艾滋病防治 实验室能力建设 饮用水监测|监测点数量/个/120 采集样本份数/份/9000 检测指标项数/项/106|服务对象
文化|文化和旅游局|公共文化服务 非遗保护 图书馆免费开放 文艺精品创作 送戏下乡|演出场次/场/300 新增藏书量/册/30000 举办展览次数/次/24 免费开放天数/天/350|观众
旅游|旅游发展服务中心|旅游宣传推广 景区厕所改造 全域旅游标识|投放宣传片条数/条/60 改造旅游厕所数量/座/30 接待游客量/万人次/900|游客
文物|文物保护所|文物保护单位修缮 考古勘探 博物馆陈列|修缮文物建筑处数/处/12 勘探面积/平方米/60000|参观人员
林业|林业局|森林防火 国土绿化 林业有害生物防治 护林员管护 古树名木保护|造林面积/亩/15000 防治面积/万亩/30 管护人员数量/名/900 保护古树株数/株/420|林区群众
草原|草原工作站|草原生态修复 草畜平衡 鼠虫害防治|修复草原面积/万亩/60 落实禁牧面积/万亩/180|农牧民
公安|公安局|天网视频运行 禁毒宣传 辅警保障 反诈中心 DNA实验室耗材|视频点位数/个/6000 宣传活动场次/场/60 聘用辅警人数/名/900 发放宣传资料份数/份/50000|辖区居民
交警|公安局交通警察支队|信号灯维护 交通标线施划 电子警察运维 事故快处|维护信号灯路口数/个/400 施划标线面积/平方米/80000|交通参与者
司法|司法局|法律援助 人民调解 社区矫正 公证服务 普法宣传|办理法律援助案件数/件/1200 调解案件数量/件/5000 举办讲座场次/场/80|受援人
体育|体育局|全民健身 青少年体育训练 体育场馆免费低收费开放 龙舟赛|举办赛事活动次数/次/30 更新健身器材套数/套/200 训练运动员人数/人/260|参赛运动员
退役|退役军人事务局|优抚对象抚恤 烈士纪念设施维护 退役士兵技能培训 双拥|发放优抚对象人数/人/4000 维护纪念设施处数/处/18 慰问户数/户/800|优抚对象
民政|民政局|城乡低保 养老机构运营 流浪乞讨人员救助 地名普查 孤儿保障|保障低保对象人数/人/12000 新增养老床位数/张/500 救助人次/人次/900|救助对象
残联|残疾人联合会|残疾人康复 辅助器具适配 无障碍改造 残疾儿童抢救性康复|康复服务人数/人/1500 适配器具件数/件/2000 改造残疾人家庭户数/户/160|残疾人及家属
人社|人力资源和社会保障局|公共就业服务 高校毕业生见习 劳动仲裁 技能提升行动 社保经办|招聘会场次/场/60 见习岗位数/个/400 受理案件数/件/2600|求职者
医保|医疗保障局|城乡居民医保 医保基金监管 异地就医结算 DRG付费改革|参保人数/万人/90 检查定点机构家数/家/600 培训经办人员/人次/300|参保人员
农业|农业农村局|高标准农田建设 耕地地力保护 动物疫病防控 农机购置 秸秆综合利用|建设高标准农田面积/万亩/8 补贴机具台数/台/900 免疫畜禽数量/万头（只）/600 检测样品批次/批次/800|农户
畜牧|畜牧兽医站|强制免疫 病死畜禽无害化处理 奶业振兴|无害化处理数量/头/30000 采购疫苗数量/万毫升/80|养殖户
渔业|渔政支队|增殖放流 休渔执法 渔船更新|放流苗种数量/万尾/900 出动执法船艇/艘次/300|渔民
乡村振兴|乡村振兴局|防返贫监测 小额信贷贴息 雨露计划 人居环境整治|监测户数/户/2000 发放贴息笔数/笔/700 补助学生人数/人/900|脱贫户
住建|住房和城乡建设局|老旧小区改造 农村危房改造 海绵城市 建筑工地扬尘监测|改造小区个数/个/60 改造户数/户/900 检测项目数量/个/120|小区业主
房管|房屋管理中心|公租房租赁 直管公房修缮 住房租赁试点|发放补贴户数/户/1800 修缮面积/平方米/36000|承租家庭
城管|城市管理局|环卫清扫保洁 垃圾分类 户外广告整治 公厕管养 市政照明|清扫保洁面积/万平方米/900 转运垃圾量/万吨/40 管养公厕座数/座/160 维护路灯盏数/盏/20000|市民
园林|园林绿化中心|公园管养 行道树修剪 口袋公园 花卉布置|管养绿地面积/公顷/500 修剪树木株数/株/18000 摆放花卉数量/万盆/60|游园市民
生态环境|生态环境局|大气污染防治 水环境监测 土壤详查 机动车尾气遥感|监测断面数量/个/80 空气自动站运维数/个/40 抽测车辆数/辆次/9000|周边群众
自然资源|自然资源和规划局|不动产登记 国土变更调查 地质灾害防治 国土空间规划编制|调查图斑个数/个/12000 治理隐患点数/处/16 编制规划套数/套/3|办事群众
气象|气象局|人工影响天气 气象观测站运维 预警信息发布|作业次数/次/90 运维站点数/个/130 发布预警条数/条/4000|公众
地震|地震局|地震台网运维 防震减灾科普 活断层探测|运行台站数/个/24 科普受众/人次/20000|社会公众
应急|应急管理局|安全生产监管 自然灾害救助 应急物资 专家查隐患|检查企业家次/家次/2600 储备物资种类/类/40 组织演练次数/次/24|受灾群众
消防|消防救援支队|消防装备购置 微型消防站 消防员伙食 执勤车辆维护|购置装备件套数/件（套）/3000 保障消防员人数/人/420|消防指战员
市场监管|市场监督管理局|食品安全抽检 药品监管 特种设备检验 计量检定 知识产权保护|抽检批次/批次/6000 检定器具台件/台件/3000 检查单位户次/户次/5000|消费者
药检|药品检验所|药品抽检 化妆品检验 实验室认证|检验批次数/批次/3600 扩项参数个数/个/45|送检单位
工信|工业和信息化局|中小企业发展 技术改造 工业互联网 节能降耗 5G基站建设|支持企业户数/户/160 新增5G基站数/个/900 诊断企业数量/家/80|受补助企业
科技|科学技术局|科技计划 研发投入后补助 科技特派员 科普活动|立项项目数量/项/120 选派特派员人数/名/160 授权专利件数/件/400|创新主体
商务|商务局|消费促进 外贸发展 电子商务进农村 汽车以旧换新|举办促消费活动场次/场/40 支持外贸企业家数/家/120 发放消费券张数/万张/60|参与商户
粮食|粮食和物资储备局|粮食储备轮换 仓储设施维修 粮食质量安全监测|轮换储备粮数量/万吨/12 维修仓容/万吨/8|售粮农民
发改|发展和改革局|重大项目前期 价格监测 信用体系 对口支援|完成前期研究课题/个/20 监测商品品种/种/90|服务企业
统计|统计局|人口抽样调查 经济普查 住户调查 企业一套表|调查户数/户/3000 普查单位数/万个/9 记账户数/户/400|调查对象
审计|审计局|审计外勤 投资审计 大数据审计平台|完成审计项目数/个/40 聘请中介人员/人次/300|被审计单位
财政|财政局|预算绩效评价 政府采购监管 财政票据 预算管理一体化运维|评价项目数量/个/30 印制票据份数/万份/200|预算单位
税务|税务局|协税护税 纳税服务 发票有奖|采集涉税信息条数/万条/30 服务窗口个数/个/60|纳税人
机关事务|机关事务服务中心|物业管理 公务用车运行 办公用房维修 食堂补助|保洁面积/平方米/52000 保障车辆数/辆/90 用餐人次/万人次/24|机关干部职工
档案|档案馆|档案数字化 馆藏抢救修复 征集编研|数字化页数/万页/160 修复档案卷数/卷/800|查档人员
党校|市委党校|干部教育培训 师资引进 教学科研|举办培训班期数/期/36 培训干部人数/人次/2400|学员
宣传|市委宣传部|文明城市创建 新时代文明实践 媒体宣传 电影公益放映|放映场次/场/1600 刊发稿件篇数/篇/900|群众
组织|市委组织部|党员教育 人才发展 驻村干部保障 智慧党建|培训党员人数/人次/6000 引进高层次人才数/名/60|党员干部
统战|市委统战部|民族团结进步 宗教场所 侨务 新的社会阶层|开展联谊活动/次/12 慰问人数/人/160|统战对象
信访|信访局|信访维稳 矛盾化解 网上信访系统|接待来访批次/批次/900 化解积案件数/件/60|信访群众
政务|政务服务数据管理局|政务云租赁 12345热线 一网通办 数据共享平台|受理热线工单量/万件/90 上线事项数/项/900 租赁云主机数量/台/300|办事企业和群众
法院|人民法院|办案业务 陪审员 信息化运维 法庭修缮|审结案件数/件/20000 陪审人次/人次/1600|当事人
检察院|人民检察院|检察业务 未成年人保护 公益诉讼|办理公益诉讼案件数/件/160 法治进校园场次/场/50|当事人
工会|总工会|困难职工帮扶 劳模疗休养 职工之家|帮扶职工人数/人/900 建设职工之家/个/24|职工
团委|共青团委员会|青年志愿服务 少先队活动 青年创业|招募志愿者人数/名/3000 举办活动次数/次/40|青少年
妇联|妇女联合会|妇女维权 家庭教育 巾帼创业|举办家庭教育讲座/场/90 维权服务人次/人次/600|妇女群众
红十字|红十字会|应急救护培训 人道救助 造血干细胞捐献|培训救护员人数/人/2000 救助人数/人/300|受助人
供销|供销合作社联合社|农资储备 基层社改造 农产品流通|储备化肥数量/吨/3000 改造基层社个数/个/12|社员
海事|港航事务中心|航道养护 港口岸线 渡口渡船更新|养护航道里程/公里/260 更新渡船艘数/艘/9|船员
水文|水文水资源中心|水文测报 水资源监测 墒情监测|测报站点数/处/90 取得监测数据/万组/60|用水户
科协|科学技术协会|青少年科技创新 科技馆运行 院士工作站|开放天数/天/300 参与青少年人数/人次/9000|参观者
血站|中心血站|无偿献血宣传 血液核酸检测 采血车购置|采血量/万毫升/900 检测标本份数/份/60000|献血者
图书馆|图书馆|数字资源采购 总分馆建设 古籍保护|采购图书册数/册/24000 建设分馆数量/个/16|读者
大学|职业技术学院|双高建设 学生奖助 科研启动 图书设备购置|资助学生人数/人/3600 购置设备台套数/台（套）/420 发表论文篇数/篇/90|在校师生
街道|街道办事处|社区网格化管理 社区工作者 老旧楼院整治 综治中心|配备网格员人数/名/160 整治楼院个数/个/24|社区居民
镇|镇人民政府|村级组织运转 农村厕所改造 河道保洁 综合文化站|保障村数量/个/24 改厕座数/座/600|村民
"""

PLACES = ("江城市", "青川区", "云溪县", "临河市", "海屏区", "金岭县", "北辰开发区", "南浦市", "望山县",
          "龙湾区", "昌源市", "白石县", "东坪区", "清源自治县", "滨海新区", "宁河县")

NAME_PATTERNS = (
    "{t}专项经费", "{t}补助资金", "{t}项目", "{t}经费", "{y}年{t}专项资金", "{p}{t}业务费",
    "{t}（{y}年）", "{t}（续建）", "{t}及配套服务采购项目", "提前下达{y}年中央{t}补助资金（第一批）",
    "{t}工作经费（含劳务派遣人员）", "{b}{t}运行维护费", "{t}“十四五”规划中期评估及{y2}年实施方案编制",
    "{t}(市级配套)", "{t}奖补资金（{y0}-{y}年）", "{t}信息系统运维服务费", "{t}-设备购置",
    "关于{p}{t}提质增效三年行动的专项补助资金", "{t}财政补助", "其他{t}支出")

GOAL_OPEN = ("通过实施{t}项目，", "围绕{p}{y}年重点工作，", "为进一步做好{t}工作，", "根据《{p}{t}实施方案（{y0}-{y2}年）》要求，",
             "按照上级统一部署，扎实推进{t}，", "保障{t}工作顺利开展，", "按时足额保障{t}所需资金，",
             "依托{b}现有力量，深入开展{t}，")
GOAL_MIDDLE = ("完成{n}{u}以上的年度任务，", "开展{q}不少于{n}{u}，", "预计全年支出{m}万元，", "确保{q}达到{n}{u}，",
               "建立健全工作机制，规范资金使用，", "加强日常监督检查（每季度不少于1次），", "按月、按季组织考核，考核结果与经费挂钩，",
               "推动工作由“有没有”向“好不好”转变；", "完善台账管理，做到底数清、情况明，", "落实“放管服”改革要求，压缩办理时限{k}%，",
               "推广应用APP和微信小程序，实现线上线下融合，", "严格执行GB/T 19001标准，", "及时兑现各项政策，",
               "加快补齐短板弱项，", "覆盖率达到{k}%，", "充分调动各方面积极性，形成工作合力，")
GOAL_CLOSE = ("提高{w}满意度。", "有效提升服务水平，促进{d}事业高质量发展。", "切实维护{w}的合法权益。", "保障各项工作正常运转。",
              "为{p}经济社会发展提供有力支撑。", "进一步增强{w}的获得感、幸福感、安全感。", "{w}满意度达到{k}%以上。",
              "确保全年不发生重大责任事故。", "圆满完成年度目标任务。")

QUALITY = (("验收合格率", "≥", (90, 100), "%"), ("任务完成率", "≥", (90, 100), "%"), ("{q}达标率", "≥", (85, 100), "%"),
           ("资金使用合规率", "=", (100, 100), "%"), ("政府采购率", "=", (100, 100), "%"), ("培训合格率", "≥", (90, 99), "%"),
           ("设备故障率", "≤", (1, 5), "%"), ("重大差错次数", "=", (0, 0), "次"), ("系统正常运行率", "≥", (95, 99), "%"),
           ("群众有效投诉次数", "≤", (1, 8), "次"), ("{t}符合国家或行业标准", "定性", "符合", ""),
           ("专家评审通过率(%)", "≥", (90, 100), "%"), ("服务质量", "定性", "优良", ""), ("事故发生率", "<", (1, 3), "‰"),
           ("档案资料完整性", "定性", "完整、规范", ""), ("抽查准确率", ">", (90, 98), "%"))
TIME = (("任务按时完成率", "≥", (90, 100), "%"), ("资金拨付及时性", "定性", "及时", ""), ("项目完成时间", "定性", "{y}年12月底前", ""),
        ("办理时限", "≤", (2, 30), "个工作日"), ("完成时限(月)", "≤", (6, 12), "个月"), ("应急响应时间", "≤", (10, 60), "分钟"),
        ("补助发放及时率", "=", (100, 100), "%"), ("开工时间", "定性", "{y}年3月31日前", ""), ("项目实施周期", "=", (1, 3), "年"),
        ("故障修复时间", "<", (12, 48), "小时"), ("{t}完成及时性", "定性", "按计划完成", ""), ("完成时限", "≤", (1, 12), "个月"), ("完成时间", "定性", "{y}年11月30日前", ""))
COST = (("预算控制数", "≤", None, "万元"), ("人均补助标准", "≤", (1, 9), "万元/人"), ("{q}单位成本", "≤", (20, 900), "元/{u}"),
        ("成本节约率", "≥", (1, 10), "%"), ("不超过批复预算", "定性", "不超过", ""), ("培训费标准", "≤", (200, 450), "元/人·天"),
        ("项目总成本", "≤", None, "万元"), ("单位造价控制在概算以内", "定性", "控制在概算以内", ""),
        ("预算执行率", "≥", (90, 100), "%"), ("项目资金总额", "≤", None, "万元"))
ECONOMIC = (("带动相关产业增收", "≥", (50, 3000), "万元"), ("节约财政资金", "定性", "有效节约", ""), ("拉动消费增长", "≥", (3, 15), "%"),
            ("减少经济损失情况", "定性", "明显减少", ""), ("促进{d}产业发展", "定性", "有所促进", ""))
SOCIAL = (("政策知晓率", "≥", (80, 98), "%"), ("服务能力提升情况", "定性", "有效提升", ""), ("受益人口", "≥", (1, 90), "万人"),
          ("保障{w}合法权益", "定性", "保障", ""), ("社会影响力", "定性", "优良中低差", ""), ("促进社会和谐稳定", "定性", "效果显著", ""),
          ("维护{p}{d}领域安全稳定，防范化解重大风险", "定性", "持续维护", ""), ("重大舆情事件", "=", (0, 0), "起"),
          ("带动就业人数", "≥", (10, 500), "人"), ("公众{d}意识", "定性", "逐步增强，形成良好的社会氛围", ""))
ECOLOGICAL = (("环境质量改善", "定性", "持续改善", ""), ("减少碳排放", "≥", (5, 300), "吨"), ("垃圾无害化处理率", "=", (100, 100), "%"),
              ("绿化覆盖率", "≥", (30, 45), "%"), ("生态环境影响", "定性", "无不良影响", ""))
SUSTAINABLE = (("长效管理机制健全性", "定性", "健全", ""), ("设施持续使用年限", "≥", (3, 15), "年"), ("可持续影响期限", "定性", "长期", ""),
               ("人才队伍稳定性", "定性", "稳定", ""), ("信息共享程度", "定性", "基本实现共享", ""), ("{d}工作可持续发展", "定性", "中长期", ""))
SATISFACTION = (("{w}满意度", "≥", (80, 98), "%"), ("服务对象满意度", "≥", (85, 98), "%"), ("{w}对{t}工作的满意程度", "≥", (85, 95), "%"),
                ("主管部门满意度", "定性", "满意", ""), ("受益群众满意度（%）", "≥", (90, 95), "%"), ("投诉处理满意率", "=", (100, 100), "%"))

CATEGORIES = ("quantity", "quality", "time", "cost", "economic", "social", "ecological", "sustainable",
              "satisfaction")
FUNDS = ("general_public_budget", "government_funds", "special_account", "other_funds", "carried_over")


@dataclass
class Indicator:
    category: str
    name: str
    comparator: str  # one of ≥ ≤ = > <, "" for a bare value, 定性 for prose
    value: str
    unit: str
    period_value: str
    half_value: str
    weight: int = 0
    describes: str = ""

    def target(self, value=None):
        """As one text: ≥95%."""
        sign = "" if self.comparator == "定性" else self.comparator
        return sign + (self.value if value is None else value) + self.unit

    def parts(self):
        """As three cells: comparator, value, unit. Systems that print three have no bare values."""
        return (self.comparator or "=", self.value, self.unit)

    def joined(self):
        """What the three cells say together."""
        sign, value, unit = self.parts()
        return value + unit if sign == "定性" else sign + value + unit


@dataclass
class Project:
    name: str
    code: str
    type: str
    funds: dict  # by FUNDS, Decimal
    goal: str
    long_goal: str
    indicators: list
    years: int = 1
    previous: Decimal = Decimal(0)

    def total(self):
        return sum(self.funds.values())


@dataclass
class Document:
    seed: int
    place: str
    department: str
    department_code: str
    sub_unit: str
    domain: str
    year: int
    unit: str
    decimals: int
    separators: bool
    zero: str  # what stands where a part is nothing: "" or "0.00"
    projects: list = field(default_factory=list)
    cost_first: bool = False

    def money(self, amount):
        """As printed."""
        return f"{amount:,.{self.decimals}f}" if self.separators else f"{amount:.{self.decimals}f}"

    def plain(self, amount):
        """As a snapshot has it."""
        return f"{amount:.{self.decimals}f}"


def _domains():
    for line in DOMAINS.strip().splitlines():
        key, bureau, topics, counts, people = line.split("|")
        yield (key, bureau, topics.split(), [c.rsplit("/", 2) if c.count("/") == 2 else c.split("/")
                                             for c in counts.split()], people)


DOMAIN_LIST = list(_domains())


def _number(rng, most):
    """A count as people write one."""
    most = max(int(most), 2)
    value = rng.randint(max(1, most // 20), most)
    if value > 100:
        value = value // 10 * 10
    if value >= 1000 and rng.random() < 0.08:
        return f"{value:,}"
    if rng.random() < 0.04:
        return f"{value}.00"
    return str(value)


def _fill(rng, doc, words, text):
    return text.format(t=words["topic"], p=doc.place, b=words["bureau"], y=doc.year, y0=doc.year - 2, y2=doc.year + 1,
                       d=words["domain"], w=words["people"], q=words["count"], u=words["unit"],
                       n=_number(rng, words["most"]), k=rng.randint(80, 100),
                       m=f"{rng.randint(100, 99999) / 100:.2f}")


def _prose(rng, doc, words, least, most):
    text = _fill(rng, doc, words, rng.choice(GOAL_OPEN))
    middles = list(GOAL_MIDDLE)
    rng.shuffle(middles)
    close = _fill(rng, doc, words, rng.choice(GOAL_CLOSE))
    want = rng.randint(least, most)
    while middles and len(text) + len(close) < want:
        text += _fill(rng, doc, words, middles.pop())
    return (text + close)[:230]


def _goal(rng, doc, words):
    if rng.random() < 0.22:
        style = rng.choice(("{}.", "{}、", "目标{}：", "（{}）"))
        numerals = "一二三四五" if "（" in style else "12345"
        count = rng.randint(2, 4)
        parts = []
        for i in range(count):
            body = _fill(rng, doc, words, rng.choice(GOAL_MIDDLE)).rstrip("，；")
            body += _fill(rng, doc, words, rng.choice(("", "，" + rng.choice(GOAL_CLOSE)[:-1])))
            parts.append(style.format(numerals[i]) + body + ("。" if i == count - 1 else rng.choice(("；", "。"))))
        return "\n".join(parts)
    return _prose(rng, doc, words, 30, 200)


def _pick(rng, doc, words, category, amount):
    """One indicator of a category."""
    if category == "quantity":
        name, unit, most = rng.choice(words["counts"])
        style = rng.random()
        if style < 0.1:
            name += f"（{unit.split('（')[0]}）"
        elif style < 0.2:
            name = rng.choice(("完成", "新增", "全年累计", "开展的")) + name
        elif style < 0.25:
            name = f"{words['topic']}项目覆盖范围内{name}"
        comparator = rng.choice(("≥", "≥", "≥", "=", "=", "", ">"))
        value = _number(rng, most)
        if rng.random() < 0.04 and comparator == "":
            value = f"{max(1, int(float(value.replace(',', ''))) // 2)}-{value.replace(',', '')}"
    else:
        table = {"quality": QUALITY, "time": TIME, "cost": COST, "economic": ECONOMIC, "social": SOCIAL,
                 "ecological": ECOLOGICAL, "sustainable": SUSTAINABLE, "satisfaction": SATISFACTION}[category]
        name, comparator, span, unit = rng.choice(table)
        name = _fill(rng, doc, words, name)
        unit = unit.replace("{u}", words["unit"].split("（")[0])
        if span is None:
            value = f"{amount:.2f}" if rng.random() < 0.6 else str(int(amount) + 1)
        elif isinstance(span, tuple):
            value = str(rng.randint(*span))
            if unit == "%" and rng.random() < 0.05:
                value += ".00"
        else:
            value = _fill(rng, doc, words, span)
        if comparator == "=" and rng.random() < 0.4:
            comparator = ""
    if unit == "%" and rng.random() < 0.02:
        unit = "％"
    return name, comparator, value, unit


def _indicators(rng, doc, words, amount):
    count = rng.randint(2, 9)
    wanted = ["quantity"] + rng.choices(CATEGORIES, weights=(5, 5, 4, 4, 1, 4, 1, 2, 4), k=count - 1)
    wanted.sort(key=CATEGORIES.index)
    result, used = [], set()
    for category in wanted:
        for _ in range(6):
            name, comparator, value, unit = _pick(rng, doc, words, category, amount)
            if (category, name) not in used:
                break
        else:
            continue
        used.add((category, name))
        period, half = value, value
        plain = value.replace(",", "").replace(".00", "")
        if category == "quantity" and plain.isdigit():
            if rng.random() < 0.4:
                period = str(int(plain) * 3)
            half = str(int(plain) // 2)
        result.append(Indicator(category, name, comparator, value, unit, period, half, 0,
                                f"反映{name.split('（')[0]}的情况"))
    left = 90
    for i, indicator in enumerate(result):
        share = left if i == len(result) - 1 else max(1, 90 // len(result) // 5 * 5)
        indicator.weight, left = share, left - share
    return result


def _amount(rng, doc):
    yuan = Decimal(rng.choice((rng.randint(500, 9999), rng.randint(10000, 999999), rng.randint(10 ** 5, 3 * 10 ** 6)))) * 100
    if rng.random() < 0.3:
        yuan = yuan // 10000 * 10000 + 10000
    yuan += Decimal(rng.choice((0, 0, rng.randint(0, 9999))))
    scale = {"元": 1, "千元": 1000, "万元": 10000, "亿元": 10 ** 8}[doc.unit]
    value = round(yuan / scale, doc.decimals)
    return value if value > 0 else Decimal(1).scaleb(-doc.decimals)


def _project(rng, doc, number, domain):
    key, bureau, topics, counts, people = domain
    name, unit, most = rng.choice(counts)
    words = {"topic": rng.choice(topics), "bureau": bureau, "domain": key, "people": people, "counts": counts,
             "count": name, "unit": unit, "most": most}
    title = _fill(rng, doc, words, rng.choice(NAME_PATTERNS))
    if rng.random() < 0.02:
        title = f"推进{words['topic']}提档升级，方便{people}办事。"
    funds = {fund: Decimal(0) for fund in FUNDS}
    funds["general_public_budget"] = _amount(rng, doc)
    for fund, chance in (("government_funds", 0.06), ("special_account", 0.06), ("other_funds", 0.12), ("carried_over", 0.1)):
        if rng.random() < chance:
            funds[fund] = _amount(rng, doc)
    if rng.random() < 0.05:
        funds["other_funds"], funds["general_public_budget"] = funds["general_public_budget"], Decimal(0)
    total = sum(funds.values())
    code = f"44{rng.randint(1000, 9999)}{doc.year % 100}{rng.choice('TRYPK')}{rng.randint(1, 999999):09d}"
    goal = _goal(rng, doc, words)
    long_goal = _prose(rng, doc, words, 30, 120)
    in_wan = total * {"元": 1, "千元": 1000, "万元": 10000, "亿元": 10 ** 8}[doc.unit] / 10000
    return Project(title, code, rng.choice(("延续", "新增", "一次性", "经常性")), funds, goal, long_goal,
                   _indicators(rng, doc, words, in_wan), rng.choice((1, 1, 3, 5)),
                   round(total * Decimal(rng.randint(60, 130)) / 100, doc.decimals) if rng.random() < 0.7 else Decimal(0))


def make_document(seed):
    """The document of a seed. Same seed, same document."""
    rng = random.Random(f"budgetdiff-prints-{seed}")
    domain = rng.choice(DOMAIN_LIST)
    place = rng.choice(PLACES)
    department = place + domain[1] + rng.choice(("", "", "", "（本级）", "机关"))
    if domain[1].startswith("市委"):
        department = f"中共{place}委员会" + domain[1][2:]
    unit = rng.choices(("万元", "元", "千元", "亿元"), weights=(80, 14, 3, 3))[0]
    decimals = {"万元": rng.choice((2, 2, 2, 2, 4)), "元": rng.choice((2, 2, 0)), "千元": 2, "亿元": 4}[unit]
    doc = Document(seed, place, department, f"{rng.randint(101, 899)}", f"{place}{domain[0]}综合服务中心", domain[0],
                   rng.choice((2021, 2022, 2023, 2024, 2024, 2025)), unit, decimals, rng.random() < 0.6,
                   rng.choice(("", "", "zero")))
    doc.cost_first = rng.random() < 0.5
    if doc.zero == "zero":
        doc.zero = doc.money(Decimal(0))
    names = set()
    for number in range(rng.randint(2, 12)):
        other = domain if rng.random() < 0.85 else rng.choice(DOMAIN_LIST)
        project = _project(rng, doc, number, other)
        if project.name in names:
            project.name += rng.choice(("（二期）", "（第二批）", "（区级）")) + ("" if project.name not in names else str(number))
        names.add(project.name)
        doc.projects.append(project)
    if len(doc.projects) > 4 and rng.random() < 0.15:
        doc.projects[2].goal = doc.projects[1].goal
    return doc
