import { type ArticleData, clause } from '../criterion';

/** Article 8: food, paper, furniture, ceramics, batteries and other light industry. */
export const LIGHT_INDUSTRY: ArticleData = {
  article: 8,
  scope: 'lightIndustry',
  clauses: [
    clause(
      1,
      '烘烤、油炸的设备温度过高不会自动断开',
      '烘烤油炸没有超温断开',
      '烘烤 烤箱 烤炉 油炸 炸锅 油锅 超温 过热 断电 温控',
      'electric',
      'equipment',
    ),
    clause(
      2,
      '白酒、酒精库和车间没有酒精气体报警或没有通风',
      '酒库没有报警或通风',
      '白酒 酒精 乙醇 酒库 勾兑 灌装 蒸馏 储罐 报警器 通风',
      'dustChemical',
    ),
    clause(
      3,
      '造纸厂、纸浆厂用蒸汽或明火直接加热液氯钢瓶',
      '用蒸汽明火加热液氯瓶',
      '造纸 纸浆 液氯 氯气 钢瓶 氯瓶 加热 蒸汽 明火 漂白',
      'dustChemical',
      'equipment',
    ),
    clause(
      4,
      '日用玻璃、陶瓷用预混燃气的窑炉，压力不对不会自动断气',
      '燃气窑炉压力没监测联锁',
      '日用玻璃 陶瓷 窑炉 预混 燃气 天然气 压力 切断 联锁',
      'equipment',
      'dustChemical',
    ),
    clause(
      5,
      '日用玻璃窑炉的冷却没有监测报警',
      '玻璃窑炉冷却没监测报警',
      '日用玻璃 窑炉 冷却水 冷却风 断水 停风 电极 报警',
      'equipment',
    ),
    clause(
      6,
      '喷漆房、调漆间用的不是水性漆，没有可燃气体报警或没有通风',
      '喷漆间没有报警或通风',
      '家具 木器 喷漆 喷漆房 喷漆室 调漆 油漆 油性漆 天那水 稀释剂 可燃气体 报警器 通风',
      'dustChemical',
      'health',
    ),
    clause(
      7,
      '锂电池做坏了、鼓包了，没和别的隔开',
      '坏锂电池没有隔开放',
      '锂电池 锂离子 电芯 电池 鼓包 不合格 报废 短路 漏液 隔离 仓库',
      'electric',
      'exit',
    ),
  ],
};

/** Article 9. */
export const TEXTILE: ArticleData = {
  article: 9,
  scope: 'textile',
  clauses: [
    clause(
      1,
      '烧毛、热定型等用气、用导热油的地方没和别的车间隔开',
      '热定型的燃气油没有隔开',
      '印染 烧毛 热定型 定型机 导热油 燃气 天然气 汽化 隔开 隔墙 防火',
      'exit',
      'equipment',
    ),
    clause(
      2,
      '双氧水、保险粉等和不能同放的东西混放，或保险粉库不防水防潮',
      '保险粉等混放或没防潮',
      '印染 保险粉 双氧水 过氧化氢 次氯酸钠 雕白粉 亚氯酸钠 混放 受潮 防水 仓库',
      'dustChemical',
    ),
  ],
};

/** Article 10. */
export const TOBACCO: ArticleData = {
  article: 10,
  scope: 'tobacco',
  clauses: [
    clause(
      1,
      '用磷化氢熏蒸杀虫，没有测气、没有面具，或人没清完',
      '熏蒸没测气没面具没清人',
      '熏蒸 杀虫 磷化氢 磷化铝 面具 呼吸器 报警仪 撤离 仓库 烟叶',
      'dustChemical',
      'confinedSpace',
    ),
    clause(
      2,
      '二氧化碳膨胀烟丝线没有浓度报警，或不会自动排风',
      '膨胀烟丝线没报警或排风',
      '膨胀烟丝 二氧化碳 窒息 报警器 排风 联动',
      'confinedSpace',
      'dustChemical',
    ),
  ],
};
