/** An object as JSON gives it: every value still to be checked. */
export type JsonObject = Record<string, unknown>;

/** Whether a value is an object with named fields (not null, not an array). */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The text in a field, or undefined when the field is missing or no text. */
export function textIn(object: JsonObject, field: string): string | undefined {
  const value = object[field];
  return typeof value === 'string' ? value : undefined;
}

/** The finite number in a field, or undefined when the field is missing or no such number. */
export function numberIn(object: JsonObject, field: string): number | undefined {
  const value = object[field];
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined;
}
