import type { CategoryId } from '../hazard';
import type { Industry } from '../org';
import type { Equipment } from './equipment';

/** One thing to look at: at most 10 characters, and why we say it. */
export interface Look {
  readonly title: string;
  readonly category: CategoryId;
  /** The clause behind it, where there is one. */
  readonly criterion?: string;
}

const look = (title: string, category: CategoryId, criterion?: string): Look =>
  criterion === undefined ? { title, category } : { title, category, criterion };

/** What stands there says most, so each kind has three of its own. */
export const BY_EQUIPMENT: Readonly<Record<Equipment, readonly Look[]>> = {
  press: [
    look('双手按钮还管用吗', 'machine', 'decree-10:14'),
    look('光栅挡手会不会停', 'machine', 'decree-10:14'),
    look('急停一按就停吗', 'machine'),
  ],
  lathe: [
    look('防护罩有没有拆掉', 'machine'),
    look('急停一按就停吗', 'machine'),
    look('有没有戴手套操作', 'machine'),
  ],
  saw: [
    look('锯片罩子还在不在', 'machine'),
    look('木屑积了多厚', 'dustChemical', 'decree-10:11-10'),
    look('灭火器拿得到吗', 'exit'),
  ],
  conveyor: [
    look('滚筒有没有护罩', 'machine'),
    look('拉绳一拉会停吗', 'machine'),
    look('检修时断电挂牌吗', 'machine'),
  ],
  furnace: [
    look('炉坑里有没有水', 'dustChemical'),
    look('冷却水有没有漏', 'equipment'),
    look('吊包底下有没有人', 'equipment'),
  ],
  paint: [
    look('排风开着没有', 'health', 'decree-10:14'),
    look('可燃气报警响不响', 'dustChemical', 'decree-10:14'),
    look('旁边有没有动火', 'exit'),
  ],
  dust: [
    look('地上梁上积灰多厚', 'dustChemical', 'decree-10:11-10'),
    look('除尘开着没有', 'dustChemical'),
    look('灰斗能自动卸灰吗', 'dustChemical', 'decree-10:11-6'),
  ],
  confinedSpace: [
    look('有没有警示牌', 'confinedSpace', 'decree-10:13-1'),
    look('下去前测气了没有', 'confinedSpace', 'decree-10:13-2'),
    look('外面有没有人看着', 'confinedSpace', 'decree-10:13-2'),
  ],
  ammonia: [
    look('有没有刺鼻氨味', 'dustChemical'),
    look('速冻间超没超9人', 'dustChemical', 'decree-10:12-2'),
    look('氨报警响不响', 'dustChemical', 'decree-10:14'),
  ],
  electrical: [
    look('箱门关好没有', 'electric'),
    look('电工有没有证', 'electric', 'decree-10:3-2'),
    look('门口堆没堆东西', 'exit'),
  ],
  forklift: [
    look('叉车和人分开走吗', 'vehicle'),
    look('开叉车的有没有证', 'equipment'),
    look('货堆得稳不稳', 'collapse'),
  ],
  crane: [
    look('吊物底下有没有人', 'equipment'),
    look('钢丝绳有没有断丝', 'equipment'),
    look('有没有人指挥', 'equipment'),
  ],
  elevator: [
    look('检验牌过期没有', 'equipment'),
    look('层门关得严吗', 'equipment'),
    look('报警按了有人应吗', 'equipment'),
  ],
  pressure: [
    look('检验牌过期没有', 'equipment'),
    look('压力表在红线下吗', 'equipment'),
    look('安全阀有没有铅封', 'equipment'),
  ],
  gasCylinder: [
    look('气瓶放倒了没有', 'dustChemical'),
    look('两种瓶隔开了吗', 'dustChemical'),
    look('焊工有没有证', 'exit', 'decree-10:3-2'),
  ],
  chemical: [
    look('不同药剂混放没有', 'dustChemical'),
    look('桶上有没有标签', 'dustChemical'),
    look('地上有没有漏', 'dustChemical'),
  ],
  lithium: [
    look('鼓包电池隔开没有', 'electric'),
    look('旁边有没有可燃物', 'exit'),
    look('有没有烟感报警', 'exit'),
  ],
  charging: [
    look('有没有飞线充电', 'battery'),
    look('车堵没堵出口', 'exit'),
    look('电池有没有鼓包', 'battery'),
  ],
  scaffold: [
    look('临边栏杆缺没缺', 'height'),
    look('脚手板铺满没有', 'height'),
    look('安全带挂好没有', 'height'),
  ],
  pit: [
    look('坑边有没有裂缝', 'collapse'),
    look('坑边堆没堆土', 'collapse'),
    look('上下有没有梯子', 'height'),
  ],
  kitchen: [
    look('燃气报警响不响', 'exit'),
    look('软管有没有老化', 'exit'),
    look('油烟管道洗了没有', 'exit'),
  ],
  dormitory: [
    look('安全出口锁没锁', 'exit'),
    look('屋里有没有充电', 'electric'),
    look('楼道堆没堆东西', 'exit'),
  ],
  warehouse: [
    look('通道堵没堵', 'exit'),
    look('货架有没有歪斜', 'collapse'),
    look('出口锁没锁', 'exit'),
  ],
  road: [
    look('人车分没分开', 'vehicle'),
    look('转角看得见车吗', 'vehicle'),
    look('路面有没有坑', 'vehicle'),
  ],
};

/** Where nobody said what stands there, the trade says something. */
export const BY_INDUSTRY: Partial<Readonly<Record<Industry, readonly Look[]>>> = {
  machinery: [look('机器护罩拆没拆', 'machine'), look('电线有没有破皮', 'electric')],
  furniture: [
    look('木屑积了多厚', 'dustChemical', 'decree-10:11-10'),
    look('喷漆排风开没开', 'dustChemical'),
  ],
  food: [
    look('池子有没有警示牌', 'confinedSpace', 'decree-10:13-1'),
    look('地面滑不滑', 'machine'),
  ],
  textile: [look('棉絮清了没有', 'dustChemical'), look('机器护罩拆没拆', 'machine')],
  logistics: [look('叉车和人分开走吗', 'vehicle'), look('货架有没有歪斜', 'collapse')],
  construction: [look('临边栏杆缺没缺', 'height'), look('安全帽戴了没有', 'height')],
  roadTransport: [look('刹车灯光好不好', 'traffic'), look('有没有连着跑太久', 'fatigue')],
  delivery: [look('刹车轮胎好不好', 'traffic'), look('充电有没有人管', 'battery')],
  chemicals: [look('有没有怪味漏气', 'dustChemical'), look('阀门有没有挂牌', 'equipment')],
  services: [look('安全出口锁没锁', 'exit'), look('插座有没有发烫', 'electric')],
};

/** Looked at everywhere, and enough for a place of which nothing is known. */
export const EVERYWHERE: readonly Look[] = [
  look('安全出口堵没堵', 'exit'),
  look('灭火器拿得到吗', 'exit'),
  look('电线有没有破皮', 'electric'),
];

/** What a season brings, by month. At a place under a roof the last two hold as well. */
export const BY_MONTH: readonly { readonly months: readonly number[]; readonly look: Look }[] = [
  { months: [6, 7, 8, 9], look: look('热不热，有没有水喝', 'health') },
  { months: [12, 1, 2], look: look('取暖电器有人管吗', 'electric') },
  { months: [3, 4, 5], look: look('返工后机器查过吗', 'machine') },
  { months: [10, 11], look: look('天干，可燃物清没清', 'exit') },
];
