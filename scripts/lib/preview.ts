import { type Preview, type PreviewOptions, startPreview } from '@anshao/preview';
import { messageOf, PlainError } from './plain-error';

/** Starts the preview; what keeps it from starting is a sentence for the person. */
export async function openPreview(options: PreviewOptions): Promise<Preview> {
  try {
    return await startPreview({ log: (line) => console.log(line), ...options });
  } catch (error) {
    throw new PlainError(messageOf(error), { cause: error });
  }
}
