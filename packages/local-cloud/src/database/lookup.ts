import { notOffered, requestFailed } from './failures';
import { valuesAt } from './paths';
import { withField } from './update-paths';
import { type Document, isArray, type Value } from './values';

/** What `$lookup` needs of its surroundings. */
export interface LookupSource {
  /** Finds documents of another collection; none when there is no such collection. */
  readonly search: (collection: unknown, query: Document) => Document[];
  /** Runs further stages over what was found. */
  readonly pipeline: (
    documents: Iterable<Document>,
    stages: readonly Value[],
  ) => Iterable<Document>;
}

/**
 * `$lookup` by equality of two fields, with further stages if wanted: one indexed query for each
 * document.
 * @throws CloudError for `let`, whose variables further stages cannot see here
 */
export function* lookup(
  flow: Iterable<Document>,
  expression: Document,
  source: LookupSource,
): Generator<Document> {
  const { from, localField, foreignField, as, pipeline } = expression;
  if (typeof as !== 'string' || as === '') throw requestFailed('$lookup must name a field in "as"');
  if (expression['let'] !== undefined && Object.keys(expression['let'] ?? {}).length > 0) {
    throw notOffered('"let" in the aggregation stage $lookup');
  }
  if (typeof localField !== 'string' || typeof foreignField !== 'string') {
    if (!isArray(pipeline)) throw requestFailed('$lookup needs localField and foreignField');
    for (const document of flow) {
      const found = source.pipeline(source.search(from, {}), pipeline);
      yield withField(document, as, [...found]);
    }
    return;
  }
  for (const document of flow) {
    const local = valuesAt(document, localField.split('.')).flatMap((value): readonly Value[] =>
      isArray(value) ? value : [value ?? null],
    );
    const found = source.search(from, { [foreignField]: { $in: local.map(literal) } });
    const result = isArray(pipeline) ? [...source.pipeline(found, pipeline)] : found;
    yield withField(document, as, result);
  }
}

/** A stored pattern is looked up as a value, which `$in` cannot say. */
function literal(value: Value): Value {
  if (value instanceof RegExp) throw notOffered('$lookup by a regular expression');
  return value;
}
