import { Raster, type Rgb } from './raster';

const WALL: Rgb = [120, 128, 122];
const FLOOR: Rgb = [98, 94, 88];
const STEEL: Rgb = [170, 178, 180];
const DARK: Rgb = [38, 42, 44];
const GREEN: Rgb = [58, 118, 110];
const YELLOW: Rgb = [240, 190, 30];
const BOX: Rgb = [186, 140, 84];
const RED: Rgb = [190, 40, 40];
const BLUE: Rgb = [50, 100, 170];

const WIDTH = 960;
const HEIGHT = 720;

const hall = (): Raster =>
  new Raster(WIDTH, HEIGHT, WALL)
    .rect(0, 540, WIDTH, 180, FLOOR)
    .rect(40, 40, 180, 130, [200, 212, 214])
    .frame(40, 40, 180, 130, 6, DARK)
    .rect(127, 40, 6, 130, DARK)
    .rect(40, 102, 180, 6, DARK);

/** What a worker might have seen, by category; drawn, never fetched. */
const SCENES = {
  press: () =>
    hall()
      .rect(330, 110, 300, 470, GREEN)
      .rect(380, 150, 200, 260, DARK)
      .rect(420, 170, 120, 110, STEEL)
      .rect(400, 300, 160, 40, STEEL)
      .circle(600, 170, 14, RED)
      .tape(300, 580, 360, 26),
  guard: () =>
    hall()
      .rect(300, 200, 360, 320, [70, 76, 74])
      .frame(330, 230, 300, 260, 14, YELLOW)
      .rect(420, 230, 10, 260, YELLOW)
      .rect(520, 230, 10, 260, YELLOW)
      .rect(330, 310, 300, 10, YELLOW)
      .rect(330, 400, 300, 10, YELLOW),
  cabinet: () =>
    hall()
      .rect(360, 120, 260, 440, STEEL)
      .rect(390, 150, 200, 380, DARK)
      .rect(400, 170, 180, 60, [220, 224, 220])
      .line(430, 240, 410, 500, 10, RED)
      .line(470, 240, 500, 510, 10, BLUE)
      .line(520, 240, 540, 500, 10, GREEN)
      .rect(250, 130, 100, 430, [150, 158, 160]),
  exit: () =>
    hall()
      .rect(380, 120, 220, 420, [90, 120, 96])
      .rect(440, 70, 100, 40, [30, 140, 70])
      .rect(330, 380, 170, 160, BOX)
      .rect(500, 400, 170, 150, [166, 122, 70])
      .rect(400, 250, 160, 140, BOX)
      .rect(330, 455, 170, 8, DARK)
      .rect(400, 315, 160, 8, DARK),
  forklift: () =>
    hall()
      .rect(360, 330, 280, 170, YELLOW)
      .rect(400, 190, 180, 150, DARK)
      .frame(400, 190, 180, 150, 12, YELLOW)
      .rect(300, 150, 16, 380, DARK)
      .rect(200, 500, 110, 14, DARK)
      .circle(410, 520, 50, DARK)
      .circle(590, 520, 50, DARK),
  dust: () =>
    hall()
      .rect(300, 220, 360, 260, [90, 94, 92])
      .circle(400, 330, 60, DARK)
      .circle(400, 330, 28, STEEL)
      .rect(280, 470, 420, 90, [206, 196, 170])
      .rect(320, 440, 280, 40, [190, 178, 150]),
  pit: () =>
    hall()
      .rect(280, 380, 400, 200, DARK)
      .frame(280, 380, 400, 200, 16, [150, 150, 140])
      .line(430, 250, 430, 560, 14, YELLOW)
      .line(520, 250, 520, 560, 14, YELLOW)
      .rect(430, 320, 90, 10, YELLOW)
      .rect(430, 400, 90, 10, YELLOW)
      .rect(430, 480, 90, 10, YELLOW)
      .line(640, 300, 860, 500, 22, BLUE),
  edge: () =>
    hall()
      .rect(0, 300, WIDTH, 40, [140, 140, 134])
      .rect(120, 180, 14, 130, YELLOW)
      .rect(300, 180, 14, 130, YELLOW)
      .rect(120, 200, 190, 10, YELLOW)
      .rect(640, 190, 14, 120, YELLOW)
      .tape(0, 340, WIDTH, 20),
  oil: () =>
    hall().circle(420, 610, 70, DARK).circle(540, 630, 54, DARK).circle(480, 590, 60, [46, 44, 40]),
  tank: () =>
    hall()
      .rect(340, 180, 280, 360, STEEL)
      .rect(340, 260, 280, 20, RED)
      .circle(480, 380, 60, [220, 224, 220])
      .line(480, 380, 515, 350, 8, RED)
      .rect(600, 460, 160, 20, DARK),
} as const satisfies Record<string, () => Raster>;

export type Scene = keyof typeof SCENES;

/** Draws a scene with its own grain. `random` answers numbers in [0, 1). */
export const drawScene = (scene: Scene, random: () => number): Raster =>
  SCENES[scene]().grain(random);
