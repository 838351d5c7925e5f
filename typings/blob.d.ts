/** valibot's declarations name these two; core must not see the DOM, so they stay empty here. */
interface Blob {
  readonly size: number;
}
interface File extends Blob {
  readonly name: string;
}
