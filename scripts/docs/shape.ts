import type * as v from 'valibot';

/** The parts of a valibot schema that say what it accepts. */
interface Shape {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly item?: Shape;
  readonly wrapped?: Shape;
  readonly options?: readonly unknown[];
  readonly literal?: unknown;
  readonly pipe?: ReadonlyArray<{ readonly type: string; readonly requirement?: unknown }>;
}

const isShape = (value: unknown): value is Shape =>
  typeof value === 'object' && value !== null && 'type' in value;

/** A schema as one readable line, e.g. `{ id: text, photos: 1…9 × { id: text } }`. */
export const describeShape = (schema: v.GenericSchema<unknown, unknown> | Shape): string => {
  if (!isShape(schema)) throw new Error('not a schema');
  return `\`${line(schema)}\``;
};

const line = (shape: Shape): string => {
  switch (shape.type) {
    case 'object':
      return objectLine(shape.entries ?? {});
    case 'array':
      return `${limits(shape, 'Length')}[${shape.item === undefined ? '' : line(shape.item)}]`;
    case 'optional':
      return shape.wrapped === undefined ? 'nothing' : line(shape.wrapped);
    case 'picklist':
      return (shape.options ?? []).join(' | ');
    case 'union':
      return (shape.options ?? []).filter(isShape).map(line).join(' or ');
    case 'literal':
      return JSON.stringify(shape.literal);
    case 'string':
      return `text${limits(shape, 'Length')}`;
    case 'number':
      return `number${limits(shape, 'Value')}`;
    default:
      return shape.type;
  }
};

const objectLine = (entries: Readonly<Record<string, Shape>>): string => {
  const fields = Object.entries(entries).map(([name, shape]) => {
    return `${name}${shape.type === 'optional' ? '?' : ''}: ${line(shape)}`;
  });
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
};

const limits = (shape: Shape, what: 'Length' | 'Value'): string => {
  const of = (kind: 'min' | 'max') =>
    shape.pipe?.find((step) => step.type === `${kind}_${what.toLowerCase()}`)?.requirement;
  const [min, max] = [of('min'), of('max')];
  if (min === undefined && max === undefined) return '';
  return ` (${String(min ?? '')}…${String(max ?? '')})`;
};
