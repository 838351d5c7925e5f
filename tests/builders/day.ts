import { type PlainDate, plainDate } from '@anshao/core/calendar';

/** A date that a test writes down; a slip of the pen fails the test. */
export const day = (text: string): PlainDate => {
  const date = plainDate(text);
  if (date === undefined) throw new Error(`${text} is no date`);
  return date;
};

/** Epoch ms of a time of a day in +08:00. */
export const at = (text: string, hour = 10, minute = 24): number => {
  const [year = 0, month = 0, date = 0] = text.split('-').map(Number);
  return Date.UTC(year, month - 1, date, hour - 8, minute);
};
