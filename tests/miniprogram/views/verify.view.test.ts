import { describe, expect, test } from '@jest/globals';
import {
  confirmText,
  EMPTY_FORM,
  mainVerb,
  missingIn,
  type VerifyForm,
} from '../../../miniprogram/subpackages/hazard/verify/verify.view';

const aForm = (over: Partial<VerifyForm> = {}): VerifyForm => ({
  ...EMPTY_FORM,
  finding: 'true',
  level: 'ordinary',
  noCriterion: true,
  wording: '压力机防护罩没装',
  ...over,
});

describe('the form of 核实', () => {
  test.each([
    ['finding', { finding: '' }],
    ['level', { level: '' }],
    ['criteria', { noCriterion: false }],
    ['wording', { wording: '  ' }],
    ['wording', { wording: '一'.repeat(21) }],
    ['reason', { finding: 'notTrue', reason: '没有' }],
    ['reason', { finding: 'notAccepted' }],
  ] as const)('asks for %s', (at, over) => {
    expect(missingIn(aForm(over))?.at).toBe(at);
  });

  test('is complete with a criterion or with 对不上任何一条', () => {
    expect(missingIn(aForm())).toBeUndefined();
    expect(missingIn(aForm({ noCriterion: false, criteria: ['d10-11-10'] }))).toBeUndefined();
  });

  test('names on its button what will happen', () => {
    expect(mainVerb(aForm())).toBe('记为属实');
    expect(mainVerb(aForm({ level: 'suspectedMajor' }))).toBe('提为疑似重大');
    expect(mainVerb(aForm({ finding: 'notTrue' }))).toBe('记为不属实');
  });

  test('says before it is sent who will read what', () => {
    expect(confirmText(aForm()).lines.join()).toContain('压力机防护罩没装');
    const declined = confirmText(aForm({ finding: 'notTrue', reason: '到现场看了，装着' }));
    expect(declined.lines.join()).toContain('上级工会');
  });
});
