import { PAPER } from '../../../theme/paper';

/** What the picture shows, and nothing else: no place, no company, no date. */
interface Numbers {
  readonly number: string;
  /** In groups of four. */
  readonly code: string;
}

const isCanvas = (node: unknown): node is WechatMiniprogram.Canvas =>
  typeof node === 'object' && node !== null && 'getContext' in node;

/** The page's canvas. Throws when there is none to draw on. */
const canvasOf = (selector: string): Promise<WechatMiniprogram.Canvas> =>
  new Promise((resolve, reject) => {
    wx.createSelectorQuery()
      .select(selector)
      .node(({ node }) => {
        if (isCanvas(node)) resolve(node);
        else reject(new Error(`${selector} is no canvas`));
      })
      .exec();
  });

const WIDTH = 600;
const HEIGHT = 400;
const MARGIN = 48;

const draw = (canvas: WechatMiniprogram.Canvas, { number, code }: Numbers): void => {
  canvas.width = WIDTH;
  canvas.height = HEIGHT;
  const paper = canvas.getContext('2d');
  paper.fillStyle = PAPER.card;
  paper.fillRect(0, 0, WIDTH, HEIGHT);
  paper.fillStyle = PAPER.text2;
  paper.font = '28px sans-serif';
  paper.fillText('编号', MARGIN, 72);
  paper.fillText('查询码', MARGIN, 208);
  paper.fillStyle = PAPER.text;
  paper.font = 'bold 44px monospace';
  paper.fillText(number, MARGIN, 128);
  // Five groups do not fit one line in a size that old eyes read.
  const groups = code.split('-');
  paper.fillText(groups.slice(0, 3).join('-'), MARGIN, 264);
  paper.fillText(groups.slice(3).join('-'), MARGIN, 324);
};

const toFile = (canvas: WechatMiniprogram.Canvas): Promise<string> =>
  new Promise((resolve, reject) => {
    wx.canvasToTempFilePath({
      canvas,
      fileType: 'png',
      success: ({ tempFilePath }) => resolve(tempFilePath),
      fail: ({ errMsg }) => reject(new Error(errMsg)),
    });
  });

const toAlbum = (filePath: string): Promise<boolean> =>
  new Promise((resolve) => {
    wx.saveImageToPhotosAlbum({
      filePath,
      success: () => resolve(true),
      fail: () => resolve(false),
    });
  });

/**
 * Puts a picture of the two numbers into the phone's album.
 * @param selector of the page's canvas, on which it is drawn
 * @returns false when the person did not allow it, or the phone could not
 */
export const saveNumbers = async (selector: string, numbers: Numbers): Promise<boolean> => {
  try {
    const canvas = await canvasOf(selector);
    draw(canvas, numbers);
    return await toAlbum(await toFile(canvas));
  } catch {
    return false;
  }
};
