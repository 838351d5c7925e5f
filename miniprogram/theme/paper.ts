/** Colours for a canvas, which reads no style sheet: the same as in tokens.wxss. */
export const PAPER = { card: '#FFFFFF', text: '#15191E', text2: '#454C55' } as const;
