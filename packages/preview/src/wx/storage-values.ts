/** Values as they are kept: JSON with a mark for what JSON alone would lose. */
export function encodeValue(value: unknown): string {
  if (value === undefined) return '{"t":"undefined"}';
  if (value instanceof Date) return JSON.stringify({ t: 'date', v: value.getTime() });
  if (typeof value === 'number' && !Number.isFinite(value)) {
    return JSON.stringify({ t: 'number', v: String(value) });
  }
  return JSON.stringify({ v: value }) ?? '{"t":"undefined"}';
}

/** The value again; throws when the text is damaged. */
export function decodeValue(text: string): unknown {
  const kept: unknown = JSON.parse(text);
  if (typeof kept !== 'object' || kept === null) throw new Error('damaged');
  const { t, v }: Record<string, unknown> = { ...kept };
  if (t === 'undefined') return undefined;
  if (t === 'date' && typeof v === 'number') return new Date(v);
  if (t === 'number') return Number(v);
  return v;
}

/** Size in bytes as WeChat counts it: UTF-8 of the value. */
export function sizeOfValue(text: string): number {
  return new TextEncoder().encode(text).length;
}
