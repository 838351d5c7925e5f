import { type Column, columnOf, pageStyleOf } from '../theme/type-scale';

interface TextSize {
  /** For `<page-meta page-style>`. */
  readonly pageStyle: string;
  /** From 1.4 on layouts change: fewer columns, things stack. */
  readonly isLarge: boolean;
}

const textSize = (): TextSize => {
  const column: Column = columnOf(wx.getAppBaseInfo().fontSizeScaleFactor || 1);
  return { pageStyle: pageStyleOf(column, wx.getWindowInfo().windowWidth), isLarge: column > 0 };
};

const normal: TextSize = { pageStyle: '', isLarge: false };

/** For pages and for components whose layout changes. Gives `pageStyle` and `isLarge`. */
export const textSizeBehavior = Behavior({
  data: normal,
  lifetimes: {
    attached() {
      const { pageStyle, isLarge } = textSize();
      if (pageStyle !== this.data.pageStyle) this.setData({ pageStyle, isLarge });
    },
  },
  pageLifetimes: {
    // The person may have changed the setting meanwhile, or turned the phone.
    show() {
      const { pageStyle, isLarge } = textSize();
      if (pageStyle !== this.data.pageStyle) this.setData({ pageStyle, isLarge });
    },
  },
});
