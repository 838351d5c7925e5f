/**
 * wx.canIUse: `api`, `api.method.param.option`, `component` or `component.attribute`.
 * Everything below an API or component that exists is taken as usable.
 */
export function canIUse(
  query: string,
  apis: ReadonlySet<string>,
  components: ReadonlySet<string>,
): boolean {
  const [name = ''] = query.split('.');
  return apis.has(name) || components.has(name);
}
