Page({
  data: {
    place: '',
    kind: 'fire',
    anonymous: false,
    files: [] as object[],
    asking: false,
    sent: false,
  },
  onPlace(event: { detail: { value: string } }) {
    this.setData({ place: event.detail.value });
  },
  onKind(event: { detail: { value: string } }) {
    this.setData({ kind: event.detail.value });
  },
  onSwitch(event: { detail: { value: boolean } }) {
    this.setData({ anonymous: event.detail.value });
  },
  onFiles(event: { detail: { files: object[] } }) {
    this.setData({ files: event.detail.files });
  },
  ask() {
    this.setData({ asking: true });
  },
  cancel() {
    this.setData({ asking: false });
  },
  send() {
    this.setData({ asking: false, sent: true });
  },
});
