import { REPORTER_TEMPLATE } from '../config';
import { call } from './cloud';

/** What became of 提醒我. */
export type Reminder = 'will' | 'declined' | 'switchedOff' | 'failed';

/** The main switch for reminders is off in WeChat's settings of this mini-program. */
const SWITCHED_OFF = 20004;

const ask = (): Promise<'accepted' | 'declined' | 'switchedOff'> =>
  new Promise((resolve) => {
    wx.requestSubscribeMessage({
      tmplIds: [REPORTER_TEMPLATE],
      success: (answers) =>
        resolve(answers[REPORTER_TEMPLATE]?.startsWith('accept') ? 'accepted' : 'declined'),
      fail: ({ errCode }) => resolve(errCode === SWITCHED_OFF ? 'switchedOff' : 'declined'),
    });
  });

/** Asks WeChat, then notes the accept for one case. Must run inside a tap: WeChat demands it. */
export const remindMe = async (caseId: string): Promise<Reminder> => {
  const answer = await ask();
  if (answer !== 'accepted') return answer;
  const noted = await call('member.remindMe', { caseId });
  return noted.ok && noted.value.willRemind ? 'will' : 'failed';
};
