import {
  type DateFields,
  dateColumns,
  formatDate,
  formatTime,
  parseDate,
  parseTime,
  timeColumns,
} from './picker-dates';
import { asList, asNumber, asText, member } from './properties';

type Data = Readonly<Record<string, unknown>>;

/** What stands in a picker's sheet, and what it answers. */
export interface PickerModel {
  columns(): { label: string; rows: readonly string[]; index: number }[];
  /** The user chose a row; true when other columns changed by that. */
  choose(column: number, row: number): boolean;
  /** `detail` of the change event. */
  result(): Record<string, unknown>;
  /** Instead of columns, where the preview has no list to choose from. */
  readonly fields?: readonly HTMLElement[];
}

/** Modes selector and multiSelector. */
export function selectorModel(data: Data): PickerModel {
  const multi = data['mode'] === 'multiSelector';
  const ranges = multi ? asList(data['range']).map(asList) : [asList(data['range'])];
  const key = asText(data['rangeKey']);
  const given = multi ? asList(data['value']) : [data['value']];
  const chosen = ranges.map((rows, at) =>
    Math.min(Math.max(0, asNumber(given[at])), Math.max(0, rows.length - 1)),
  );
  return {
    columns: () =>
      ranges.map((rows, at) => ({
        label: multi ? `第 ${at + 1} 列` : '选项',
        rows: rows.map((row) => asText(key === '' ? row : member(row, key))),
        index: chosen[at] ?? 0,
      })),
    choose(column, row) {
      chosen[column] = row;
      return false;
    },
    // WeChat gives the selector's index as text.
    result: () => ({ value: multi ? [...chosen] : String(chosen[0] ?? 0) }),
  };
}

/** Mode date. */
export function dateModel(data: Data): PickerModel {
  const fields: DateFields =
    data['fields'] === 'year' || data['fields'] === 'month' ? data['fields'] : 'day';
  const today = new Date();
  const start = parseDate(asText(data['start'])) ?? [1900, 1, 1];
  const end = endOf(asText(data['end'])) ?? [2100, 12, 31];
  let date = parseDate(asText(data['value'])) ?? [
    today.getFullYear(),
    today.getMonth() + 1,
    today.getDate(),
  ];
  const columns = () => {
    const made = dateColumns(date, start, end, fields);
    date = made.date;
    return made.columns;
  };
  columns();
  return {
    columns: () =>
      columns().map(({ label, values, index }) => ({
        label,
        rows: values.map((value) => `${value}${label}`),
        index,
      })),
    choose(column, row) {
      const value = columns()[column]?.values[row];
      if (value !== undefined) date[column] = value;
      columns();
      return column < 2;
    },
    result: () => ({ value: formatDate(date, fields) }),
  };
}

/** `2026` as an end means its last day. */
function endOf(text: string): [number, number, number] | undefined {
  const date = parseDate(text);
  if (!date) return undefined;
  const parts = text.split('-').length;
  const month = parts < 2 ? 12 : date[1];
  return [date[0], month, parts < 3 ? new Date(date[0], month, 0).getDate() : date[2]];
}

/** Mode time. */
export function timeModel(data: Data): PickerModel {
  const now = new Date();
  const start = parseTime(asText(data['start'])) ?? [0, 0];
  const end = parseTime(asText(data['end'])) ?? [23, 59];
  let time = parseTime(asText(data['value'])) ?? [now.getHours(), now.getMinutes()];
  const columns = () => {
    const made = timeColumns(time, start, end);
    time = made.time;
    return made.columns;
  };
  columns();
  return {
    columns: () =>
      columns().map(({ label, values, index }) => ({
        label,
        rows: values.map((value) => `${String(value).padStart(2, '0')}${label}`),
        index,
      })),
    choose(column, row) {
      const value = columns()[column]?.values[row];
      if (value !== undefined) time[column] = value;
      columns();
      return column === 0;
    },
    result: () => ({ value: formatTime(time) }),
  };
}

/** Mode region: the preview carries no list of regions, so their names are written. */
export function regionModel(data: Data): PickerModel {
  const given = asList(data['value']);
  const inputs = ['省', '市', '区县'].map((label, at) => {
    const input = document.createElement('input');
    input.className = 'mp-region';
    input.placeholder = label;
    input.setAttribute('aria-label', label);
    input.value = asText(given[at]);
    return input;
  });
  return {
    fields: inputs,
    columns: () => [],
    choose: () => false,
    result: () => ({ value: inputs.map(({ value }) => value), code: [], postcode: '' }),
  };
}
