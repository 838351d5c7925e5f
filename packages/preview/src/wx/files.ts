import { ApiError, asynchronous, type Family, textOf } from './api';
import type { Device } from './device';
import { USER_DATA } from './file-store';
import { fileInfo, fileWorks, type SyncWork, savedFiles, saveFile, syncWorks } from './file-works';

/** Names of the calls which also have a synchronous form, with their arguments in order. */
const SYNCHRONOUS: Readonly<Record<string, readonly string[]>> = {
  access: ['path'],
  copyFile: ['srcPath', 'destPath'],
  mkdir: ['dirPath', 'recursive'],
  readFile: ['filePath', 'encoding', 'position', 'length'],
  readdir: ['dirPath'],
  rmdir: ['dirPath', 'recursive'],
  saveFile: ['tempFilePath', 'filePath'],
  stat: ['path', 'recursive'],
  unlink: ['filePath'],
  writeFile: ['filePath', 'data', 'encoding'],
};

export function filesFamily(device: Device): Family {
  const { files } = device;
  const report = (error: unknown) => device.host.reportError(error);
  const works = fileWorks(files);
  const manager: Record<string, unknown> = {};
  for (const [name, work] of Object.entries(works)) {
    manager[name] = asynchronous(name, work, report);
    const names = SYNCHRONOUS[name];
    if (names) manager[`${name}Sync`] = synchronous(name, names, syncWorks(files)[name]);
  }
  const facade = new Proxy(manager, {
    get(target, name) {
      if (name in target || typeof name !== 'string' || name === 'then')
        return Reflect.get(target, name);
      return () => {
        const text = `FileSystemManager.${name} 在预览中没有实现。`;
        device.host.notice({ kind: 'api', name: `FileSystemManager.${name}`, text });
        throw new Error(`${name}:fail preview does not support this API`);
      };
    },
  });
  return {
    async: {
      saveFile: (options) => saveFile(files, options),
      getFileInfo: (options) => fileInfo(files, options),
      getSavedFileList: () => ({ fileList: savedFiles(files) }),
      removeSavedFile: (options) => {
        files.remove(textOf(options, 'filePath'));
        return undefined;
      },
    },
    plain: { getFileSystemManager: () => facade, env: { USER_DATA_PATH: USER_DATA } },
  };
}

function synchronous(name: string, names: readonly string[], work: SyncWork | undefined) {
  return (...args: unknown[]): unknown => {
    const options = Object.fromEntries(names.map((key, at) => [key, args[at]] as const));
    try {
      return Object.values(work?.(options) ?? {})[0];
    } catch (error) {
      if (error instanceof ApiError) throw new Error(`${name}Sync:fail ${error.reason}`);
      throw error;
    }
  };
}
