/** A page worth a picture: who looks at it, and what must be on it before the picture is taken. */
export interface Shot {
  readonly name: string;
  readonly title: string;
  readonly who: string;
  /** A page's path, or the label of a code to scan. */
  readonly at: { readonly path: string } | { readonly code: string };
  readonly waitFor: string;
  readonly font?: number;
  readonly width?: number;
  /** Taps on the way, by the accessible name of the button or choice. */
  readonly taps?: readonly string[];
}

const OFFICER = 'demo-machine-officer';
const WORKER = 'demo-worker-wang';
const PLACE = '示范机械厂 配电房';

/** In the order of the job: scanned, reported, verified, seen. */
export const SHOTS: readonly Shot[] = [
  {
    name: 'home',
    title: '首页 Home',
    who: WORKER,
    at: { path: 'pages/home/home' },
    waitFor: '扫码报隐患',
  },
  {
    name: 'place',
    title: '地点 Place behind a scanned code',
    who: 'demo-visitor',
    at: { code: PLACE },
    waitFor: '这里看三样',
  },
  {
    name: 'report',
    title: '报隐患 Report',
    who: 'demo-visitor-2',
    at: { code: PLACE },
    waitFor: '拍照报隐患',
    taps: ['photo:拍照报隐患', 'radio:用电'],
  },
  {
    name: 'report-large',
    title: '报隐患，1.6 倍字 Report at font 1.6',
    who: 'demo-visitor-3',
    at: { code: PLACE },
    waitFor: '拍照报隐患',
    font: 1.6,
    taps: ['photo:拍照报隐患', 'radio:用电'],
  },
  {
    name: 'receipt',
    title: '回执 Receipt',
    who: 'demo-visitor-4',
    at: { code: PLACE },
    waitFor: '拍照报隐患',
    taps: ['photo:拍照报隐患', 'radio:用电', 'button:提交', 'see:张已存好'],
  },
  {
    name: 'work',
    title: '办理 The union’s table',
    who: OFFICER,
    at: { path: 'pages/work/work' },
    waitFor: '最急的在最上面',
  },
  {
    name: 'verify',
    title: '核实 Verify',
    who: 'demo-west-lead',
    at: { path: 'pages/work/work' },
    waitFor: '最急的在最上面',
    taps: ['button:/^去核实/', 'radio:属实', 'radio:疑似重大', 'scroll:属实吗'],
  },
  {
    name: 'mine',
    title: '我报的隐患 My reports',
    who: WORKER,
    at: { path: 'subpackages/hazard/mine/mine' },
    waitFor: '看进展',
  },
  {
    name: 'progress',
    title: '办理进展 Progress',
    who: WORKER,
    at: { path: 'subpackages/hazard/mine/mine' },
    waitFor: '看进展',
    taps: ['button:/看原因/', 'see:您报的已存好'],
  },
  {
    name: 'proof',
    title: '核对记录 Check of the record',
    who: WORKER,
    at: { path: 'subpackages/hazard/mine/mine' },
    waitFor: '看进展',
    taps: ['button:/看原因/', 'button:/还没核对/', 'see:核对过，对得上'],
  },
  {
    name: 'messages',
    title: '消息 Messages',
    who: WORKER,
    at: { path: 'pages/messages/messages' },
    waitFor: '工会已受理',
  },
  {
    name: 'unit',
    title: '单位 Units and codes',
    who: 'demo-federation',
    at: { path: 'pages/me/me' },
    waitFor: '我的岗位',
    taps: ['button:/示范市总工会/', 'see:下面的单位'],
  },
];
