/** A word with its icon and colour. Tones: mute blue warn ok danger tape (黑黄) plain (outline). */
Component({
  options: { styleIsolation: 'apply-shared' },
  properties: {
    text: { type: String, value: '' },
    icon: { type: String, value: '' },
    tone: { type: String, value: 'mute' },
    /** What is read before the word; empty for a chip that is no state. */
    prefix: { type: String, value: '状态' },
  },
});
