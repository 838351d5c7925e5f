import { createHash, randomBytes } from 'node:crypto';

type Callbacks<T> = {
  readonly success?: (result: T) => void;
  readonly fail?: (error: { errMsg: string; errCode?: number }) => void;
};

interface Sent {
  readonly name: string;
  readonly data: {
    readonly method: string;
    readonly requestId: string;
    readonly seen?: number;
    readonly input: Record<string, unknown>;
  };
}

/** Answers a call; throwing is a network that broke. */
type Cloud = (sent: Sent['data'], call: number) => unknown | Promise<unknown>;

export const NOW = Date.UTC(2026, 4, 25, 2, 24);

export const answered = (output: unknown, now = NOW) => ({ ok: true, now, output });
export const refused = (code: string, now = NOW) => ({ ok: false, now, error: { code } });

/**
 * A phone for tests: storage and files that outlive the app, a network that can be cut, a cloud
 * that answers as told. `install` makes it `wx`; a second install is the same phone, app restarted.
 */
export class FakePhone {
  readonly stored = new Map<string, string>();
  readonly files = new Map<string, Buffer>();
  readonly sent: Sent['data'][] = [];
  readonly uploaded: { readonly path: string; readonly bytes: number }[] = [];
  readonly opened: string[] = [];
  /** What WeChat says by itself: toasts, and what was put on the clipboard. */
  readonly said: string[] = [];
  online = true;
  fontScale = 1;
  cloud: Cloud = () => answered({});
  /** What the next uploads do: 'cut' breaks on the way. */
  uploads: (index: number) => 'ok' | 'cut' = () => 'ok';
  scanned: { path?: string; result?: string } | undefined;
  photos: readonly string[] | undefined;
  subscribe: () => Record<string, string> | { errCode: number } = () => ({});
  pages: { route: string; options: Record<string, string> }[] = [{ route: 'a', options: {} }];
  private networkListeners: ((change: { isConnected: boolean }) => void)[] = [];

  /** A photo as the camera leaves it: the platform sweeps its folder. */
  takePhoto(name: string, bytes = Buffer.from(`photo ${name}`)): string {
    const path = `http://tmp/${name}.jpg`;
    this.files.set(path, bytes);
    return path;
  }

  setOnline(online: boolean): void {
    this.online = online;
    for (const listener of this.networkListeners) listener({ isConnected: online });
  }

  install(): this {
    this.networkListeners = [];
    const wx = { ...this.storage(), ...this.network(), ...this.device(), ...this.navigation() };
    Object.assign(globalThis, {
      wx: {
        ...wx,
        ...this.asking(),
        cloud: this.cloudApi(),
        env: { USER_DATA_PATH: 'wxfile://usr' },
      },
      getCurrentPages: () => this.pages,
    });
    return this;
  }

  private storage() {
    return {
      getStorageSync: (key: string) => {
        const text = this.stored.get(key);
        return text === undefined ? '' : JSON.parse(text);
      },
      setStorageSync: (key: string, value: unknown) => {
        this.stored.set(key, JSON.stringify(value));
      },
      removeStorageSync: (key: string) => {
        this.stored.delete(key);
      },
      getFileSystemManager: () => this.fileSystem(),
    };
  }

  private fileSystem() {
    const { files } = this;
    return {
      accessSync: (path: string) => {
        if (![...files.keys()].some((file) => file.startsWith(path))) throw new Error('no such');
      },
      mkdirSync: () => undefined,
      copyFile: ({
        srcPath,
        destPath,
        success,
        fail,
      }: { srcPath: string; destPath: string } & Callbacks<object>) => {
        const bytes = files.get(srcPath);
        if (bytes === undefined) return fail?.({ errMsg: 'copyFile:fail no such file' });
        files.set(destPath, bytes);
        success?.({});
      },
      getFileInfo: ({
        filePath,
        success,
        fail,
      }: { filePath: string } & Callbacks<{ size: number; digest: string }>) => {
        const bytes = files.get(filePath);
        if (bytes === undefined) return fail?.({ errMsg: 'getFileInfo:fail' });
        success?.({
          size: bytes.length,
          digest: createHash('sha256').update(bytes).digest('hex'),
        });
      },
      unlink: ({ filePath }: { filePath: string }) => {
        files.delete(filePath);
      },
      rmdir: ({ dirPath }: { dirPath: string }) => {
        for (const file of files.keys()) if (file.startsWith(`${dirPath}/`)) files.delete(file);
      },
    };
  }

