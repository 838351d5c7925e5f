import { type ArticleData, clause } from '../criterion';

/** Articles 3 and 14: every firm. Article 14 is no further item, it extends the others. */
export const GENERAL: readonly ArticleData[] = [
  {
    article: 3,
    scope: 'general',
    clauses: [
      clause(
        1,
        '外包队伍、租户的安全没人统一管，也不定期去查',
        '外包或租户没人统一管',
        '外包 承包 分包 施工队 外来施工 承租 出租 租户 租赁 厂中厂 协调 检查',
      ),
      clause(
        2,
        '电工、焊工等特种作业的人没证就上岗',
        '特种作业无证上岗',
        '无证 没证 假证 证过期 特种作业 操作证 电工证 电工 焊工 电焊 登高 高处 制冷',
        'electric',
        'height',
      ),
      clause(
        3,
        '金属冶炼厂的负责人、安全员没有通过安全考核',
        '负责人安全考核没通过',
        '金属冶炼 负责人 厂长 安全员 安全管理人员 考核 考试 没考',
      ),
    ],
  },
  {
    article: 14,
    scope: 'general',
    clauses: [
      clause(
        null,
        '各条提到的监测、报警、联锁、防护装置坏了、关了或不起作用',
        '监测报警或防护装置失效',
        '失效 失灵 坏了 关掉 停用 拆掉 短接 屏蔽 不响 报警器 监测 联锁 光栅 防护装置 没检定',
        'machine',
        'confinedSpace',
        'dustChemical',
        'equipment',
      ),
    ],
  },
];
