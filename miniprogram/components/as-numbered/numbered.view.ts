export interface Piece {
  readonly text: string;
  /** Never broken over two lines. */
  readonly whole: boolean;
}

const CASE_NUMBER = /(\d{4}-[0-9A-Z]{6})/;

/** Text in pieces, the case numbers in it apart: 编号 2026-7QHK2M · 5月25日. Nothing is lost. */
export const piecesOf = (text: string): Piece[] =>
  // What a group matched stands at every second place.
  text
    .split(CASE_NUMBER)
    .map((piece, at) => ({ text: piece, whole: at % 2 === 1 }))
    .filter((piece) => piece.text !== '');
