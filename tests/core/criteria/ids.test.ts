import { plainDate } from '@anshao/core/calendar';
import { criteriaInForce, criterionById, isCriterionId } from '@anshao/core/hazard';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';

describe('the id of a clause', () => {
  test('is known for every clause in force', () => {
    const date = plainDate('2026-06-10');
    if (date === undefined) throw new Error('a date');
    const clauses = criteriaInForce(date);
    expect(clauses.length).toBeGreaterThan(60);
    for (const { id } of clauses) expect(isCriterionId(id)).toBe(true);
  });

  test('is known exactly if the clause is', () => {
    const ids = fc
      .tuple(
        fc.constantFrom('decree-10', 'decree-9', 'toString', ''),
        fc.integer({ min: 0, max: 20 }),
        fc.option(fc.integer({ min: 0, max: 15 }), { nil: undefined }),
      )
      .map(([name, article, item]) => `${name}:${article}${item === undefined ? '' : `-${item}`}`);
    fc.assert(
      fc.property(fc.oneof(ids, fc.string()), (id) => {
        expect(isCriterionId(id)).toBe(criterionById(id) !== undefined);
      }),
      { numRuns: 2000 },
    );
  });
});
