/** The component framework under miniprogram-simulate, as far as our tests look into its tree. */
declare module 'miniprogram-exparser' {
  /** A constructor that is only ever compared with. */
  type NodeClass = abstract new (...args: never[]) => object;
  interface Exparser {
    readonly TextNode: NodeClass;
    readonly Component: NodeClass;
    readonly Event: {
      create(type: string, detail: unknown, options: Readonly<Record<string, unknown>>): object;
      dispatchEvent(target: object, event: object): void;
    };
  }
  const exparser: Exparser;
  export default exparser;
}
