import { type Piece, piecesOf } from './numbered.view';

const noPieces: readonly Piece[] = [];

/** A line of text in which no case number breaks at its hyphen; it looks as its place does. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: { text: { type: String, value: '' } },
  data: { pieces: noPieces },
  observers: {
    text(text: string) {
      this.setData({ pieces: piecesOf(text) });
    },
  },
});
