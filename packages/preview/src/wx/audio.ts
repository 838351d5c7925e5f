import type { Family } from './api';
import { optionalNumber, recordOf } from './api';
import type { Device } from './device';
import { resolveMedia } from './media-address';

type Listener = (value?: unknown) => void;

/** Listeners of an object with `onX` methods: the newest set is kept, as WeChat keeps all. */
class Listeners {
  private readonly lists = new Map<string, Set<Listener>>();

  methods(names: readonly string[]): Record<string, unknown> {
    const methods: Record<string, unknown> = {};
    for (const name of names) {
      methods[`on${name}`] = (listener: unknown) => {
        if (typeof listener !== 'function') return;
        const list = this.lists.get(name) ?? new Set();
        list.add((value) => listener(value));
        this.lists.set(name, list);
      };
      methods[`off${name}`] = () => this.lists.delete(name);
    }
    return methods;
  }

  tell(name: string, value?: unknown): void {
    for (const listener of this.lists.get(name) ?? []) listener(value);
  }
}

/** Recording and playing sound. */
export function audioFamily(device: Device): Family {
  let recorder: Record<string, unknown> | undefined;
  return {
    plain: {
      getRecorderManager: () => {
        recorder ??= recorderManager(device);
        return recorder;
      },
      createInnerAudioContext: () => innerAudio(device),
    },
  };
}

const RECORDER_EVENTS = ['Start', 'Pause', 'Resume', 'Stop', 'Error', 'FrameRecorded'];

function recorderManager(device: Device): Record<string, unknown> {
  const listeners = new Listeners();
  let current: MediaRecorder | undefined;
  const fail = (errMsg: string) => listeners.tell('Error', { errMsg });
  const start = async (given: unknown) => {
    await device.consent.needPrivacy('getRecorderManager');
    await device.consent.needScope('scope.record');
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const recorder = new MediaRecorder(stream);
    current = recorder;
    const parts: Blob[] = [];
    const begun = performance.now();
    const timer = setTimeout(
      () => recorder.stop(),
      optionalNumber(recordOf(given), 'duration', 60_000),
    );
    recorder.ondataavailable = ({ data }) => parts.push(data);
    recorder.onpause = () => listeners.tell('Pause');
    recorder.onresume = () => listeners.tell('Resume');
    recorder.onstop = () => {
      clearTimeout(timer);
      for (const track of stream.getTracks()) track.stop();
      const blob = new Blob(parts, { type: recorder.mimeType });
      listeners.tell('Stop', {
        tempFilePath: device.files.keepTemporary(blob),
        duration: Math.round(performance.now() - begun),
        fileSize: blob.size,
      });
    };
    recorder.start();
    listeners.tell('Start');
  };
  return {
    start(options: unknown) {
      start(options).catch((error: unknown) => {
        const reason = error instanceof Error ? error.message : String(error);
        const text = `浏览器不能录音：${reason}`;
        device.host.notice({ kind: 'api', name: 'wx.getRecorderManager', text });
        fail(`operateRecorder:fail ${reason}`);
      });
    },
    stop: () => (current?.state === 'inactive' ? undefined : current?.stop()),
    pause: () => current?.pause(),
    resume: () => current?.resume(),
    ...listeners.methods(RECORDER_EVENTS),
  };
}

const AUDIO_EVENTS = {
  Canplay: 'canplay',
  Play: 'play',
  Pause: 'pause',
  Ended: 'ended',
  Waiting: 'waiting',
  Seeking: 'seeking',
  Seeked: 'seeked',
  TimeUpdate: 'timeupdate',
} as const;

function innerAudio({ host }: Device): Record<string, unknown> {
  const audio = new Audio();
  const listeners = new Listeners();
  for (const [name, event] of Object.entries(AUDIO_EVENTS)) {
    audio.addEventListener(event, () => listeners.tell(name));
  }
  audio.addEventListener('error', () =>
    listeners.tell('Error', { errCode: 10001, errMsg: 'audio fail' }),
  );
  let source = '';
  const context = {
    play: () => {
      audio.play().catch((error: unknown) => {
        listeners.tell('Error', { errCode: 10001, errMsg: String(error) });
      });
    },
    pause: () => audio.pause(),
    stop() {
      audio.pause();
      audio.currentTime = 0;
      listeners.tell('Stop');
    },
    seek(seconds: number) {
      audio.currentTime = seconds;
    },
    destroy() {
      audio.pause();
      audio.removeAttribute('src');
    },
    get src() {
      return source;
    },
    set src(value: string) {
      source = value;
      resolveMedia(host.assetUrl(value, host.topPage()?.route ?? '')).then(
        (url) => {
          audio.src = url;
        },
        () => listeners.tell('Error', { errCode: 10003, errMsg: `no such file: ${value}` }),
      );
    },
    ...listeners.methods([...Object.keys(AUDIO_EVENTS), 'Stop', 'Error']),
  };
  for (const name of ['autoplay', 'loop', 'volume', 'playbackRate', 'currentTime'] as const) {
    Object.defineProperty(context, name, {
      get: () => audio[name],
      set: (value: never) => {
        audio[name] = value;
      },
    });
  }
  for (const name of ['duration', 'paused', 'buffered'] as const) {
    Object.defineProperty(context, name, { get: () => audio[name] });
  }
  return context;
}
