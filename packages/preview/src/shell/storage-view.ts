import { make, pushButton } from './dom';

/** What this person's phone keeps, each key with a button to remove it. */
export function storageSection(scope: string): HTMLElement {
  const list = make('ul', { class: 'mp-list', label: '本地存储' });
  const prefix = `${scope}storage:`;
  const draw = () => {
    const keys = Object.keys(localStorage)
      .filter((key) => key.startsWith(prefix))
      .sort();
    const rows = keys.map((key) =>
      make(
        'li',
        {},
        make('b', {}, key.slice(prefix.length)),
        make('code', {}, (localStorage.getItem(key) ?? '').slice(0, 400)),
        pushButton(
          '删除',
          () => {
            localStorage.removeItem(key);
            draw();
          },
          { label: `删除 ${key.slice(prefix.length)}` },
        ),
      ),
    );
    const empty = make('li', { class: 'mp-hint' }, '空的。');
    list.replaceChildren(...(rows.length > 0 ? rows : [empty]));
  };
  const clear = () => {
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(scope)) localStorage.removeItem(key);
    }
    indexedDB.deleteDatabase(scope);
    location.reload();
  };
  draw();
  return make(
    'div',
    {},
    make(
      'div',
      { class: 'mp-buttons' },
      pushButton('刷新', draw),
      pushButton('全部清空并重开', clear),
    ),
    list,
  );
}
