/** A decorative icon in the colour of the text around it; what stands alone needs a label beside. */
Component({
  properties: {
    /** A name of tdesign-icons-svg, written whole so that the build finds it. */
    name: { type: String, value: '' },
    /** Width and height, e.g. '40rpx'; by default a little larger than the text. */
    size: { type: String, value: '' },
  },
});
