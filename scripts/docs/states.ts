import { ACTION_WORDS, faceOf, movesOf, type Party, STATES, type State } from '@anshao/core/hazard';

const PARTY_WORDS: Readonly<Record<Party, string>> = {
  reporter: '报告人',
  inspector: '小组检查员',
  handler: '办理工会干部',
  handlingChair: '办理工会主席',
  superior: '上级工会',
  federation: '市总',
  employer: '企业负责人',
  custodian: '专管员',
  system: '系统',
};

export const file = 'docs/states.md';

/** docs/states.md: the life of a hazard, printed from the table that decides. */
export const render = async (): Promise<string> =>
  `${[
    '# The life of a hazard',
    '',
    'Printed from `packages/core/src/hazard/lifecycle.ts` and `faces.ts`; do not edit by hand.',
    'A state without moves of its own yet is part of the life already and gets them later.',
    '',
    '| state | staff word | worker’s line | icon |',
    '|---|---|---|---|',
    ...STATES.flatMap(faceRows),
    '',
    '## Moves',
    '',
    '*Open* events also enter the chain that employer and public can check. What does not ask',
    'first can be taken back for ten seconds where an undo exists. *Own* says whether a handler',
    'may do it to a hazard they reported themselves.',
    '',
    '| state | act | by | leads to | on condition | chain | asks | own |',
    '|---|---|---|---|---|---|---|---|',
    ...STATES.flatMap(moveRows),
  ].join('\n')}\n`;

const faceRows = (state: State): string[] => {
  const variants =
    state === 'toVerify'
      ? [{ acknowledged: false }, { acknowledged: true }]
      : state === 'declined'
        ? (['notTrue', 'notAccepted'] as const).map((outcome) => ({ acknowledged: true, outcome }))
        : [{ acknowledged: true }];
  return variants.map((variant) => {
    const face = faceOf({ state, ...variant });
    return `| ${state} | ${face.staff} | ${face.worker} | ${face.icon} |`;
  });
};

const moveRows = (state: State): string[] =>
  movesOf(state).map(([action, move]) => {
    const by = move.by.map((party) => PARTY_WORDS[party]).join('、');
    const to = move.to === 'same' ? '–' : move.to;
    const chain = move.open ? 'inner + open' : 'inner';
    const cells = [
      state,
      `${action} ${ACTION_WORDS[action]}`,
      by,
      to,
      move.when ?? '–',
      chain,
      move.asks ? 'yes' : 'no',
      move.notOwn ? 'refused' : 'may',
    ];
    return `| ${cells.join(' | ')} |`;
  });
