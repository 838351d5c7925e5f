/**
 * What WeChat's privacy guide calls the information, and what uses it: an API of `wx`, an
 * `open-type` or `type` of a component, a component, or a scope asked for by wx.authorize.
 * Source: developers.weixin.qq.com/miniprogram/dev/framework/user-privacy/miniprogram-intro.html.
 * An API in use whose information is not declared there is switched off by the platform.
 */
interface Information {
  readonly name: string;
  readonly apis?: readonly string[];
  readonly openTypes?: readonly string[];
  readonly components?: readonly string[];
  readonly scopes?: readonly string[];
}

export const PRIVATE_INFORMATION: readonly Information[] = [
  {
    name: '昵称、头像',
    apis: ['getUserInfo', 'getUserProfile'],
    openTypes: ['chooseAvatar', 'nickname', 'userInfo'],
  },
  {
    name: '位置信息',
    apis: [
      ...['getLocation', 'startLocationUpdate', 'startLocationUpdateBackground'],
      ...['getFuzzyLocation', 'moveToLocation'],
    ],
    scopes: ['userLocation', 'userLocationBackground', 'userFuzzyLocation'],
  },
  { name: '选择的位置信息', apis: ['choosePoi', 'chooseLocation'] },
  { name: '地址', apis: ['chooseAddress'] },
  { name: '发票信息', apis: ['chooseInvoiceTitle', 'chooseInvoice'] },
  { name: '微信运动步数', apis: ['getWeRunData'], scopes: ['werun'] },
  { name: '手机号', openTypes: ['getPhoneNumber', 'getRealtimePhoneNumber'] },
  { name: '车牌号', apis: ['chooseLicensePlate'] },
  { name: '选中的照片或视频信息', apis: ['chooseImage', 'chooseMedia', 'chooseVideo'] },
  { name: '选中的文件', apis: ['chooseMessageFile'] },
  {
    name: '麦克风',
    apis: ['startRecord', 'getRecorderManager', 'joinVoIPChat'],
    components: ['live-pusher'],
    scopes: ['record'],
  },
  {
    name: '摄像头',
    apis: ['createVKSession', 'createCameraContext'],
    components: ['camera', 'live-pusher', 'voip-room'],
    scopes: ['camera'],
  },
  {
    name: '蓝牙',
    apis: ['openBluetoothAdapter', 'createBLEPeripheralServer'],
    scopes: ['bluetooth'],
  },
  {
    name: '相册（仅写入）',
    apis: ['saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum'],
    scopes: ['writePhotosAlbum'],
  },
  { name: '通讯录（仅写入）', apis: ['addPhoneContact'], scopes: ['addPhoneContact'] },
  {
    name: '日历（仅写入）',
    apis: ['addPhoneRepeatCalendar', 'addPhoneCalendar'],
    scopes: ['addPhoneCalendar'],
  },
  { name: '加速传感器', apis: ['startAccelerometer'] },
  { name: '磁场传感器', apis: ['startCompass'] },
  { name: '方向传感器', apis: ['startDeviceMotionListening'] },
  { name: '陀螺仪传感器', apis: ['startGyroscope'] },
  { name: '剪切板', apis: ['setClipboardData', 'getClipboardData'] },
];
