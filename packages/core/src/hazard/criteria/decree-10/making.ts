import { type ArticleData, clause } from '../criterion';

/** Article 6: cement, glass, ceramics and other building materials. */
export const BUILDING_MATERIALS: ArticleData = {
  article: 6,
  scope: 'buildingMaterials',
  clauses: [
    clause(
      1,
      '煤磨的袋收尘和煤粉仓没有温度、一氧化碳监测，或没有气体灭火',
      '煤粉仓没监测或没灭火',
      '水泥 煤磨 煤粉 煤粉仓 袋收尘 收尘器 温度 一氧化碳 灭火 二氧化碳',
      'dustChemical',
      'exit',
    ),
    clause(
      2,
      '筒型料仓靠人进去清',
      '筒仓靠人工进去清料',
      '水泥 筒库 筒仓 料仓 清库 清仓 人工 结块 掩埋',
      'confinedSpace',
      'collapse',
    ),
    clause(
      3,
      '电石渣筒仓没有可燃气体报警',
      '电石渣仓没有气体报警',
      '电石渣 水泥 筒仓 乙炔 可燃气体 报警器',
      'dustChemical',
      'confinedSpace',
    ),
    clause(
      4,
      '进筒仓、焙烧窑、预热器、磨机、破碎机等里面干活，没断料断电或没防坠落',
      '进设备里干活没断电断料',
      '筒仓 窑 预热器 旋风筒 分解炉 篦冷机 磨机 破碎机 检修 断电 挂牌 上锁 防坠落 安全带',
      'confinedSpace',
      'machine',
      'height',
    ),
    clause(
      5,
      '用预混燃气的窑炉没有压力监测，压力不对不会自动断气',
      '燃气窑炉压力没监测联锁',
      '窑炉 预混 燃气 天然气 煤气 压力 切断 联锁 陶瓷 玻璃',
      'equipment',
      'dustChemical',
    ),
    clause(
      6,
      '制氢站、氮氢气混合间、燃气配气间没有可燃气体报警',
      '制氢或配气间没有报警',
      '制氢站 氢气 氮氢 混合间 配气间 燃气 调压 可燃气体 报警器',
      'dustChemical',
    ),
    clause(
      7,
      '电熔炉的水冷坏了还在用',
      '电熔炉水冷坏了还在用',
      '电熔制品 电炉 水冷 冷却水 漏水 断水 失效',
      'equipment',
    ),
    clause(
      8,
      '玻璃窑炉、锡槽的冷却没有监测报警',
      '玻璃窑或锡槽冷却没监测',
      '玻璃 窑炉 锡槽 冷却水 冷却风 断水 停风 报警 泄漏',
      'equipment',
    ),
  ],
};

/** Article 7: machine building. */
export const MACHINERY: ArticleData = {
  article: 7,
  scope: 'machinery',
  clauses: [
    clause(
      1,
      '吊熔融金属的吊车下面、浇注跨里有五类人待的房间',
      '吊运浇注区有人待的房间',
      '铸造 浇注 熔融 铁水 铝水 吊运 行车 会议室 休息室 更衣室 交接班室 活动室',
      'equipment',
      'vehicle',
    ),
    clause(
      2,
      '铸造用的熔炼炉、精炼炉、保温炉没有应急时放出来的坑或包',
      '熔炼炉没有应急坑或包',
      '铸造 熔炼炉 精炼炉 保温炉 中频炉 应急 排放 储存 事故坑 炉坑 漏炉',
      'dustChemical',
    ),
    clause(
      3,
      '炉坑、地坑等八类会碰到熔融金属的地方有积水',
      '炉坑等高温区有积水',
      '积水 有水 潮湿 炉坑 地坑 浇注坑 造型坑 铁水 铝水 遇水 爆炸',
      'dustChemical',
    ),
    clause(
      4,
      '铸造熔炼炉的冷却水没有监测报警，或断水不会自动停',
      '熔炼炉冷却水没监测联锁',
      '中频炉 感应炉 电弧炉 熔炼炉 冷却水 断水 漏水 温度 流量 联锁 报警',
      'equipment',
    ),
    clause(
      5,
      '燃气加热炉、热处理炉的燃气压力没有监测联锁，或没有熄火保护',
      '燃气炉没有压力联锁或熄火保护',
      '天然气 煤气 液化气 烧嘴 燃烧器 加热炉 热处理炉 压力 切断 熄火 火焰 点火',
      'equipment',
      'dustChemical',
    ),
    clause(
      6,
      '用易燃溶剂清洗，没有控制挥发的气',
      '溶剂清洗没控制可燃气',
      '清洗 除油 溶剂 汽油 酒精 天那水 稀释剂 易燃液体 通风 可燃气体 挥发',
      'dustChemical',
      'health',
    ),
    clause(
      7,
      '喷漆房、调漆间用的不是水性漆，没有可燃气体报警或没有通风',
      '喷漆间没有报警或通风',
      '喷漆 喷漆房 喷漆室 调漆 油漆 油性漆 天那水 稀释剂 可燃气体 报警器 通风 排风',
      'dustChemical',
      'health',
    ),
  ],
};
