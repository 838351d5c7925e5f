/** Height of one row, px, as in WeChat's pickers. */
const ROW = 44;

/** One column of a picker: a list that is scrolled, tapped or moved by arrow keys. */
export class Wheel {
  readonly element = document.createElement('div');
  private rows: readonly string[] = [];
  private chosen = 0;

  constructor(
    label: string,
    private readonly moved: (index: number) => void,
  ) {
    this.element.className = 'mp-wheel';
    this.element.setAttribute('role', 'listbox');
    this.element.setAttribute('aria-label', label);
    this.element.tabIndex = 0;
    this.element.addEventListener('scrollend', () => {
      if (!this.element.isConnected) return;
      this.choose(Math.round(this.element.scrollTop / ROW), false);
    });
    this.element.addEventListener('keydown', (event) => {
      const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
      if (step === 0) return;
      event.preventDefault();
      this.choose(this.chosen + step, true);
    });
  }

  get index(): number {
    return this.chosen;
  }

  /** Replaces the rows; the chosen one is kept inside them. */
  show(rows: readonly string[], index: number): void {
    this.rows = rows;
    this.element.replaceChildren(
      ...rows.map((text, at) => {
        const row = document.createElement('div');
        row.setAttribute('role', 'option');
        row.textContent = text;
        row.addEventListener('click', () => this.choose(at, true));
        return row;
      }),
    );
    this.chosen = Math.min(Math.max(0, index), Math.max(0, rows.length - 1));
    this.mark();
    this.settle();
  }

  /** Scrolls to the chosen row; works only once the element is shown. */
  settle(): void {
    this.element.scrollTop = this.chosen * ROW;
  }

  private choose(index: number, scroll: boolean): void {
    const next = Math.min(Math.max(0, index), this.rows.length - 1);
    const changed = next !== this.chosen;
    this.chosen = next;
    this.mark();
    if (scroll) this.settle();
    if (changed) this.moved(next);
  }

  private mark(): void {
    [...this.element.children].forEach((row, at) => {
      row.setAttribute('aria-selected', String(at === this.chosen));
    });
  }
}
