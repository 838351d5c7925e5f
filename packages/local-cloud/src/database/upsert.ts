import { hasOperators } from './matcher';
import { editAt, withField } from './update-paths';
import { type Document, isArray, isDocument } from './values';

/** The document that an upsert begins with: what the query demands by equality. */
export function upsertBase(query: Document): Document {
  let result: Document = {};
  for (const [name, condition] of Object.entries(query)) {
    if (name === '$and' && isArray(condition)) {
      for (const branch of condition) {
        if (isDocument(branch)) result = { ...result, ...upsertBase(branch) };
      }
    } else if (!name.startsWith('$')) {
      const value = hasOperators(condition) ? condition['$eq'] : condition;
      if (value === undefined || value instanceof RegExp) continue;
      result = name.includes('.')
        ? editAt(result, name, () => value, true)
        : withField(result, name, value);
    }
  }
  return result;
}
