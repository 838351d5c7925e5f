import type { PhotoState } from '../../services/drafts';

/** What the grid needs of a photo. */
export interface GridPhoto {
  readonly id: string;
  readonly path: string;
  readonly state: PhotoState;
  /** 0–100, while it is uploaded. */
  readonly percent: number;
  /** Why it cannot be sent; empty unless refused. */
  readonly reason: string;
}

export interface Tile {
  readonly id: string;
  readonly path: string;
  readonly state: PhotoState;
  readonly percent: number;
  /** On the picture, over a dark layer. */
  readonly words: string;
  /** Read aloud: 第 2 张照片，上传到 62%. */
  readonly label: string;
}

const wordsOf = (photo: GridPhoto, large: boolean): string => {
  switch (photo.state) {
    case 'stored':
      return '';
    case 'uploading':
      return `${photo.percent}%`;
    case 'waiting':
      return '等网络';
    case 'failed':
      return large ? '重传' : '点这里重传';
    case 'refused':
      return '用不了';
  }
};

const spokenOf = (photo: GridPhoto): string => {
  switch (photo.state) {
    case 'stored':
      return '已存好';
    case 'uploading':
      return `上传到 ${photo.percent}%`;
    case 'waiting':
      return '等网络';
    case 'failed':
      return '没传上去，点这里重传';
    case 'refused':
      return photo.reason;
  }
};

/** The tiles of the grid, in the order in which the photos were taken. */
export const tilesOf = (photos: readonly GridPhoto[], large: boolean): Tile[] =>
  photos.map((photo, index) => ({
    id: photo.id,
    path: photo.path,
    state: photo.state,
    percent: photo.percent,
    words: wordsOf(photo, large),
    label: `第 ${index + 1} 张照片，${spokenOf(photo)}`,
  }));

/** 已存好 1 / 3; empty without photos. */
export const storedLine = (photos: readonly GridPhoto[]): string => {
  const stored = photos.filter(({ state }) => state === 'stored').length;
  return photos.length === 0 ? '' : `已存好 ${stored} / ${photos.length}`;
};
