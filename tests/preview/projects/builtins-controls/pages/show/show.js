// Two by one pixels.
const PIXELS =
  'data:image/svg+xml,%3Csvg xmlns="http://www.w3.org/2000/svg" width="20" height="10"%3E%3Crect width="20" height="10"/%3E%3C/svg%3E';
Page({
  data: {
    src: PIXELS,
    lines: '第一行\n第二行',
    entities: '1 &lt; 2',
    html: '<p class="x" onclick="window.hurt = 1">好<script>window.hurt = 1</script><img src="javascript:0" onerror="window.hurt = 1"><b>粗</b></p>',
    nodes: [
      {
        name: 'div',
        attrs: { style: 'color: rgb(1, 2, 3)' },
        children: [{ type: 'text', text: '列表' }],
      },
    ],
  },
  loaded(event) {
    this.setData({ loaded: event.detail });
  },
  failed(event) {
    this.setData({ failed: event.detail });
  },
  moved(event) {
    this.setData({ moved: event.detail });
  },
});
