import type { BuiltinProperty } from '../runtime/host';

/** Short forms for the properties of a built-in component. */
export const text = (value = ''): BuiltinProperty => ({ type: String, value });
export const flag = (value = false): BuiltinProperty => ({ type: Boolean, value });
export const number = (value = 0): BuiltinProperty => ({ type: Number, value });
export const list = (): BuiltinProperty => ({ type: Array, value: [] });
export const anything = (value: unknown = null): BuiltinProperty => ({ type: null, value });

/** A property's value as text: nothing for undefined and null. */
export function asText(value: unknown): string {
  return value === undefined || value === null ? '' : String(value);
}

/** A property's value as a number, or what it is instead of one. */
export function asNumber(value: unknown, otherwise = 0): number {
  const result = typeof value === 'string' && value.trim() === '' ? Number.NaN : Number(value);
  return Number.isFinite(result) ? result : otherwise;
}

export function asList(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A member of an object of unknown shape. */
export function member(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
}
