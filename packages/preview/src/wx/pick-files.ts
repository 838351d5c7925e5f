import type { PickOptions } from './device';

/** Opens the browser's file chooser. Resolves with nothing when it is cancelled. */
export function pickFiles({ accept, multiple, camera }: PickOptions): Promise<File[]> {
  return new Promise((done) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = multiple;
    // On a phone's own browser this opens the camera.
    if (camera) input.capture = 'environment';
    input.addEventListener('change', () => done([...(input.files ?? [])]));
    input.addEventListener('cancel', () => done([]));
    input.click();
  });
}
