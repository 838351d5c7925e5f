declare module 'qrcode' {
  const qrcode: {
    toBuffer(text: string, options?: { width?: number; margin?: number }): Promise<Buffer>;
  };
  export default qrcode;
}
