/** main: the page’s one red button; blue: a second act; plain: the rest; danger: irreversible. */
export type ButtonKind = 'main' | 'blue' | 'plain' | 'danger';

interface Look {
  readonly theme: 'primary' | 'default' | 'danger';
  readonly variant: 'base' | 'outline';
}

const LOOKS: Readonly<Record<ButtonKind, Look>> = {
  main: { theme: 'primary', variant: 'base' },
  blue: { theme: 'primary', variant: 'outline' },
  plain: { theme: 'default', variant: 'outline' },
  danger: { theme: 'danger', variant: 'outline' },
};

const isKind = (kind: string): kind is ButtonKind => Object.keys(LOOKS).includes(kind);

/** How TDesign draws a kind of button; an unknown kind is drawn plain. */
export const lookOf = (kind: string): Look => LOOKS[isKind(kind) ? kind : 'plain'];
