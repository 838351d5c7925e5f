import type { BuiltinDefinition, Host } from '../runtime/host';
import { asText, flag, text } from './properties';

/** `<canvas type="2d">`: a query's `node` is a real canvas with WeChat's additions. */
export function canvas(host: Host): BuiltinDefinition {
  return {
    tag: 'canvas',
    slot: false,
    properties: { type: text(), canvasId: text(), disableScroll: flag() },
    mount(node) {
      const element = document.createElement('canvas');
      node.host.append(element);
      Object.assign(element, {
        createImage: () => new Image(),
        createImageData: (width: number, height: number) => new ImageData(width, height),
        createPath2D: (path?: string) => new Path2D(path),
        requestAnimationFrame: (callback: FrameRequestCallback) => requestAnimationFrame(callback),
        cancelAnimationFrame: (id: number) => cancelAnimationFrame(id),
      });
      return {
        attached() {
          const { clientWidth, clientHeight } = node.host;
          element.width = clientWidth || 300;
          element.height = clientHeight || 150;
          const type = asText(node.data['type']);
          if (type === '2d' || type === 'webgl' || type === 'webgl2') return;
          const text = '<canvas> 没有 type="2d"：旧的画布接口在预览中没有实现。';
          host.notice({ kind: 'component', name: 'canvas', text });
        },
        node: () => element,
      };
    },
  };
}
