import { type CategoryId, isCategory } from '../categories';
import type { Criterion } from './criterion';

/** 工会的说法: what the union says of a hazard, in at most so many characters. */
export const WORDING_LENGTH = 20;

/** What to say where no clause fits: the tile's danger, without a judgement. */
const CATEGORY_PHRASES: Readonly<Record<CategoryId, string>> = {
  machine: '机械防护有隐患',
  electric: '用电有隐患',
  exit: '消防通道有隐患',
  vehicle: '车辆通行有隐患',
  height: '高处作业有隐患',
  confinedSpace: '有限空间有隐患',
  dustChemical: '粉尘或危化品有隐患',
  collapse: '有坍塌隐患',
  health: '有职业危害隐患',
  equipment: '特种设备有隐患',
  traffic: '行车安全有隐患',
  fatigue: '有超时疲劳隐患',
  battery: '充电有隐患',
  weather: '恶劣天气作业有隐患',
  gas: '燃气有隐患',
  excavation: '基坑沟槽有隐患',
  scaffold: '脚手架有隐患',
  unsafeOrder: '作业安排有隐患',
  unclear: '有安全隐患',
};

const charactersOf = (text: string): string[] => Array.from(text);

/** A place's name cut to fit: whole if it can be, else its last part, else its beginning. */
const shortened = (placeName: string, room: number): string => {
  const name = placeName.trim();
  if (charactersOf(name).length <= room) return name;
  const last =
    name
      .split(/[·\-—｜|/，,]/)
      .map((part) => part.trim())
      .pop() ?? '';
  const kept = last === '' ? name : last;
  return charactersOf(kept).slice(0, room).join('');
};

/**
 * A first wording from what was found and where: never the worker's own sentence.
 * @param found a clause, or the id of a category where none fits
 * @returns at most 20 characters, never empty
 */
export const suggestWording = (found: Criterion | string, placeName: string): string => {
  const phrase =
    typeof found === 'string'
      ? CATEGORY_PHRASES[isCategory(found) ? found : 'unclear']
      : found.phrase;
  const room = WORDING_LENGTH - charactersOf(phrase).length;
  return `${shortened(placeName, room).trim()}${phrase}`;
};
