import type { BuiltinDefinition, BuiltinNode, Host } from '../runtime/host';
import { openLayer } from '../shell/layer';
import { currentPhone } from '../shell/phone';
import {
  dateModel,
  type PickerModel,
  regionModel,
  selectorModel,
  timeModel,
} from './picker-models';
import { anything, asList, asText, flag, list, text } from './properties';
import { control } from './roles';
import { Wheel } from './wheel';

/** `<picker>`: a sheet with columns; modes selector, multiSelector, time, date and region. */
export function picker(_host: Host): BuiltinDefinition {
  return {
    tag: 'picker',
    slot: true,
    properties: {
      mode: text('selector'),
      disabled: flag(),
      headerText: text(),
      range: list(),
      rangeKey: text(),
      value: anything(0),
      start: text(),
      end: text(),
      fields: text('day'),
      level: text('region'),
      customItem: text(),
      name: text(),
    },
    mount(node) {
      control(node.host, 'button');
      let first: unknown = 0;
      let redraw: (() => void) | undefined;
      const activate = () => {
        if (node.data['disabled'] !== true) redraw = open(node, () => (redraw = undefined));
      };
      return {
        attached() {
          first = node.data['value'];
        },
        changed(name) {
          if (name === 'range' || (name === 'value' && node.data['mode'] === 'multiSelector')) {
            redraw?.();
          }
        },
        tapped: activate,
        activate,
        blocksTap: () => node.data['disabled'] === true,
        field: { value: () => node.data['value'], reset: () => node.set('value', first) },
      };
    },
  };
}

function modelOf(node: BuiltinNode): PickerModel {
  switch (node.data['mode']) {
    case 'date':
      return dateModel(node.data);
    case 'time':
      return timeModel(node.data);
    case 'region':
      return regionModel(node.data);
    default:
      return selectorModel(node.data);
  }
}

/** Opens the sheet. Returns what draws it anew when the columns changed from outside. */
function open(node: BuiltinNode, closed: () => void): () => void {
  let model = modelOf(node);
  const title = asText(node.data['headerText']) || node.host.getAttribute('aria-label') || '请选择';
  const body = document.createElement('div');
  body.className = 'mp-wheels';
  let confirmed = false;
  const confirm = () => {
    confirmed = true;
    layer.close();
    const detail = model.result();
    node.set('value', detail['value']);
    node.trigger('change', detail);
  };
  const layer = openLayer(currentPhone().overlay, {
    kind: 'sheet',
    title,
    body,
    actions: [
      { label: '取消', run: () => layer.close() },
      { label: '确定', primary: true, run: confirm },
    ],
    closed() {
      closed();
      if (!confirmed) node.trigger('cancel', {});
    },
  });
  let wheels: Wheel[] = [];
  /** Shows the columns; the one that was just moved stays as it is. */
  const draw = (moved = -1) => {
    if (model.fields) {
      body.replaceChildren(...model.fields);
      return;
    }
    const columns = model.columns();
    if (wheels.length !== columns.length) {
      wheels = columns.map(({ label }, at) => new Wheel(label, (row) => turned(at, row)));
      body.replaceChildren(...wheels.map(({ element }) => element));
    }
    for (const [at, { rows, index }] of columns.entries()) {
      if (at !== moved) wheels[at]?.show(rows, index);
    }
  };
  const turned = (column: number, row: number) => {
    if (model.choose(column, row)) draw(column);
    if (node.data['mode'] === 'multiSelector') {
      node.trigger('columnchange', { column, value: row });
    }
  };
  draw();
  return () => {
    const chosen = model.result()['value'];
    model = modelOf(node);
    if (!Array.isArray(chosen)) {
      draw();
      return;
    }
    const outside = asList(node.data['value']);
    for (const [at, row] of outside.entries()) model.choose(at, Number(row));
    draw();
  };
}
