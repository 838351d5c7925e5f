/** Who learns who reported, and who does not. `box` is the whole promise, `line` its first words. */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    look: { type: String, value: 'box' },
    text: {
      type: String,
      value:
        '我们不告诉企业是谁报的。谁想查您的身份，要写理由、留记录，还会告诉您；法律另有规定的除外。',
    },
  },
});
