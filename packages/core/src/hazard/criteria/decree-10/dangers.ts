import { type ArticleData, clause } from '../criterion';

/** Article 11: combustible dust, in whatever trade. */
export const DUST: ArticleData = {
  article: 11,
  scope: 'dust',
  clauses: [
    clause(
      1,
      '会粉尘爆炸的地方在非框架的楼里，或里面有休息室、会议室等聚人的房间',
      '粉尘场所的房子或房间不当',
      '粉尘 爆炸 砖混 楼房 多层 休息室 会议室 宿舍 办公室 聚人 打磨 抛光 砂光',
      'dustChemical',
      'exit',
    ),
    clause(
      2,
      '不同的粉尘、粉尘和可燃气共用一套除尘，或各区的除尘连在一起',
      '除尘系统混用或相连',
      '除尘 共用 一套 连通 互联 风管 可燃气 铝粉 木粉 防火分区',
      'dustChemical',
    ),
    clause(
      3,
      '干式除尘没有泄爆、隔爆、惰化、抑爆等任何防爆办法',
      '干式除尘没有防爆措施',
      '除尘 干式 布袋 泄爆 隔爆 抑爆 惰化 防爆 除尘器',
      'dustChemical',
    ),
    clause(
      4,
      '金属粉尘用正压除尘，或别的粉尘用正压吹送又没防火花',
      '正压除尘没有防火花',
      '除尘 正压 吹送 风机 火花 探测 铝镁 金属 粉尘',
      'dustChemical',
    ),
    clause(
      5,
      '用沉降室除尘，或用砖砌的巷道当除尘风道',
      '用沉降室或巷道当除尘',
      '除尘 沉降室 重力 巷道 风道 砖砌 地沟 风管',
      'dustChemical',
    ),
    clause(
      6,
      '金属、木粉尘的干式除尘没有锁气卸灰',
      '除尘器没有锁气卸灰',
      '除尘 锁气 卸灰 灰斗 卸灰阀 星型 铝镁 金属 木粉 木质',
      'dustChemical',
    ),
    clause(
      7,
      '除尘器、收尘仓里等粉尘一直浓的地方（20区）没用防爆电气',
      '粉尘区没用防爆电气',
      '防爆 电气 20区 料仓 灯 开关 电机 插座 粉尘',
      'dustChemical',
      'electric',
    ),
    clause(
      8,
      '粉碎、研磨、砂光等设备没有去铁去石或防火花的装置',
      '粉碎砂光没除铁防火花',
      '粉碎 研磨 造粒 砂光 砂光机 除铁 磁选 去石 异物 火花 探测 熄灭',
      'dustChemical',
      'machine',
    ),
    clause(
      9,
      '铝镁等遇水会反应的粉尘收集堆放没有防水、通风、测氢',
      '遇水反应的粉尘没防水',
      '铝粉 镁粉 废屑 收集 堆放 存放 遇水 受潮 自燃 氢气 通风 湿式',
      'dustChemical',
    ),
    clause(
      10,
      '没有清扫粉尘的规矩，或积了厚尘没清',
      '粉尘积厚没有清扫',
      '积尘 积灰 灰 粉尘 灰尘 很厚 清扫 打扫 打磨 抛光 砂光 没清 铝粉 木粉 面粉',
      'dustChemical',
      'health',
    ),
  ],
};

/** Article 12: refrigeration with liquid ammonia. */
export const AMMONIA: ArticleData = {
  article: 12,
  scope: 'ammonia',
  clauses: [
    clause(
      1,
      '包装间、分割间等人多的车间，空调直接用氨蒸发制冷',
      '人多的车间用氨直接制冷',
      '液氨 氨 制冷 冷库 空调 包装间 分割间 整理间 直接蒸发',
      'dustChemical',
      'equipment',
    ),
    clause(
      2,
      '速冻机没单独隔间，或隔间里超过 9 人',
      '速冻间没隔开或人太多',
      '液氨 氨 速冻 快速冻结 冻结装置 冷库 隔间 9人 九人 人多',
      'dustChemical',
      'equipment',
    ),
  ],
};

/** Article 13: confined spaces with hydrogen sulphide, carbon monoxide and the like. */
export const CONFINED_SPACE: ArticleData = {
  article: 13,
  scope: 'confinedSpace',
  clauses: [
    clause(
      1,
      '会中毒的有限空间没有辨认清楚、没有台账，也没有警示牌',
      '有限空间没台账没警示牌',
      '有限空间 受限空间 污水池 化粪池 地窖 腌制池 发酵罐 纸浆池 管道井 台账 警示牌 标志',
      'confinedSpace',
    ),
    clause(
      2,
      '进有限空间没审批，没先通风再检测，或外面没人看着',
      '进有限空间没审批没检测',
      '有限空间 受限空间 下池 下井 进罐 清池 清淤 审批 作业票 通风 检测 监护 没人看 硫化氢 一氧化碳',
      'confinedSpace',
    ),
  ],
};