  private network() {
    return {
      getNetworkType: ({ success }: Callbacks<{ networkType: string }>) =>
        success?.({ networkType: this.online ? '4g' : 'none' }),
      onNetworkStatusChange: (listener: (change: { isConnected: boolean }) => void) => {
        this.networkListeners.push(listener);
      },
    };
  }

  private device() {
    return {
      getRandomValues: ({
        length,
        success,
      }: { length: number } & Callbacks<{ randomValues: ArrayBufferLike }>) =>
        success?.({ randomValues: new Uint8Array(randomBytes(length)).buffer }),
      getAppBaseInfo: () => ({ fontSizeScaleFactor: this.fontScale, SDKVersion: '3.8.0' }),
      getWindowInfo: () => ({ windowWidth: 375, windowHeight: 700, pixelRatio: 2 }),
      getDeviceInfo: () => ({ platform: 'devtools', system: 'test' }),
      getSystemInfoSync: () => ({ SDKVersion: '3.8.0', windowWidth: 375, platform: 'devtools' }),
      canIUse: () => true,
      nextTick: (run: () => void) => setTimeout(run, 0),
      onThemeChange: () => undefined,
      createSelectorQuery: () => {
        const query = {
          in: () => query,
          select: () => query,
          boundingClientRect: () => query,
          exec: () => undefined,
        };
        return query;
      },
    };
  }

  private navigation() {
    const open = ({ url }: { url: string }) => {
      this.opened.push(url);
    };
    return {
      navigateTo: open,
      redirectTo: open,
      switchTab: open,
      navigateBack: () => this.opened.push('back'),
      pageScrollTo: ({ selector = 'top' }: { selector?: string }) =>
        this.opened.push(`scroll ${selector}`),
      setNavigationBarTitle: () => undefined,
      stopPullDownRefresh: () => undefined,
      previewImage: ({ current }: { current: string }) => this.opened.push(`photo ${current}`),
      makePhoneCall: ({ phoneNumber }: { phoneNumber: string }) =>
        this.opened.push(`call ${phoneNumber}`),
    };
  }

  private asking() {
    return {
      showToast: ({ title }: { title: string }) => this.said.push(title),
      setClipboardData: ({ data }: { data: string }) => this.said.push(`copied ${data}`),
      scanCode: ({ success, fail }: Callbacks<object>) =>
        this.scanned === undefined
          ? fail?.({ errMsg: 'scanCode:fail cancel' })
          : success?.(this.scanned),
      chooseMedia: ({ success, fail }: Callbacks<{ tempFiles: { tempFilePath: string }[] }>) =>
        this.photos === undefined
          ? fail?.({ errMsg: 'chooseMedia:fail cancel' })
          : success?.({ tempFiles: this.photos.map((tempFilePath) => ({ tempFilePath })) }),
      requestSubscribeMessage: ({ success, fail }: Callbacks<Record<string, string>>) => {
        const answer = this.subscribe();
        if (typeof answer['errCode'] === 'number') {
          fail?.({ errMsg: 'fail', errCode: answer['errCode'] });
        } else success?.(answer as Record<string, string>);
      },
    };
  }

  private cloudApi() {
    return {
      callFunction: async ({ name, data }: Sent) => {
        this.sent.push({ ...data });
        if (!this.online) throw new Error('callFunction:fail network');
        if (!data.method.startsWith(`${name}.`)) throw new Error(`${name} has no ${data.method}`);
        return { result: await this.cloud(data, this.sent.length) };
      },
      uploadFile: ({
        cloudPath,
        filePath,
        success,
        fail,
      }: { cloudPath: string; filePath: string } & Callbacks<{ fileID: string }>) => {
        const progress: ((event: { progress: number }) => void)[] = [];
        void Promise.resolve().then(() => {
          for (const listener of progress) listener({ progress: 62 });
          if (!this.online || this.uploads(this.uploaded.length) === 'cut') {
            this.uploaded.push({ path: `cut ${cloudPath}`, bytes: 0 });
            return fail?.({ errMsg: 'uploadFile:fail' });
          }
          this.uploaded.push({ path: cloudPath, bytes: this.files.get(filePath)?.length ?? 0 });
          success?.({ fileID: `cloud://env/${cloudPath}` });
        });
        return {
          onProgressUpdate: (listener: (event: { progress: number }) => void) =>
            void progress.push(listener),
        };
      },
    };
  }
}
