import { isKeyOf } from '../codes';

/** What stands at a place, as far as it changes what one should look at. Ids are stored. */
const EQUIPMENT = {
  press: '冲床、压力机',
  lathe: '车床、铣床',
  saw: '木工锯、刨床',
  conveyor: '皮带、滚筒',
  furnace: '熔炼炉、加热炉',
  paint: '喷漆房、调漆间',
  dust: '打磨、抛光、砂光',
  confinedSpace: '池、罐、井、仓',
  ammonia: '液氨制冷',
  electrical: '配电房、配电箱',
  forklift: '叉车、装卸',
  crane: '塔吊、行车',
  elevator: '电梯、升降机',
  pressure: '锅炉、压力容器',
  gasCylinder: '气瓶、焊割',
  chemical: '危化品库',
  lithium: '锂电池',
  charging: '充电棚、换电柜',
  scaffold: '脚手架、临边',
  pit: '基坑、沟槽',
  kitchen: '后厨、燃气灶',
  dormitory: '宿舍',
  warehouse: '仓库、货架',
  road: '厂区道路',
} as const satisfies Record<string, string>;

export type Equipment = keyof typeof EQUIPMENT;

export const isEquipment = (id: string): id is Equipment => isKeyOf(EQUIPMENT, id);

/** Every kind with its words, in the order of the list to choose from. */
export const equipmentKinds = (): readonly { readonly id: Equipment; readonly word: string }[] =>
  Object.keys(EQUIPMENT)
    .filter(isEquipment)
    .map((id) => ({ id, word: EQUIPMENT[id] }));
