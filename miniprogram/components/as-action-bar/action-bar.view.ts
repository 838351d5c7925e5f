/** An act the page offers; `refusal` says why it is not for this person. */
export interface BarAct {
  readonly id: string;
  readonly text: string;
  readonly icon?: string;
  readonly refusal?: string;
}

export interface BarView {
  /** The page's one red button. */
  readonly main?: BarAct;
  readonly second?: BarAct;
  /** Behind 更多: all others, and what is refused with its reason. */
  readonly more: readonly BarAct[];
}

/** First allowed act = main, second = blue outline, everything else behind 更多. */
export const barOf = (acts: readonly BarAct[]): BarView => {
  const [main, second, ...others] = acts.filter(({ refusal }) => refusal === undefined);
  const refused = acts.filter(({ refusal }) => refusal !== undefined);
  return {
    ...(main === undefined ? {} : { main }),
    ...(second === undefined ? {} : { second }),
    more: [...others, ...refused],
  };
};
