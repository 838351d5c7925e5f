import type { Notice } from './contract';

/** What the message list says: a headline and what to do. Names no person. */
export const NOTICE_TEXT: Readonly<Record<Notice, { head: string; hint: string }>> = {
  acknowledged: { head: '工会已受理', hint: '会有人到现场看' },
  confirmed: { head: '工会核实：属实', hint: '接下来给企业写建议书' },
  notTrue: { head: '工会去看过，没发现', hint: '点开看原因' },
  notAccepted: { head: '没有受理', hint: '点开看原因' },
  toVerify: { head: '有一条新隐患', hint: '请先受理，再到现场核实' },
};
