import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseJson } from './json';

/** Where a project's sources lie. */
export interface ProjectPlace {
  /** The folder given by the user. */
  readonly folder: string;
  /** The folder of app.json. */
  readonly root: string;
  readonly name: string;
  readonly appid: string;
}

/**
 * Finds app.json: in the folder itself, or where its project.config.json says
 * (`miniprogramRoot`). Throws a plain sentence when there is none.
 */
export function findProject(given: string): ProjectPlace {
  const folder = path.resolve(given);
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}.`);
  const configFile = path.join(folder, 'project.config.json');
  const config = existsSync(configFile)
    ? parseJson(configFile, readFileSync(configFile, 'utf8')).json
    : {};
  const named =
    typeof config['miniprogramRoot'] === 'string' ? config['miniprogramRoot'] : undefined;
  const roots = [named, '', 'miniprogram'].filter((place) => place !== undefined);
  const root = roots
    .map((place) => path.join(folder, place))
    .find((place) => existsSync(path.join(place, 'app.json')));
  if (root === undefined) {
    throw new Error(
      `There is no app.json in ${folder}: give the folder of a mini-program or of its project.config.json.`,
    );
  }
  const name = config['projectname'];
  const appid = config['appid'];
  return {
    folder,
    root: root.replace(/[/\\]$/, ''),
    name: typeof name === 'string' && name !== '' ? decodeName(name) : path.basename(folder),
    appid: typeof appid === 'string' ? appid : 'touristappid',
  };
}

/** DevTools writes project names URL-encoded. */
function decodeName(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
