/** The server's clock, epoch ms. The only place that reads it: everything else is told. */
export const now = (): number => Date.now();
