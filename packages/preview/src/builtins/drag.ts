export interface DragHooks {
  readonly vertical: () => boolean;
  /** px along the direction, from where it began. */
  readonly moved: (along: number) => void;
  readonly ended: (along: number) => void;
}

interface Hold {
  readonly x: number;
  readonly y: number;
  readonly pointer: number;
  along: number;
  /** It goes along our direction: not a scroll across it, not a tap. */
  own: boolean;
}

/** Drags of one element along one direction, by finger or mouse. */
export class Drag {
  private hold: Hold | undefined;

  constructor(
    element: HTMLElement,
    private readonly hooks: DragHooks,
  ) {
    element.addEventListener('pointerdown', (event) => {
      const { clientX: x, clientY: y, pointerId: pointer } = event;
      this.hold = { x, y, pointer, along: 0, own: false };
    });
    window.addEventListener('pointermove', this.move);
    window.addEventListener('pointerup', this.release);
    window.addEventListener('pointercancel', this.release);
  }

  get active(): boolean {
    return this.hold !== undefined;
  }

  stop(): void {
    window.removeEventListener('pointermove', this.move);
    window.removeEventListener('pointerup', this.release);
    window.removeEventListener('pointercancel', this.release);
  }

  private readonly move = (event: PointerEvent): void => {
    const { hold } = this;
    if (hold?.pointer !== event.pointerId) return;
    const vertical = this.hooks.vertical();
    const dx = event.clientX - hold.x;
    const dy = event.clientY - hold.y;
    const along = vertical ? dy : dx;
    if (!hold.own && Math.abs(along) < Math.max(8, Math.abs(vertical ? dx : dy))) return;
    hold.own = true;
    hold.along = along;
    this.hooks.moved(along);
  };

  private readonly release = (event: PointerEvent): void => {
    const { hold } = this;
    if (hold?.pointer !== event.pointerId) return;
    this.hold = undefined;
    if (hold.own) this.hooks.ended(hold.along);
  };
}
