import { describeProblem, type Problem } from '../build/problems';

let shown: HTMLElement | undefined;

/** Lays the errors of a build over the page; none takes the layer away. */
export function showProblems(problems: readonly Problem[]): void {
  shown?.remove();
  shown = undefined;
  if (problems.length === 0) return;
  const layer = document.createElement('div');
  layer.className = 'mp-problems';
  layer.setAttribute('role', 'alertdialog');
  layer.setAttribute('aria-label', '编译错误');
  const heading = document.createElement('h2');
  heading.textContent = `编译错误 ${problems.length}`;
  const list = document.createElement('ol');
  for (const problem of problems) {
    const item = document.createElement('li');
    item.textContent = describeProblem(problem);
    list.append(item);
  }
  const close = document.createElement('button');
  close.type = 'button';
  close.textContent = '关闭';
  close.addEventListener('click', () => layer.remove());
  layer.append(close, heading, list);
  document.body.append(layer);
  shown = layer;
}
