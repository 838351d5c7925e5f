import { describe, expect, test } from '@jest/globals';
import { readMessages } from '../../../packages/preview/src/shell/messages';
import { holder, newPerson } from '../../../packages/preview/src/shell/people';
import { DEFAULTS, parseSettings, readPreset } from '../../../packages/preview/src/shell/settings';

describe('what the address presets', () => {
  test('person, phone, font, width and network', () => {
    const preset = readPreset('?who=o-1&phone=2&font=1.6&width=320&network=offline&bare=1');
    expect(preset).toEqual({
      values: { who: 'o-1', phone: 2, font: 1.6, width: 320, network: 'offline' },
      bare: true,
      widthGiven: true,
    });
  });

  test('values which make no sense are passed over', () => {
    expect(readPreset('?font=99&width=1&network=carrier-pigeon').values).toEqual({});
  });
});

describe('kept settings', () => {
  test('that are damaged fall back to the defaults', () => {
    for (const text of [null, 'no json', '[]', '{"font":"big","added":[{}],"network":3}']) {
      expect(parseSettings(text)).toEqual(DEFAULTS);
    }
  });
});

describe('who holds the phone', () => {
  const people = [{ openid: 'o-1', name: '王芳' }];

  test('is the first of the demonstration until somebody else is chosen', () => {
    expect(holder(people, DEFAULTS).name).toBe('王芳');
    const added = { openid: 'o-new', name: '新的人 1' };
    expect(holder(people, { ...DEFAULTS, who: 'o-new', added: [added] })).toEqual(added);
    expect(holder([], DEFAULTS).name).toBe('访客');
  });

  test('a new person has an openid which nobody has', () => {
    const first = newPerson(DEFAULTS, Math.random);
    const second = newPerson({ ...DEFAULTS, added: [first] }, Math.random);
    expect(first.openid).toMatch(/^[\w-]{20,64}$/);
    expect(second.openid).not.toBe(first.openid);
    expect(second.name).not.toBe(first.name);
  });
});

test('messages of the cloud are read, whatever else it sends', () => {
  const message = { template: 't', page: 'pages/a/a', data: { thing1: { value: '配电箱' } } };
  expect(readMessages({ messages: [message] })).toEqual([
    { template: 't', page: 'pages/a/a', fields: [['thing1', '配电箱']] },
  ]);
  expect(readMessages({})).toEqual([]);
});
