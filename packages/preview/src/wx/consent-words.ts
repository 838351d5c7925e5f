const SCOPES: Readonly<Record<string, string>> = {
  'scope.userLocation': '获取你的位置信息',
  'scope.userFuzzyLocation': '获取你的模糊位置信息',
  'scope.writePhotosAlbum': '保存图片或视频到你的相册',
  'scope.record': '使用你的麦克风',
  'scope.camera': '使用你的摄像头',
  'scope.bluetooth': '使用你的蓝牙',
  'scope.addPhoneContact': '添加到你的联系人',
  'scope.addPhoneCalendar': '添加到你的日历',
  'scope.werun': '获取你的微信运动步数',
};

/** Scopes which the preview can ask for. */
export const KNOWN_SCOPES: readonly string[] = Object.keys(SCOPES);

/** What a scope lets the mini-program do, in WeChat's way of saying it. */
export function consentWords(scope: string): string {
  return SCOPES[scope] ?? scope;
}
