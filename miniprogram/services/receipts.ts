import { isRecord, listOf, readStored, store } from './storage';

/** What this phone keeps of a report so that it can be found again: the two numbers. */
export interface KeptReceipt {
  readonly caseId: string;
  readonly number: string;
  /** 查询码, which only this phone knows. */
  readonly code: string;
  readonly title: string;
  readonly reportedAt: number;
}

const KEY = 'receipts';
/** A phone does not need more; older reports are still in 我报的隐患. */
const KEPT = 100;

const isReceipt = (value: unknown): value is KeptReceipt =>
  isRecord(value) && typeof value['caseId'] === 'string' && typeof value['code'] === 'string';

/** Newest first. */
export const keptReceipts = (): readonly KeptReceipt[] => readStored(KEY, listOf(isReceipt)) ?? [];

export const receiptOf = (caseId: string): KeptReceipt | undefined =>
  keptReceipts().find((receipt) => receipt.caseId === caseId);

/** Keeps a receipt; the same case twice is kept once. */
export const keepReceipt = (receipt: KeptReceipt): void => {
  const others = keptReceipts().filter(({ caseId }) => caseId !== receipt.caseId);
  store(KEY, [receipt, ...others].slice(0, KEPT));
};
